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

/** Whether a body nests deeper than any of ours does; what walks through it needs not fear for its stack then. */
export function isTooDeep(value: unknown, levels = 32): boolean {
  if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) return false;
  return levels === 0 || Object.values(value).some((inner) => isTooDeep(inner, levels - 1));
}
