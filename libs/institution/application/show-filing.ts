import { refusalCatalogue, wordRefusal, type Actor } from '#libs/contracts';
import { clockOf, type Tx } from '#libs/platform';
import { accept, type Material, type Refusal, type Result } from '#libs/policy';
import { filingWindow, type FilingKind, type FilingWindow } from '../domain/check-filing.ts';
import { filingsOf, lastReason, marksOf, type FilingRow } from '../persistence/filing.query.ts';
import { policyOfClass } from './class-policy.ts';
import { contentOf, filingFindings } from './filing-content.ts';
import { visibleClass } from './own-class.ts';

export type { FilingWindow };

/** What the policy asks for, and whether it is there. */
export interface RequiredMaterial extends Pick<Material, 'slot' | 'title' | 'titleEn' | 'form' | 'clause'> {
  readonly isThere: boolean;
}

/** One point to correct. */
export interface CorrectionMark {
  readonly pointer: string | null;
  readonly row: number | null;
  readonly page: number | null;
  readonly clause: string | null;
  readonly text: string;
  readonly suggested: string | null;
}

export interface LastReason {
  readonly action: string;
  readonly reasonCode: string | null;
  readonly comment: string | null;
  readonly at: Date;
}

/** A refusal in words, before it happens. */
export interface FilingFinding {
  readonly code: string;
  readonly pointer: string | null;
  readonly message: string;
  readonly messageEn: string;
}

export interface FilingView {
  readonly kind: FilingKind;
  /** draft, under-review, returned, approved, refused, lapsed, withdrawn */
  readonly state: string;
  readonly window: FilingWindow;
  readonly versions: readonly FilingRow[];
  readonly materials: readonly RequiredMaterial[];
  /** Points to correct of the last return. */
  readonly marks: readonly CorrectionMark[];
  readonly reason: LastReason | null;
  /** What would keep it from being filed at this moment, all at once. */
  readonly findings: readonly FilingFinding[];
}

function worded({ code, pointer, params }: Refusal): FilingFinding {
  const text = refusalCatalogue[code];
  return {
    code,
    pointer: pointer ?? null,
    message: wordRefusal(text?.zh ?? code, params),
    messageEn: wordRefusal(text?.en ?? code, params),
  };
}

/** Where a filing stands, when it may be made, what it contains, and what there is to correct. */
export async function showFiling(tx: Tx, actor: Actor, classId: string, kind: FilingKind): Promise<Result<FilingView>> {
  const of = await visibleClass(tx, actor, classId);
  if (!of.ok) return of;
  const policy = await policyOfClass(tx, of.value);
  const { today } = await clockOf(tx);
  const content = await contentOf(tx, classId, kind);
  const there = new Set(content.materials.map(({ slot }) => slot));
  const findings = await filingFindings(tx, of.value, kind, content);
  const lacking = new Set(findings.map(({ pointer }) => pointer));
  const state = kind === 'opening' ? of.value.openingState : of.value.completionState;
  return accept({
    kind,
    state,
    window: filingWindow({ kind, today, startsOn: of.value.startsOn, endsOn: of.value.endsOn }, policy),
    versions: await tx.rows<FilingRow>(filingsOf, [classId, kind]),
    materials: policy.process[kind].materials.map(({ slot, title, titleEn, form, clause }) => ({
      ...{ slot, title, titleEn, form, clause },
      isThere: form === 'form' ? !lacking.has(`/materials/${slot}`) : there.has(slot),
    })),
    marks: state === 'returned' ? await tx.rows<CorrectionMark>(marksOf, [classId, kind]) : [],
    reason: state === 'draft' ? null : ((await tx.one<LastReason>(lastReason, [classId, kind])) ?? null),
    findings: findings.map(worded),
  });
}
