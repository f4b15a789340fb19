import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { answer, api } from '../../../api/client.ts';
import { formBody } from '../../../api/form-body.ts';
import type { components } from '../../../api/schema.gen.ts';
import { useAct } from '../../../api/use-act.ts';
import { useWords } from '../../../app/i18n/define-words.ts';
import { useLanguage } from '../../../app/i18n/language.ts';
import { DataTable, type Column } from '../../../components/data-table.tsx';
import { ErrorAlert } from '../../../components/error-alert.tsx';
import { FileButton } from '../../../components/file-button.tsx';
import { StatusTag } from '../../../components/status-tag.tsx';
import { materialsQuery, type Filing } from '../queries.ts';
import { filingWords } from './words.ts';

type Slot = components['schemas']['RequiredMaterialResponse'];
type Material = components['schemas']['MaterialResponse'];

const ACCEPT = '.pdf,.jpg,.jpeg,.png,.doc,.docx,.xls,.xlsx';

interface MaterialSlotsProps {
  readonly filing: Filing;
  readonly classId: string;
  readonly isEditable: boolean;
}

/** 申报材料: one line a paper the policy asks for, with its clause and what was uploaded. */
export function MaterialSlots({ filing, classId, isEditable }: MaterialSlotsProps) {
  const words = useWords(filingWords);
  const language = useLanguage();
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
  const filesOf = (slot: string): readonly Material[] =>
    (materials.data ?? []).filter((one) => one.filingKind === filing.kind && one.slot === slot);
  const columns: readonly Column<Slot>[] = [
    { key: 'slot', title: words.slot, isHeader: true, render: ({ title, titleEn }) => (language === 'en' ? titleEn : `《${title}》`) },
    { key: 'clause', title: words.clause, render: ({ clause }) => clause },
    {
      key: 'state',
      title: words.state,
      render: ({ isThere }) => <StatusTag tone={isThere ? 'good' : 'attention'}>{isThere ? words.there : words.lacking}</StatusTag>,
    },
    {
      key: 'files',
      title: words.files,
      render: ({ slot, title, form }) =>
        form === 'form' ? (
          <span className="kbt-hint">{words.made}</span>
        ) : (
          <Files
            classId={classId}
            files={filesOf(slot)}
            onRemove={isEditable ? (id) => remove.mutate(id) : undefined}
            button={
              isEditable && (
                <FileButton
                  label={words.upload}
                  about={title}
                  accept={ACCEPT}
                  isPending={upload.isPending && upload.variables?.slot === slot}
                  onFile={(file) => upload.mutate({ slot, file, name: `${file.name}/${file.size}/${file.lastModified}` })}
                />
              )
            }
          />
        ),
    },
  ];
  const error = upload.error ?? remove.error;
  return (
    <section aria-labelledby="kbt-materials">
      <h2 id="kbt-materials">{words.materials}</h2>
      {isEditable && <p className="kbt-hint">{words.formats}</p>}
      {error && <ErrorAlert error={error} />}
      <DataTable caption={words.materials} columns={columns} rows={filing.materials} rowKey={({ slot }) => slot} />
    </section>
  );
}

interface FilesProps {
  readonly classId: string;
  readonly files: readonly Material[];
  readonly onRemove: ((id: string) => void) | undefined;
  readonly button: React.ReactNode;
}

function Files({ classId, files, onRemove, button }: FilesProps) {
  const words = useWords(filingWords);
  return (
    <>
      <ul className="kbt-files">
        {files.map(({ id, fileName }) => (
          <li key={id}>
            <a href={`/v1/classes/${classId}/materials/${id}/content`} target="_blank" rel="noreferrer">
              {fileName}
            </a>
            {onRemove && (
              <Button type="text" size="small" onClick={() => onRemove(id)} aria-label={`${words.remove} ${fileName}`}>
                ✕
              </Button>
            )}
          </li>
        ))}
      </ul>
      {button}
    </>
  );
}
