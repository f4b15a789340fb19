import type { Actor } from '#libs/contracts';
import { audit, type Answer, type Tx } from '#libs/platform';
import { accept, refuse, type Result } from '#libs/policy';
import { classById, noteContributor, setEvaluationBody, type ClassRow } from '../persistence/class.query.ts';
import { institutionById, type InstitutionRow } from '../persistence/institution.query.ts';
import { lockOwnClass, sameVersion } from './own-class.ts';

/** The evaluation body of a class, which alone may still change after approval, until it has taken the roster over (XZ24 二(二)(4)). */
export async function chooseEvaluationBody(
  tx: Tx,
  actor: Actor,
  choice: { readonly classId: string; readonly version: number; readonly evaluationBodyId: string },
): Promise<Result<Answer<ClassRow>>> {
  const own = await lockOwnClass(tx, actor, choice.classId);
  if (!own.ok) return own;
  const current = sameVersion(own.value.version, choice.version);
  if (!current.ok) return current;
  const body = await tx.one<InstitutionRow>(institutionById, [choice.evaluationBodyId]);
  if (body?.kind !== 'evaluation-body') return refuse('EVALUATION_BODY_UNKNOWN', { pointer: '/evaluationBodyId' });
  const { id } = own.value;
  await tx.rows(setEvaluationBody, [id, choice.evaluationBodyId]);
  await tx.rows(noteContributor, [id, 'opening', actor.personId]);
  await audit(tx, { actor, act: 'evaluation-body-chosen', subject: { kind: 'class', id }, caseId: id, details: { evaluationBodyId: body.id } });
  const after = await tx.one<ClassRow>(classById, [id]);
  return after ? accept({ body: after, version: after.version }) : refuse('NOT_FOUND');
}
