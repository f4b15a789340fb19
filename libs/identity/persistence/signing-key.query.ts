import { statement } from '#libs/platform';

export const currentKeys = statement(
  'identity.signing-keys',
  `select id, alg, private_cipher as "privateCipher" from identity.signing_key where retired_at is null order by created_at desc`,
);

/** Only where there is none: two processes that start together must agree on one key. */
export const addFirstKey = statement(
  'identity.add-first-signing-key',
  `insert into identity.signing_key (id, alg, public_jwk, private_cipher)
   select $1, $2, $3, $4 where not exists (select 1 from identity.signing_key where retired_at is null)`,
);

export const lockKeys = statement(
  'identity.lock-signing-keys',
  `select pg_advisory_xact_lock(hashtextextended('identity.signing_key', 0))`,
);

export const publicKeys = statement('identity.public-keys', `select public_jwk as jwk from identity.published_signing_key`);

export interface KeyRow {
  readonly id: string;
  readonly alg: 'ES256' | 'RS256';
  readonly privateCipher: Buffer;
}
