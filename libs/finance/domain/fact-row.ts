/** The facts of one line as they are frozen with a submission: names of the registry, amounts as strings of fen, and whom they are about. */
export interface FactRow {
  /** Enrollment of a class, else the subject of the claim. */
  readonly ref: string;
  readonly personId: string;
  readonly enrollmentId: string | null;
  readonly subjectId: string | null;
  /** `YYYY-MM`, where the line is for months or years. */
  readonly fromMonth: string | null;
  readonly toMonth: string | null;
  readonly reference: string | null;
  readonly [fact: string]: unknown;
}
