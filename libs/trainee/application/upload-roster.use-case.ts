import { randomUUID } from 'node:crypto';
import type { Actor } from '#libs/contracts';
import { audit, lockCase, type Answer, type FileStore, type Tx, type Upload } from '#libs/platform';
import { accept, type Result } from '#libs/policy';
import { copyImportRows } from '../persistence/copy-import-rows.ts';
import * as query from '../persistence/roster.query.ts';
import { judgeAgainstRows, openClass, type ReadRoster } from './judge-roster.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Keeps a judged roster beside the class until it is confirmed: nobody is enrolled by it. A new upload replaces one that waits. */
export async function keepRoster(
  tx: Tx,
  actor: Actor,
  of: { readonly classId: string; readonly upload: Upload; readonly roster: ReadRoster; readonly files: FileStore },
): Promise<Result<Answer<query.ImportRow>>> {
  const { classId, upload, roster } = of;
  await lockCase(tx, classId);
  const own = await openClass(tx, actor, classId);
  if (!own.ok) return own;
  const { findings, people, counts } = await judgeAgainstRows(tx, own.value, roster);
  for (const { id } of await tx.rows<{ id: string }>(query.discardWaiting, [classId])) await tx.rows(query.dropImportParts, [id]);
  const sha256 = await of.files.put(tx, upload.bytes, XLSX);
  const id = randomUUID();
  const row = await tx.one<query.ImportRow>(query.insertImport, [
    ...[id, classId, own.value.institutionId, sha256, upload.fileName, JSON.stringify(roster.header), ...counts],
    ...[JSON.stringify(findings), actor.personId],
  ]);
  if (!row) throw new Error('the import was not written');
  await copyImportRows(tx, id, people);
  await audit(tx, {
    actor,
    act: 'roster-uploaded',
    subject: { kind: 'roster', id },
    caseId: classId,
    details: { rows: row.rows, valid: row.validRows, errors: row.errorRows, sha256 },
  });
  return accept({ status: 201, body: row, version: row.version });
}
