import type { MigrationInterface, QueryRunner } from 'typeorm';

const BUDGET = String.raw`
create table finance.budget_line (
  id uuid primary key default platform.uuid_v7(),
  fund text not null check (length(fund) between 1 and 60),
  region text not null check (region ~ '^[1-9][0-9]{5}$'),
  year int not null check (year between 2020 and 2100),
  total_fen bigint not null check (total_fen >= 0),
  reserved_fen bigint not null default 0 check (reserved_fen >= 0),
  spent_fen bigint not null default 0 check (spent_fen >= 0),
  version int not null default 1,
  unique (fund, region, year),
  constraint never_negative check (reserved_fen + spent_fen <= total_fen)
);

-- What a claim holds of a budget line; the claim's money comes from one line.
create table finance.reservation (
  claim_id uuid primary key references finance.claim,
  budget_line_id uuid not null references finance.budget_line,
  reserved_fen bigint not null check (reserved_fen >= 0),
  spent_fen bigint not null default 0 check (spent_fen >= 0),
  package_version int not null
);
`;

const LEDGER = String.raw`
create table finance.account (id text primary key check (id ~ '^[a-z]+(:[A-Za-z0-9-]+)*$'));

create table finance.journal_entry (
  id bigint generated always as identity primary key,
  business_key text not null unique,
  claim_id uuid references finance.claim,
  what text not null,
  at timestamptz not null default platform.now()
);
create index journal_of_claim on finance.journal_entry (claim_id, id);
create table finance.posting (
  entry_id bigint not null references finance.journal_entry,
  line int not null,
  account_id text not null references finance.account,
  amount_fen bigint not null check (amount_fen <> 0),
  primary key (entry_id, line)
);

create function finance.check_balanced() returns trigger language plpgsql security definer set search_path = finance, pg_temp as $$
declare of_entry bigint := coalesce((to_jsonb(new) ->> 'entry_id')::bigint, (to_jsonb(new) ->> 'id')::bigint);
begin
  if (select coalesce(sum(amount_fen), 0) <> 0 or count(*) < 2 from finance.posting where entry_id = of_entry) then
    perform platform.refuse('JOURNAL_UNBALANCED', jsonb_build_object('entry', of_entry));
  end if;
  return null;
end $$;
create constraint trigger entry_balanced after insert on finance.journal_entry deferrable initially deferred for each row execute function finance.check_balanced();
create constraint trigger posting_balanced after insert on finance.posting deferrable initially deferred for each row execute function finance.check_balanced();
create trigger entry_permanent before update or delete on finance.journal_entry for each row execute function platform.refuse_change('JOURNAL_IMMUTABLE');
create trigger posting_permanent before update or delete on finance.posting for each row execute function platform.refuse_change('JOURNAL_IMMUTABLE');
create trigger entry_kept before truncate on finance.journal_entry for each statement execute function platform.refuse_change('JOURNAL_IMMUTABLE');
create trigger posting_kept before truncate on finance.posting for each statement execute function platform.refuse_change('JOURNAL_IMMUTABLE');

-- Moves an amount from one account to another, once under its business key. Only the functions of this schema's owner call it.
create function finance.post(key text, of_claim uuid, of_what text, from_account text, to_account text, amount bigint) returns void
language plpgsql security definer set search_path = finance, pg_temp as $$
declare entry bigint;
begin
  if amount = 0 then return; end if;
  insert into finance.account values (from_account), (to_account) on conflict do nothing;
  insert into finance.journal_entry (business_key, claim_id, what) values (key, of_claim, of_what) returning id into entry;
  insert into finance.posting values (entry, 1, from_account, -amount), (entry, 2, to_account, amount);
end $$;

create view finance.published_balance as
  select p.account_id, sum(p.amount_fen)::bigint as balance_fen from finance.posting p group by p.account_id;
`;

/** Budget lines with what claims hold of them, and the double-entry ledger. */
export class CreateBudgetAndLedger1700000600002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(BUDGET);
    await runner.query(LEDGER);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `drop view finance.published_balance; drop table finance.posting, finance.journal_entry, finance.account, finance.reservation, finance.budget_line;
       drop function finance.check_balanced(), finance.post(text, uuid, text, text, text, bigint)`,
    );
  }
}
