/** Something a rule says no to: an expected outcome, never an exception. Texts for each code stand in `libs/contracts/refusals`. */
export interface Refusal<Code extends string = string> {
  readonly code: Code;
  /** Values the text of the code refers to as `{name}`. */
  readonly params?: Readonly<Record<string, string | number>>;
  /** JSON pointer of the field the refusal is about, where there is one. */
  readonly pointer?: string;
  /** Every single finding when several were found at once (一次性告知). */
  readonly errors?: readonly Refusal[];
}

export type Result<Value, Code extends string = string> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: Refusal<Code> };

export function accept<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value };
}

export function refuse<Code extends string>(
  code: Code,
  about: Omit<Refusal<Code>, 'code'> = {},
): { readonly ok: false; readonly refusal: Refusal<Code> } {
  return { ok: false, refusal: { code, ...about } };
}
