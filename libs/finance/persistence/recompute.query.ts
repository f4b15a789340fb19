import { statement } from '#libs/platform';

/**
 * The claim computed a second time, by set algebra over the frozen facts and the snapshot's own numbers (`finance.recompute`), and compared with
 * the sealed package (design I12): one row a person or unit, differences 0 where both agree. Shares nothing with the calculation in TypeScript.
 */
export const recomputation = statement(
  'finance.recomputation',
  `with claim as materialized (
     select k.settlement, s.document::jsonb #> array['subsidies', k.subsidy] as rule, p.document::jsonb as package, f.facts
     from finance.claim k
     join rulebook.published_snapshot s on s.hash = k.snapshot_hash
     join finance.package_version p on p.claim_id = k.id and p.version = k.version
     join finance.claim_submission f on f.claim_id = k.id and f.version = (p.document::jsonb #>> '{claim,submittedVersion}')::int
     where k.id = $1
   ), counted as materialized (
     select jsonb_agg(x.fact) as facts from claim c, jsonb_array_elements(c.facts) as x(fact) where not c.package -> 'excluded' ? (x.fact ->> 'personId')
   ), whose as (
     select x.fact ->> 'ref' as ref, (x.fact ->> 'personId')::uuid as person_id from counted n, jsonb_array_elements(n.facts) as x(fact)
   ), due as (
     select w.person_id, r.amount_fen::bigint as fen, r.recovery_fen::bigint as recovery
     from claim c, counted n, lateral finance.recompute(c.rule, n.facts, c.settlement) r join whose w using (ref)
   ), sealed as (
     select coalesce(l."personId", b."personId") as person_id, coalesce(l."amountFen", 0) as fen, coalesce(b."recoveryFen", 0) as recovery
     from (select l.* from claim c, jsonb_to_recordset(c.package -> 'lines') as l("personId" uuid, "amountFen" bigint)) l
     full join (select b.* from claim c, jsonb_to_recordset(c.package -> 'recoveries') as b("personId" uuid, "recoveryFen" bigint)) b on b."personId" = l."personId"
   )
   select coalesce(d.person_id, s.person_id) as "personId", coalesce(d.fen, 0)::bigint as "recomputedFen", coalesce(s.fen, 0)::bigint as "sealedFen",
     (coalesce(d.fen, 0) - coalesce(s.fen, 0))::bigint as "differenceFen", (coalesce(d.recovery, 0) - coalesce(s.recovery, 0))::bigint as "recoveryDifferenceFen"
   from due d full join sealed s on s.person_id = d.person_id order by 1`,
);

export interface RecomputedLine {
  readonly personId: string;
  readonly recomputedFen: bigint;
  readonly sealedFen: bigint;
  readonly differenceFen: bigint;
  /** Recomputed recovery less the sealed one (AMB-18). */
  readonly recoveryDifferenceFen: bigint;
}
