import type { Stage } from '#libs/contracts';
import type { Tx } from '#libs/platform';
import { nextSentence, stageWords, type Words } from '../domain/words.ts';
import { candidatesOf, operatorsOf, turnsNow, waitingCases, type Candidate, type WaitingCase } from '../persistence/sandbox-guide.query.ts';
import { taskOnCase, type TaskOnCase } from '../persistence/task.query.ts';
import { mayPersonAct, rolesFor } from './duties.ts';

const MOST = 50;

/** One case that travels, and as whom to sign in to move it. */
export interface GuideLine {
  readonly caseId: string;
  readonly caseKind: 'class' | 'claim';
  readonly number: string;
  readonly title: string;
  readonly stage: string;
  readonly sentence: Words;
  /** The task whose turn it is; null while the case waits for a day. */
  readonly taskId: string | null;
  /** The day to move the clock to, where only time helps. */
  readonly waitsUntilOn: string | null;
  readonly accounts: readonly { readonly login: string; readonly name: string }[];
}

/** Who may do it: rights and separation of duties both, so that nobody is sent to a refusal. */
async function accountsFor(tx: Tx, task: TaskOnCase): Promise<Candidate[]> {
  if (task.kind === 'correct') return tx.rows<Candidate>(operatorsOf, [task.institutionId]);
  const all = await tx.rows<Candidate>(candidatesOf, [task.officeId, rolesFor(task)]);
  const may: Candidate[] = [];
  for (const one of all) if ((await mayPersonAct(tx, one.personId, task)).ok) may.push(one);
  return may;
}

async function turnLine(tx: Tx, taskId: string): Promise<GuideLine[]> {
  const task = await tx.one<TaskOnCase>(taskOnCase, [taskId]);
  if (!task) return [];
  const { caseId, caseKind, number, title, stage, kind, role, officeId, officeName, dueOn } = task;
  const accounts = (await accountsFor(tx, task)).map(({ login, name }) => ({ login, name }));
  const sentence = nextSentence(stage, { taskId, kind, role, officeId, officeName, dueOn });
  return [{ caseId, caseKind, number, title, stage, sentence, taskId, waitsUntilOn: null, accounts }];
}

function waitingLine({ id, kind, number, title, stage, untilOn }: WaitingCase): GuideLine {
  const { zh, en } = stageWords[stage as Stage];
  const sentence =
    untilOn === null
      ? { zh: `${zh}：等待培训机构办理。`, en: `${en}: waits for the institution.` }
      : { zh: `${zh}：等到${untilOn}，可把演示时钟拨到该日。`, en: `${en}: waits until ${untilOn}; move the sandbox clock there.` };
  return { caseId: id, caseKind: kind, number, title, stage, sentence, taskId: null, waitsUntilOn: untilOn, accounts: [] };
}

/** Sandbox: every case that travels with whose turn it is, in words, and the demonstration accounts that may act. */
export async function sandboxGuide(tx: Tx): Promise<readonly GuideLine[]> {
  const lines: GuideLine[] = [];
  for (const { id } of await tx.rows<{ id: string }>(turnsNow, [MOST])) lines.push(...(await turnLine(tx, id)));
  const waiting = await tx.rows<WaitingCase>(waitingCases, [MOST]);
  return [...lines, ...waiting.map(waitingLine)];
}
