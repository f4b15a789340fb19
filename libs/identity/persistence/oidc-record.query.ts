import { statement } from '#libs/platform';

// Expiry is compared with clock_timestamp(), not platform.now(): tokens carry wall-clock times (RFC 7519), and the sandbox's moved clock
// must not sign everybody out.
export const saveRecord = statement(
  'identity.oidc-save',
  `insert into identity.oidc_record (model, id_hash, payload_cipher, grant_id, uid, expires_at)
   values ($1, $2, $3, $4, $5, clock_timestamp() + make_interval(secs => $6))
   on conflict (model, id_hash) do update set payload_cipher = excluded.payload_cipher, grant_id = excluded.grant_id, uid = excluded.uid,
     expires_at = excluded.expires_at`,
);

const fields = `id_hash as "idHash", payload_cipher as "payloadCipher", extract(epoch from consumed_at)::float8 as "consumedAt"`;

export const findRecord = statement(
  'identity.oidc-find',
  `select ${fields} from identity.oidc_record where model = $1 and id_hash = $2 and coalesce(expires_at, 'infinity') > clock_timestamp()`,
);

export const findRecordByUid = statement(
  'identity.oidc-find-by-uid',
  `select ${fields} from identity.oidc_record where model = $1 and uid = $2 and coalesce(expires_at, 'infinity') > clock_timestamp()
   order by expires_at desc limit 1`,
);

export const consumeRecord = statement(
  'identity.oidc-consume',
  `update identity.oidc_record set consumed_at = clock_timestamp() where model = $1 and id_hash = $2`,
);

export const destroyRecord = statement('identity.oidc-destroy', `delete from identity.oidc_record where model = $1 and id_hash = $2`);

export const revokeGrant = statement('identity.oidc-revoke-grant', `delete from identity.oidc_record where grant_id = $1`);

/** A few at a time, so that no request waits for a large sweep. */
export const sweepRecords = statement(
  'identity.oidc-sweep',
  `delete from identity.oidc_record where (model, id_hash) in
     (select model, id_hash from identity.oidc_record where expires_at < clock_timestamp() order by expires_at limit 200 for update skip locked)`,
);

export interface RecordRow {
  readonly idHash: Buffer;
  readonly payloadCipher: Buffer;
  readonly consumedAt: number | null;
}
