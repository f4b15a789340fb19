/** What a roster is judged against besides itself. Every value comes from the class, its policy snapshot or its county. */
export interface RosterContext {
  readonly occupationName: string;
  readonly startsOn: string;
  /** Most people the class may hold; undefined where neither the class nor its policy says. */
  readonly capacity?: number;
  /** Ages in full years on the first day of the class, both included, where the policy states any (CLS-12: none of the seeds does). */
  readonly age?: { readonly minimum: number; readonly maximum: number };
  /** Categories the policy names, by label; undefined where it names none. */
  readonly categories?: ReadonlyMap<string, { readonly code: string; readonly needsProof: boolean }>;
  /** Townships and villages the county lists. */
  readonly townships?: ReadonlySet<string>;
}
