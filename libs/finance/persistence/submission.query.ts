import { statement } from '#libs/platform';
import type { FactRow } from '../domain/fact-row.ts';

export interface SubmissionRow {
  readonly version: number;
  readonly facts: readonly FactRow[];
  readonly submittedAt: Date;
}

export const submissionOf = statement(
  'finance.submission-of',
  `select version, facts, submitted_at as "submittedAt" from finance.claim_submission where claim_id = $1 and version = $2`,
);

export interface NamedRow {
  readonly personId: string;
  readonly name: Buffer | null;
  readonly maskedIdNumber: string | null;
  readonly unitName: string | null;
}

/** Persons or units by their ids, also those no longer on the claim. */
export const namedSubjects = statement(
  'finance.named-subjects',
  `select x.id as "personId", p.identity_cipher as name, p.masked_id_number as "maskedIdNumber", u.name as "unitName"
   from unnest($1::uuid[]) as x(id) left join trainee.published_person p on p.id = x.id left join finance.unit u on u.id = x.id`,
);

export interface MaterialAtRow {
  readonly slot: string;
  readonly fileName: string;
  /** Whether it was there at the first instant, and at the second. */
  readonly wasThere: boolean;
  readonly isThere: boolean;
}

/** The papers that came or went between two instants. */
export const materialsBetween = statement(
  'finance.materials-between',
  `select * from (
     select slot, file_name as "fileName", uploaded_at <= $2 and (removed_at is null or removed_at > $2) as "wasThere",
       uploaded_at <= $3 and (removed_at is null or removed_at > $3) as "isThere"
     from finance.claim_material where claim_id = $1 order by slot, uploaded_at) m where m."wasThere" <> m."isThere"`,
);
