import { statement } from '#libs/platform';

export const acceptAssessment = statement(
  'trainee.accept-assessment',
  `insert into trainee.assessment (class_id, evaluation_body_id, accepted_by) values ($1, $2, $3) on conflict (class_id) do nothing returning class_id as "classId"`,
);

export const assessmentOf = statement(
  'trainee.assessment-of',
  `select class_id as "classId", accepted_at as "acceptedAt", completed_at as "completedAt" from trainee.assessment where class_id = $1`,
);

/** Who may sit the exam, and who has a result already. */
export const examinees = statement(
  'trainee.examinees',
  `select e.id, e.person_id as "personId", r.outcome from trainee.enrollment e left join trainee.assessment_result r on r.enrollment_id = e.id
   where e.class_id = $1 and e.status = 'enrolled' and trainee.is_completed(e.class_id, e.id)`,
);

export interface Examinee {
  readonly id: string;
  readonly personId: string;
  readonly outcome: string | null;
}

export const takenNumbers = statement('trainee.taken-numbers', `select number from trainee.certificate where number = any ($1::text[])`);

export const insertResults = statement(
  'trainee.insert-results',
  `insert into trainee.assessment_result (enrollment_id, class_id, outcome, theory_score, practice_score, assessed_on, recorded_by)
   select r."enrollmentId", $1, r.outcome, r."theoryScore", r."practiceScore", r."assessedOn", $2
   from jsonb_to_recordset($3::jsonb) as r("enrollmentId" uuid, outcome text, "theoryScore" numeric, "practiceScore" numeric, "assessedOn" date)`,
);

export const insertCertificates = statement(
  'trainee.insert-certificates',
  `insert into trainee.certificate (enrollment_id, class_id, person_id, number, kind, level, issued_on, recorded_by)
   select c."enrollmentId", $1, c."personId", c.number, c.kind, c.level, c."issuedOn", $2
   from jsonb_to_recordset($3::jsonb) as c("enrollmentId" uuid, "personId" uuid, number text, kind text, level int, "issuedOn" date)`,
);

export const completeAssessment = statement(
  'trainee.complete-assessment',
  `update trainee.assessment set completed_at = platform.now() where class_id = $1 and completed_at is null returning class_id as "classId"`,
);

export interface ResultRow {
  readonly enrollmentId: string;
  readonly maskedIdNumber: string;
  readonly outcome: string;
  readonly theoryScore: string | null;
  readonly practiceScore: string | null;
  readonly assessedOn: string;
  readonly certificateNumber: string | null;
  readonly certificateKind: string | null;
  readonly certificateLevel: number | null;
  readonly issuedOn: string | null;
}

export const resultsOf = statement(
  'trainee.results-of',
  `select r.enrollment_id as "enrollmentId", p.masked_id_number as "maskedIdNumber", r.outcome, r.theory_score::text as "theoryScore", r.practice_score::text as "practiceScore",
     r.assessed_on as "assessedOn", c.number as "certificateNumber", c.kind as "certificateKind", c.level as "certificateLevel", c.issued_on as "issuedOn"
   from trainee.assessment_result r join trainee.enrollment e on e.id = r.enrollment_id join trainee.person p on p.id = e.person_id
   left join trainee.certificate c on c.enrollment_id = r.enrollment_id where r.class_id = $1 and ($2::uuid is null or r.enrollment_id > $2)
   order by r.enrollment_id limit $3`,
);

export const insertProof = statement(
  'trainee.insert-proof',
  `insert into trainee.employment_proof (enrollment_id, class_id, kind, term_months, minimum_months, employer, employed_on, file_sha256, recorded_by)
   values ($1, $2, $3, $4, $5, $6, $7, decode($8, 'hex'), $9) returning id`,
);

export const voidProof = statement(
  'trainee.void-proof',
  `update trainee.employment_proof set voided_by = $2 where id = $1 and voided_at is null returning id`,
);

export const proofById = statement('trainee.proof-by-id', `select id, class_id as "classId" from trainee.employment_proof where id = $1`);

export interface ProofRow {
  readonly id: string;
  readonly enrollmentId: string;
  readonly kind: string;
  readonly termMonths: number | null;
  readonly employer: string;
  readonly employedOn: string;
  readonly voidedAt: Date | null;
}

export const proofsOf = statement(
  'trainee.proofs-of',
  `select id, enrollment_id as "enrollmentId", kind, term_months as "termMonths", employer, employed_on as "employedOn", voided_at as "voidedAt"
   from trainee.employment_proof where class_id = $1 and ($2::uuid is null or id > $2) order by id limit $3`,
);
