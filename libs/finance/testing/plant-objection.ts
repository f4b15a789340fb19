import { demoAccount } from '#libs/identity';
import { statement, type Tx } from '#libs/platform';

const plainRows = statement('test.objection-plain-rows', 'set local session_replication_role = replica');
const guardedRows = statement('test.objection-guarded-rows', 'set local session_replication_role = origin');

const noticed = statement(
  'test.objection-notice-line',
  `insert into casework.public_notice_line (notice_id, line_number, person_id, name_shown, id_number_shown, standard, amount_fen)
   select n.id, 1 + (select count(*) from casework.public_notice_line l where l.notice_id = n.id), $2, '牛桂花', '1404**********0011', '1500', 150000
   from casework.public_notice n where n.claim_id = $1
     and not exists (select 1 from casework.public_notice_line l where l.notice_id = n.id and l.person_id = $2)`,
);
const objection = statement(
  'test.objection',
  `insert into casework.objection (claim_id, notice_id, person_id, receipt_number, facts_cipher, registered_by, due_on)
   select $1, n.id, $2, 'YY-' || gen_random_uuid(), '\\x01', $3, platform.today() + 10 from casework.public_notice n where n.claim_id = $1 returning id`,
);
const ended = statement('test.objection-ended', `update casework.objection set state = $2 where id = $1`);
const decision = statement(
  'test.objection-decision',
  `insert into casework.decision (task_id, case_id, stage, step, action, account_id, person_id, office_id, role)
   values (gen_random_uuid(), $1, 'objection', 0, 'uphold', $2, $3, $4, 'leader') returning id`,
);
const excluded = statement(
  'test.objection-exclusion',
  `insert into casework.line_exclusion (claim_id, person_id, decision_id, reason_code, decided_by) values ($1, $2, $3, 'objection-upheld', $4)`,
);
const reviewed = statement(
  'test.objection-reviewed',
  `insert into casework.stage (case_id, stage, round, ordinal, package_version, package_sha256, outcome, outcome_at)
   select id, 'finance-review', 1, 2, 1, package_sha256, 'approved', platform.now() from finance.claim where id = $1`,
);

/** A late objection to one person of a planted order's claim, registered by an officer; the guards that follow it are in force. Answers its id. */
export async function plantObjection(tx: Tx, claimId: string, personId: string): Promise<string> {
  await tx.rows(plainRows);
  await tx.rows(noticed, [claimId, personId]);
  await tx.rows(guardedRows);
  const planted = await tx.one<{ id: string }>(objection, [claimId, personId, demoAccount('hg.caseworker1').personId]);
  if (!planted) throw new Error('the objection was not planted');
  return planted.id;
}

/** Ends an objection: dismissed; or upheld, the person left out of the claim. */
export async function endPlanted(tx: Tx, id: string, upheld?: { readonly claimId: string; readonly personId: string }): Promise<void> {
  if (upheld) {
    const { accountId, personId, office } = demoAccount('hg.leader');
    await tx.rows(plainRows);
    const decided = await tx.one<{ id: string }>(decision, [upheld.claimId, accountId, personId, office.id]);
    await tx.rows(guardedRows);
    await tx.rows(excluded, [upheld.claimId, upheld.personId, decided?.id, personId]);
  }
  await tx.rows(ended, [id, upheld ? 'upheld' : 'dismissed']);
}

/** Finance has approved: the payment of the claim may be opened. */
export async function plantApproved(tx: Tx, claimId: string): Promise<void> {
  await tx.rows(plainRows);
  await tx.rows(reviewed, [claimId]);
}
