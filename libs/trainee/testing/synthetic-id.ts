const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** An identity number of the unassigned region 100000, so that it belongs to nobody; men and women alternate. */
export function syntheticId(sequence: number): string {
  const year = 1970 + (Math.floor(sequence / 1000) % 30);
  const day = 10 + (Math.floor(sequence / 30_000) % 19);
  const digits = `100000${year}01${day}${String(sequence % 1000).padStart(3, '0')}`;
  const sum = [...digits].reduce((total, digit, index) => total + Number(digit) * (WEIGHTS[index] ?? 0), 0);
  return digits + '10X98765432'.charAt(sum % 11);
}
