import { statement } from '#libs/platform';

/** A claim as its papers name it. */
export interface ClaimOnPaper {
  readonly institution: string;
  readonly payeeName: string | null;
  readonly payeeBank: string | null;
  readonly payeeAccount: string | null;
  readonly office: string | null;
  readonly classNames: string | null;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly submittedAt: Date | null;
}

export const claimOnPaper = statement(
  'finance.claim-on-paper',
  `select i.name as institution, i.payee_name as "payeeName", i.payee_bank as "payeeBank", i.payee_account_masked as "payeeAccount",
     (select o.name from institution.published_class c join identity.published_office o on o.id = c.assigning_office_id where c.id = k.class_id) as office,
     (select string_agg(c.name, '、' order by c.starts_on, c.id) from finance.claim_class x join institution.published_class c on c.id = x.class_id where x.claim_id = k.id) as "classNames",
     (select min(c.starts_on) from finance.claim_class x join institution.published_class c on c.id = x.class_id where x.claim_id = k.id) as "startsOn",
     (select max(c.ends_on) from finance.claim_class x join institution.published_class c on c.id = x.class_id where x.claim_id = k.id) as "endsOn",
     (select s.submitted_at from finance.claim_submission s where s.claim_id = k.id and s.version = k.submitted_version) as "submittedAt"
   from finance.claim k join institution.published_institution i on i.id = k.institution_id where k.id = $1`,
);

export interface LineOnPaper {
  readonly personId: string;
  readonly identityCipher: Buffer | null;
  readonly maskedIdNumber: string | null;
  readonly unitName: string | null;
  readonly amountFen: bigint;
}

/** The lines of a sealed package: what was signed, whatever the rows say today. */
export const sealedLinesOnPaper = statement(
  'finance.sealed-lines-on-paper',
  `select s."personId", p.identity_cipher as "identityCipher", p.masked_id_number as "maskedIdNumber", u.name as "unitName", s."amountFen"
   from finance.package_version v, jsonb_to_recordset(v.document::jsonb -> 'lines') as s("lineId" uuid, "personId" uuid, "amountFen" bigint)
   left join trainee.published_person p on p.id = s."personId"
   left join finance.claim_subject j on j.claim_id = $1 and j.person_id = s."personId" left join finance.unit u on u.id = j.unit_id
   where v.claim_id = $1 and v.version = $2 order by s."lineId"`,
);

/** The lines of a claim nothing is sealed of. */
export const openLinesOnPaper = statement(
  'finance.open-lines-on-paper',
  `select l.person_id as "personId", p.identity_cipher as "identityCipher", p.masked_id_number as "maskedIdNumber", u.name as "unitName", l.amount_fen as "amountFen"
   from finance.claim_line l left join trainee.published_person p on p.id = l.person_id
   left join finance.claim_subject j on j.claim_id = l.claim_id and j.person_id = l.person_id left join finance.unit u on u.id = j.unit_id
   where l.claim_id = $1 and l.state = 'included' and l.amount_fen > 0 order by l.line_id`,
);

export interface OrderOnPaper {
  readonly key: string;
  readonly payeeName: string | null;
  readonly payeeBank: string | null;
  readonly payeeAccount: string | null;
  readonly persons: number;
  readonly amountFen: bigint;
}

/** What was ordered for a claim, tranche by tranche; an order made anew after a return is no new request. */
export const ordersOnPaper = statement(
  'finance.orders-on-paper',
  `select o.key, coalesce(a.name, s.payee_shown) as "payeeName", a.bank as "payeeBank", coalesce(a.masked, s.account_masked) as "payeeAccount", o.amount_fen as "amountFen",
     (select count(*)::int from finance.payment_order_line l where l.order_id = o.id) as persons
   from finance.payment_order o left join lateral finance.order_account(o.id) a on true
     left join finance.claim_subject s on a.name is null and s.claim_id = o.claim_id and s.person_id = o.payee_id
   where o.claim_id = $1 and not exists (select 1 from finance.payment_order first
     where first.claim_id = o.claim_id and first.tranche = o.tranche and first.generation < o.generation) order by o.tranche, o.key`,
);

export const reservedFrom = statement(
  'finance.reserved-from',
  `select b.fund, b.year from finance.reservation r join finance.budget_line b on b.id = r.budget_line_id where r.claim_id = $1 order by b.year desc limit 1`,
);
