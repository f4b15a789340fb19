import { Injectable } from '@nestjs/common';
import type { Result } from '#libs/policy';
import { Database, type Tx } from '../database/database.ts';
import { RefusalError } from '../database/refusal-error.ts';
import { statement } from '../database/statement.ts';
import type { WriteRequest } from './write-request.ts';

export interface Answer<Body = unknown> {
  readonly body: Body;
  /** HTTP status, 200 unless said otherwise. */
  readonly status?: number;
  /** Version of the resource after the write; sent as its ETag. */
  readonly version?: number;
}

/** An answer and whether it is the stored one of an earlier request with the same key. */
export interface WrittenAnswer<Body = unknown> extends Answer<Body> {
  readonly replayed: boolean;
}

interface StoredAnswer {
  readonly route: string;
  readonly same: boolean;
  readonly status: number | null;
  readonly body: unknown;
  readonly version: bigint | null;
}

const claimKey = statement(
  'platform.claim-key',
  `insert into platform.idempotency (account_id, key, route, body_sha256) values ($1, $2, $3, $4) on conflict do nothing returning key`,
);
const loadAnswer = statement(
  'platform.load-answer',
  `select route, body_sha256 = $3 as same, status, body, version from platform.idempotency where account_id = $1 and key = $2`,
);
const storeAnswer = statement(
  'platform.store-answer',
  `update platform.idempotency set status = $3, body = $4, version = $5 where account_id = $1 and key = $2`,
);

/** The one way to write over HTTP: key, work, answer, commit, all in one transaction; only then anything is answered or sent on. */
@Injectable()
export class Writes {
  constructor(private readonly database: Database) {}

  /**
   * Runs the work once for ever under the request's key. A refusal rolls everything back, the key too, so that a corrected request may
   * use it again.
   * @throws RefusalError with the work's refusal, or one about the key.
   */
  async run<Body>(write: WriteRequest, work: (tx: Tx) => Promise<Result<Answer<Body>>>): Promise<WrittenAnswer<Body>> {
    return this.database.transaction(async (tx) => {
      const { actor, key } = write;
      const claimed = await tx.one(claimKey, [actor.accountId, key, write.route, write.bodySha256]);
      if (!claimed) return this.replay<Body>(tx, write);
      const result = await work(tx);
      if (!result.ok) throw new RefusalError(result.refusal);
      const { body, status = 200, version } = result.value;
      await tx.rows(storeAnswer, [actor.accountId, key, status, JSON.stringify(body ?? null), version ?? null]);
      return { body, status, ...(version === undefined ? {} : { version }), replayed: false };
    });
  }

  private async replay<Body>(tx: Tx, write: WriteRequest): Promise<WrittenAnswer<Body>> {
    const stored = await tx.one<StoredAnswer>(loadAnswer, [write.actor.accountId, write.key, write.bodySha256]);
    if (!stored || stored.status === null) throw new RefusalError({ code: 'IDEMPOTENCY_IN_FLIGHT' });
    if (!stored.same || stored.route !== write.route) throw new RefusalError({ code: 'IDEMPOTENCY_KEY_REUSED' });
    return {
      body: stored.body as Body,
      status: stored.status,
      ...(stored.version === null ? {} : { version: Number(stored.version) }),
      replayed: true,
    };
  }
}
