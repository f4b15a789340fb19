import { statement } from '#libs/platform';

/** Persons and units that are no longer in the claim leave it; what is in a payment order cannot (the guard refuses). */
export const dropLines = statement(
  'finance.drop-lines',
  `delete from finance.claim_line l where l.claim_id = $1 and l.person_id not in (select "personId" from jsonb_to_recordset($2::jsonb) as x("personId" uuid))`,
);

/** Brings the lines to the calculation: one statement for the whole claim. */
export const upsertLines = statement(
  'finance.upsert-lines',
  `insert into finance.claim_line (claim_id, person_id, enrollment_id, subject_id, amount_fen, recovery_fen, once_keys, explanation, state)
   select $1, l."personId", l."enrollmentId", l."subjectId", l."amountFen", l."recoveryFen", l."onceKeys", l.explanation, l.state
   from jsonb_to_recordset($2::jsonb) as l("personId" uuid, "enrollmentId" uuid, "subjectId" uuid, "amountFen" bigint, "recoveryFen" bigint, "onceKeys" text[],
     explanation jsonb, state text)
   on conflict (claim_id, person_id) do update set amount_fen = excluded.amount_fen, recovery_fen = excluded.recovery_fen, once_keys = excluded.once_keys,
     explanation = excluded.explanation, state = excluded.state
   where (claim_line.amount_fen, claim_line.recovery_fen, claim_line.once_keys, claim_line.explanation, claim_line.state)
     is distinct from (excluded.amount_fen, excluded.recovery_fen, excluded.once_keys, excluded.explanation, excluded.state)`,
);

export interface LineRow {
  readonly lineId: string;
  readonly personId: string;
  readonly enrollmentId: string | null;
  readonly subjectId: string | null;
  readonly name: Buffer | null;
  readonly maskedIdNumber: string | null;
  /** Of a unit. */
  readonly unitName: string | null;
  readonly amountFen: bigint;
  readonly recoveryFen: bigint;
  readonly explanation: object;
  readonly state: 'included' | 'excluded';
  /** Where the subject itself is paid: which account, by its fingerprint alone. */
  readonly payee: string | null;
}

export const linesOf = statement(
  'finance.lines-of',
  `select l.line_id as "lineId", l.person_id as "personId", l.enrollment_id as "enrollmentId", l.subject_id as "subjectId", p.identity_cipher as name,
     p.masked_id_number as "maskedIdNumber", u.name as "unitName", l.amount_fen as "amountFen", l.recovery_fen as "recoveryFen", l.explanation, l.state,
     encode(sha256(s.account_cipher), 'hex') as payee
   from finance.claim_line l left join trainee.published_person p on p.id = l.person_id
   left join finance.claim_subject s on s.claim_id = l.claim_id and s.person_id = l.person_id left join finance.unit u on u.id = s.unit_id
   where l.claim_id = $1 order by l.line_id`,
);
