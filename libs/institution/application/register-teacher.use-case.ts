import { randomUUID } from 'node:crypto';
import type { Actor } from '#libs/contracts';
import { audit, blindIndex, encryptField, type Answer, type Tx } from '#libs/platform';
import { accept, checkIdentityNumber, maskIdentityNumber, maskName, refuse, type Result } from '#libs/policy';
import { insertTeacher } from '../persistence/institution.query.ts';

export interface NewTeacher {
  readonly name: string;
  readonly idNumber: string;
  readonly qualification: string;
}

/** Registers a teacher of the actor's institution; the same number twice is the same teacher. */
export async function registerTeacher(tx: Tx, actor: Actor, teacher: NewTeacher): Promise<Result<Answer<{ id: string }>>> {
  if (actor.institutionId === undefined) return refuse('FORBIDDEN');
  const idNumber = teacher.idNumber.trim().toUpperCase();
  const checked = checkIdentityNumber(idNumber);
  if (!checked.ok) return refuse(checked.refusal.code, { ...checked.refusal, pointer: '/idNumber' });
  const id = randomUUID();
  const row = await tx.one<{ id: string }>(insertTeacher, [
    id,
    actor.institutionId,
    blindIndex('id-number', idNumber),
    encryptField(teacher.name, `institution.teacher.name_cipher|${id}`),
    maskName(teacher.name),
    encryptField(idNumber, `institution.teacher.id_number_cipher|${id}`),
    maskIdentityNumber(idNumber),
    teacher.qualification,
  ]);
  if (!row) return refuse('TEACHER_REGISTERED', { pointer: '/idNumber' });
  await audit(tx, { actor, act: 'teacher-registered', subject: { kind: 'teacher', id } });
  return accept({ status: 201, body: { id } });
}
