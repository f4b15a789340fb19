/** The characters of a unified social credit code (GB 32100): no I, O, Z, S, V. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const LENGTH = 18;
const STEP = 3;

/** Whether a text is a unified social credit code (统一社会信用代码) whose last character checks the others (GB 32100-2015). */
export function isCreditCode(text: string): boolean {
  if (text.length !== LENGTH) return false;
  const values = [...text].map((char) => ALPHABET.indexOf(char));
  if (values.includes(-1)) return false;
  const base = ALPHABET.length;
  let weight = 1;
  let sum = 0;
  for (const value of values.slice(0, -1)) {
    sum += value * weight;
    weight = (weight * STEP) % base;
  }
  return values.at(-1) === (base - (sum % base)) % base;
}
