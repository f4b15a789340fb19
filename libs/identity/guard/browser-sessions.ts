import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Database, RefusalError } from '#libs/platform';
import { sessionOf, type SessionRow } from '../persistence/browser-session.query.ts';
import { hashOf, isActOfPerson, isFromOurPage, secretIn } from './session-cookie.ts';
import type { Proof } from './token-verifier.ts';

/** What a browser's cookie proves, and the office its person has chosen. */
export interface BrowserProof extends Proof {
  readonly officeId?: string;
  readonly secondsLeft: number;
}

/** Sessions of the console, as every process sees them. */
@Injectable()
export class BrowserSessions {
  constructor(private readonly database: Database) {}

  /**
   * The proof in the request's cookie; undefined when there is none or it has ended.
   * @throws RefusalError REQUEST_CROSS_SITE when another site's page made the browser send it.
   */
  async proofIn(request: FastifyRequest): Promise<BrowserProof | undefined> {
    const secret = secretIn(request);
    if (secret === undefined) return undefined;
    if (!isFromOurPage(request)) throw new RefusalError({ code: 'REQUEST_CROSS_SITE' });
    return this.proofOf(secret, isActOfPerson(request));
  }

  /** @param touch whether the person acts, so that the session lives on. */
  async proofOf(secret: string, touch: boolean): Promise<BrowserProof | undefined> {
    const row = await this.database.transaction((tx) => tx.one<SessionRow>(sessionOf, [hashOf(secret), touch]));
    if (!row) return undefined;
    const { accountId, officeId, authTime, secondFactor, secondsLeft } = row;
    const expiresAt = Math.floor(Date.now() / 1000) + secondsLeft;
    return { accountId, authTime: Number(authTime), secondFactor, expiresAt, secondsLeft, ...(officeId === null ? {} : { officeId }) };
  }
}
