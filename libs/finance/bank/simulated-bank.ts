import { config, type Tx } from '#libs/platform';
import { bankKnows, bankReceives } from '../persistence/batch.query.ts';
import type { Bank, BankAnswer, BankPayment } from './bank.ts';

/** How the demonstration bank treats what it has had before: `dedupe` knows it, `naive` pays again, `mute` answers nothing. */
export const bankMoods = ['dedupe', 'naive', 'mute'] as const;
export type BankMood = (typeof bankMoods)[number];

interface Known {
  readonly key: string;
  readonly answer: 'settled' | 'rejected' | 'mute';
}

function moodOf(): BankMood {
  const mood = config.bankMood();
  return bankMoods.find((one) => one === mood) ?? 'dedupe';
}

/** The bank of the sandbox: keeps what it was sent, so that it can be asked whether anything was paid twice. */
export class SimulatedBank implements Bank {
  constructor(private readonly mood: BankMood = moodOf()) {}

  async submit(tx: Tx, payments: readonly BankPayment[]): Promise<void> {
    const answer = this.mood === 'mute' ? 'mute' : 'settled';
    const rows = payments.map(({ key, amountFen }) => ({ key, amountFen: String(amountFen), answer }));
    await tx.rows(bankReceives, [JSON.stringify(rows), this.mood === 'naive']);
  }

  async query(tx: Tx, keys: readonly string[]): Promise<{ readonly answers: readonly BankAnswer[]; readonly knows: ReadonlySet<string> }> {
    const known = await tx.rows<Known>(bankKnows, [keys]);
    const answers = known.flatMap(({ key, answer }): BankAnswer[] => (answer === 'mute' ? [] : [{ key, outcome: answer }]));
    return { answers, knows: new Set(known.map(({ key }) => key)) };
  }
}
