/** Crockford's base 32: no I, L, O or U, so that nobody reads one sign for another. */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 16;
const READ_AS: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' };

/** The code somebody typed, whatever the case, dashes, spaces, and letters taken for figures; undefined where it is none. */
export function codeOf(typed: string): string | undefined {
  const signs = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-–—]/g, '')
    .replace(/[OIL]/g, (sign) => READ_AS[sign] ?? sign);
  return signs.length === LENGTH && [...signs].every((sign) => SIGNS.includes(sign)) ? signs : undefined;
}
