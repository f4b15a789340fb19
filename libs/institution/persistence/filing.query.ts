import { statement } from '#libs/platform';

export interface FilingRow {
  readonly version: number;
  readonly status: string;
  readonly submittedAt: Date;
}

export const filingsOf = statement(
  'institution.filings-of',
  `select version, status, submitted_at as "submittedAt" from institution.published_filing where class_id = $1 and kind = $2 order by version desc`,
);

export const contributorsOf = statement(
  'institution.contributors-of',
  `select person_id as "personId" from institution.contribution where class_id = $1`,
);

export const insertFiling = statement(
  'institution.insert-filing',
  `insert into institution.filing (class_id, kind, content, content_sha256, submitted_by, contributors) values ($1, $2, $3, $4, $5, $6) returning version`,
);

export const withdrawFiling = statement(
  'institution.withdraw-filing',
  `update institution.filing set status = 'withdrawn' where class_id = $1 and kind = $2
     and version = (select max(version) from institution.filing where class_id = $1 and kind = $2) returning version`,
);

/** The open or last stage of a class's road, by casework's rows. */
export const lastStage = statement(
  'institution.last-stage',
  `select stage, outcome, is_suspended as "isSuspended" from casework.published_stage where case_id = $1 order by ordinal desc limit 1`,
);

export interface StageFacts {
  readonly stage: string;
  readonly outcome: string | null;
  readonly isSuspended: boolean;
}

/** The points of the last return, while it stands. */
export const marksOf = statement(
  'institution.marks-of',
  `select pointer, row_number as "row", page, clause, text, suggested from casework.published_correction_mark where case_id = $1 and stage = $2 order by ordinal`,
);

export const lastReason = statement(
  'institution.last-reason',
  `select action, reason_code as "reasonCode", comment, at from casework.published_last_reason where case_id = $1 and stage = $2`,
);

export interface MaterialRow {
  readonly id: string;
  readonly filingKind: string;
  readonly slot: string;
  readonly sha256: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly uploadedAt: Date;
}

const material = `id, filing_kind as "filingKind", slot, encode(file_sha256, 'hex') as sha256, file_name as "fileName", media_type as "mediaType", uploaded_at as "uploadedAt"`;

/** $1 class, $2 id of the last material shown, $3 limit; all where there is none. */
export const materialsOf = statement(
  'institution.materials-of',
  `select ${material} from institution.material where class_id = $1 and removed_at is null
     and ($2::uuid is null or (filing_kind, slot, id) > (select m.filing_kind, m.slot, m.id from institution.material m where m.id = $2))
   order by filing_kind, slot, id limit $3`,
);

export const materialById = statement(
  'institution.material-by-id',
  `select ${material} from institution.material where class_id = $1 and id = $2 and removed_at is null`,
);

export const insertMaterial = statement(
  'institution.insert-material',
  `insert into institution.material (class_id, filing_kind, slot, file_sha256, file_name, media_type, uploaded_by)
   values ($1, $2, $3, decode($4, 'hex'), $5, $6, $7) returning id`,
);

export const removeMaterial = statement(
  'institution.remove-material',
  `update institution.material set removed_at = platform.now() where class_id = $1 and id = $2 and removed_at is null returning id`,
);

/** What the policy's conditions on a person are judged by, a line a person enrolled. */
export const rosterLines = statement(
  'institution.roster-lines',
  `select enrollment_id as "enrollmentId", row_number as "row", category, enrolled_on as "enrolledOn", is_in_other_class as "isInOtherClass",
     classes_this_year as "classesThisYear" from trainee.published_roster_line where class_id = $1 order by row_number, enrollment_id`,
);
