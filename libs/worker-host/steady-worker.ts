import { Logger } from '@nestjs/common';
import type { WorkerOptions } from '@temporalio/worker';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { WorkerHost } from './worker-host.ts';

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 3_000;
/** A worker that polled this long had found Temporal: the next failure is a new one. */
const SETTLED_MS = 10_000;

/**
 * A worker inside a process that has other things to do: it is started in the background, and again after every failure, so that people go on
 * deciding over HTTP while Temporal is away (design section 3).
 */
export class SteadyWorker {
  private readonly log = new Logger(SteadyWorker.name);
  private readonly ending = new AbortController();
  private running?: Promise<void>;

  constructor(private readonly options: Pick<WorkerOptions, 'taskQueue' | 'activities'>) {}

  start(): void {
    this.running ??= this.run();
  }

  async stop(): Promise<void> {
    this.ending.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    let pause = FIRST_PAUSE_MS;
    while (!this.ending.signal.aborted) {
      const begun = performance.now();
      try {
        await this.poll();
        return;
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        if (performance.now() - begun > SETTLED_MS) pause = FIRST_PAUSE_MS;
        this.log.warn(`the worker of ${this.options.taskQueue} does not poll (${reason}); again in ${pause} ms`);
      }
      await delay(pause, undefined, { signal: this.ending.signal }).catch((error: unknown) => {
        if (!this.ending.signal.aborted) throw error;
      });
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
    }
  }

  /** Polls until told to stop; rejects when the worker cannot start or fails. */
  private async poll(): Promise<void> {
    const failure = Promise.withResolvers<never>();
    const host = await WorkerHost.start(this.options, (error) => failure.reject(error));
    try {
      const { signal } = this.ending;
      await Promise.race([failure.promise, signal.aborted ? undefined : once(signal, 'abort')]);
    } finally {
      await host.stop();
    }
  }
}
