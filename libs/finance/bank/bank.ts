import type { Tx } from '#libs/platform';

/** One payment as the bank is told of it. */
export interface BankPayment {
  /** End-to-end id: the bank recognises a repetition by it. */
  readonly key: string;
  readonly amountFen: bigint;
}

export interface BankAnswer {
  readonly key: string;
  readonly outcome: 'settled' | 'rejected';
  readonly reason?: string;
}

/** The port to whoever pays. `submit` is called once a batch; whatever is unclear afterwards is asked, never sent again. */
export interface Bank {
  submit(tx: Tx, payments: readonly BankPayment[]): Promise<void>;
  /** Answers known so far; a key without an answer is not listed. `knows` lists the keys the bank has received at all; undefined where it cannot tell. */
  query(
    tx: Tx,
    keys: readonly string[],
  ): Promise<{ readonly answers: readonly BankAnswer[]; readonly knows: ReadonlySet<string> | undefined }>;
}
