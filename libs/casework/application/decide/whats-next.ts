import type { Stage } from '#libs/contracts';
import type { Tx } from '#libs/platform';
import { nextSentence, type Turn, type Words } from '../../domain/words.ts';
import { stageAfter } from '../../domain/what-follows.ts';
import { turnOf } from '../../persistence/task.query.ts';
import type { TaskOnCase } from '../../persistence/task.query.ts';

/** What is next on the case and whose turn it is, told in the answer to every decision. */
export interface WhatsNext {
  readonly stage: Stage | 'objection' | 'end';
  /** Null while a stage that has just ended is being handed over. */
  readonly turn: Turn | null;
  readonly sentence: Words;
}

export async function whatsNext(tx: Tx, task: TaskOnCase, outcome: string | null): Promise<WhatsNext> {
  const stage = outcome === null || task.stage === 'objection' ? task.stage : stageAfter(task.stage, outcome);
  const turn = stage === task.stage && task.stageId !== null ? ((await tx.one<Turn>(turnOf, [task.stageId])) ?? null) : null;
  return { stage, turn, sentence: nextSentence(stage, turn) };
}
