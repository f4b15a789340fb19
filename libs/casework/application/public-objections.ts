import { Injectable } from '@nestjs/common';
import { Database, Writes, type WriteRequest, type WrittenAnswer } from '#libs/platform';
import type { Result } from '#libs/policy';
import { fileObjection, type NewObjection, type ObjectionReceipt } from './file-objection.use-case.ts';
import { followObjection, withdrawObjection, type ObjectionView } from './follow-objection.ts';

/** What anybody may do about a public notice, signed in or not: object, follow the objection, take it back. */
@Injectable()
export class PublicObjections {
  constructor(
    private readonly database: Database,
    private readonly writes: Writes,
  ) {}

  /** @throws RefusalError, e.g. NOTICE_CLOSED after the last day. */
  file(write: WriteRequest, noticeId: string, objection: NewObjection): Promise<WrittenAnswer<ObjectionReceipt>> {
    return this.writes.run(write, (tx) => fileObjection(tx, noticeId, objection, null));
  }

  follow(receipt: string, secret: string): Promise<Result<{ items: readonly ObjectionView[] }>> {
    return this.database.transaction((tx) => followObjection(tx, receipt, secret));
  }

  /** @throws RefusalError OBJECTION_UNKNOWN, OBJECTION_ENDED. */
  withdraw(write: WriteRequest, receipt: string, secret: string): Promise<WrittenAnswer<{ withdrawn: number }>> {
    return this.writes.run(write, (tx) => withdrawObjection(tx, receipt, secret));
  }
}
