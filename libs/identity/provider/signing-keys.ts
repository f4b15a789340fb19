import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { type Database, decryptField, encryptField } from '#libs/platform';
import { addFirstKey, currentKeys, lockKeys, type KeyRow } from '../persistence/signing-key.query.ts';

const ALG = 'ES256';

export interface SigningJwk extends JWK {
  readonly kid: string;
  readonly alg: 'ES256' | 'RS256';
}

const place = (id: string): string => `identity.signing_key.private_cipher|${id}`;

/** The provider's private keys, newest first; the first call on a new database makes one. Kept, so that a restart keeps sessions. */
export async function signingKeys(database: Database): Promise<readonly SigningJwk[]> {
  const rows = await database.transaction((tx) => tx.rows<KeyRow>(currentKeys));
  return rows.length > 0 ? rows.map(read) : createFirstKey(database);
}

function read(row: KeyRow): SigningJwk {
  return JSON.parse(decryptField(row.privateCipher, place(row.id))) as SigningJwk;
}

async function createFirstKey(database: Database): Promise<readonly SigningJwk[]> {
  const { privateKey, publicKey } = await generateKeyPair(ALG, { extractable: true });
  const kid = crypto.randomUUID();
  const secret = { ...(await exportJWK(privateKey)), kid, alg: ALG, use: 'sig' };
  const open = { ...(await exportJWK(publicKey)), kid, alg: ALG, use: 'sig' };
  return database.transaction(async (tx) => {
    await tx.rows(lockKeys);
    await tx.rows(addFirstKey, [kid, ALG, JSON.stringify(open), encryptField(JSON.stringify(secret), place(kid))]);
    return (await tx.rows<KeyRow>(currentKeys)).map(read);
  });
}
