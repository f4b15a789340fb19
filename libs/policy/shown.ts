/** Letters of a wrong value that are repeated: enough to find it by. */
const LETTERS = 40;

/** A wrong value as it is shown again. */
export function shown(value: unknown): string {
  const text =
    typeof value === 'string'
      ? value
      : (JSON.stringify(value, (_, inner: unknown) => (typeof inner === 'bigint' ? String(inner) : inner)) ?? '');
  return text.length > LETTERS ? `${text.slice(0, LETTERS)}…` : text;
}
