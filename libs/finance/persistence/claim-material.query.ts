import { statement } from '#libs/platform';

export interface ClaimMaterialRow {
  readonly id: string;
  readonly slot: string;
  readonly sha256: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly uploadedAt: Date;
}

const columns = `id, slot, encode(file_sha256, 'hex') as sha256, file_name as "fileName", media_type as "mediaType", uploaded_at as "uploadedAt"`;

/** $1 claim, $2 id of the last material shown, $3 limit. */
export const materialsOfClaim = statement(
  'finance.materials-of-claim',
  `select ${columns} from finance.claim_material where claim_id = $1 and removed_at is null
     and ($2::uuid is null or (slot, id) > (select m.slot, m.id from finance.claim_material m where m.id = $2))
   order by slot, id limit $3`,
);
export const materialOfClaim = statement(
  'finance.material-of-claim',
  `select ${columns} from finance.claim_material where claim_id = $1 and id = $2 and removed_at is null`,
);
export const insertMaterial = statement(
  'finance.insert-material',
  `insert into finance.claim_material (claim_id, slot, file_sha256, file_name, media_type, uploaded_by) values ($1, $2, decode($3, 'hex'), $4, $5, $6) returning id`,
);
export const removeMaterial = statement(
  'finance.remove-material',
  `update finance.claim_material set removed_at = platform.now() where claim_id = $1 and id = $2 and removed_at is null returning id`,
);
