import type { Stage } from '#libs/contracts';
import type { Tx } from '#libs/platform';
import type { PlannedStep, Place } from '../../domain/case-plan.ts';
import { findOffices } from '../../persistence/case-facts.query.ts';
import { countHandlers, insertStage, openAlarm, openStepTask, type StageRow, type StageStep } from '../../persistence/stage.query.ts';

export type TaskKind = 'decide' | 'sign' | 'assess';

/** Where the places of a plan are, for one case. */
export interface CasePlaces {
  /** Place of the class or claim. */
  readonly region: string;
  readonly officeId: string | null;
  /** Region of the deciding office. */
  readonly officeRegion: string;
  readonly evaluationBodyId?: string | null;
}

export interface StageOpening {
  readonly caseId: string;
  readonly stage: Stage;
  readonly places: CasePlaces;
  readonly steps: readonly PlannedStep[];
  /** The kind of the first task; without it the stage opens without one: it waits for a day or a fact. */
  readonly opens?: TaskKind;
  readonly dueOn?: string;
  readonly lookAgainAt?: Date | null;
  readonly seenVersion?: number | null;
  readonly package?: { readonly version: number; readonly sha256: string };
  readonly signers?: number;
  readonly correctionDays?: number;
  readonly snapshotHash?: string | null;
}

const upwards: Readonly<Partial<Record<Place, (places: CasePlaces) => { kind: string; region: string }>>> = {
  county: ({ region }) => ({ kind: 'hr', region }),
  city: ({ region }) => ({ kind: 'hr', region: `${region.slice(0, 4)}00` }),
  province: ({ region }) => ({ kind: 'hr', region: `${region.slice(0, 2)}0000` }),
  finance: ({ officeRegion }) => ({ kind: 'finance', region: officeRegion }),
  industry: ({ officeRegion }) => ({ kind: 'industry', region: officeRegion }),
};

/** Names the office of each step. */
async function stepsOf(tx: Tx, { steps, places }: StageOpening): Promise<StageStep[]> {
  const wanted = steps.flatMap(({ place }) => upwards[place]?.(places) ?? []);
  const found =
    wanted.length === 0 ? [] : await tx.rows<{ kind: string; region: string; id: string | null }>(findOffices, [JSON.stringify(wanted)]);
  return steps.map(({ role, place, budgetDays }) => {
    const sought = upwards[place]?.(places);
    if (sought) {
      const office = found.find((one) => one.kind === sought.kind && one.region === sought.region);
      return { role, officeKind: sought.kind, officeId: office?.id ?? null, region: sought.region, budgetDays };
    }
    if (place === 'evaluation-body') {
      return { role, officeKind: place, officeId: places.evaluationBodyId ?? null, region: places.region, budgetDays };
    }
    return { role, officeKind: 'hr', officeId: places.officeId, region: places.officeRegion, budgetDays };
  });
}

/** Alarms the administrator in time where nobody, or not enough people, may do the next step (design section 5). */
async function checkStaffed(tx: Tx, { caseId, stage, signers = 1 }: StageOpening, row: StageRow, first: StageStep): Promise<void> {
  const roles = stage === 'sign-off' ? ['caseworker', 'reviewer', 'leader'] : [first.role];
  const counted = first.officeId === null ? undefined : await tx.one<{ persons: number }>(countHandlers, [first.officeId, roles, caseId]);
  if ((counted?.persons ?? 0) >= signers) return;
  await tx.rows(openAlarm, [caseId, row.id, 'county-administrator', null, null, 'nobody-may-act']);
}

/** Opens the next round of a stage with its first task, in the caller's transaction, which holds the case's lock. */
export async function openStage(tx: Tx, opening: StageOpening): Promise<StageRow> {
  const steps = await stepsOf(tx, opening);
  const [first] = steps;
  const row = await tx.one<StageRow>(insertStage, [
    opening.caseId,
    opening.stage,
    JSON.stringify(steps),
    opening.opens && first ? first.budgetDays : null,
    opening.dueOn ?? null,
    opening.lookAgainAt ?? null,
    opening.seenVersion ?? null,
    opening.package?.version ?? null,
    opening.package?.sha256 ?? null,
    opening.signers ?? null,
    opening.correctionDays ?? 0,
    opening.snapshotHash ?? null,
  ]);
  if (!row) throw new Error(`stage ${opening.stage} of ${opening.caseId} was not opened`);
  if (first) await checkStaffed(tx, opening, row, first);
  if (first && opening.opens) await tx.rows(openStepTask, [row.id, opening.opens, 0, opening.dueOn ?? null]);
  return row;
}
