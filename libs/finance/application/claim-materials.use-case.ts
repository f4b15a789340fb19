import type { Actor } from '#libs/contracts';
import { audit, decodeIdCursor, pageById, paperTypeOf, type Answer, type FileStore, type Page, type Tx, type Upload } from '#libs/platform';
import { accept, materialsForClaim, refuse, type Material, type Result } from '#libs/policy';
import {
  insertMaterial,
  materialOfClaim,
  materialsOfClaim,
  removeMaterial,
  type ClaimMaterialRow,
} from '../persistence/claim-material.query.ts';
import { targetOfClaim, type ClaimTarget } from './claim-target.ts';
import { ownEditableClaim } from './own-claim.ts';
import { visibleClaim } from './read-claims.ts';

/** The papers a claim must contain: its class type's, or those of the subsidy itself. */
function wantedMaterials({ classes, snapshot, subsidy }: ClaimTarget): readonly Material[] {
  return materialsForClaim(snapshot, { classType: classes[0]?.classType ?? null, subsidy }).filter(({ form }) => form === 'file');
}

/** Adds a paper to a slot of the claim; papers of a slot may be several. */
export async function addClaimMaterial(
  tx: Tx,
  actor: Actor,
  of: { readonly claimId: string; readonly slot: string; readonly upload: Upload; readonly files: FileStore },
): Promise<Result<Answer<{ id: string; sha256: string }>>> {
  const { claimId, slot, upload, files } = of;
  const claim = await ownEditableClaim(tx, actor, claimId);
  if (!claim.ok) return claim;
  const target = await targetOfClaim(tx, actor, claim.value);
  if (!target.ok) return target;
  const slots = wantedMaterials(target.value).map((material) => material.slot);
  if (!slots.includes(slot)) return refuse('MATERIAL_SLOT_UNKNOWN', { pointer: '/slot', params: { slots: slots.join(', ') } });
  const mediaType = await paperTypeOf(upload.bytes);
  if (!mediaType.ok) return mediaType;
  const sha256 = await files.put(tx, upload.bytes, mediaType.value);
  const row = await tx.one<{ id: string }>(insertMaterial, [claimId, slot, sha256, upload.fileName, mediaType.value, actor.personId]);
  if (!row) throw new Error('the material was not written');
  await audit(tx, { actor, act: 'material-added', subject: { kind: 'material', id: row.id }, caseId: claimId, details: { slot, sha256 } });
  return accept({ status: 201, body: { id: row.id, sha256 } });
}

/** Takes a paper out again, as long as the claim lies with its applicant. */
export async function takeOutClaimMaterial(tx: Tx, actor: Actor, claimId: string, id: string): Promise<Result<Answer<{ id: string }>>> {
  const claim = await ownEditableClaim(tx, actor, claimId);
  if (!claim.ok) return claim;
  const row = await tx.one<{ id: string }>(removeMaterial, [claimId, id]);
  if (!row) return refuse('NOT_FOUND');
  await audit(tx, { actor, act: 'material-removed', subject: { kind: 'material', id }, caseId: claimId });
  return accept({ body: row });
}

/** One page of the papers of a claim, by slot. */
export async function listClaimMaterials(
  tx: Tx,
  actor: Actor,
  claimId: string,
  { cursor, limit }: { readonly cursor?: string; readonly limit: number },
): Promise<Result<Page<ClaimMaterialRow>>> {
  const claim = await visibleClaim(tx, actor, claimId);
  if (!claim.ok) return claim;
  const after = decodeIdCursor(cursor);
  return after.ok ? accept(pageById(await tx.rows<ClaimMaterialRow>(materialsOfClaim, [claimId, after.value, limit + 1]), limit)) : after;
}

export async function findClaimMaterial(tx: Tx, actor: Actor, claimId: string, id: string): Promise<Result<ClaimMaterialRow>> {
  const claim = await visibleClaim(tx, actor, claimId);
  if (!claim.ok) return claim;
  const row = await tx.one<ClaimMaterialRow>(materialOfClaim, [claimId, id]);
  return row ? accept(row) : refuse('NOT_FOUND');
}
