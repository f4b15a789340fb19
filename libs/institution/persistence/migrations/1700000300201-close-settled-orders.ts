import type { MigrationInterface, QueryRunner } from 'typeorm';

const SQL = String.raw`
-- 订单式培训一单一结算: an order that is being settled takes no further class (PRC-49, AMB-19). Planned late: finance's views come later.
create function institution.guard_settled_order() returns trigger language plpgsql security definer set search_path = institution, pg_temp as $$
begin
  if new.class_type = 'order' and exists (select 1 from finance.published_claim k where k.basis = 'order' and k.institution_id = new.institution_id
      and k.order_id = new.order_id and k.status = 'submitted' and finance.claim_state(k.id) in ('under-review', 'returned', 'approved')) then
    perform platform.refuse('ORDER_SETTLED', jsonb_build_object('order', new.order_id));
  end if;
  return new;
end $$;
create trigger class_of_open_order before insert on institution.training_class for each row execute function institution.guard_settled_order();
create trigger class_to_open_order before update of class_type, order_id on institution.training_class for each row
  when ((new.class_type, new.order_id) is distinct from (old.class_type, old.order_id)) execute function institution.guard_settled_order();
revoke execute on function institution.guard_settled_order() from public;

-- Enterprises claim for their own staff and for certificates they organised (HG24 二(六)).
alter table institution.institution drop constraint institution_kind_check;
alter table institution.institution add constraint institution_kind_check check (kind in ('training', 'evaluation', 'enterprise'));
`;

/** What settles once stays whole; enterprises are applicants too. */
export class CloseSettledOrders1700000300201 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SQL);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `drop function institution.guard_settled_order() cascade; alter table institution.institution drop constraint institution_kind_check;
       alter table institution.institution add constraint institution_kind_check check (kind in ('training', 'evaluation'))`,
    );
  }
}
