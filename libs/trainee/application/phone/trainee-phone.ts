import { Injectable } from '@nestjs/common';
import { Database, type Answer, type Tx, type WriteRequest, Writes, type WrittenAnswer } from '#libs/platform';
import { accept, type Result } from '#libs/policy';
import { nowOfPlatform } from '../../persistence/phone.query.ts';
import { clockIn, type ClockedIn } from './clock-in.use-case.ts';
import { disputesOf, fileDispute, type Dispute, type NewDispute } from './disputes.use-case.ts';
import { myClasses, type OwnClass } from './my-classes.ts';
import { endPhone, personOfPhone, signInByVoucher, type PhoneSession } from './sign-in.use-case.ts';

/** All a trainee sees: the own name, classes and disputes, and nobody else's. */
export interface PhoneView {
  readonly name: string;
  readonly maskedIdNumber: string;
  /** The business day, `YYYY-MM-DD`. */
  readonly today: string;
  readonly classes: readonly OwnClass[];
  readonly disputes: readonly Dispute[];
}

/** 学员手机页 for whatever carries it, an application or a page: `token` is what signing in answered. */
@Injectable()
export class TraineePhone {
  constructor(
    private readonly database: Database,
    private readonly writes: Writes,
  ) {}

  signIn(voucher: { readonly code: string; readonly idLastSix: string }): Promise<Result<PhoneSession>> {
    return this.database.transaction((tx) => signInByVoucher(tx, voucher));
  }

  signOut(token: string | undefined): Promise<void> {
    return this.database.transaction((tx) => endPhone(tx, token));
  }

  view(token: string | undefined): Promise<Result<PhoneView>> {
    return this.database.transaction(async (tx) => {
      const person = await personOfPhone(tx, token);
      if (!person.ok) return person;
      const { personId, name, maskedIdNumber } = person.value;
      const now = await tx.one<{ today: string }>(nowOfPlatform);
      if (!now) throw new Error('the database has no clock');
      const { today } = now;
      return accept({ name, maskedIdNumber, today, classes: await myClasses(tx, personId), disputes: await disputesOf(tx, personId) });
    });
  }

  /** @throws RefusalError, e.g. SESSION_CODE_WRONG, PHONE_SESSION_ENDED. */
  clockIn(
    write: WriteRequest,
    token: string | undefined,
    input: { readonly classId: string; readonly code: string },
  ): Promise<WrittenAnswer<ClockedIn>> {
    return this.write(write, token, (tx, personId) => clockIn(tx, personId, input));
  }

  /** @throws RefusalError, e.g. NOT_FOUND for a class of somebody else, PHONE_SESSION_ENDED. */
  dispute(write: WriteRequest, token: string | undefined, input: NewDispute): Promise<WrittenAnswer<{ id: string }>> {
    return this.write(write, token, (tx, personId) => fileDispute(tx, personId, input));
  }

  private write<Answered>(
    request: WriteRequest,
    token: string | undefined,
    work: (tx: Tx, personId: string) => Promise<Result<Answer<Answered>>>,
  ): Promise<WrittenAnswer<Answered>> {
    return this.writes.run(request, async (tx) => {
      const person = await personOfPhone(tx, token);
      return person.ok ? work(tx, person.value.personId) : person;
    });
  }
}
