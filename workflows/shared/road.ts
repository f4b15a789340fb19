import { type Road as RoadName, type RoadEndActivities, type StageState } from '#libs/contracts';
import {
  allHandlersFinished,
  condition,
  continueAsNew,
  defineUpdate,
  setCurrentDetails,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import { rowsOf } from './rows.ts';

const rows = rowsOf<RoadEndActivities>();

/** Sent by the outbox after rows have moved; answered when the road stands still again, its next stage open. */
export const advance = defineUpdate('advance');

/** Past this many events a road starts as new at the next standstill; it finds its place in the rows (design section 3). */
const MAX_EVENTS = 2000;

/** Travels stage by stage. The rows decide what a stage's outcome is; the road only knows what follows, and when to look. */
export class Road {
  private heard = 0;
  private settled = 0;
  /** How much was heard when the rows were last read. */
  private known = 0;

  constructor(
    private readonly name: RoadName,
    private readonly subjectId: string,
  ) {
    setHandler(advance, async () => {
      const mine = ++this.heard;
      await condition(() => this.settled >= mine);
    });
  }

  /** Opens the stage if its rows are not there yet, waits until they carry an outcome, and answers what follows it. */
  async through<Outcome extends string, Next>(
    stage: string,
    openOrRead: () => Promise<StageState<Outcome>>,
    follows: Readonly<Record<Outcome, Next>>,
  ): Promise<Next> {
    for (;;) {
      this.known = this.heard;
      const { outcome, lookAgainInMs } = await openOrRead();
      if (outcome !== null) return follows[outcome];
      setCurrentDetails(`waits in stage ${stage}`);
      this.settled = this.known;
      await this.wakeUp(() => this.hasNews(), lookAgainInMs);
      await this.startAsNewWhenLong();
    }
  }

  /**
   * Travels a way to its end, notes the end in the rows and answers everyone still waiting. Where a message came after the rows were last read,
   * they may say by now that the road goes on (an objection ended just when everybody else was paid): it is travelled again from where they stand.
   */
  async travel(way: () => Promise<unknown>): Promise<void> {
    do {
      this.known = this.heard;
      await way();
    } while (!(await this.hasEnded()));
    await this.answerAll();
  }

  private async hasEnded(): Promise<boolean> {
    if (this.hasNews()) return false;
    await rows.endRoad(this.name, this.subjectId);
    if (!this.hasNews()) return true;
    await rows.reopenRoad(this.name, this.subjectId);
    return false;
  }

  private hasNews(): boolean {
    return this.heard > this.known;
  }

  /** No message may be lost when a run ends. */
  private async answerAll(): Promise<void> {
    this.settled = Infinity;
    await condition(allHandlersFinished);
  }

  private async wakeUp(moved: () => boolean, lookAgainInMs: number | undefined): Promise<void> {
    if (lookAgainInMs === undefined) await condition(moved);
    else await condition(moved, Math.max(lookAgainInMs, 1));
  }

  private async startAsNewWhenLong(): Promise<void> {
    if (workflowInfo().historyLength < MAX_EVENTS) return;
    await this.answerAll();
    await continueAsNew(this.subjectId);
  }
}
