/** Finds text that PostgreSQL cannot store (NUL, lone surrogates) anywhere in a body or query; answers its JSON pointer. */
export function findUnstorable(value: unknown, pointer = ''): string | undefined {
  if (typeof value === 'string') return value.includes('\0') || !value.isWellFormed() ? pointer : undefined;
  if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    const found = findUnstorable(key) === undefined ? findUnstorable(inner, `${pointer}/${key}`) : pointer;
    if (found !== undefined) return found;
  }
  return undefined;
}
