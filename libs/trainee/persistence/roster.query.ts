import { statement } from '#libs/platform';
import type { RosterFinding } from '../domain/roster/finding.ts';
import type { RosterHeader } from '../roster/roster-reader.ts';

export interface ImportRow {
  readonly id: string;
  readonly classId: string;
  readonly institutionId: string;
  readonly fileName: string;
  readonly fileSha256: string;
  readonly state: 'validated' | 'confirmed' | 'discarded';
  readonly header: RosterHeader;
  readonly rows: number;
  readonly validRows: number;
  readonly errorRows: number;
  readonly warningRows: number;
  readonly blocked: boolean;
  readonly findings: readonly RosterFinding[];
  readonly correctedCells: number;
  readonly leftOutRows: number;
  readonly enrolled: number | null;
  readonly version: number;
}

const columns = `id, class_id as "classId", institution_id as "institutionId", file_name as "fileName", encode(file_sha256, 'hex') as "fileSha256", state, header, rows,
  valid_rows as "validRows", error_rows as "errorRows", warning_rows as "warningRows", blocked, findings,
  corrected_cells as "correctedCells", left_out_rows as "leftOutRows", enrolled, version`;

export const importById = statement('trainee.import-by-id', `select ${columns} from trainee.roster_import where id = $1`);
export const importForUpdate = statement(
  'trainee.import-for-update',
  `select ${columns} from trainee.roster_import where id = $1 for update`,
);

/** Only one import of a class waits at a time: a new upload replaces it. */
export const discardWaiting = statement(
  'trainee.discard-waiting',
  `update trainee.roster_import set state = 'discarded', corrections_cipher = null where class_id = $1 and state = 'validated' returning id`,
);
export const discardImport = statement(
  'trainee.discard-import',
  `update trainee.roster_import set state = 'discarded', corrections_cipher = null where id = $1 returning ${columns}`,
);
export const dropImportRows = statement('trainee.drop-import-rows', `delete from trainee.roster_import_row where import_id = $1`);

export const insertImport = statement(
  'trainee.insert-import',
  `insert into trainee.roster_import (id, class_id, institution_id, file_sha256, file_name, header, rows, valid_rows, error_rows, warning_rows, blocked, findings, uploaded_by)
   values ($1, $2, $3, decode($4, 'hex'), $5, $6, $7, $8, $9, $10, $11, $12, $13) returning ${columns}`,
);

/** Kept apart from the row, which is shown: the corrections are ciphertext and stay so. */
export const correctionsOf = statement(
  'trainee.corrections-of',
  `select corrections_cipher as "cipher" from trainee.roster_import where id = $1`,
);

export const judgeAgain = statement(
  'trainee.judge-again',
  `update trainee.roster_import set rows = $2, valid_rows = $3, error_rows = $4, warning_rows = $5, blocked = $6, findings = $7, corrections_cipher = $8,
     corrected_cells = $9, left_out_rows = $10 where id = $1 returning ${columns}`,
);

/** Who of the given fingerprints is known, and in which classes at the same time. */
export const knownPeople = statement(
  'trainee.known-people',
  `select p.id, p.id_index as "idIndex" from trainee.person p join unnest($1::bytea[]) as x(id_index) on x.id_index = p.id_index`,
);

export const overlaps = statement(
  'trainee.overlaps',
  `select e.person_id as "personId", e.class_id as "classId", c.number as "classNumber", lower(e.span) as "from", (upper(e.span) - 1) as "until"
   from trainee.enrollment e join unnest($1::uuid[]) as x(person_id) on x.person_id = e.person_id
   left join institution.published_class c on c.id = e.class_id
   where e.status = 'enrolled' and e.span && daterange($2::date, $3::date, '[]')`,
);

export const teacherIndexes = statement(
  'trainee.teacher-indexes',
  `select id_index as "idIndex" from institution.published_class_teacher where class_id = $1`,
);

export const copyRows = `copy trainee.roster_import_row (import_id, row_number, person_id, is_known, id_index, name_cipher, id_number_cipher, masked_id_number, category,
  enrollment_id, details_cipher) from stdin with (format binary)`;

/** People nobody knows yet; somebody known meanwhile is found by the fingerprint. */
export const insertPeople = statement(
  'trainee.insert-people',
  `insert into trainee.person (id, id_index, name_cipher, id_number_cipher, masked_id_number, category)
   select r.person_id, r.id_index, r.name_cipher, r.id_number_cipher, r.masked_id_number, r.category from trainee.roster_import_row r
   where r.import_id = $1 and not r.is_known on conflict (id_index) do nothing`,
);

/** A ciphertext is bound to the person's id: whoever became known since validation stops the import. */
export const changedMeanwhile = statement(
  'trainee.changed-meanwhile',
  `select count(*)::int as people from trainee.roster_import_row r join trainee.person p on p.id_index = r.id_index where r.import_id = $1 and p.id <> r.person_id`,
);

export const enroll = statement(
  'trainee.enroll',
  `insert into trainee.enrollment (id, class_id, person_id, institution_id, import_id, row_number, span, category, details_cipher)
   select r.enrollment_id, $2, r.person_id, $3, $1, r.row_number, daterange($4::date, $5::date, '[]'), r.category, r.details_cipher
   from trainee.roster_import_row r where r.import_id = $1`,
);

export const confirmImport = statement(
  'trainee.confirm-import',
  `update trainee.roster_import set state = 'confirmed', confirmed_by = $2, enrolled = $3 where id = $1 returning ${columns}`,
);
