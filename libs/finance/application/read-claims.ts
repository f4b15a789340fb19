import type { Actor } from '#libs/contracts';
import { seesInstitution, sightOf } from '#libs/identity';
import { decodeIdCursor, openIdentity, pageOf, type Page, type Tx } from '#libs/platform';
import { accept, maskName, refuse, type Result } from '#libs/policy';
import { claimById, claimPage, marksOf, type ClaimRow, type MarkRow } from '../persistence/claim.query.ts';
import { linesOf, type LineRow } from '../persistence/line.query.ts';

/** A line as it is shown: of a person the name's first sign and the masked number, of a unit its name. */
export interface ShownLine {
  readonly lineId: string;
  readonly personId: string;
  readonly name: string;
  readonly maskedIdNumber: string | null;
  readonly amountFen: bigint;
  readonly recoveryFen: bigint;
  readonly explanation: object;
  readonly state: string;
}

export interface ClaimDetail {
  readonly claim: ClaimRow;
  readonly lines: readonly ShownLine[];
  readonly marks: readonly MarkRow[];
}

/** A person's name as lists show it. */
export function shownName(name: Buffer | null, personId: string): string {
  return maskName(name === null ? '' : openIdentity(personId, name).name);
}

function shown({ name, unitName, personId, lineId, maskedIdNumber, amountFen, recoveryFen, explanation, state }: LineRow): ShownLine {
  const who = unitName ?? shownName(name, personId);
  return { lineId, personId, name: who, maskedIdNumber, amountFen, recoveryFen, explanation, state };
}

/** The claim, if the actor may see it; else it is not there (404). */
export async function visibleClaim(tx: Tx, actor: Actor, claimId: string): Promise<Result<ClaimRow, 'NOT_FOUND'>> {
  const claim = await tx.one<ClaimRow>(claimById, [claimId]);
  return claim && seesInstitution(actor, claim.institutionId, claim.region) ? accept(claim) : refuse('NOT_FOUND');
}

export async function showClaim(tx: Tx, actor: Actor, claimId: string): Promise<Result<ClaimDetail>> {
  const claim = await visibleClaim(tx, actor, claimId);
  if (!claim.ok) return claim;
  const lines = (await tx.rows<LineRow>(linesOf, [claimId])).map(shown);
  const marks = claim.value.state === 'returned' ? await tx.rows<MarkRow>(marksOf, [claimId]) : [];
  return accept({ claim: claim.value, lines, marks });
}

/** The claims the actor may see, the newest first. */
export async function listClaims(
  tx: Tx,
  actor: Actor,
  page: { readonly cursor?: string; readonly limit: number },
): Promise<Result<Page<ClaimRow>>> {
  const sight = sightOf(actor);
  if (!sight) return accept({ items: [], nextCursor: null });
  const key = decodeIdCursor(page.cursor);
  if (!key.ok) return key;
  const rows = await tx.rows<ClaimRow>(claimPage, [
    page.limit + 1,
    key.value,
    sight.institutionId ?? null,
    sight.regionScope ?? null,
    sight.hidden,
  ]);
  return accept(
    pageOf(
      rows,
      page.limit,
      ({ id }) => [id],
      (row) => row,
    ),
  );
}
