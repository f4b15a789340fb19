import canonicalize from 'canonicalize';
import { createHash } from 'node:crypto';
import type { Actor } from '#libs/contracts';
import { audit, clockOf, lockCase, outboxAdvance, outboxStart, type Answer, type Tx } from '#libs/platform';
import { accept, judgeRoster, refuse, type Result, type RosterEligibility, type RosterLine } from '#libs/policy';
import type { FilingKind } from '../domain/check-filing.ts';
import { contribute, type ClassRow } from '../persistence/class.query.ts';
import { contributorsOf, insertFiling, lastStage, rosterLines, type StageFacts } from '../persistence/filing.query.ts';
import { policyOfClass } from './class-policy.ts';
import { contentOf, filingFindings, type FilingContent } from './filing-content.ts';
import { ownClass } from './own-class.ts';

export interface Filed {
  readonly kind: FilingKind;
  readonly version: number;
}

const EDITABLE = new Set(['draft', 'returned', 'refused', 'lapsed', 'withdrawn']);

/** A completion belongs to a class that is being trained; its first filing ends the delivery, a later one answers a return. */
function mayFile(kind: FilingKind, stage: StageFacts | undefined): boolean {
  if (kind === 'opening') return stage === undefined || stage.stage === 'opening';
  return stage?.stage === 'completion' || (stage?.stage === 'delivery' && stage.outcome === null);
}

/** Freezes what is filed: a reviewer looks at exactly this, and a correction is a new version. */
async function freeze(
  tx: Tx,
  actor: Actor,
  of: ClassRow,
  kind: FilingKind,
  { lessons, courses, materials, enrolled }: FilingContent,
  eligibility: RosterEligibility | undefined,
): Promise<number> {
  await tx.rows(contribute, [of.id, actor.personId]);
  const people = await tx.rows<{ personId: string }>(contributorsOf, [of.id]);
  const papers = materials.map(({ slot, sha256, fileName }) => ({ slot, sha256, fileName }));
  const content =
    canonicalize({
      class: { ...of, openingState: undefined, completionState: undefined },
      lessons,
      courses,
      materials: papers,
      enrolled,
      eligibility,
    }) ?? '';
  const sha256 = createHash('sha256').update(content).digest();
  const row = await tx.one<{ version: number }>(insertFiling, [
    of.id,
    kind,
    content,
    sha256,
    actor.personId,
    people.map(({ personId }) => personId),
  ]);
  if (!row) throw new Error(`the ${kind} of ${of.id} was not filed`);
  return row.version;
}

/** Who may join and be paid, as the policy answers on the day of filing: kept with the filing, so that a later look-up changes nothing in it. */
async function eligibilityOf(tx: Tx, of: ClassRow): Promise<Result<RosterEligibility>> {
  const { snapshot } = await policyOfClass(tx, of);
  const { today } = await clockOf(tx);
  return judgeRoster(snapshot, { classType: of.classType, on: today }, await tx.rows<RosterLine>(rosterLines, [of.id]));
}

/** Files the opening or the completion of a class, or files it anew after a return, a withdrawal, a refusal or a lapse (XZ24 二(二)). */
export async function submitFiling(tx: Tx, actor: Actor, classId: string, kind: FilingKind): Promise<Result<Answer<Filed>>> {
  await lockCase(tx, classId);
  const own = await ownClass(tx, actor, classId);
  if (!own.ok) return own;
  const state = kind === 'opening' ? own.value.openingState : own.value.completionState;
  if (!EDITABLE.has(state)) return refuse('FILING_UNDER_REVIEW');
  const stage = await tx.one<StageFacts>(lastStage, [classId]);
  if (!mayFile(kind, stage)) return refuse('FILING_NOT_NOW');
  const content = await contentOf(tx, classId, kind);
  const errors = await filingFindings(tx, own.value, kind, content);
  if (errors.length > 0) return refuse('FILING_INCOMPLETE', { errors });
  const eligibility = kind === 'opening' ? await eligibilityOf(tx, own.value) : accept(undefined);
  if (!eligibility.ok) return eligibility;
  const version = await freeze(tx, actor, own.value, kind, content, eligibility.value);
  const isRoadOver = stage === undefined || (stage.outcome !== null && stage.outcome !== 'approved');
  if (isRoadOver) await outboxStart(tx, { road: 'class', id: classId });
  else await outboxAdvance(tx, { road: 'class', id: classId, reason: `${kind}-filed` });
  await audit(tx, { actor, act: `${kind}-filed`, subject: { kind: 'class', id: classId }, caseId: classId, details: { version } });
  return accept({ status: 201, body: { kind, version } });
}
