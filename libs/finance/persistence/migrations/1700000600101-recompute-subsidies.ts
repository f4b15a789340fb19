import type { MigrationInterface, QueryRunner } from 'typeorm';

const VALUE = String.raw`
-- A number of a rule; null where nobody states it.
create function finance.rule_number(rule jsonb, path text) returns numeric language sql immutable as $$
  select (rule #>> (array[path, 'value']))::numeric
$$;
`;

const PERSONS = String.raw`
-- What each person is worth in all by rules on days, persons and certificates. Null: a value this line needs is missing.
create function finance.due_for_persons(rule jsonb, lines jsonb) returns table (nth bigint, fen numeric) language sql immutable as $$
  select x.nth, case rule ->> 'kind'
    when 'tiered-days' then case when rule #>> '{tiers,kind}' = 'missing' then
        case when fact ->> 'approvedFen' is not null then least((fact ->> 'approvedFen')::numeric, finance.rule_number(rule, 'capFen')) end
      else least(finance.rule_number(rule, 'capFen'), (
        select coalesce(sum(greatest(0, least((fact ->> 'payableDays')::numeric, coalesce(t.upto, 'infinity')) - t.above) * t.fen), 0)
        from (select (e.tier ->> 'upToDay')::numeric as upto, (e.tier ->> 'fenPerDay')::numeric as fen,
            coalesce(lag((e.tier ->> 'upToDay')::numeric) over (order by e.nth), 0) as above
          from jsonb_array_elements(rule #> '{tiers,value}') with ordinality as e(tier, nth)) t)) end
    when 'daily-rate' then greatest(
      least((fact ->> 'payableDays')::numeric * finance.rule_number(rule, 'fenPerDay'),
        case when rule #>> '{cap,value,binding}' = 'soft' then greatest((rule #>> '{cap,value,fen}')::numeric, (fact ->> 'overrideCapFen')::numeric)
          else (rule #>> '{cap,value,fen}')::numeric end),
      least((fact ->> 'payableDays')::numeric * (rule #>> '{earlierHigherStandard,value,fenPerDay}')::numeric,
        case when rule #> '{earlierHigherStandard,value}' is not null then (rule #>> '{earlierHigherStandard,value,capFen}')::numeric end))
    when 'per-person' then case when (fact ->> 'payableDays')::numeric >= finance.rule_number(rule, 'minimumDays')
      then finance.rule_number(rule, 'fenPerPerson') else 0 end
    when 'per-certificate' then case
      when fact ->> 'certificate' is null
        or (rule #>> '{excludeInsured,value}')::boolean and (fact ->> 'isInsured')::boolean and (fact ->> 'qualifiesForIndividual')::boolean
        or rule #>> '{repeats,value}' = 'once' and jsonb_array_length(fact -> 'subsidised') > 0
        or rule #>> '{repeats,value}' = 'once-per-level' and fact -> 'subsidised' ? (fact ->> 'certificate')
        or rule #> '{firstTimeOnly,value}' ? (fact ->> 'certificate') and not (fact ->> 'isFirst')::boolean then 0
      else (rule #>> array['fenPerCertificate', 'value', fact ->> 'certificate'])::numeric end
    when 'individual-level' then case
      when fact ->> 'level' is null or (fact ->> 'contributionMonths')::numeric < finance.rule_number(rule, 'minimumContributionMonths') then 0
      else (rule #>> array['fenByLevel', 'value', fact ->> 'level'])::numeric end
  end
  from jsonb_array_elements(lines) with ordinality as x(fact, nth)
  where rule ->> 'kind' in ('tiered-days', 'daily-rate', 'per-person', 'per-certificate', 'individual-level')
$$;
`;

const TIMES_AND_UNITS = String.raw`
-- The same by rules on months, years, levels and counts.
create function finance.due_for_time_and_units(rule jsonb, lines jsonb) returns table (nth bigint, fen numeric) language sql immutable as $$
  select x.nth, case rule ->> 'kind'
    when 'per-month' then case
      when rule #> '{eligible,value}' is not null and not exists (
        select 1 from jsonb_array_elements(rule #> '{eligible,value}') e
        where fact -> 'groups' ? (e ->> 'group') and (jsonb_typeof(e -> 'employerKinds') = 'null' or e -> 'employerKinds' ? (fact ->> 'employerKind'))) then 0
      when (fact ->> 'months')::numeric < finance.rule_number(rule, 'undecidedBelowMonths') then null
      else least((fact ->> 'months')::numeric,
          case when finance.rule_number(rule, 'maximumMonths') is not null then greatest(0, finance.rule_number(rule, 'maximumMonths') - (fact ->> 'monthsPaid')::numeric) end)
        * finance.rule_number(rule, 'fenPerMonth') end
    when 'month-tiers' then coalesce((
      select (t ->> 'fen')::numeric from jsonb_array_elements(rule #> '{tiers,value}') t
      where (t ->> 'fromMonths')::numeric <= (fact ->> 'months')::numeric order by (t ->> 'fromMonths')::numeric desc limit 1), 0)
    when 'per-year-range' then (
      select case when (fact ->> 'months')::numeric = 0 and rate between finance.rule_number(rule, 'minimumFen') and finance.rule_number(rule, 'maximumFen')
        then (fact ->> 'years')::numeric * rate end
      from (select case when rule #>> '{fenPerYear,kind}' = 'missing' then (fact ->> 'approvedFen')::numeric else finance.rule_number(rule, 'fenPerYear') end as rate) r)
    when 'capacity-steps' then case when (fact ->> 'capacity')::numeric < finance.rule_number(rule, 'fromCapacity') then 0
      else least(finance.rule_number(rule, 'capFen'), finance.rule_number(rule, 'baseFen') + finance.rule_number(rule, 'stepFen')
        * div(greatest(0, (fact ->> 'capacity')::numeric - finance.rule_number(rule, 'baseUpTo')), finance.rule_number(rule, 'stepPersons'))) end
    when 'per-level' then case
      when fact ->> 'level' is null then 0
      when fact ->> 'paidLevel' is null then (rule #>> array['fenByLevel', 'value', fact ->> 'level'])::numeric
      else (select case when before is null or now is null then null when now <= before then 0 when rule #>> '{onUpgrade,value}' = 'full' then now else now - before end
        from (select (rule #>> array['fenByLevel', 'value', fact ->> 'level'])::numeric as now, (rule #>> array['fenByLevel', 'value', fact ->> 'paidLevel'])::numeric as before) l) end
    when 'per-unit' then (fact ->> 'count')::numeric * finance.rule_number(rule, 'fenPerUnit')
    when 'counts-with-cap' then case when fact ->> 'level' is null then 0 else (
      select case when l is not null then least((fact ->> 'trained')::numeric * (l ->> 'fenPerTrained')::numeric + (fact ->> 'exported')::numeric * (l ->> 'fenPerExported')::numeric,
        greatest(0, (l ->> 'capFen')::numeric - (fact ->> 'awardedFen')::numeric)) end
      from (select rule #> array['levels', 'value', fact ->> 'level'] as l) of_level) end
  end
  from jsonb_array_elements(lines) with ordinality as x(fact, nth)
  where rule ->> 'kind' not in ('tiered-days', 'daily-rate', 'per-person', 'per-certificate', 'individual-level')
$$;
`;

const RECOMPUTE = String.raw`
-- A claim computed by set algebra over its frozen facts and the numbers of its snapshot's rule, sharing nothing with the calculation in TypeScript
-- (design I12). facts: the array frozen with the submission, each line with its ref; amounts as strings of fen. settlement: advance or final.
-- One row a line, in fen. Where a value is missing that the claim needs, every line is held and every amount 0.
create function finance.recompute(rule jsonb, facts jsonb, settlement text)
returns table (ref text, amount_fen numeric, recovery_fen numeric, is_held boolean) language sql immutable as $$
  with told as materialized (
    select jsonb_agg('{"people": 1, "payableDays": 0, "isCompleted": true, "isEmployed": false, "groups": [], "paidFen": "0", "classesThisYear": 0, "overrideYearlyLimit": false,
      "isFirst": false, "subsidised": [], "isInsured": false, "qualifiesForIndividual": false, "contributionMonths": 0, "months": 0, "monthsPaid": 0, "years": 0, "capacity": 0,
      "count": 0, "trained": 0, "exported": 0, "awardedFen": "0"}'::jsonb || f.fact order by f.nth) as lines
    from jsonb_array_elements(facts) with ordinality as f(fact, nth)
  ), line as materialized (
    select f.nth, f.fact, (f.fact ->> 'people')::numeric as people, (f.fact ->> 'isCompleted')::boolean as completed, (f.fact ->> 'isEmployed')::boolean as employed
    from told, jsonb_array_elements(told.lines) with ordinality as f(fact, nth)
  ), unsaid as (
    -- Values without which nothing can be computed at all.
    select exists (select 1 from jsonb_each(rule) v where jsonb_typeof(v.value) = 'object' and v.value ->> 'kind' = 'missing'
      and v.key not in ('payee', 'fund', 'belowRate', 'earlierHigherStandard', 'fenPerYear')
      and not (v.key = 'tiers' and rule ->> 'kind' = 'tiered-days')) as is_held
  ), rate as (
    select rule ->> 'kind' <> 'tiered-days' or settlement = 'advance'
        or coalesce(sum(people) filter (where completed and employed), 0) * 100 >= sum(people) filter (where completed) * finance.rule_number(rule, 'fullPayFromPercent') as is_full,
      coalesce(sum(people) filter (where completed), 0) as trained
    from line
  ), left_out as (
    select l.nth from line l, rate r
    where settlement = 'final' and not l.completed
        and (rule ->> 'kind' in ('tiered-days', 'per-person') or rule ->> 'kind' = 'daily-rate' and (rule #>> '{needsCompletion,value}')::boolean)
      or rule #> '{groups,value}' is not null and not l.fact -> 'groups' ?| array(select jsonb_array_elements_text(rule #> '{groups,value}'))
      or (l.fact ->> 'classesThisYear')::numeric >= (rule #>> '{classesPerYear,value,count}')::numeric
        and not (rule #>> '{classesPerYear,value,binding}' = 'soft' and (l.fact ->> 'overrideYearlyLimit')::boolean)
      or (l.fact ->> 'monthsSinceSame')::numeric < finance.rule_number(rule, 'repeatMonths')
      or not coalesce(r.is_full, false) and not l.employed
  ), due as (
    select l.nth, l.fact ->> 'ref' as ref, l.people, (l.fact ->> 'paidFen')::numeric as paid, case when o.nth is not null then 0 else e.fen end as fen
    from line l join (select d.* from told, finance.due_for_persons(rule, told.lines) d union all
      select d.* from told, finance.due_for_time_and_units(rule, told.lines) d) e on e.nth = l.nth left join left_out o on o.nth = l.nth
  ), verdict as (
    select u.is_held or (not coalesce(r.is_full, false) and r.trained > 0 and rule #>> '{belowRate,kind}' = 'missing') or exists (select 1 from due where fen is null) as is_held
    from unsaid u, rate r
  )
  select d.ref, case when v.is_held then 0 else greatest(0, d.fen - d.paid) * d.people end, case when v.is_held then 0 else greatest(0, d.paid - d.fen) * d.people end, v.is_held
  from due d, verdict v order by d.nth
$$;
`;

/** The second calculation, in SQL: every kind of formula from frozen facts. */
export class RecomputeSubsidies1700000600101 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [VALUE, PERSONS, TIMES_AND_UNITS, RECOMPUTE]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `drop function finance.recompute(jsonb, jsonb, text), finance.due_for_time_and_units(jsonb, jsonb), finance.due_for_persons(jsonb, jsonb),
         finance.rule_number(jsonb, text)`,
    );
  }
}
