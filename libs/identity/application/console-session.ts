import { Injectable } from '@nestjs/common';
import { audit, Database } from '#libs/platform';
import { accept, refuse, type Result } from '#libs/policy';
import { FRESH_SECONDS } from '../domain/fresh-login.ts';
import { ActorResolver, type SignedIn } from '../guard/actor-resolver.ts';
import { BrowserSessions } from '../guard/browser-sessions.ts';
import { hashOf, newSecret } from '../guard/session-cookie.ts';
import type { Proof } from '../guard/token-verifier.ts';
import { chooseOffice, endSession, insertSession, loginOf, sweepSessions } from '../persistence/browser-session.query.ts';

/** A session ends after this, however busy the person is: a working day. */
const HOURS = 10;

export interface OpenSession {
  readonly person: SignedIn;
  readonly login: string;
  readonly officeId: string | null;
  readonly secondsLeft: number;
  /** Whether an authenticator is enrolled. */
  readonly hasSecondFactor: boolean;
  /** For how long this sign-in is good for a signature: 0 where no code was given, or too long ago. */
  readonly signSecondsLeft: number;
}

/** The console's sessions: opened after a sign-in, read, ended. */
@Injectable()
export class ConsoleSession {
  constructor(
    private readonly database: Database,
    private readonly sessions: BrowserSessions,
    private readonly actors: ActorResolver,
  ) {}

  /** Opens a session on what a sign-in proved and ends the one before; answers the secret for the cookie. The office stays chosen for the same person. */
  async open(proof: Proof, former: string | undefined): Promise<string> {
    const before = former === undefined ? undefined : await this.sessions.proofOf(former, false);
    const secret = newSecret();
    const person = await this.actors.signedIn(proof);
    const kept = before?.accountId === proof.accountId ? before.officeId : undefined;
    const office = kept ?? (person?.offices.length === 1 ? person.offices[0]?.officeId : undefined) ?? null;
    await this.database.transaction(async (tx) => {
      if (former !== undefined) await tx.rows(endSession, [hashOf(former)]);
      await tx.rows(insertSession, [hashOf(secret), proof.accountId, office, proof.authTime, proof.secondFactor, HOURS]);
      await tx.rows(sweepSessions);
      await audit(tx, { actor: null, act: 'session-opened', subject: { kind: 'account', id: proof.accountId } });
    });
    return secret;
  }

  /** Who the cookie's session belongs to; undefined when it has ended. */
  async read(secret: string | undefined, touch: boolean): Promise<OpenSession | undefined> {
    const proof = secret === undefined ? undefined : await this.sessions.proofOf(secret, touch);
    const person = proof && (await this.actors.signedIn(proof));
    if (!proof || !person) return undefined;
    const known = await this.database.transaction((tx) => tx.one<{ login: string; hasSecondFactor: boolean }>(loginOf, [proof.accountId]));
    const chosen =
      person.offices.find(({ officeId }) => officeId === proof.officeId) ?? (person.offices.length === 1 ? person.offices[0] : undefined);
    const signSecondsLeft = proof.secondFactor ? Math.max(0, Math.floor(proof.authTime + FRESH_SECONDS - Date.now() / 1000)) : 0;
    return {
      ...{ person, login: known?.login ?? '', officeId: chosen?.officeId ?? null, secondsLeft: proof.secondsLeft },
      ...{ hasSecondFactor: known?.hasSecondFactor ?? false, signSecondsLeft },
    };
  }

  /** For which office the person acts from now on. Refusal OFFICE_NOT_YOURS. */
  async actFor(secret: string | undefined, officeId: string): Promise<Result<OpenSession>> {
    const open = await this.read(secret, true);
    if (secret === undefined || !open) return refuse('UNAUTHENTICATED');
    if (!open.person.offices.some((office) => office.officeId === officeId)) return refuse('OFFICE_NOT_YOURS');
    await this.database.transaction((tx) => tx.rows(chooseOffice, [hashOf(secret), officeId]));
    return accept({ ...open, officeId });
  }

  async end(secret: string | undefined): Promise<void> {
    if (secret === undefined) return;
    await this.database.transaction(async (tx) => {
      const ended = await tx.one<{ accountId: string }>(endSession, [hashOf(secret)]);
      if (ended) await audit(tx, { actor: null, act: 'session-ended', subject: { kind: 'account', id: ended.accountId } });
    });
  }
}
