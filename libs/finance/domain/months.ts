const MONTH = /^(\d{4})-(0[1-9]|1[0-2])$/;

function numberOf(month: string): number | undefined {
  const match = MONTH.exec(month);
  return match ? Number(match[1]) * 12 + Number(match[2]) - 1 : undefined;
}

/** Every month from one to another, both included, as `YYYY-MM`; undefined where they are no months in this order. */
export function monthsBetween(from: string, to: string): readonly string[] | undefined {
  const [first, last] = [numberOf(from), numberOf(to)];
  if (first === undefined || last === undefined || last < first || last - first >= 600) return undefined;
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const month = first + index;
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
  });
}

/** Full months from one day to a later one; 0 where it is not later. */
export function fullMonths(from: string, to: string): number {
  const [start, end] = [numberOf(from.slice(0, 7)) ?? 0, numberOf(to.slice(0, 7)) ?? 0];
  return Math.max(0, end - start - (to.slice(8) < from.slice(8) ? 1 : 0));
}
