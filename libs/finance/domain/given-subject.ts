/** One person or unit as the applicant hands it in. */
export interface GivenSubject {
  readonly name?: string | undefined;
  readonly idNumber?: string | undefined;
  /** Of a claim for a class: somebody in it. */
  readonly personId?: string | undefined;
  readonly unitName?: string | undefined;
  readonly period?: { readonly from: string; readonly to: string } | undefined;
  readonly reference?: string | undefined;
  readonly account?: { readonly holder?: string | undefined; readonly bank: string; readonly number: string } | undefined;
  readonly facts?: Readonly<Record<string, unknown>> | undefined;
}
