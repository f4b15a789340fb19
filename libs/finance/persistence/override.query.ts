import { statement } from '#libs/platform';

/** A limit raised, or an amount set, for one person of a claim (AMB-15, AMB-22). */
export interface OverrideRow {
  readonly id: string;
  readonly claimId: string;
  readonly personId: string;
  readonly fact: 'overrideCapFen' | 'overrideYearlyLimit' | 'approvedFen';
  readonly valueFen: bigint | null;
  readonly reason: string;
  readonly proposedBy: string;
  readonly proposedAt: Date;
  readonly state: 'proposed' | 'approved' | 'refused';
  readonly decidedAt: Date | null;
  readonly version: number;
}

const columns = `id, claim_id as "claimId", person_id as "personId", fact, value_fen as "valueFen", reason, proposed_by as "proposedBy", proposed_at as "proposedAt", state,
  decided_at as "decidedAt", version`;

export const overridesOf = statement(
  'finance.overrides-of',
  `select ${columns} from finance.claim_override where claim_id = $1 order by proposed_at, id`,
);
export const overrideForUpdate = statement(
  'finance.override-for-update',
  `select ${columns} from finance.claim_override where claim_id = $1 and id = $2 for update`,
);
export const proposeOverride = statement(
  'finance.propose-override',
  `insert into finance.claim_override (claim_id, person_id, fact, value_fen, reason, proposed_by) values ($1, $2, $3, $4, $5, $6) on conflict do nothing returning ${columns}`,
);
export const decideOverride = statement(
  'finance.decide-override',
  `update finance.claim_override set state = $2, decided_by = $3 where id = $1 returning ${columns}`,
);
