import { randomUUID } from 'node:crypto';
import { demoInstitutions, demoOffices } from '#libs/identity';
import { statement, type Tx } from '#libs/platform';

/** What the worker leaves behind when a claim is published; the guards of that road are casework's to test, so they are silent here. */
const plainRows = statement('test.plain-rows', 'set local session_replication_role = replica');

const institution = statement(
  'test.notice-institution',
  `insert into institution.institution (id, name, region, kind) values ($1, $2, $3, 'training') on conflict do nothing`,
);

const claim = statement(
  'test.notice-claim',
  `insert into finance.claim (id, number, basis, class_id, subsidy, institution_id, region, snapshot_hash, status, prepared_by, submitted_version, version, package_sha256, amount_fen)
   select $1::uuid, 'BT' || $1::uuid::text, 'list', null, 'order-project-training', $2, '140427', hash, 'submitted', $1, 1, 1, sha256('x'), 300000
   from rulebook.published_in_force where region = '140427' order by effective_from desc limit 1`,
);

const caseFile = statement(
  'test.notice-case',
  `insert into casework.case_file (id, kind, number, title, class_type, region, institution_id, office_id, snapshot_hash, current_stage)
   select $1::uuid, 'claim', 'BT' || left($1::uuid::text, 8), $2, 'project', '140427', $3, $4, hash, 'public-notice'
   from rulebook.published_in_force where region = '140427' order by effective_from desc limit 1`,
);

const notice = statement(
  'test.notice',
  `insert into casework.public_notice (id, claim_id, version, number, title, region, office_id, institution_name, class_name, subsidy, line_count, total_fen,
     min_working_days, published_on, closes_at, closes_on, roster_sha256)
   select $1::uuid, $2, 1, 'GS-' || left($1::uuid::text, 8), $3, '140427', $4, $5, $6, '订单式、项目制培训补贴', $7, $8, 5, platform.today(),
     casework.earliest_close(platform.today(), 5), (casework.earliest_close(platform.today(), 5) at time zone 'Asia/Shanghai')::date - 1, sha256('roster')`,
);

const lines = statement(
  'test.notice-lines',
  `insert into casework.public_notice_line (notice_id, line_number, person_id, name_shown, id_number_shown, standard, amount_fen)
   select $1, n, gen_random_uuid(), name, '1404**********0011', '前10天每人每天150元，后续每人每天100元', 150000
   from unnest($2::text[]) with ordinality as x(name, n)`,
);

export interface PlantedNotice {
  readonly id: string;
  readonly claimId: string;
}

/** A notice of today with the names given, of Huguan's policy. */
export async function plantNotice(
  tx: Tx,
  {
    names,
    title = '养老护理员一班补贴公示',
    className = '养老护理员一班',
  }: { readonly names: readonly string[]; readonly title?: string; readonly className?: string },
): Promise<PlantedNotice> {
  const { aimin } = demoInstitutions;
  const [id, claimId] = [randomUUID(), randomUUID()];
  await tx.rows(plainRows);
  await tx.rows(institution, [aimin.id, aimin.name, aimin.region]);
  await tx.rows(claim, [claimId, aimin.id]);
  await tx.rows(caseFile, [claimId, title, aimin.id, demoOffices.huguanHr.id]);
  await tx.rows(notice, [id, claimId, title, demoOffices.huguanHr.id, aimin.name, className, names.length, names.length * 150_000]);
  await tx.rows(lines, [id, names]);
  return { id, claimId };
}
