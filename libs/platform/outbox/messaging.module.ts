import { Inject, Module, type DynamicModule, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import type { DatabaseRole } from '../config/config.ts';
import { Database } from '../database/database.ts';
import { TemporalClient } from '../temporal/temporal-client.ts';
import type { OutboxRow } from './outbox-row.ts';
import { OutboxRelay } from './relay.ts';
import { RoadEnd } from './road-end.activities.ts';
import { installRoadWatch, lookAtRoads } from './road-watch.ts';
import { installSender } from './send-soon.ts';

const RELAYS = Symbol('relays');

/** Sends committed messages at once, from the process that wrote them; with `relay`, also everything that could not be sent so. */
@Module({})
export class MessagingModule implements OnModuleInit, OnApplicationShutdown {
  private readonly underWay = new Set<Promise<boolean>>();

  constructor(
    private readonly relay: OutboxRelay,
    private readonly temporal: TemporalClient,
    private readonly database: Database,
    @Inject(RELAYS) private readonly relays: boolean,
  ) {}

  static forRole(role: DatabaseRole, options: { relay: boolean }): DynamicModule {
    return {
      module: MessagingModule,
      providers: [
        { provide: Database, useFactory: () => new Database(role) },
        TemporalClient,
        RoadEnd,
        { provide: RELAYS, useValue: options.relay },
        { provide: OutboxRelay, inject: [Database, TemporalClient], useFactory: (d: Database, t: TemporalClient) => new OutboxRelay(d, t) },
      ],
      exports: [Database, OutboxRelay, RoadEnd, TemporalClient],
    };
  }

  onModuleInit(): void {
    installSender((row) => this.send(row));
    installRoadWatch(async (roads) => lookAtRoads(await this.temporal.get(), roads));
    if (this.relays) this.relay.start();
  }

  async onApplicationShutdown(): Promise<void> {
    installSender(undefined);
    installRoadWatch(undefined);
    await this.relay.stop();
    await Promise.all(this.underWay);
    await this.temporal.close();
    await this.database.close();
  }

  private send(row: OutboxRow): void {
    const sending = this.relay.send(row);
    this.underWay.add(sending);
    void sending.finally(() => this.underWay.delete(sending));
  }
}
