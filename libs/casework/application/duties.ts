import { Role, type Actor } from '#libs/contracts';
import { seesInstitution } from '#libs/identity';
import type { Tx } from '#libs/platform';
import { accept, refuse, type Result } from '#libs/policy';
import { personOnCase, type PersonOnCase, type TaskOnCase } from '../persistence/task.query.ts';

/** Any handler of the reviewing office may take the turn to sign (AMB-06). */
export const SIGNING_ROLES: readonly string[] = [Role.Caseworker, Role.Reviewer, Role.Leader];

/** Kinds of task nobody decides over HTTP as an official. */
const NOT_DECIDED: ReadonlySet<string> = new Set(['correct']);

/** The roles one of which the task needs. */
export function rolesFor(task: Pick<TaskOnCase, 'kind' | 'role'>): readonly string[] {
  return task.kind === 'sign' ? SIGNING_ROLES : [task.role];
}

/**
 * Whether the person may know of the task: people of its office, its institution, and authorities of the region, but nobody with a declared
 * interest in the institution. Everything else answers 404.
 */
export function seesTask(actor: Actor, task: Pick<TaskOnCase, 'officeId' | 'institutionId' | 'region'>): boolean {
  if ((actor.conflictingInstitutions ?? []).includes(task.institutionId)) return false;
  return task.officeId === actor.officeId || seesInstitution(actor, task.institutionId, task.region);
}

function inOffice(actor: Actor, task: TaskOnCase): Result<void> {
  if (!seesTask(actor, task)) return refuse('NOT_FOUND');
  if (task.officeId !== actor.officeId) return refuse('TASK_OTHER_OFFICE', { params: { office: task.officeName ?? task.region } });
  const wanted = rolesFor(task);
  if (!actor.roles.some((role) => wanted.includes(role))) return refuse('TASK_OTHER_ROLE', { params: { role: wanted.join(' / ') } });
  return accept(undefined);
}

/** By natural person, over the whole claim and its class: an account, an office or a delegation changes nothing (AMB-06). */
function byDuty(task: TaskOnCase, person: PersonOnCase): Result<void> {
  const signs = task.kind === 'sign';
  if (task.kind === 'alarm' || task.kind === 'assess') return accept(undefined);
  if (person.contributed) return refuse(signs ? 'SIGNER_IS_CONTRIBUTOR' : 'DUTY_CONTRIBUTOR');
  if (signs && person.signedThisVersion) return refuse('SIGNER_SIGNED_BEFORE');
  if (signs && person.signedForFinance) return refuse('SIGNER_SIGNED_BEFORE');
  if (task.stage === 'finance-review' && person.signedAsHandler) return refuse('DUTY_SIGNED_BEFORE');
  return accept(undefined);
}

/** Whether a task can be acted on at all, whoever asks. */
export function isActionable(task: TaskOnCase): Result<void> {
  if (task.closedAt !== null) return refuse('TASK_CLOSED');
  if (NOT_DECIDED.has(task.kind)) return refuse('TASK_IS_CORRECTION');
  if (task.kind === 'alarm') return accept(undefined);
  if (task.stageOutcome !== null) return refuse('STAGE_ENDED');
  if (task.isSuspended) return refuse('CASE_SUSPENDED');
  return accept(undefined);
}

/**
 * The one place that says whether a person may take or decide a task, for every path and for the answer to "why may I not": office, role (own
 * or delegated), a colleague's claim, conflict of interest, and separation of duties. The database's guards say it once more for signatures.
 */
export async function mayAct(tx: Tx, actor: Actor, task: TaskOnCase): Promise<Result<void>> {
  const office = inOffice(actor, task);
  if (!office.ok) return office;
  const actionable = isActionable(task);
  if (!actionable.ok) return actionable;
  if (task.assigneeAccount !== null && task.assigneeAccount !== actor.accountId) return refuse('TASK_CLAIMED');
  return mayPersonAct(tx, actor.personId, task);
}

/** Separation of duties alone: may this natural person ever act on the task? Asked of the colleague a task is handed to as well. */
export async function mayPersonAct(tx: Tx, personId: string, task: TaskOnCase): Promise<Result<void>> {
  const person = await tx.one<PersonOnCase>(personOnCase, [task.caseId, personId, task.packageVersion]);
  return person ? byDuty(task, person) : refuse('NOT_FOUND');
}
