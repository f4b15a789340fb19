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
export const dropImportParts = statement('trainee.drop-import-parts', `delete from trainee.roster_import_part where import_id = $1`);

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

/** What was filed with the people of a class: the files, and what was put right in them. */
export const confirmedImports = statement(
  'trainee.confirmed-imports',
  `select id, encode(file_sha256, 'hex') as "fileSha256" from trainee.roster_import where class_id = $1 and state = 'confirmed'`,
);

export const judgeAgain = statement(
  'trainee.judge-again',
  `update trainee.roster_import set rows = $2, valid_rows = $3, error_rows = $4, warning_rows = $5, blocked = $6, findings = $7, corrections_cipher = $8,
     corrected_cells = $9, left_out_rows = $10 where id = $1 returning ${columns}`,
);

/** Who of the given fingerprints is known, by place among them; $1 one after the other, each of 32 bytes. */
export const knownPeople = statement(
  'trainee.known-people',
  `select (x.at - 1) / 32 as place, p.id from generate_series(1, octet_length($1::bytea), 32) as x(at)
   join trainee.person p on p.id_index = substring($1::bytea from x.at for 32)`,
);

/** In which classes people are at the same time. */
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

export const copyParts = `copy trainee.roster_import_part (import_id, part, row_numbers, person_ids, id_indexes, identity_ciphers, masked_id_numbers, categories,
  enrollment_ids) from stdin with (format binary)`;

/** People nobody knew when the roster was judged. Whoever became known since stops the import: a ciphertext is bound to the person's id. */
export const insertPeople = statement(
  'trainee.insert-people',
  `insert into trainee.person (id, id_index, identity_cipher, masked_id_number, category)
   select x.* from trainee.roster_import_part p
     cross join unnest(p.person_ids, p.id_indexes, p.identity_ciphers, p.masked_id_numbers, p.categories) as x(id, id_index, identity_cipher, masked_id_number, category)
   where p.import_id = $1 and x.identity_cipher is not null`,
);

/** $1 import, $2 class, $3 institution, $4 and $5 first and last day. */
export const enroll = statement(
  'trainee.enroll',
  `insert into trainee.enrollment (id, class_id, person_id, institution_id, import_id, row_number, span, category)
   select x.id, $2, x.person_id, $3, $1, x.row_number, daterange($4::date, $5::date, '[]'), x.category from trainee.roster_import_part p
     cross join unnest(p.enrollment_ids, p.person_ids, p.row_numbers, p.categories) as x(id, person_id, row_number, category) where p.import_id = $1`,
);

export const confirmImport = statement(
  'trainee.confirm-import',
  `update trainee.roster_import set state = 'confirmed', confirmed_by = $2, enrolled = $3 where id = $1 returning ${columns}`,
);
