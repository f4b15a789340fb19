import type { Stage, StageState } from '#libs/contracts';
import { lockCase, type Database, type Tx } from '#libs/platform';
import { stageAfter, standsAt, type CaseKind } from '../../domain/what-follows.ts';
import { endHold, holdCase } from './hold-case.ts';
import { endStage, lastRound, latestStage, setLookAgain, type StageRow } from '../../persistence/stage.query.ts';

/** What one stage does with its rows. `facts` are read once a call, after the case is locked. */
export interface StageScript<Facts> {
  readonly kind: CaseKind;
  readonly stage: Stage;
  /** Undefined where the case is not there (any more): the stage then stays closed. */
  readonly facts: (tx: Tx, caseId: string) => Promise<Facts | undefined>;
  /** Opens the stage's next round. */
  open(tx: Tx, facts: Facts): Promise<unknown>;
  /** Brings an open stage up to the facts and the day; ends it where they do. */
  follow(tx: Tx, facts: Facts, row: StageRow): Promise<void>;
  hasNewerFiling(facts: Facts, latest: StageRow): boolean;
  /** Whether objections still hold anybody; asked only of an ended claim. */
  holdsEnded?(tx: Tx, facts: Facts): Promise<boolean>;
}

/** Where the case stands by its rows; the first thing a road asks, and what tells a stage whether its next round is due. */
export async function whereItStands<Facts>(
  tx: Tx,
  caseId: string,
  script: Omit<StageScript<Facts>, 'stage' | 'open' | 'follow'>,
): Promise<{
  readonly stage: Stage | 'end';
  readonly latest: StageRow | undefined;
  readonly facts: Facts | undefined;
}> {
  const facts = await script.facts(tx, caseId);
  const latest = await tx.one<StageRow>(latestStage, [caseId]);
  if (facts === undefined) return { stage: 'end', latest, facts };
  const stage = standsAt(script.kind, latest, {
    hasNewerFiling: latest !== undefined && script.hasNewerFiling(facts, latest),
    holdsEnded: latest?.outcome === 'partly-held' && ((await script.holdsEnded?.(tx, facts)) ?? false),
  });
  return { stage, latest, facts };
}

/**
 * Opens the stage's rows once and afterwards only reads them and what they wait for; at its day the same call finds that the day has come.
 * A call for a stage the case has already left answers that stage's last outcome, so a road that lost its memory catches up.
 */
export async function runStage<Facts, Outcome extends string>(
  database: Database,
  script: StageScript<Facts>,
  caseId: string,
): Promise<StageState<Outcome>> {
  try {
    return await database.transaction((tx) => followRows<Facts, Outcome>(tx, script, caseId));
  } catch (error) {
    return holdCase<Outcome>(database, caseId, script.facts, error);
  }
}

async function followRows<Facts, Outcome extends string>(tx: Tx, script: StageScript<Facts>, caseId: string): Promise<StageState<Outcome>> {
  await lockCase(tx, caseId);
  const { stage, latest, facts } = await whereItStands(tx, caseId, script);
  if (facts === undefined) throw new Error(`there is no ${script.kind} ${caseId}`);
  if (stage === script.stage && (latest?.stage !== stage || latest.outcome !== null)) await script.open(tx, facts);
  const row = await tx.one<StageRow>(lastRound, [caseId, script.stage]);
  if (!row) throw new Error(`the case ${caseId} stands at ${stage}, not yet at ${script.stage}`);
  if (row.outcome === null) await script.follow(tx, facts, row);
  if (stage === script.stage) await endHold(tx, caseId);
  if (row.outcome !== null) return stateOf<Outcome>(row);
  return stateOf<Outcome>((await tx.one<StageRow>(lastRound, [caseId, script.stage])) ?? row);
}

function stateOf<Outcome extends string>({ outcome, lookAgainInMs }: StageRow): StageState<Outcome> {
  if (outcome !== null) return { outcome: outcome as Outcome };
  return { outcome: null, ...(lookAgainInMs === null ? {} : { lookAgainInMs: Math.max(1, Math.ceil(lookAgainInMs)) }) };
}

/** Ends a stage by a day or a fact. `because` is why the work that was still open on it is closed. */
export async function endBy(tx: Tx, row: StageRow, outcome: string, because: 'withdrawn' | 'superseded' | 'facts-complete'): Promise<void> {
  await tx.rows(endStage, [row.id, outcome, because, stageAfter(row.stage, outcome) === 'end']);
}

/** Notes the instant at which the stage's next day comes; null where none does. */
export async function lookAgainAt(tx: Tx, row: StageRow, at: Date | null): Promise<void> {
  if (row.lookAgainAt?.getTime() !== at?.getTime()) await tx.rows(setLookAgain, [row.id, at]);
}
