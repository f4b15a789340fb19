import type { components } from '../../api/schema.gen.ts';

export type Examinee = components['schemas']['EnrollmentResponse'];
export const kinds = ['skill-level', 'qualification', 'special-competency', 'special-operation', 'special-equipment'] as const;
export const outcomes = ['passed', 'failed', 'absent'] as const;

/** What is typed for one person. */
export interface Line {
  readonly outcome: (typeof outcomes)[number];
  readonly theoryScore: number | null;
  readonly practiceScore: number | null;
  readonly number: string;
}

/** What holds for the whole class. */
export interface Common {
  readonly assessedOn: string;
  readonly kind: (typeof kinds)[number];
  readonly level: number;
}

export const emptyLine: Line = { outcome: 'passed', theoryScore: null, practiceScore: null, number: '' };

/** Levels belong to skill-level certificates and qualifications alone. */
export const hasLevel = (kind: Common['kind']): boolean => kind === 'skill-level' || kind === 'qualification';

/** The results as they are sent: a certificate where somebody passed and a number is given. */
export function resultsOf(
  people: readonly Examinee[],
  lines: Readonly<Record<string, Line>>,
  { assessedOn, kind, level }: Common,
): components['schemas']['ResultRequest'][] {
  return people.map(({ id }) => {
    const { outcome, theoryScore, practiceScore, number } = lines[id] ?? emptyLine;
    const certificate = { number: number.trim(), kind, issuedOn: assessedOn, ...(hasLevel(kind) ? { level } : {}) };
    return {
      enrollmentId: id,
      outcome,
      assessedOn,
      ...(theoryScore === null ? {} : { theoryScore }),
      ...(practiceScore === null ? {} : { practiceScore }),
      ...(outcome === 'passed' && number.trim() !== '' ? { certificate } : {}),
    };
  });
}

/** Numbers the certificates of those who passed on from the first one, its last digits counted up. */
export function numberOn(people: readonly Examinee[], lines: Readonly<Record<string, Line>>): Readonly<Record<string, Line>> {
  const passed = people.filter(({ id }) => (lines[id] ?? emptyLine).outcome === 'passed');
  const [first] = passed;
  const [, head = '', tail] = /^(.*?)(\d+)$/.exec(first ? (lines[first.id]?.number ?? '') : '') ?? [];
  if (tail === undefined) return lines;
  const numbered = passed.map(({ id }, index) => [
    id,
    { ...(lines[id] ?? emptyLine), number: head + String(BigInt(tail) + BigInt(index)).padStart(tail.length, '0') },
  ]);
  return { ...lines, ...(Object.fromEntries(numbered) as Record<string, Line>) };
}
