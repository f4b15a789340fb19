import { demoAccount, demoOffices } from '#libs/identity';
import { encryptField, statement, type Tx } from '#libs/platform';

/** What an order rests on, as casework and this domain leave it behind: their own guards are silent here. */
const plainRows = statement('test.order-plain-rows', 'set local session_replication_role = replica');

const payee = statement(
  'test.order-payee',
  `update institution.institution set payee_name = name, payee_bank = '壶关县农村信用合作联社', payee_account_cipher = $2, payee_account_masked = '****8888'
   where id = $1 and octet_length(coalesce(payee_account_cipher, '\\x01')) = 1`,
);
const sealed = statement(
  'test.order-sealed',
  `insert into finance.package_version (claim_id, version, sha256, document, amount_fen)
   select k.id, 1, k.package_sha256, jsonb_build_object('payee', (select jsonb_build_object('fingerprint', encode(sha256(i.payee_account_cipher), 'hex'))
     from institution.published_institution i where i.id = k.institution_id), 'lines', (select jsonb_agg(jsonb_build_object('lineId', l.line_id, 'personId', l.person_id, 'amountFen', l.amount_fen))
     from finance.claim_line l where l.claim_id = k.id))::text, k.amount_fen from finance.claim k where k.id = $1`,
);
const filed = statement(
  'test.order-case',
  `insert into casework.case_file (id, kind, class_id, number, title, region, institution_id, current_stage)
   select id, 'claim', class_id, number, '养老护理员一班', region, institution_id, 'payout' from finance.claim where id = $1`,
);
const signed = statement(
  'test.order-signed',
  `insert into casework.signature (claim_id, version, package_sha256, kind, person_id, account_id, office_id, task_id, authenticated_at, second_factor)
   select id, 1, package_sha256, $2, $3, $4, $5, gen_random_uuid(), platform.now(), true from finance.claim where id = $1`,
);
const signedOff = statement(
  'test.order-signed-off',
  `insert into casework.stage (case_id, stage, round, ordinal, package_version, package_sha256, signers, outcome, outcome_at)
   select id, 'sign-off', 1, 1, 1, package_sha256, 2, 'signed', platform.now() from finance.claim where id = $1`,
);
const published = statement(
  'test.order-published',
  `insert into casework.public_notice (claim_id, version, number, title, region, institution_name, class_name, subsidy, line_count, total_fen, min_working_days,
     published_at, closes_at, closes_on, roster_sha256)
   select id, 1, 'GS' || id::text, '公示', region, '机构', '班级', subsidy, 2, amount_fen, 5, platform.now() - interval '10 days', platform.now() - interval '1 day',
     platform.today() - 2, package_sha256 from finance.claim where id = $1`,
);
const reserved = statement(
  'test.order-reserved',
  `with line as (update finance.budget_line b set reserved_fen = b.reserved_fen + k.amount_fen from finance.claim k
     where k.id = $1 and b.region = k.region and b.year = 2026 and b.fund = '提升行动资金' returning b.id, k.amount_fen)
   insert into finance.reservation (claim_id, budget_line_id, reserved_fen, spent_fen, package_version) select $1, id, amount_fen, 0, 1 from line`,
);
/** Numbers of claims are short and plain, as the guard of the key wants them. */
const numbered = statement(
  'test.order-numbered',
  `update finance.claim set number = 'BT140427' || lpad((floor(random() * 1e9))::bigint::text, 10, '0') where id = $1 returning number`,
);
const order = statement(
  'test.order',
  `with placed as (
     insert into finance.payment_order (key, claim_id, version, payee_id, tranche, generation, amount_fen)
     select format('P-%s-%s-1-0', k.number, left(replace(k.institution_id::text, '-', ''), 4)), k.id, 1, k.institution_id, 1, 0, k.amount_fen
     from finance.claim k where k.id = $1 returning id, key
   ), line as (
     insert into finance.payment_order_line (order_id, line_id, person_id, amount_fen)
     select p.id, l.line_id, l.person_id, l.amount_fen from placed p, finance.claim_line l where l.claim_id = $1
   ), ordered as (update finance.claim set ordered_fen = amount_fen where id = $1)
   select key from placed`,
);

/** A payment order of a planted claim that was signed by three, published and approved; it waits for a batch. Answers its key. */
export async function plantOrder(tx: Tx, claimId: string): Promise<string> {
  const { aimin } = demoOffices;
  await tx.rows(plainRows);
  await tx.rows(numbered, [claimId]);
  await tx.rows(payee, [aimin.id, encryptField('6228480000000008888', `institution.institution.payee_account_cipher|${aimin.id}`)]);
  for (const one of [sealed, filed, signedOff, published, reserved]) await tx.rows(one, [claimId]);
  for (const [kind, login] of [
    ['handler', 'hg.caseworker1'],
    ['handler', 'hg.caseworker2'],
    ['finance', 'hg.finance-reviewer'],
  ] as const) {
    const { personId, accountId, office } = demoAccount(login);
    await tx.rows(signed, [claimId, kind, personId, accountId, office.id]);
  }
  const placed = await tx.one<{ key: string }>(order, [claimId]);
  if (!placed) throw new Error('the order was not planted');
  return placed.key;
}

const sent = statement(
  'test.order-sent',
  `with batch as (update finance.payment_batch set state = 'submitted', submitted_at = platform.now() where id = $1)
   update finance.payment_order set state = 'submitted' where batch_id = $1`,
);

/** The batch as its road leaves it behind once the bank has it. */
export async function plantSent(tx: Tx, batchId: string): Promise<void> {
  await tx.rows(plainRows);
  await tx.rows(sent, [batchId]);
}
