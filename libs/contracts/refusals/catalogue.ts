/** What a refusal code means to the person it is shown to. `{name}` stands for a parameter of the refusal. */
export interface RefusalText {
  /** HTTP status of the problem document (RFC 9457). */
  readonly status: 400 | 401 | 403 | 404 | 409 | 412 | 413 | 415 | 422 | 428 | 429 | 503;
  /** What is wrong and what to do next, in Chinese. */
  readonly zh: string;
  /** The same in English. */
  readonly en: string;
  /** The policy clause that says so, where a policy does. */
  readonly clause?: string;
  /** What to sign in with before trying again, told in `WWW-Authenticate` (RFC 9470): a recent password, or a one-time code with it. */
  readonly signInAgain?: 'password' | 'code';
}

export type RefusalCatalogue = Readonly<Record<string, RefusalText>>;
