import { statement } from '#libs/platform';

/** Where an institution's money is to go: proposed by one official, confirmed by another, in force on a day. */
export interface PayeeChangeRow {
  readonly id: string;
  readonly institutionId: string;
  readonly payeeName: string;
  readonly payeeBank: string;
  /** The last four digits. */
  readonly payeeAccount: string;
  readonly reason: string;
  readonly state: 'proposed' | 'confirmed' | 'refused' | 'stopped';
  readonly proposedBy: string;
  readonly proposedAt: Date;
  readonly decidedAt: Date | null;
  readonly effectiveOn: string | null;
  readonly stoppedAt: Date | null;
  /** Confirmed and of age: what is paid now goes there, unless a later one took over. */
  readonly isEffective: boolean;
  readonly version: number;
}

const columns = `c.id, c.institution_id as "institutionId", c.payee_name as "payeeName", c.payee_bank as "payeeBank", c.account_masked as "payeeAccount", c.reason, c.state,
  c.proposed_by as "proposedBy", c.proposed_at as "proposedAt", c.decided_at as "decidedAt", c.effective_on as "effectiveOn", c.stopped_at as "stoppedAt",
  c.state = 'confirmed' and c.effective_on <= platform.today() as "isEffective", c.version`;

/** The latest first. $1 institution, $2 id of the last one shown, $3 limit. */
export const payeeChanges = statement(
  'institution.payee-changes',
  `select ${columns} from institution.payee_change c where c.institution_id = $1 and ($2::uuid is null or c.id < $2) order by c.id desc limit $3`,
);

export const payeeChangeForUpdate = statement(
  'institution.payee-change-for-update',
  `select ${columns} from institution.payee_change c where c.institution_id = $1 and c.id = $2 for no key update`,
);

export const insertPayeeChange = statement(
  'institution.insert-payee-change',
  `insert into institution.payee_change as c (id, institution_id, payee_name, payee_bank, account_cipher, account_masked, reason, proposed_by,
     proposal_authenticated_at, proposal_second_factor)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning ${columns}`,
);

/** $1 change, $2 confirmed or refused, $3 the second person, $4 and $5 when and how they signed in. */
export const decidePayeeChange = statement(
  'institution.decide-payee-change',
  `update institution.payee_change c set state = $2, decided_by = $3, decision_authenticated_at = $4, decision_second_factor = $5 where c.id = $1 returning ${columns}`,
);

/** $1 change, $2 who stops it. */
export const stopPayeeChange = statement(
  'institution.stop-payee-change',
  `update institution.payee_change c set state = 'stopped', stopped_by = $2 where c.id = $1 returning ${columns}`,
);
