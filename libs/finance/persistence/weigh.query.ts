import { statement } from '#libs/platform';

/** Whoever only looks cannot change anything, whatever goes wrong. */
export const onlyRead = statement('finance.only-read', 'set transaction read only');

/** Claims that are submitted and not withdrawn, the newest first; $1 the last one seen. */
export const claimsToWeigh = statement(
  'finance.claims-to-weigh',
  `select k.id, k.number, k.subsidy, k.settlement, k.region, k.title, k.snapshot_hash as "snapshotHash", finance.claim_state(k.id) as state, s.facts,
     coalesce((select array_agg(e.person_id) from casework.published_line_exclusion e where e.claim_id = k.id), '{}') as excluded
   from finance.claim k join finance.claim_submission s on s.claim_id = k.id and s.version = k.submitted_version
   where k.status = 'submitted' and ($1::uuid is null or k.id < $1) order by k.id desc limit 100`,
);

/** Classes with a policy and nothing claimed for them yet; $1 the last one seen. */
export const classesToWeigh = statement(
  'finance.classes-to-weigh',
  `select c.id from institution.published_class c
   where c.snapshot_hash is not null and ($1::uuid is null or c.id < $1)
     and not exists (select 1 from finance.claim_class x join finance.claim k on k.id = x.claim_id and k.status = 'submitted' where x.class_id = c.id)
   order by c.id desc limit 100`,
);
