import type { RosterField } from '../../roster/roster-columns.ts';

export type RosterFindingCode =
  | 'ROSTER_VALUE_MISSING'
  | 'ROSTER_CELL_ERROR'
  | 'ROSTER_FORMULA_CELL'
  | 'ROSTER_NAME_FORMAT'
  | 'ROSTER_ID_TYPE_UNSUPPORTED'
  | 'ROSTER_ID_NUMERIC_CELL'
  | 'ROSTER_ID_LENGTH'
  | 'ROSTER_ID_CHARACTERS'
  | 'ROSTER_ID_15_DIGIT'
  | 'ROSTER_ID_CHECKSUM'
  | 'ROSTER_ID_BIRTHDATE'
  | 'ROSTER_GENDER_MISMATCH'
  | 'ROSTER_BIRTHDATE_MISMATCH'
  | 'ROSTER_AGE_UNDER'
  | 'ROSTER_AGE_OVER'
  | 'ROSTER_PHONE_FORMAT'
  | 'ROSTER_PHONE_SHARED'
  | 'ROSTER_CATEGORY_UNKNOWN'
  | 'ROSTER_CATEGORY_PROOF_MISSING'
  | 'ROSTER_TOWNSHIP_UNKNOWN'
  | 'ROSTER_OCCUPATION_MISMATCH'
  | 'ROSTER_CARD_FORMAT'
  | 'ROSTER_CARD_LUHN'
  | 'ROSTER_DUP_IN_FILE'
  | 'ROSTER_DUP_SAME_CLASS'
  | 'ROSTER_OVERLAP_CLASS'
  | 'ROSTER_TEACHER_AS_TRAINEE'
  | 'ROSTER_CLASS_OVER_CAPACITY';

/** Warnings never block; an error keeps its row out. */
const WARNINGS: ReadonlySet<RosterFindingCode> = new Set<RosterFindingCode>([
  'ROSTER_BIRTHDATE_MISMATCH',
  'ROSTER_PHONE_SHARED',
  'ROSTER_TOWNSHIP_UNKNOWN',
  'ROSTER_OCCUPATION_MISMATCH',
  'ROSTER_CARD_FORMAT',
  'ROSTER_CARD_LUHN',
]);

/** What is wrong in one place of a roster. Holds no personal data: rows, columns, codes and public facts only. */
export interface RosterFinding {
  /** Row as Excel shows it; 0 is about the whole roster. */
  readonly row: number;
  readonly field?: RosterField;
  readonly code: RosterFindingCode;
  readonly severity: 'error' | 'warning';
  readonly params?: Readonly<Record<string, string | number>>;
}

export function findingOf(
  row: number,
  code: RosterFindingCode,
  field?: RosterField,
  params?: Readonly<Record<string, string | number>>,
): RosterFinding {
  return {
    row,
    ...(field === undefined ? {} : { field }),
    code,
    severity: WARNINGS.has(code) ? 'warning' : 'error',
    ...(params === undefined ? {} : { params }),
  };
}
