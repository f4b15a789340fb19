import { Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import type { EntitySchema } from 'typeorm';
import type { DatabaseRole } from './config/config.ts';
import { Database } from './database/database.ts';
import { FileStore } from './files/file-store.ts';
import { Writes } from './http/writes.ts';
import { Papers } from './papers/papers.ts';

/** The database as one role sees it, and what builds on it. Each domain module imports its own. */
@Module({})
export class PlatformModule implements OnApplicationShutdown {
  constructor(private readonly database: Database) {}

  /** @param entities the TypeORM entities of the importing domain. */
  static forRole(role: DatabaseRole, entities: readonly ((new () => object) | EntitySchema)[] = []): DynamicModule {
    return {
      module: PlatformModule,
      providers: [{ provide: Database, useFactory: () => new Database(role, entities) }, Writes, FileStore, Papers],
      exports: [Database, Writes, FileStore, Papers],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.database.close();
  }
}
