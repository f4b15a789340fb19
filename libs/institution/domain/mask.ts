const SHOWN = 4;

/** The last four digits of a bank account, the rest as asterisks. */
export function maskAccount(account: string): string {
  return '*'.repeat(Math.max(0, account.length - SHOWN)) + account.slice(-SHOWN);
}

/** City and last four characters of an identity number, as trainees' numbers are masked. */
export function maskIdNumber(number: string): string {
  return `${number.slice(0, SHOWN)}**********${number.slice(-SHOWN)}`;
}
