import { refusalCatalogue, wordRefusal, type Actor } from '#libs/contracts';
import { audit, decryptField, moneyOf, type Answer, type Tx } from '#libs/platform';
import { accept, refuse, type Result } from '#libs/policy';
import {
  decisionsOf,
  holdingOf,
  institutionName,
  objectionOfTask,
  packageOf,
  signaturesOf,
  type DecisionRow,
  type HoldingRow,
  type InvestigatedObjection,
  type PackageRow,
  type SignatureRow,
} from '../persistence/detail.query.ts';
import { taskOnCase, type TaskOnCase } from '../persistence/task.query.ts';
import { allowedActions } from './decide-task.use-case.ts';
import { seesTask } from './duties.ts';
import { materialsOfTask } from './materials-of-task.ts';

function toldWhy(result: Result<void>): { code: string; message: string; messageEn: string } | null {
  if (result.ok) return null;
  const { code, params } = result.refusal;
  const text = refusalCatalogue[code];
  return { code, message: wordRefusal(text?.zh ?? code, params), messageEn: wordRefusal(text?.en ?? code, params) };
}

async function packageShown(tx: Tx, task: TaskOnCase) {
  const sealed = task.caseKind === 'claim' ? await tx.one<PackageRow>(packageOf, [task.caseId]) : undefined;
  if (!sealed) return null;
  const { amountFen, ...rest } = sealed;
  return { ...rest, amount: moneyOf(amountFen) };
}

/** The objector's words, for the investigating office alone; that they were read is noted. */
async function objectionShown(tx: Tx, actor: Actor, task: TaskOnCase) {
  if (task.objectionId === null || task.officeId !== actor.officeId) return null;
  const found = await tx.one<InvestigatedObjection>(objectionOfTask, [task.objectionId]);
  if (!found) return null;
  const { factsCipher, contactCipher, filedAt, ...rest } = found;
  await audit(tx, { actor, act: 'objection-read', subject: { kind: 'objection', id: found.id }, caseId: task.caseId });
  return {
    ...rest,
    filedAt: filedAt.toISOString(),
    facts: decryptField(factsCipher, `casework.objection.facts_cipher|${found.id}`),
    contact: contactCipher === null ? null : decryptField(contactCipher, `casework.objection.contact_cipher|${found.id}`),
  };
}

/** One screen of a task: enough to decide without looking anything up. */
export type TaskDetail = Awaited<ReturnType<typeof detailOf>>;

async function detailOf(tx: Tx, actor: Actor, task: TaskOnCase) {
  const { actions, whyNot } = await allowedActions(tx, actor, task);
  const institution = await tx.one<{ name: string }>(institutionName, [task.institutionId]);
  const holding = await tx.one<HoldingRow>(holdingOf, [task.id]);
  const decisions = await tx.rows<DecisionRow>(decisionsOf, [task.caseId]);
  const signatures = task.caseKind === 'claim' ? await tx.rows<SignatureRow>(signaturesOf, [task.caseId, actor.personId]) : [];
  const lastReturn = decisions.find(({ stage, action }) => stage === task.stage && action === 'return');
  const { id, kind, stage, step, role, reason, dueOn, isAccepted, isEscalated, version } = task;
  return {
    ...{ id, kind, stage, step, role, reason, dueOn, isAccepted, isEscalated, version },
    office: task.officeId === null ? null : { id: task.officeId, name: task.officeName },
    round: task.stageRound,
    openedAt: task.openedAt.toISOString(),
    closedAt: task.closedAt?.toISOString() ?? null,
    closedBecause: task.closedBecause,
    assignedToMe: task.assigneeAccount === actor.accountId,
    isAssigned: task.assigneeAccount !== null,
    assigneeName: holding?.assigneeName ?? null,
    workingDaysLeft: holding?.workingDaysLeft ?? 0,
    isSuspended: task.isSuspended,
    case: {
      ...{ id: task.caseId, kind: task.caseKind, classId: task.classId, number: task.number, title: task.title, region: task.region },
      institution: { id: task.institutionId, name: institution?.name ?? null },
      snapshotHash: task.caseSnapshotHash,
    },
    actions,
    whyNot: toldWhy(whyNot),
    package: await packageShown(tx, task),
    signatures: signatures.map(({ at, ...one }) => ({ ...one, at: at.toISOString() })),
    signersRequired: task.signers,
    materials: await materialsOfTask(tx, actor, task),
    marks: lastReturn?.marks ?? [],
    decisions: decisions.map(({ at, ...one }) => ({ ...one, at: at.toISOString() })),
    objection: await objectionShown(tx, actor, task),
  };
}

/** Everything a person needs to decide without looking anything up; and, where they may not, why. Its ETag is what the decision is based on. */
export async function showTask(tx: Tx, actor: Actor, taskId: string): Promise<Result<Answer<TaskDetail>>> {
  const task = await tx.one<TaskOnCase>(taskOnCase, [taskId]);
  if (!task || !seesTask(actor, task)) return refuse('NOT_FOUND');
  return accept({ body: await detailOf(tx, actor, task), version: task.version });
}
