import { statement } from '#libs/platform';

/** The lines of the sealed package that may be ordered now, and how many are held (AMB-05). */
export const payableLines = statement(
  'finance.payable-lines',
  `select s."lineId", s."personId", s."amountFen", k.payee_kind as "payeeKind", finance.is_held(k.id, s."personId") as "isHeld",
     (select nullif(o.state, 'stopped') from finance.payment_order_line l join finance.payment_order o on o.id = l.order_id where l.line_id = s."lineId"
      order by o.tranche desc, o.generation desc limit 1) as "orderState"
   from finance.claim k join finance.package_version p on p.claim_id = k.id and p.version = k.version,
     jsonb_to_recordset(p.document::jsonb -> 'lines') as s("lineId" uuid, "personId" uuid, "amountFen" bigint)
   where k.id = $1 and not exists (select 1 from casework.published_line_exclusion x where x.claim_id = k.id and x.person_id = s."personId")
   order by s."lineId"`,
);

/** One person's money in an order. */
export interface OrderedLine {
  readonly lineId: string;
  readonly personId: string;
  readonly amountFen: bigint;
}

export interface PayableLine extends OrderedLine {
  readonly payeeKind: 'applicant' | 'subject';
  readonly isHeld: boolean;
  /** Of the line's last order; null: never ordered, or stopped. */
  readonly orderState: string | null;
}

export interface PlacedOrder {
  readonly id: string;
  readonly key: string;
  readonly amountFen: bigint;
}

/** One order for one tranche with its lines; the key is derived, never chosen. $5: the person or unit that is paid itself. */
export const insertOrder = statement(
  'finance.insert-order',
  `with next as (
     select k.id, k.number, k.version, coalesce($5::uuid, k.institution_id) as payee_id, coalesce($3::int, (select coalesce(max(o.tranche), 0) + 1 from finance.payment_order o where o.claim_id = k.id)) as tranche,
       $4::int as generation from finance.claim k where k.id = $1
   ), lines as (select * from jsonb_to_recordset($2::jsonb) as l("lineId" uuid, "personId" uuid, "amountFen" bigint)
   ), placed as (
     insert into finance.payment_order (key, claim_id, version, payee_id, tranche, generation, amount_fen)
     select format('P-%s-%s-%s-%s', n.number, left(replace(n.payee_id::text, '-', ''), 4), n.tranche, n.generation), n.id, n.version, n.payee_id,
       n.tranche, n.generation, (select sum("amountFen") from lines) from next n returning id, key, amount_fen
   )
   select p.id, p.key, p.amount_fen as "amountFen" from placed p`,
);

export const insertOrderLines = statement(
  'finance.insert-order-lines',
  `insert into finance.payment_order_line (order_id, line_id, person_id, amount_fen)
   select $1, l."lineId", l."personId", l."amountFen" from jsonb_to_recordset($2::jsonb) as l("lineId" uuid, "personId" uuid, "amountFen" bigint)`,
);

export interface OrderRow {
  readonly id: string;
  readonly key: string;
  readonly claimId: string;
  readonly claimNumber: string;
  readonly region: string;
  readonly institutionId: string;
  readonly payeeId: string;
  /** A person's as lists show it. */
  readonly payeeName: string;
  /** Whether it is on record where the money goes. */
  readonly hasAccount: boolean;
  readonly tranche: number;
  readonly generation: number;
  readonly amountFen: bigint;
  readonly state: string;
  readonly batchId: string | null;
  readonly reason: string | null;
  readonly persons: number;
  readonly version: number;
}

const order = `o.id, o.key, o.claim_id as "claimId", k.number as "claimNumber", k.region, k.institution_id as "institutionId", o.payee_id as "payeeId",
  coalesce(s.payee_shown, i.payee_name, i.name) as "payeeName",
  case k.payee_kind when 'subject' then s.account_cipher is not null else i.payee_account_cipher is not null end as "hasAccount",
  o.tranche, o.generation, o.amount_fen as "amountFen", o.state, o.batch_id as "batchId", o.reason,
  (select count(*)::int from finance.payment_order_line l where l.order_id = o.id) as persons, o.row_version as version`;
const from = `finance.payment_order o join finance.claim k on k.id = o.claim_id left join institution.published_institution i on i.id = k.institution_id
  left join finance.claim_subject s on k.payee_kind = 'subject' and s.claim_id = k.id and s.person_id = o.payee_id`;

/** Came back, or was refused, and somebody in it is still to be paid by an order made anew. */
const outstanding = `o.state in ('rejected', 'returned')
  and not exists (select 1 from finance.payment_order n where n.claim_id = o.claim_id and n.tranche = o.tranche and n.generation > o.generation)
  and exists (select 1 from finance.payment_order_line l where l.order_id = o.id and not finance.is_excluded(o.claim_id, l.person_id))`;

/** $1 limit, $2 id of the last shown, $3 institution, $4 region scope, $5 hidden, $6 claim, $7 state, or `outstanding`. */
export const orderPage = statement(
  'finance.order-page',
  `select ${order} from ${from} where ($2::uuid is null or o.id < $2) and ($3::uuid is null or k.institution_id = $3) and ($4::text is null or k.region like $4 || '%')
     and k.institution_id <> all ($5::uuid[]) and ($6::uuid is null or o.claim_id = $6) and ($7::text is null or o.state = $7 or ($7 = 'outstanding' and ${outstanding})) order by o.id desc limit $1`,
);

export const orderByKey = statement('finance.order-by-key', `select ${order} from ${from} where o.key = $1`);
export const ordersOfBatch = statement('finance.orders-of-batch', `select ${order} from ${from} where o.batch_id = $1 order by o.key`);
/** Orders of a region that wait for a batch, in the order of their keys. */
export const waitingOrders = statement(
  'finance.waiting-orders',
  `select ${order} from ${from} where o.state = 'reserved' and o.batch_id is null and k.region like $1 || '%' and ($2::text[] is null or o.key = any ($2)) order by o.key`,
);

/** The lines of an order, and why one of them may not be paid now. */
export const linesOfOrder = statement(
  'finance.lines-of-order',
  `select l.line_id as "lineId", l.person_id as "personId", l.amount_fen as "amountFen", finance.is_held(o.claim_id, l.person_id) as "isHeld",
     finance.is_excluded(o.claim_id, l.person_id) as "isExcluded"
   from finance.payment_order_line l join finance.payment_order o on o.id = l.order_id where l.order_id = $1 order by l.line_id`,
);

export const stepOrders = statement(
  'finance.step-orders',
  `update finance.payment_order o set state = s.state, reason = s.reason from jsonb_to_recordset($1::jsonb) as s(key text, state text, reason text)
   where o.key = s.key and o.state <> s.state returning o.key, o.claim_id as "claimId"`,
);

export const putInBatch = statement('finance.put-in-batch', `update finance.payment_order set batch_id = $1 where key = any ($2)`);
/** What was stopped in it stays, to be seen. */
export const takeFromBatch = statement(
  'finance.take-from-batch',
  `update finance.payment_order set batch_id = null where batch_id = $1 and state = 'reserved'`,
);

/** Before orders of several claims are moved: an objection may be stopping some of them. */
export const lockClaims = statement('finance.lock-claims', `select finance.lock_claims($1)`);
export const lockClaimsOfBatch = statement(
  'finance.lock-claims-of-batch',
  `select finance.lock_claims(array(select key from finance.payment_order where batch_id = $1))`,
);

/** Whether an order was issued anew already. */
export const laterGeneration = statement(
  'finance.later-generation',
  `select 1 as one from finance.payment_order o join finance.payment_order l on l.claim_id = o.claim_id and l.tranche = o.tranche and l.generation > o.generation
   where o.id = $1 limit 1`,
);
