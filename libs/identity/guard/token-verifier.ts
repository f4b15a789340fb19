import { Injectable } from '@nestjs/common';
import { createLocalJWKSet, createRemoteJWKSet, errors, type JWK, type JWTPayload, jwtVerify, type JWTVerifyGetKey } from 'jose';
import { config, Database } from '#libs/platform';
import { publicKeys } from '../persistence/signing-key.query.ts';
import { embeddedIssuer } from '../provider/embedded-issuer.ts';
import { discover } from './discover.ts';

const ALGORITHMS = ['ES256', 'RS256'];
const CLOCK_TOLERANCE_SECONDS = 5;
const REMEMBERED = 1000;

/** What a valid access token proves. */
export interface Proof {
  readonly accountId: string;
  /** Seconds since 1970, wall clock: when the password was entered. */
  readonly authTime: number;
  readonly secondFactor: boolean;
  readonly expiresAt: number;
}

/**
 * Verifies access tokens (RFC 9068): algorithm, issuer, audience and type are fixed by configuration, keys come from the configured
 * issuer only and never from the token (reliability.md T02). With the embedded provider the keys are rows of our own database.
 */
@Injectable()
export class TokenVerifier {
  private readonly seen = new Map<string, Proof>();
  private keys?: Promise<JWTVerifyGetKey>;
  private keysReadAt = 0;

  constructor(private readonly database: Database) {}

  /** The proof in a token; undefined when the token is not good for anything. Throws when keys cannot be read. */
  async verify(token: string): Promise<Proof | undefined> {
    const known = this.seen.get(token);
    if (known && known.expiresAt > Date.now() / 1000) return known;
    const proof = await this.check(token);
    if (proof) this.remember(token, proof);
    return proof;
  }

  /** Whether an ID token answers the very sign-in this nonce began (OpenID Connect Core 3.1.3.7); the account it names. */
  async verifyIdToken(token: string, client: string, nonce: string): Promise<string | undefined> {
    try {
      this.keys ??= this.readKeys();
      const { payload } = await jwtVerify(token, await this.keys, {
        algorithms: ALGORITHMS,
        issuer: config.oidcIssuer(),
        audience: client,
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
        requiredClaims: ['sub', 'exp', 'nonce'],
      });
      return payload['nonce'] === nonce ? payload.sub : undefined;
    } catch (error) {
      if (error instanceof errors.JOSEError && !(error instanceof errors.JWKSTimeout)) return undefined;
      throw error;
    }
  }

  private async check(token: string, isRetry = false): Promise<Proof | undefined> {
    try {
      this.keys ??= this.readKeys();
      const { payload } = await jwtVerify(token, await this.keys, {
        algorithms: ALGORITHMS,
        issuer: config.oidcIssuer(),
        audience: config.publicUrl(),
        typ: 'at+jwt',
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
        requiredClaims: ['sub', 'exp', 'iat', 'auth_time'],
      });
      return proofOf(payload);
    } catch (error) {
      if (error instanceof errors.JWKSNoMatchingKey && !isRetry && Date.now() - this.keysReadAt > 1000) {
        this.keys = undefined; // the issuer may have a new key; ask once, at most once a second
        return this.check(token, true);
      }
      if (error instanceof errors.JOSEError && !(error instanceof errors.JWKSTimeout)) return undefined;
      this.keys = undefined;
      throw error;
    }
  }

  private async readKeys(): Promise<JWTVerifyGetKey> {
    this.keysReadAt = Date.now();
    if (embeddedIssuer()) {
      const rows = await this.database.transaction((tx) => tx.rows<{ jwk: JWK }>(publicKeys));
      return createLocalJWKSet({ keys: rows.map((row) => row.jwk) });
    }
    return createRemoteJWKSet((await discover(config.oidcIssuer())).keys);
  }

  private remember(token: string, proof: Proof): void {
    if (this.seen.size >= REMEMBERED) this.seen.clear();
    this.seen.set(token, proof);
  }
}

function proofOf(payload: JWTPayload): Proof | undefined {
  const { sub, exp, auth_time: authTime, amr } = payload;
  if (typeof sub !== 'string' || typeof exp !== 'number' || typeof authTime !== 'number') return undefined;
  const secondFactor = Array.isArray(amr) && (amr.includes('otp') || amr.includes('mfa'));
  return { accountId: sub, authTime, secondFactor, expiresAt: exp };
}
