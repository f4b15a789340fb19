/** An amount of fen as yuan with two decimals, e.g. `3000.00`; the form of the API and of bank files. */
export function formatYuan(fen: bigint): string {
  const digits = (fen < 0n ? -fen : fen).toString().padStart(3, '0');
  return `${fen < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
