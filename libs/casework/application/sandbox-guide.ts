import type { Stage } from '#libs/contracts';
import type { Tx } from '#libs/platform';
import { nextSentence, stageWords, type Words } from '../domain/words.ts';
import {
  candidatesOf,
  disbursersOf,
  operatorsOf,
  turnsNow,
  unclaimedClasses,
  waitingCases,
  type Candidate,
  type WaitingCase,
} from '../persistence/sandbox-guide.query.ts';
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

/** What a case without a task waits for, in words that tell what to do. */
function waitingWords({ stage, untilOn }: WaitingCase): Words {
  const { zh, en } = stageWords[stage as Stage | 'end'];
  const day =
    untilOn === null
      ? { zh: '', en: '' }
      : { zh: `等到${untilOn}，可把演示时钟拨到该日。`, en: ` It waits until ${untilOn}; move the sandbox clock there.` };
  switch (stage) {
    case 'delivery':
      return {
        zh: `${zh}：由培训机构验券、逐日登记签到并提交结业申请。${day.zh}`,
        en: `${en}: the institution verifies vouchers, records each day and files the completion.${day.en}`,
      };
    case 'payout':
      return {
        zh: `${zh}：由财政拨付人组成批次，另一名拨付人放行。`,
        en: `${en}: one finance disburser builds the batch, another releases it.`,
      };
    case 'end':
      return {
        zh: '评价已完成：由培训机构登记就业证明，提交补贴申领。',
        en: 'The assessment is over: the institution records employment and claims the subsidy.',
      };
    default:
      return untilOn === null
        ? { zh: `${zh}：等待培训机构办理。`, en: `${en}: waits for the institution.` }
        : { zh: `${zh}：${day.zh}`, en: `${en}:${day.en}` };
  }
}

/** Stages in which the institution acts though it has no task. */
const INSTITUTION_ACTS = new Set(['delivery', 'end']);

async function waitingLine(tx: Tx, waiting: WaitingCase): Promise<GuideLine> {
  const { id, kind, number, title, stage, untilOn, institutionId, region } = waiting;
  const isInstitutions = INSTITUTION_ACTS.has(stage) || (untilOn === null && stage !== 'payout');
  const people =
    stage === 'payout'
      ? await tx.rows<Candidate>(disbursersOf, [region])
      : isInstitutions
        ? await tx.rows<Candidate>(operatorsOf, [institutionId])
        : [];
  return {
    ...{ caseId: id, caseKind: kind, number, title, stage, sentence: waitingWords(waiting), taskId: null },
    waitsUntilOn: stage === 'payout' ? null : untilOn,
    accounts: people.map(({ login, name }) => ({ login, name })),
  };
}

/** Sandbox: every case that travels, and every class not claimed for yet, with whose turn it is, in words, and the demonstration accounts that may act. */
export async function sandboxGuide(tx: Tx): Promise<readonly GuideLine[]> {
  const lines: GuideLine[] = [];
  for (const { id } of await tx.rows<{ id: string }>(turnsNow, [MOST])) lines.push(...(await turnLine(tx, id)));
  for (const statement of [waitingCases, unclaimedClasses])
    for (const waiting of await tx.rows<WaitingCase>(statement, [MOST])) lines.push(await waitingLine(tx, waiting));
  return lines;
}
