import { statement } from '#libs/platform';

/**
 * The claim computed a second time, by set algebra over the frozen facts and the snapshot's own numbers, and compared with the sealed package
 * (design I12): one row a person, `difference` 0 where both agree. Shares nothing with the calculation in TypeScript.
 */
export const recomputation = statement(
  'finance.recomputation',
  `with claim as (
     select k.id, k.subsidy, k.version, s.document::jsonb #> array['subsidies', k.subsidy] as rule, p.document::jsonb as package, f.facts
     from finance.claim k
     join rulebook.published_snapshot s on s.hash = k.snapshot_hash
     join finance.package_version p on p.claim_id = k.id and p.version = k.version
     join finance.claim_submission f on f.claim_id = k.id and f.version = (p.document::jsonb #>> '{claim,submittedVersion}')::int
     where k.id = $1
   ), person as (
     select x."enrollmentId" as enrollment_id, x."personId" as person_id, x."payableDays" as days, x."isCompleted" as completed, x."isEmployed" as employed,
       x."paidFen" as paid, x.certificate, coalesce(x.subsidised, '[]'::jsonb) as subsidised
     from claim c, jsonb_to_recordset(c.facts) as x("enrollmentId" uuid, "personId" uuid, "payableDays" int, "isCompleted" boolean, "isEmployed" boolean,
       "paidFen" bigint, certificate text, subsidised jsonb)
     where not c.package -> 'excluded' ? x."personId"::text
   ), rate as (
     select count(*) filter (where completed) as trained, count(*) filter (where completed and employed) as employed from person
   ), tier as (
     select coalesce(lag((t.value ->> 'upToDay')::int) over (order by t.ordinality), 0) as from_day, (t.value ->> 'upToDay')::int as to_day, (t.value ->> 'fenPerDay')::bigint as fen
     from claim c, jsonb_array_elements(case when c.rule ->> 'kind' = 'tiered-days' then c.rule #> '{tiers,value}' else '[]' end) with ordinality t
   ), due as (
     select p.person_id, p.enrollment_id, case
       when c.rule ->> 'kind' = 'tiered-days' then case
         when not p.completed then 0
         when r.employed * 100 < r.trained * (c.rule #>> '{fullPayFromPercent,value}')::int and not p.employed then 0
         else greatest(0, least((c.rule #>> '{capFen,value}')::bigint,
           (select coalesce(sum(greatest(0, least(p.days, coalesce(t.to_day, p.days)) - t.from_day) * t.fen), 0) from tier t)) - p.paid) end
       when c.rule ->> 'kind' = 'per-person' then case
         when p.completed and p.days >= (c.rule #>> '{minimumDays,value}')::int and p.paid = 0 then (c.rule #>> '{fenPerPerson,value}')::bigint else 0 end
       else case when p.certificate is null or p.subsidised ? p.certificate then 0
         else coalesce((c.rule #>> array['fenPerCertificate', 'value', p.certificate])::bigint, 0) end
     end::bigint as fen
     from person p, claim c, rate r
   )
   select coalesce(d.person_id, s."personId") as "personId", coalesce(d.fen, 0)::bigint as "recomputedFen", coalesce(s."amountFen", 0)::bigint as "sealedFen",
     (coalesce(d.fen, 0) - coalesce(s."amountFen", 0))::bigint as "differenceFen"
   from due d full join (select l.* from claim c, jsonb_to_recordset(c.package -> 'lines') as l("personId" uuid, "amountFen" bigint)) s on s."personId" = d.person_id
   order by 1`,
);

export interface RecomputedLine {
  readonly personId: string;
  readonly recomputedFen: bigint;
  readonly sealedFen: bigint;
  readonly differenceFen: bigint;
}
