import type { MigrationInterface, QueryRunner } from 'typeorm';

const SQL = String.raw`
create sequence finance.batch_number;
-- One file to the bank: built by one person, released by another, sent once.
create table finance.payment_batch (
  id uuid primary key default platform.uuid_v7(),
  number text not null unique,
  region text not null check (region ~ '^[1-9][0-9]{5}$'),
  office_id uuid not null,
  state text not null default 'draft' check (state in ('draft', 'released', 'submitted', 'closed', 'discarded')),
  order_count int not null check (order_count >= 1),
  total_fen bigint not null check (total_fen > 0),
  content_sha256 bytea not null check (octet_length(content_sha256) = 32),
  built_by uuid not null,
  built_at timestamptz not null default platform.now(),
  released_by uuid,
  released_at timestamptz,
  file_sha256 bytea references platform.file,
  submitted_at timestamptz,
  version int not null default 1
);
comment on column finance.payment_batch.content_sha256 is 'Of the ordered list of keys and amounts: what the second person releases';

-- Money to one payee for one tranche of a claim. The key is derivable and goes to the bank as end-to-end id.
create table finance.payment_order (
  id uuid primary key default platform.uuid_v7(),
  key text not null unique check (length(key) <= 35),
  claim_id uuid not null references finance.claim,
  version int not null,
  payee_id uuid not null,
  tranche int not null check (tranche >= 1),
  generation int not null check (generation >= 0),
  amount_fen bigint not null check (amount_fen > 0),
  state text not null default 'reserved' check (state in ('reserved', 'submitted', 'settled', 'rejected', 'unknown', 'returned')),
  batch_id uuid references finance.payment_batch,
  reason text,
  ordered_at timestamptz not null default platform.now(),
  answered_on date,
  row_version int not null default 1,
  unique (claim_id, tranche, generation)
) with (fillfactor = 80);
create unique index payment_order_one_live on finance.payment_order (claim_id, tranche) where state not in ('rejected', 'returned');
create index payment_order_waiting on finance.payment_order (ordered_at) where state = 'reserved' and batch_id is null;
create index payment_order_of_batch on finance.payment_order (batch_id);

create table finance.payment_order_line (
  order_id uuid not null references finance.payment_order,
  line_id uuid not null references finance.claim_line,
  person_id uuid not null,
  amount_fen bigint not null check (amount_fen > 0),
  primary key (order_id, line_id)
);
create index payment_order_line_of_line on finance.payment_order_line (line_id);

create table finance.payment_step (from_state text, to_state text, primary key (from_state, to_state));
insert into finance.payment_step values ('reserved', 'submitted'), ('submitted', 'settled'), ('submitted', 'rejected'), ('submitted', 'unknown'),
  ('unknown', 'settled'), ('unknown', 'rejected'), ('settled', 'returned');

-- The demonstration bank. What it was sent, how often, and what it was told to answer.
create table finance.simulated_payment (
  key text primary key,
  amount_fen bigint not null,
  received int not null default 1,
  paid int not null default 0,
  answer text not null default 'settled' check (answer in ('settled', 'rejected', 'mute'))
);
`;

/** Payment orders, batches, and the bank of the sandbox. */
export class CreatePayments1700000600011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SQL);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `drop table finance.simulated_payment, finance.payment_step, finance.payment_order_line, finance.payment_order, finance.payment_batch;
       drop sequence finance.batch_number`,
    );
  }
}
