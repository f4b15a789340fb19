import type { BatchRow } from '../persistence/batch.query.ts';

/** One payment as it stands in a file: the account is clear text here and nowhere else. */
export interface FilePayment {
  readonly key: string;
  readonly amountFen: bigint;
  readonly payeeName: string;
  readonly payeeBank: string;
  readonly account: string;
  readonly purpose: string;
}

export interface PaymentFile {
  readonly batch: BatchRow;
  readonly payments: readonly FilePayment[];
  /** Business instant of the release. */
  readonly createdAt: Date;
}
