import { fromBase32, totpCode, totpStep } from '../domain/totp.ts';

/** What an authenticator that took in this secret (base32, spaces allowed) shows now; for tests. */
export function authenticatorCode(secret: string): string {
  return totpCode(fromBase32(secret), totpStep(Math.floor(Date.now() / 1000)));
}
