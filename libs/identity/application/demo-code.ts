import { config, type Database } from '#libs/platform';
import { totpCode, totpStep } from '../domain/totp.ts';
import { cipherOfLogin } from '../persistence/second-factor.query.ts';
import { demoAccounts } from '../seed/demo-world.ts';
import { openSecret } from './totp-secret.ts';

/**
 * The code a demonstration account's authenticator shows now, which the sandbox prints on its sign-in page: nobody has their telephone. Undefined
 * outside the sandbox, for everybody else's account, and where the authenticator was taken away.
 */
export async function demoCode(database: Database, login: string, unixSeconds: number): Promise<string | undefined> {
  if (config.profile() !== 'sandbox' || !demoAccounts.some((one) => one.login === login)) return undefined;
  const found = await database.transaction((tx) => tx.one<{ id: string; cipher: Buffer }>(cipherOfLogin, [login]));
  return found && totpCode(openSecret(found.cipher, found.id), totpStep(unixSeconds));
}
