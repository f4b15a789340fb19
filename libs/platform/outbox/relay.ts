import { Logger } from '@nestjs/common';
import type { Database } from '../database/database.ts';
import type { TemporalClient } from '../temporal/temporal-client.ts';
import { deliver } from './delivery.ts';
import type { OutboxRow } from './outbox-row.ts';
import { leaseDue, markDelivered, markFailed } from './outbox.query.ts';

const BATCH = 50;
const IDLE_MS = 500;

/** Delivers what the writing process could not: every message, until Temporal has it. */
export class OutboxRelay {
  private readonly log = new Logger(OutboxRelay.name);
  private running?: Promise<void>;
  private stopping = false;
  private wake: () => void = () => undefined;

  constructor(
    private readonly database: Database,
    private readonly temporal: TemporalClient,
  ) {}

  start(): void {
    this.running ??= this.run();
  }

  async stop(): Promise<void> {
    this.stopping = true;
    this.wake();
    await this.running;
  }

  /** One round; answers how many messages were delivered. */
  async round(): Promise<number> {
    const due = await this.database.transaction((tx) => tx.rows<OutboxRow>(leaseDue, [BATCH]));
    const delivered = await Promise.all(due.map((row) => this.send(row)));
    return delivered.filter(Boolean).length;
  }

  /** Sends one message and records how it went; never throws for a message that must be repeated. */
  async send(row: OutboxRow): Promise<boolean> {
    try {
      await deliver(await this.temporal.get(), row);
      await this.database.transaction((tx) => tx.rows(markDelivered, [row.id]));
      return true;
    } catch (error) {
      const reason = error instanceof Error ? error.name : 'unknown';
      this.log.warn(`message ${row.id} for ${row.workflowId} is not delivered yet: ${reason}`);
      await this.database
        .transaction((tx) => tx.rows(markFailed, [row.id, reason]))
        .catch((fault: unknown) => this.log.warn(`could not note it: ${String(fault)}`)); // its lease runs out and it is sent again
      return false;
    }
  }

  private async run(): Promise<void> {
    while (!this.stopping) {
      const delivered = await this.round().catch((error: unknown) => {
        this.log.warn(`the outbox cannot be read: ${error instanceof Error ? error.message : String(error)}`);
        return 0;
      });
      if (delivered === 0) await this.idle();
    }
  }

  private idle(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, IDLE_MS);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
      if (this.stopping) this.wake();
    });
  }
}
