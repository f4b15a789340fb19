import type { LineFacts } from '#libs/policy';
import type { FactRow } from '../persistence/claim.query.ts';

/** 5 初级工 … 1 高级技师 (GB/T names of the levels in the policies' order). */
const LEVELS: Readonly<Record<number, string>> = {
  5: 'elementary',
  4: 'intermediate',
  3: 'advanced',
  2: 'technician',
  1: 'senior-technician',
};

function certificateOf({ certificateKind, certificateLevel }: FactRow): string | null {
  return certificateKind === null || certificateLevel === null ? certificateKind : (LEVELS[certificateLevel] ?? certificateKind);
}

/** The frozen facts as the calculation wants them; the enrollment is the reference. */
export function personFacts(row: FactRow): LineFacts {
  return {
    ref: row.enrollmentId,
    payableDays: row.payableDays,
    paidFen: BigInt(row.paidFen),
    isCompleted: row.isCompleted,
    isEmployed: row.isEmployed,
    certificate: certificateOf(row),
    isFirst: true,
    subsidised: row.subsidised,
  };
}
