import { accept, type Result } from '#libs/policy';
import { types, type PoolClient } from 'pg';
import { DataSource, type EntityManager, type EntitySchema, type QueryRunner } from 'typeorm';
import { config, type DatabaseRole } from '../config/config.ts';
import { RefusalError } from './refusal-error.ts';
import type { Statement } from './statement.ts';

const DATE = 1082;
const INT8 = 20;
types.setTypeParser(DATE, (text) => text); // a calendar day has no time zone: it stays YYYY-MM-DD
types.setTypeParser(INT8, (text) => BigInt(text)); // fen never pass through a float

/** Serialization failure and deadlock: PostgreSQL undid everything, so the work may simply run again. */
const REPEATABLE = new Set(['40001', '40P01']);
const ATTEMPTS = 3;

type Entity = (new () => object) | EntitySchema;

/** One transaction: prepared statements and TypeORM side by side on the same connection. */
export class Tx {
  /** Runs once the transaction is committed; never when it is rolled back. */
  readonly afterCommit: (() => void)[] = [];

  constructor(
    readonly client: PoolClient,
    readonly manager: EntityManager,
  ) {}

  async rows<Row extends object>(statement: Statement, values: readonly unknown[] = []): Promise<Row[]> {
    const { rows } = await this.client.query<Row>({ ...statement, values: [...values] });
    return rows;
  }

  async one<Row extends object>(statement: Statement, values: readonly unknown[] = []): Promise<Row | undefined> {
    return (await this.rows<Row>(statement, values))[0];
  }
}

/** The database as one role of ours sees it. */
export class Database {
  readonly source: DataSource;
  private ready?: Promise<unknown>;

  constructor(
    readonly role: DatabaseRole,
    entities: readonly Entity[] = [],
    url: string = config.databaseUrl(role),
  ) {
    this.source = new DataSource({
      type: 'postgres',
      url,
      entities: [...entities],
      synchronize: false,
      installExtensions: false,
      uuidExtension: 'pgcrypto',
      applicationName: `kaibantong-${role}`,
      poolSize: config.databasePool(),
      invalidWhereValuesBehavior: { null: 'throw', undefined: 'throw' },
      extra: {
        connectionTimeoutMillis: 2000,
        query_timeout: 6000,
        statement_timeout: 5000,
        lock_timeout: 2000,
        idle_in_transaction_session_timeout: 10_000,
        keepAlive: true,
      },
    });
  }

  /** Runs the work in one transaction; a thrown error (a refusal among them) rolls all of it back. */
  async transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.attempt(work);
      } catch (error) {
        const { code } = ((error as { driverError?: unknown }).driverError ?? error) as { code?: string };
        if (attempt === ATTEMPTS || code === undefined || !REPEATABLE.has(code)) throw error;
      }
    }
  }

  /** As `transaction`, for work that answers a Result: a refusal rolls back and is answered, not thrown. */
  async attemptResult<T>(work: (tx: Tx) => Promise<Result<T>>): Promise<Result<T>> {
    try {
      return accept(
        await this.transaction(async (tx) => {
          const result = await work(tx);
          if (!result.ok) throw new RefusalError(result.refusal);
          return result.value;
        }),
      );
    } catch (error) {
      if (error instanceof RefusalError) return { ok: false, refusal: error.refusal };
      throw error;
    }
  }

  async close(): Promise<void> {
    if (this.source.isInitialized) await this.source.destroy();
  }

  private async attempt<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    this.ready ??= this.source.initialize();
    await this.ready.catch((error: unknown) => {
      this.ready = undefined; // the database may be away only for a moment: the next call tries again
      throw error;
    });
    const runner = this.source.createQueryRunner();
    try {
      const client = (await runner.connect()) as PoolClient;
      await runner.startTransaction();
      const tx = new Tx(client, runner.manager);
      const result = await work(tx);
      await runner.commitTransaction();
      for (const after of tx.afterCommit) after();
      return result;
    } catch (error) {
      await this.rollBack(runner);
      throw error;
    } finally {
      await runner.release();
    }
  }

  private async rollBack(runner: QueryRunner): Promise<void> {
    if (!runner.isTransactionActive) return;
    try {
      await runner.rollbackTransaction();
    } catch (error) {
      // The connection is gone and the transaction with it; the error that matters is the one being thrown already.
      if (!(error instanceof Error)) throw error;
    }
  }
}
