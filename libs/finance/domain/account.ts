/** Where somebody is paid who is paid themselves; kept encrypted as one JSON. */
export interface Account {
  /** Holder. */
  readonly name: string;
  readonly bank: string;
  readonly number: string;
}

/** The last four signs, as lists show an account. */
export function maskedAccount(number: string): string {
  return `****${number.slice(-4)}`;
}
