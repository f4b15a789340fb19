/** Answers as JSON for other systems: amounts of fen as digit strings, so that no reader rounds them. */
export function jsonOf(node: unknown): string {
  return JSON.stringify(node, (_name, value: unknown) => (typeof value === 'bigint' ? String(value) : value), 2);
}
