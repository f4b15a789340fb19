import type {
  ClaimActivities,
  ClaimPackageActivities,
  ClassActivities,
  ObjectionActivities,
  PaymentActivities,
  PaymentBatchActivities,
  RoadEndActivities,
  StageState,
} from '#libs/contracts';

/**
 * Rows in memory, standing where a test puts them: what the roads see of the domains. The domains' own activities have tests of their own;
 * here only the way matters that a road takes through outcomes.
 */
export class ScriptedRows {
  /** Every activity called, in order. */
  readonly calls: string[] = [];
  /** Happens while a road notes its end. */
  onEnd?: () => Promise<void>;
  private at: string;
  private readonly outcomes = new Map<string, string>();
  private readonly days = new Map<string, number>();
  private readonly failing = new Set<string>();
  private watchers: (() => void)[] = [];

  constructor(at: string) {
    this.at = at;
  }

  /** Writes an outcome, as a decision does. */
  decide(stage: string, outcome: string): void {
    this.outcomes.set(stage, outcome);
  }

  /** The stage answers that a day matters in so many milliseconds. */
  lookAgainIn(stage: string, ms: number): void {
    this.days.set(stage, ms);
  }

  /** Puts the case at a stage, as a returned claim or a restart does. */
  standAt(stage: string): void {
    this.at = stage;
    this.outcomes.clear();
  }

  /** Resolves once an activity has been called so many times. */
  async called(name: string, times = 1): Promise<void> {
    while (this.calls.filter((call) => call === name).length < times) await new Promise<void>((resolve) => this.watchers.push(resolve));
  }

  private note(name: string): void {
    this.calls.push(name);
    for (const wake of this.watchers.splice(0)) wake();
  }

  /** The activity fails whenever it is called, as one does that was cut off half-way. */
  fail(name: string): void {
    this.failing.add(name);
  }

  /** An activity of the bank: noted, nothing more. */
  private act<Answer>(name: string, answer: Answer): () => Promise<Answer> {
    return () => {
      this.note(name);
      return this.failing.has(name) ? Promise.reject(new Error(`${name} was cut off`)) : Promise.resolve(answer);
    };
  }

  private stage<Outcome extends string>(name: string): () => Promise<StageState<Outcome>> {
    return () => {
      this.note(name);
      const outcome = this.outcomes.get(name);
      this.outcomes.delete(name);
      const ms = this.days.get(name);
      if (outcome === undefined && ms !== undefined) this.days.delete(name);
      return Promise.resolve({ outcome: (outcome ?? null) as Outcome | null, ...(ms === undefined ? {} : { lookAgainInMs: ms }) });
    };
  }

  /** A batch waits for its release, is submitted, and waits for the bank's answer: each once it is decided so. */
  private paymentBatch(): PaymentBatchActivities['paymentBatch'] {
    let next: 'release' | 'submit' | 'answer' | 'end' = 'release';
    return () => {
      this.note('paymentBatch');
      const outcome = this.outcomes.get('paymentBatch');
      this.outcomes.delete('paymentBatch');
      if (outcome === 'released') next = 'submit';
      else if (next === 'submit') next = 'answer';
      const ended = outcome === 'closed' || outcome === 'discarded' ? outcome : null;
      return Promise.resolve({ outcome: ended, next: ended === null ? next : 'end' });
    };
  }

  /** All roads' activities. */
  activities(): ClassActivities &
    ClaimActivities &
    ClaimPackageActivities &
    RoadEndActivities &
    ObjectionActivities &
    PaymentBatchActivities &
    Record<string, (...args: never[]) => Promise<unknown>> {
    return {
      classStandsAt: () => Promise.resolve(this.at as never),
      claimStandsAt: () => Promise.resolve(this.at as never),
      opening: this.stage('opening'),
      activation: this.stage('activation'),
      delivery: this.stage('delivery'),
      completion: this.stage('completion'),
      assessment: this.stage('assessment'),
      review: this.stage('review'),
      sealPackage: () => {
        this.note('sealPackage');
        return Promise.resolve({ version: 1, sha256: 'f'.repeat(64) });
      },
      signOff: this.stage('signOff'),
      publicNotice: this.stage('publicNotice'),
      financeReview: this.stage('financeReview'),
      payout: this.stage('payout'),
      objection: this.stage('objection'),
      paymentBatch: this.paymentBatch(),
      endRoad: async () => {
        this.note('endRoad');
        await this.onEnd?.();
      },
      reopenRoad: this.act('reopenRoad', undefined),
    };
  }

  payments(): PaymentActivities & Record<string, (...args: never[]) => Promise<unknown>> {
    return {
      orderPayments: this.act('orderPayments', { ordered: 1, held: 0 }),
      submitBatch: this.act('submitBatch', { submitted: true }),
      queryBatch: this.act('queryBatch', { open: 0 }),
    };
  }
}
