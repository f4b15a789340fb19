/** Crockford's base 32: no I, L, O or U, so that nobody reads one sign for another. */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 16;
const READ_AS: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' };

/** The verification code of a content: 80 bits of its SHA-256. */
export function codeOfSha256(sha256: Buffer): string {
  let bits = BigInt(`0x${sha256.subarray(0, 10).toString('hex')}`);
  let code = '';
  for (let index = 0; index < LENGTH; index++) {
    code = (SIGNS[Number(bits & 31n)] ?? '') + code;
    bits >>= 5n;
  }
  return code;
}

/** As it is printed: 7K2M-9QXD-0A4B-ZW3E. */
export function grouped(code: string): string {
  return code.match(/.{4}/g)?.join('-') ?? code;
}

/** The code somebody typed, whatever the case, dashes, spaces, and letters taken for figures; undefined where it is none. */
export function codeOf(typed: string): string | undefined {
  const signs = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-–—]/g, '')
    .replace(/[OIL]/g, (sign) => READ_AS[sign] ?? sign);
  return signs.length === LENGTH && [...signs].every((sign) => SIGNS.includes(sign)) ? signs : undefined;
}
