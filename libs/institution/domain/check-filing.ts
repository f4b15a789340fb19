import {
  addDays,
  completionDeadline,
  missingMaterials,
  openingWindow,
  valueOf,
  type ClassProcess,
  type PolicyValue,
  type Refusal,
} from '#libs/policy';

export type FilingKind = 'opening' | 'completion';

/** What is known of a class when it is filed. */
export interface FilingFacts {
  readonly kind: FilingKind;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly today: string;
  readonly isSpecialTask: boolean;
  readonly files: ReadonlySet<string>;
  readonly lessons: number;
  readonly courses: number;
  readonly enrolled: number;
  readonly hasEvaluationBody: boolean;
}

/** Forms that are filled in here rather than uploaded, and whether they are. */
function forms({ lessons, courses, enrolled }: FilingFacts): ReadonlySet<string> {
  const there = [lessons > 0 && 'timetable', courses > 0 && 'teaching-plan', enrolled > 0 && 'roster', enrolled > 0 && 'completion-roster'];
  return new Set(there.filter((slot): slot is string => slot !== false));
}

function dateFindings(facts: FilingFacts, process: ClassProcess): Refusal[] {
  const { today, startsOn, endsOn, kind } = facts;
  if (kind === 'completion') {
    const lead = valueOf(process.completion.daysBeforeEnd, 'completion.daysBeforeEnd');
    if (!lead.ok) return [lead.refusal];
    // Late is late, but a class that is never completed would be worse: the filing is taken and its lateness told (AMB-44).
    return today < startsOn
      ? [{ code: 'COMPLETION_TOO_EARLY', params: { startsOn, latestOn: completionDeadline({ endsOn, daysBeforeEnd: lead.value }) } }]
      : [];
  }
  const { earliestDaysBefore, latestDaysBefore } = process.opening.filing;
  const [earliest, latest] = [
    valueOf(earliestDaysBefore, 'opening.filing.earliestDaysBefore'),
    valueOf(latestDaysBefore, 'opening.filing.latestDaysBefore'),
  ];
  if (!earliest.ok) return [earliest.refusal];
  if (!latest.ok) return [latest.refusal];
  const { latestOn } = openingWindow({ startsOn, earliestDaysBefore: earliest.value, latestDaysBefore: latest.value });
  return today > latestOn
    ? [
        {
          code: 'FILING_TOO_LATE',
          pointer: '/startsOn',
          params: { days: latest.value, startsOn, earliestStart: addDays(today, latest.value) },
        },
      ]
    : [];
}

/** Everything a filing still lacks, all at once (一次性告知). */
export function checkFiling(facts: FilingFacts, process: ClassProcess): Refusal[] {
  const { materials } = process[facts.kind];
  const { isSpecialTask } = facts;
  const missing = [
    ...missingMaterials(materials, facts.files, { isSpecialTask, form: 'file' }),
    ...missingMaterials(materials, forms(facts), { isSpecialTask, form: 'form' }),
  ];
  const papers = missing.map(({ slot, title, titleEn, clause }): Refusal => ({
    code: 'MATERIAL_MISSING',
    pointer: `/materials/${slot}`,
    params: { title, titleEn, clause },
  }));
  const body: Refusal[] =
    facts.kind === 'completion' && !facts.hasEvaluationBody ? [{ code: 'EVALUATION_BODY_MISSING', pointer: '/evaluationBodyId' }] : [];
  return [...dateFindings(facts, process), ...papers, ...body];
}

/** When a filing may be made; null where the policy does not say. */
export interface FilingWindow {
  /** Filed earlier, it waits until this day (AMB-02). */
  readonly earliestOn: string | null;
  readonly latestOn: string | null;
  /** Once the last day has passed: the first start that a filing of today still reaches. */
  readonly lawfulStartOn: string | null;
}

function said(value: PolicyValue<number>): number | undefined {
  return value.kind === 'missing' ? undefined : value.value;
}

/** The days between which a class may be filed as it is planned now, and what is left where they have passed. */
export function filingWindow(
  { kind, startsOn, endsOn, today }: Pick<FilingFacts, 'kind' | 'startsOn' | 'endsOn' | 'today'>,
  process: ClassProcess,
): FilingWindow {
  if (kind === 'completion') {
    const lead = said(process.completion.daysBeforeEnd);
    const latestOn = lead === undefined ? null : completionDeadline({ endsOn, daysBeforeEnd: lead });
    return { earliestOn: startsOn, latestOn, lawfulStartOn: null };
  }
  const [earliest, latest] = [said(process.opening.filing.earliestDaysBefore), said(process.opening.filing.latestDaysBefore)];
  const latestOn = latest === undefined ? null : addDays(startsOn, -latest);
  const isMissed = latest !== undefined && latestOn !== null && today > latestOn;
  return {
    earliestOn: earliest === undefined ? null : addDays(startsOn, -earliest),
    latestOn,
    lawfulStartOn: isMissed ? addDays(today, latest) : null,
  };
}
