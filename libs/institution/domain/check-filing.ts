import { findDeadline, missingMaterials, type ClassPolicy, type Deadline, type Refusal, type Result } from '#libs/policy';

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

type Dates = Pick<FilingFacts, 'kind' | 'startsOn' | 'endsOn' | 'today'>;

/** The window of a filing by the policy's own rule, calendar or working days (AMB-01), and where today lies in it. */
function deadlineOf({ kind, startsOn, endsOn, today }: Dates, policy: ClassPolicy): Result<Deadline> {
  return kind === 'opening'
    ? findDeadline('opening-filing', { ...policy, facts: { startsOn, filedOn: today } })
    : findDeadline('completion-filing', { ...policy, facts: { endsOn, filedOn: today } });
}

function dateFindings(facts: FilingFacts, policy: ClassPolicy): Refusal[] {
  const deadline = deadlineOf(facts, policy);
  if (!deadline.ok) return [deadline.refusal];
  const { today, startsOn, kind } = facts;
  const { dueOn, timeliness, nextOn, days } = deadline.value;
  // Late is late, but a class that is never completed would be worse: the filing is taken and its lateness told (AMB-44).
  if (kind === 'completion') return today < startsOn ? [{ code: 'COMPLETION_TOO_EARLY', params: { startsOn, latestOn: dueOn } }] : [];
  if (timeliness !== 'late') return [];
  const lead = days.find(({ day }) => day === dueOn)?.number ?? 0;
  return [
    { code: 'FILING_TOO_LATE', pointer: '/startsOn', params: { days: lead, startsOn, latestOn: dueOn, earliestStart: nextOn ?? '' } },
  ];
}

/** Everything a filing still lacks, all at once (一次性告知). */
export function checkFiling(facts: FilingFacts, policy: ClassPolicy): Refusal[] {
  const { materials } = policy.process[facts.kind];
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
  return [...dateFindings(facts, policy), ...papers, ...body];
}

/** When a filing may be made; null where the policy does not say. */
export interface FilingWindow {
  /** Filed earlier, it waits until this day (AMB-02). */
  readonly earliestOn: string | null;
  readonly latestOn: string | null;
  /** Once the last day has passed: the first start that a filing of today still reaches. */
  readonly lawfulStartOn: string | null;
}

/** The days between which a class may be filed as it is planned now, and what is left where they have passed. */
export function filingWindow(facts: Dates, policy: ClassPolicy): FilingWindow {
  const deadline = deadlineOf(facts, policy);
  const { earliestOn = null, dueOn: latestOn = null, nextOn = null } = deadline.ok ? deadline.value : {};
  if (facts.kind === 'completion') return { earliestOn: facts.startsOn, latestOn, lawfulStartOn: null };
  return { earliestOn, latestOn, lawfulStartOn: nextOn };
}
