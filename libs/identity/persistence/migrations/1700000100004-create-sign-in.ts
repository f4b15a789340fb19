import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the embedded OpenID provider keeps: its signing keys and its sessions, codes and refresh tokens. */
export class CreateSignIn1700000100004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table identity.signing_key (
  id text primary key,
  alg text not null check (alg in ('ES256', 'RS256')),
  public_jwk jsonb not null check (not public_jwk ? 'd'),
  private_cipher bytea not null,
  created_at timestamptz not null default clock_timestamp(),
  retired_at timestamptz
);
comment on column identity.signing_key.private_cipher is 'Private JWK, AES-256-GCM, AAD identity.signing_key.private_cipher|<id>';

create table identity.oidc_record (
  model text not null,
  id_hash bytea not null,
  payload_cipher bytea not null,
  grant_id text,
  uid text,
  consumed_at timestamptz,
  expires_at timestamptz,
  primary key (model, id_hash)
);
create index oidc_record_grant on identity.oidc_record (grant_id) where grant_id is not null;
create index oidc_record_uid on identity.oidc_record (uid) where uid is not null;
create index oidc_record_expiry on identity.oidc_record (expires_at);
comment on table identity.oidc_record is 'Ids are secrets (refresh tokens, session cookies): only their SHA-256 is kept, payloads are encrypted. Expiry is on the wall clock, as the tokens are';

create view identity.published_signing_key as select id, alg, public_jwk from identity.signing_key;
grant select on identity.published_signing_key
  to kbt_institution, kbt_trainee, kbt_casework, kbt_finance, kbt_payments, kbt_identity, kbt_worker;
grant select, insert (id, alg, public_jwk, private_cipher), update (retired_at) on identity.signing_key to kbt_identity;
grant select, insert, update, delete on identity.oidc_record to kbt_identity;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table if exists identity.oidc_record, identity.signing_key cascade`);
  }
}
