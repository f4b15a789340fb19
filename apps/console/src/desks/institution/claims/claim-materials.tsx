import { useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../../../api/client.ts';
import { formBody } from '../../../api/form-body.ts';
import { useAct } from '../../../api/use-act.ts';
import { useWords } from '../../../app/i18n/define-words.ts';
import { AskAgain } from '../../../components/ask-again.tsx';
import { ErrorAlert } from '../../../components/error-alert.tsx';
import { SlotTable, type Slot } from '../filing/slot-table.tsx';
import { useSnapshot } from '../policy.ts';
import { classQuery } from '../queries.ts';
import { claimMaterialsQuery, type Claim } from './claim-queries.ts';
import { claimWords } from './words.ts';

interface ClaimMaterialsProps {
  readonly claim: Claim;
  /** What the claim still lacks; papers are named by `/materials/<slot>`. */
  readonly lacking: readonly { readonly pointer?: string | null | undefined }[];
  readonly isEditable: boolean;
}

/** The papers a claim must contain, by the policy fixed for it (DOC-17..23). */
export function ClaimMaterials({ claim, lacking, isEditable }: ClaimMaterialsProps) {
  const words = useWords(claimWords);
  const queries = useQueryClient();
  const policy = useSnapshot(claim.snapshotHash);
  const snapshot = policy.data;
  const of = useQuery({ ...classQuery(claim.classId ?? ''), enabled: claim.classId !== null });
  const materials = useQuery(claimMaterialsQuery(claim.id));
  const renew = (): void => void queries.invalidateQueries({ queryKey: ['claims', claim.id] });
  const upload = useAct(
    ({ slot, file }: { readonly slot: string; readonly file: File; readonly name: string }, headers) =>
      answer(
        api.POST('/v1/claims/{id}/materials', {
          params: { path: { id: claim.id } },
          body: { slot, file: '' },
          headers,
          ...formBody({ slot, file }),
        }),
      ),
    renew,
  );
  const remove = useAct(
    (material: string, headers) =>
      answer(api.DELETE('/v1/claims/{id}/materials/{material}', { params: { path: { id: claim.id, material } }, headers })),
    renew,
  );
  const classType = of.data?.data.classType;
  const wanted = classType === undefined ? snapshot?.subsidies[claim.subsidy]?.materials : snapshot?.process[classType]?.claim.materials;
  const missing = new Set(lacking.map(({ pointer }) => pointer));
  const slots = (wanted ?? []).map(({ slot, title, titleEn, form, clause }): Slot => ({
    slot,
    title,
    titleEn,
    form,
    clause,
    isThere: !missing.has(`/materials/${slot}`),
  }));
  const error = upload.error ?? remove.error;
  return (
    <section aria-labelledby="kbt-materials">
      <h2 id="kbt-materials">{words.materials}</h2>
      {error && <ErrorAlert error={error} />}
      <AskAgain queries={[policy, of, materials]} />
      <SlotTable
        slots={slots}
        files={materials.data ?? []}
        hrefOf={({ id }) => `/v1/claims/${claim.id}/materials/${id}/content`}
        change={
          isEditable
            ? {
                upload: (slot, file) => upload.mutate({ slot, file, name: `${file.name}/${file.size}/${file.lastModified}` }),
                remove: (id) => remove.mutate(id),
                pendingSlot: upload.isPending ? upload.variables.slot : undefined,
              }
            : undefined
        }
      />
    </section>
  );
}
