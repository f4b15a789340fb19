import {
  daysBetween,
  isPlainDate,
  type ClassProcess,
  type ClassType,
  type PolicyDirectoryEntry,
  type PolicyValue,
  type Refusal,
} from '#libs/policy';

export interface Lesson {
  readonly day: string;
  readonly course: string;
  readonly hours: number;
  readonly teacherId: string;
}

export interface Course {
  readonly course: string;
  readonly hours: number;
}

/** What an institution says of a class. */
export interface ClassDraft {
  readonly name: string;
  readonly classType: ClassType;
  readonly orderId?: string;
  readonly occupationCode: string;
  readonly occupationName: string;
  readonly siteId: string;
  readonly assigningOfficeId: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly capacity: number;
  readonly evaluationBodyId?: string;
  readonly isSpecialTask?: boolean;
  readonly timetable: readonly Lesson[];
  readonly teachingPlan: readonly Course[];
}

/** No class is older: a year typed with too few digits (0004, 0202) is a slip. */
const OLDEST = '2000-01-01';
const isDayOfClass = (day: string): boolean => isPlainDate(day) && day >= OLDEST;

/** Lessons of one day. */
const MAX_LESSONS = 20;

function said<T>(value: PolicyValue<T>): T | undefined {
  return value.kind === 'missing' ? undefined : value.value;
}

/** Findings about the days alone: nothing else makes sense before these are right. */
function dayFindings({ startsOn, endsOn, timetable }: ClassDraft): Refusal[] {
  const findings: Refusal[] = [];
  if (!isDayOfClass(startsOn)) findings.push({ code: 'CLASS_DAY_INVALID', pointer: '/startsOn' });
  if (!isDayOfClass(endsOn)) findings.push({ code: 'CLASS_DAY_INVALID', pointer: '/endsOn' });
  if (findings.length === 0 && endsOn < startsOn) findings.push({ code: 'CLASS_ENDS_BEFORE_START', pointer: '/endsOn' });
  timetable.forEach(({ day }, index) => {
    const pointer = `/timetable/${index}/day`;
    if (!isPlainDate(day)) findings.push({ code: 'CLASS_DAY_INVALID', pointer });
    else if (day < startsOn || day > endsOn) findings.push({ code: 'LESSON_OUTSIDE_CLASS', pointer, params: { day, startsOn, endsOn } });
  });
  if (findings.length === 0) {
    const perDay = Map.groupBy(timetable, ({ day }) => day);
    for (const [day, lessons] of perDay) {
      if (lessons.length > MAX_LESSONS)
        findings.push({ code: 'LESSONS_TOO_MANY', pointer: '/timetable', params: { day, limit: MAX_LESSONS } });
    }
  }
  return findings;
}

function hourFindings({ timetable }: ClassDraft, process: ClassProcess): Refusal[] {
  const perDay = new Map<string, number>();
  for (const { day, hours } of timetable) perDay.set(day, (perDay.get(day) ?? 0) + hours);
  const needed = said(process.delivery.hoursPerDay);
  if (needed === undefined) return [];
  return [...perDay]
    .filter(([, hours]) => hours < needed)
    .map(([day, hours]) => ({ code: 'LESSON_HOURS_SHORT', pointer: '/timetable', params: { day, hours, needed } }));
}

function sizeFindings(draft: ClassDraft, { delivery }: ClassProcess): Refusal[] {
  const findings: Refusal[] = [];
  const days = new Set(draft.timetable.map(({ day }) => day)).size;
  const limits = [
    ['CLASS_TOO_SHORT', said(delivery.minimumDays), days, (limit: number) => days < limit, '/timetable'],
    ['CLASS_TOO_LONG', said(delivery.maximumDays), days, (limit: number) => days > limit, '/timetable'],
    ['CLASS_TOO_SMALL', said(delivery.minimumTrainees), draft.capacity, (limit: number) => draft.capacity < limit, '/capacity'],
    ['CLASS_TOO_LARGE', said(delivery.maximumTrainees), draft.capacity, (limit: number) => draft.capacity > limit, '/capacity'],
  ] as const;
  for (const [code, limit, found, breaks, pointer] of limits) {
    if (limit !== undefined && breaks(limit)) findings.push({ code, pointer, params: { limit, found } });
  }
  return findings;
}

/** Every teaching plan has the policy's basic courses (CLS-01); a plan names them by their word. */
function planFindings({ teachingPlan }: ClassDraft, { delivery }: ClassProcess): Refusal[] {
  const missing = (said(delivery.basicCourses) ?? []).filter((basic) => !teachingPlan.some(({ course }) => course.includes(basic)));
  return missing.length === 0 ? [] : [{ code: 'BASIC_COURSES_MISSING', pointer: '/teachingPlan', params: { courses: missing.join('、') } }];
}

/** The policy's directory names who may train what (HG24 附件3); where none is stated, the bureau selects (PRC-01). */
function directoryFindings(draft: ClassDraft, institution: string, directories: PolicyValue<readonly PolicyDirectoryEntry[]>): Refusal[] {
  const entries = said(directories);
  if (entries === undefined) return [];
  const own = entries.filter((entry) => entry.institution === institution);
  if (own.length === 0) return [{ code: 'INSTITUTION_NOT_LISTED', params: { institution } }];
  const isFree = own.some(({ occupations }) => occupations.length === 0 || occupations.includes(draft.occupationName));
  return isFree
    ? []
    : [
        {
          code: 'OCCUPATION_NOT_LISTED',
          pointer: '/occupationName',
          params: { occupations: own.flatMap(({ occupations }) => occupations).join('、') },
        },
      ];
}

/** Everything in a class that the policy does not allow, all at once (一次性告知). */
export function checkClass(
  draft: ClassDraft,
  by: { readonly institution: string; readonly process: ClassProcess; readonly directories: PolicyValue<readonly PolicyDirectoryEntry[]> },
): Refusal[] {
  const days = dayFindings(draft);
  if (days.length > 0) return days;
  const order: Refusal[] =
    draft.classType === 'order' && draft.orderId === undefined ? [{ code: 'ORDER_MISSING', pointer: '/orderId' }] : [];
  const span: Refusal[] =
    daysBetween(draft.startsOn, draft.endsOn) > 366
      ? [{ code: 'CLASS_TOO_LONG', pointer: '/endsOn', params: { limit: 366, found: daysBetween(draft.startsOn, draft.endsOn) } }]
      : [];
  return [
    ...order,
    ...span,
    ...hourFindings(draft, by.process),
    ...sizeFindings(draft, by.process),
    ...planFindings(draft, by.process),
    ...directoryFindings(draft, by.institution, by.directories),
  ];
}
