import { statement } from '#libs/platform';

export interface BatchRow {
  readonly id: string;
  readonly number: string;
  readonly region: string;
  readonly state: 'draft' | 'released' | 'submitted' | 'closed' | 'discarded';
  readonly orderCount: number;
  readonly totalFen: bigint;
  readonly contentSha256: string;
  readonly fileSha256: string | null;
  readonly builtBy: string;
  readonly builtAt: Date;
  readonly releasedAt: Date | null;
  readonly submittedAt: Date | null;
  readonly version: number;
}

const columns = `id, number, region, state, order_count as "orderCount", total_fen as "totalFen", encode(content_sha256, 'hex') as "contentSha256",
  encode(file_sha256, 'hex') as "fileSha256", built_by as "builtBy", built_at as "builtAt", released_at as "releasedAt", submitted_at as "submittedAt", version`;

export const batchById = statement('finance.batch-by-id', `select ${columns} from finance.payment_batch where id = $1`);
export const batchForUpdate = statement(
  'finance.batch-for-update',
  `select ${columns} from finance.payment_batch where id = $1 for no key update`,
);

export const batchPage = statement(
  'finance.batch-page',
  `select ${columns} from finance.payment_batch where ($2::uuid is null or id < $2) and region like $3 || '%' order by id desc limit $1`,
);

export const insertBatch = statement(
  'finance.insert-batch',
  `insert into finance.payment_batch (region, office_id, order_count, total_fen, content_sha256, built_by) values ($1, $2, $3, $4, $5, $6) returning ${columns}`,
);

export const releaseBatch = statement(
  'finance.release-batch',
  `update finance.payment_batch set state = 'released', released_by = $2, release_authenticated_at = $3, release_second_factor = $4
   where id = $1 returning ${columns}`,
);

export const stepBatch = statement(
  'finance.step-batch',
  `update finance.payment_batch set state = $2 where id = $1 and state <> $2 returning ${columns}`,
);

export const submitBatch = statement(
  'finance.submit-batch',
  `update finance.payment_batch set state = 'submitted', file_sha256 = decode($2, 'hex') where id = $1`,
);

export const openOrders = statement(
  'finance.open-orders',
  `select count(*) filter (where state in ('submitted', 'unknown'))::int as open from finance.payment_order where batch_id = $1`,
);

/** What the demonstration bank has of a key. */
export const bankReceives = statement(
  'finance.bank-receives',
  `insert into finance.simulated_payment (key, amount_fen, received, paid, answer)
   select b.key, b."amountFen", 1, case when b.answer = 'settled' then 1 else 0 end, b.answer from jsonb_to_recordset($1::jsonb) as b(key text, "amountFen" bigint, answer text)
   on conflict (key) do update set received = simulated_payment.received + 1,
     paid = simulated_payment.paid + case when $2::boolean and simulated_payment.answer = 'settled' then 1 else 0 end`,
);

export const bankKnows = statement(
  'finance.bank-knows',
  `select key, answer, received, paid from finance.simulated_payment where key = any ($1)`,
);
