import { useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../../../api/client.ts';
import { formBody } from '../../../api/form-body.ts';
import { useAct } from '../../../api/use-act.ts';
import { useWords } from '../../../app/i18n/define-words.ts';
import { ErrorAlert } from '../../../components/error-alert.tsx';
import { materialsQuery, type Filing } from '../queries.ts';
import { SlotTable } from './slot-table.tsx';
import { filingWords } from './words.ts';

interface MaterialSlotsProps {
  readonly filing: Filing;
  readonly classId: string;
  readonly isEditable: boolean;
}

/** The papers of an opening or a completion. */
export function MaterialSlots({ filing, classId, isEditable }: MaterialSlotsProps) {
  const words = useWords(filingWords);
  const queries = useQueryClient();
  const materials = useQuery(materialsQuery(classId));
  const renew = (): void => void queries.invalidateQueries({ queryKey: ['classes', classId] });
  const upload = useAct(
    ({ slot, file }: { readonly slot: string; readonly file: File; readonly name: string }, headers) =>
      answer(
        api.POST('/v1/classes/{id}/materials', {
          params: { path: { id: classId } },
          body: { filing: filing.kind, slot, file: '' },
          headers,
          ...formBody({ filing: filing.kind, slot, file }),
        }),
      ),
    renew,
  );
  const remove = useAct(
    (material: string, headers) =>
      answer(api.DELETE('/v1/classes/{id}/materials/{material}', { params: { path: { id: classId, material } }, headers })),
    renew,
  );
  const error = upload.error ?? remove.error;
  return (
    <section aria-labelledby="kbt-materials">
      <h2 id="kbt-materials">{words.materials}</h2>
      {isEditable && <p className="kbt-hint">{words.formats}</p>}
      {error && <ErrorAlert error={error} />}
      <SlotTable
        slots={filing.materials}
        files={(materials.data ?? []).filter(({ filingKind }) => filingKind === filing.kind)}
        hrefOf={({ id }) => `/v1/classes/${classId}/materials/${id}/content`}
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
