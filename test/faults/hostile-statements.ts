/** A role of the database whose rights a service has, or the owner of the schemas, whom only the rules themselves stop. */
export type Attacker = 'casework' | 'worker' | 'payments' | 'finance' | 'owner';

/** A statement somebody sends past the services, under whose name, and the code it is refused with. */
export type Hostile = readonly [what: string, attacker: Attacker, sql: string, code: string | RegExp];

const CLAIM = `(select id from finance.published_claim order by number desc limit 1)`;
const VERSION = `(select version from finance.published_claim order by number desc limit 1)`;
const SHA = `(select package_sha256 from finance.published_claim order by number desc limit 1)`;
const SIGNER = `(select person_id from casework.signature order by at limit 1)`;
const sign = (version: string, sha: string, person: string, account: string, proof = 'platform.now(), true') =>
  `insert into casework.signature (claim_id, version, package_sha256, kind, person_id, account_id, office_id, task_id, authenticated_at, second_factor)
   select ${CLAIM}, ${version}, ${sha}, 'handler', ${person}, ${account}, office_id, task_id, ${proof} from casework.signature order by at limit 1`;
const accountOf = (login: string) => `(select account_id from casework.signature where person_id = ${login} limit 1)`;
const order = (set: Partial<Record<'key' | 'amount' | 'tranche' | 'generation' | 'payee', string>>) =>
  `insert into finance.payment_order (key, claim_id, version, payee_id, tranche, generation, amount_fen)
   select ${set.key ?? `format('P-%s-%s-%s-%s', k.number, left(replace(k.institution_id::text, '-', ''), 4), ${set.tranche ?? '9'}, ${set.generation ?? '0'})`},
     k.id, k.version, ${set.payee ?? 'k.institution_id'}, ${set.tranche ?? '9'}, ${set.generation ?? '0'}, ${set.amount ?? '100'} from finance.published_claim k where k.id = ${CLAIM}`;
const orderLine = (line: string, amount: string) =>
  `with o as (${order({ amount })} returning id) insert into finance.payment_order_line (order_id, line_id, person_id, amount_fen)
   select o.id, l.line_id, l.person_id, ${amount} from o, (${line}) l`;

/** A batch of one's own, released by oneself on what proves it: the sign-in's time and whether a code was given. */
const releaseOwn = (proof: string) =>
  `insert into finance.payment_batch (region, office_id, order_count, total_fen, content_sha256, built_by)
     select region, office_id, 1, 1, content_sha256, built_by from finance.payment_batch limit 1;
   update finance.payment_batch set state = 'released', released_by = built_by, (release_authenticated_at, release_second_factor) = (select ${proof}) where state = 'draft'`;

/** While the notice is open. */
const duringNotice: readonly Hostile[] = [
  ['one person signs twice', 'casework', sign(VERSION, SHA, SIGNER, accountOf(SIGNER)), 'SIGNER_SIGNED_BEFORE'],
  [
    'a signature covers another hash',
    'casework',
    sign(VERSION, `decode(repeat('ab', 32), 'hex')`, SIGNER, accountOf(SIGNER)),
    'PACKAGE_STALE',
  ],
  ['a signature covers another version', 'casework', sign(`${VERSION} + 1`, SHA, SIGNER, accountOf(SIGNER)), 'PACKAGE_STALE'],
  [
    'a contributor signs',
    'casework',
    sign(
      VERSION,
      SHA,
      `(select prepared_by from finance.published_claim limit 1)`,
      `(select id from identity.published_account a where a.person_id = (select prepared_by from finance.published_claim limit 1) limit 1)`,
    ),
    'SIGNER_IS_CONTRIBUTOR',
  ],
  [
    'somebody signs by a password alone',
    'casework',
    sign(VERSION, SHA, SIGNER, accountOf(SIGNER), 'platform.now(), false'),
    'SECOND_FACTOR_REQUIRED',
  ],
  [
    'somebody signs on a sign-in of six minutes ago',
    'casework',
    sign(VERSION, SHA, SIGNER, accountOf(SIGNER), `platform.now() - interval '6 minutes', true`),
    'STEP_UP_REQUIRED',
  ],
  ['a signature is taken away', 'casework', `delete from casework.signature`, /permission denied|CASE_RECORD_PERMANENT/],
  [
    'the notice is shortened',
    'worker',
    `update casework.public_notice set closes_at = closes_at - interval '1 day'`,
    /NOTICE_IMMUTABLE|NOTICE_TOO_SHORT/,
  ],
  [
    'a notice is published for too short a time',
    'worker',
    `insert into casework.public_notice (claim_id, version, number, title, region, institution_name, class_name, subsidy, line_count, total_fen, min_working_days, closes_at,
       roster_sha256) select claim_id, version, number || 'x', title, region, institution_name, class_name, subsidy, line_count, total_fen, min_working_days,
       closes_at - interval '1 day', roster_sha256 from casework.public_notice limit 1`,
    'NOTICE_TOO_SHORT',
  ],
  [
    'somebody joins the notice later',
    'worker',
    `insert into casework.public_notice_line select notice_id, 99, gen_random_uuid(), 'x', '1*', 'x', 1 from casework.public_notice_line limit 1`,
    'NOTICE_IMMUTABLE',
  ],
  ['money is ordered before the notice has closed', 'payments', order({}), /ORDER_UNSIGNED|NOTICE_OPEN/],
  [
    'finance reserves before the notice has closed',
    'casework',
    `select finance.published_reserve_budget(${CLAIM}, ${VERSION})`,
    'NOTICE_OPEN',
  ],
  ['a package is altered', 'worker', `update finance.package_version set document = '{}'`, /permission denied|PACKAGE_IMMUTABLE/],
  ['a claim is given another package', 'worker', `update finance.claim set amount_fen = amount_fen + 1`, 'PACKAGE_IMMUTABLE'],
  [
    'a client names its own time',
    'casework',
    `update casework.stage set opened_at = platform.now() - interval '1 year'`,
    'permission denied',
  ],
  [
    'a stage that has ended is opened again',
    'casework',
    `update casework.stage set outcome = null where outcome is not null`,
    /STAGE_ENDED|CASE_RECORD_PERMANENT/,
  ],
  ['the sandbox clock goes back', 'casework', `select platform.move_clock(platform.now() - interval '1 hour')`, 'CLOCK_BACKWARDS'],
];

const HELD = `select l.line_id, l.person_id from finance.published_claim_line l join casework.published_objection o on o.claim_id = l.claim_id and o.person_id = l.person_id where l.claim_id = ${CLAIM} and o.state = 'open'`;
const PAID = `select l.line_id, l.person_id from finance.payment_order_line l join finance.payment_order o on o.id = l.order_id where o.state = 'settled' and l.amount_fen = 250000 order by l.line_id limit 1`;

/** After most of the claim is paid, with one person held. */
const afterPayment: readonly Hostile[] = [
  ['a held person is paid', 'payments', orderLine(HELD, '250000'), 'ORDER_HELD'],
  ['a person is paid twice', 'payments', orderLine(PAID, '250000'), 'ORDER_TWICE'],
  ['more is paid than was signed', 'payments', orderLine(HELD, '240000'), 'ORDER_ABOVE_SIGNED'],
  ['more is ordered than is reserved', 'payments', order({ amount: '999999999' }), 'ORDER_UNRESERVED'],
  ['an order has no lines', 'payments', order({ amount: '100' }), 'ORDER_ABOVE_SIGNED'],
  ['another payee is paid', 'payments', order({ payee: 'gen_random_uuid()' }), 'ORDER_PAYEE'],
  ['a key is made up', 'payments', order({ key: `'P-X-1'` }), 'ORDER_KEY'],
  ['a generation is skipped', 'payments', order({ tranche: '1', generation: '5' }), 'ORDER_GENERATION'],
  ['an order goes back a step', 'payments', `update finance.payment_order set state = 'reserved' where state = 'settled'`, 'ORDER_STEP'],
  ['an order is removed', 'payments', `delete from finance.payment_order`, 'permission denied'],
  ['finance makes an order itself', 'finance', order({}), 'permission denied'],
  ['the worker makes an order', 'worker', order({}), 'permission denied'],
  ['a batch is released by its builder', 'payments', releaseOwn('platform.now(), true'), 'BATCH_SAME_PERSON'],
  ['a batch is released by a password alone', 'payments', releaseOwn('platform.now(), false'), 'SECOND_FACTOR_REQUIRED'],
  ['a batch is released on an old sign-in', 'payments', releaseOwn(`platform.now() - interval '6 minutes', true`), 'STEP_UP_REQUIRED'],
  [
    'the proof of a release is written anew',
    'payments',
    `update finance.payment_batch set release_authenticated_at = platform.now() where state = 'closed'`,
    'BATCH_FIXED',
  ],
  [
    'a budget goes below what is spent',
    'finance',
    `update finance.budget_line set total_fen = 1 where spent_fen > 0`,
    'BUDGET_INSUFFICIENT',
  ],
  ['a counter of the budget is set by hand', 'finance', `update finance.budget_line set spent_fen = 0`, 'permission denied'],
  ['the journal is altered', 'finance', `update finance.posting set amount_fen = 1`, 'permission denied'],
  ['the audit is altered', 'casework', `update platform.audit set act = 'nothing'`, 'permission denied'],
  ['the journal is altered', 'owner', `update finance.posting set amount_fen = 1`, 'JOURNAL_IMMUTABLE'],
  ['the journal is emptied', 'owner', `truncate finance.posting`, 'JOURNAL_IMMUTABLE'],
  [
    'an entry does not balance',
    'owner',
    `insert into finance.journal_entry (business_key, what) values ('x', 'x'); insert into finance.posting select max(id), 1, 'budget:140900:2024', 5 from finance.journal_entry; set constraints all immediate`,
    'JOURNAL_UNBALANCED',
  ],
  ['the audit is altered', 'owner', `update platform.audit set act = 'nothing'`, 'AUDIT_IMMUTABLE'],
  ['a payment order is removed', 'owner', `delete from finance.payment_order`, 'ORDER_FIXED'],
];

/** What is tried against an order class of Xinzhou, by the day of its road on which it stands where the attack hurts. */
export const attacks: Readonly<Record<string, readonly Hostile[]>> = { '2024-10-14': duringNotice, '2024-10-21': afterPayment };
