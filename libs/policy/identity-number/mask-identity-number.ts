/** An identity number as lists and notices show it (AMB-54): 140427196603150009 → 1404**********0009. */
export function maskIdentityNumber(idNumber: string): string {
  return `${idNumber.slice(0, 4)}**********${idNumber.slice(-4)}`;
}
