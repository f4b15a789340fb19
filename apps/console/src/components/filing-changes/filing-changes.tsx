import { useQuery } from '@tanstack/react-query';
import { useWords } from '../../app/i18n/define-words.ts';
import { useLanguage } from '../../app/i18n/language.ts';
import { worded } from '../case-words.ts';
import { DataTable } from '../data-table.tsx';
import { ErrorAlert } from '../error-alert.tsx';
import { Loading } from '../loading.tsx';
import { changesQuery, type Compared, type FilingChangesOf } from './changes-query.ts';
import { changeWords } from './words.ts';
import './filing-changes.css';

/** Only what differs between two submissions: fields, lessons, papers, rows of the roster, each before and after. */
export function FilingChanges(compared: Compared) {
  const { data, error, refetch } = useQuery(changesQuery(compared));
  if (error && !data) return <ErrorAlert error={error} onRetry={() => void refetch()} />;
  return data ? <Shown changes={data} /> : <Loading rows={4} />;
}

function Shown({ changes }: { readonly changes: FilingChangesOf }) {
  const words = useWords(changeWords);
  const { fields, lessons, courses, materials, roster } = changes;
  const planned = lessons.length + courses.length;
  if (fields.length + planned + materials.length + roster.length === 0) return <p role="status">{words.none}</p>;
  return (
    <>
      <p role="status">{words.counts(fields.length, planned, materials.length, roster.length)}</p>
      <FieldChanges changes={changes} />
      <MaterialChanges changes={changes} />
      <RosterChanges changes={changes} />
    </>
  );
}

interface Line {
  readonly key: string;
  readonly what: string;
  readonly before: string | null;
  readonly after: string | null;
}

function BeforeAfter({ caption, lines }: { readonly caption: string; readonly lines: readonly Line[] }) {
  const words = useWords(changeWords);
  if (lines.length === 0) return null;
  return (
    <>
      <h3>{caption}</h3>
      <DataTable
        caption={caption}
        rows={lines}
        rowKey={({ key }) => key}
        columns={[
          { key: 'what', title: words.what, isHeader: true, render: ({ what }) => what },
          { key: 'before', title: words.before, render: ({ before }) => <del className="kbt-was">{before ?? words.nothing}</del> },
          { key: 'after', title: words.after, render: ({ after }) => <ins className="kbt-is">{after ?? words.dropped}</ins> },
        ]}
      />
    </>
  );
}

function FieldChanges({ changes: { fields, lessons, courses } }: { readonly changes: FilingChangesOf }) {
  const words = useWords(changeWords);
  const planned = [
    ...lessons.map((line) => ({ ...line, key: `lesson-${line.pointer}-${line.what}`, what: `${words.lessonHours} ${line.what}` })),
    ...courses.map((line) => ({ ...line, key: `course-${line.pointer}-${line.what}`, what: `${words.courseHours} ${line.what}` })),
  ];
  return (
    <>
      <BeforeAfter
        caption={words.fields}
        lines={fields.map(({ pointer, ...line }) => ({ ...line, key: pointer, what: worded(words.field, pointer) }))}
      />
      <BeforeAfter caption={words.plan} lines={planned} />
    </>
  );
}

function MaterialChanges({ changes: { materials } }: { readonly changes: FilingChangesOf }) {
  const words = useWords(changeWords);
  const language = useLanguage();
  const files = (names: readonly string[]): string | null => (names.length === 0 ? null : names.join('、'));
  return (
    <BeforeAfter
      caption={words.materials}
      lines={materials.map(({ slot, title, titleEn, before, after }) => ({
        key: slot,
        what: language === 'en' ? titleEn : title,
        before: files(before),
        after: files(after),
      }))}
    />
  );
}

function RosterChanges({ changes: { roster } }: { readonly changes: FilingChangesOf }) {
  const words = useWords(changeWords);
  if (roster.length === 0) return null;
  return (
    <>
      <h3>{words.roster}</h3>
      <DataTable
        caption={words.roster}
        rows={roster}
        rowKey={({ enrollmentId }) => enrollmentId}
        columns={[
          { key: 'row', title: words.row, align: 'right', render: ({ row }) => row },
          { key: 'name', title: words.name, isHeader: true, render: ({ name }) => <span className="kbt-number">{name}</span> },
          { key: 'id', title: words.idNumber, render: ({ maskedIdNumber }) => <span className="kbt-number">{maskedIdNumber}</span> },
          {
            key: 'change',
            title: words.change,
            render: ({ change }) =>
              change === 'added' ? <ins className="kbt-is">{words.added}</ins> : <del className="kbt-was">{words.removed}</del>,
          },
          { key: 'reason', title: words.reason, render: ({ reason }) => reason ?? '' },
        ]}
      />
    </>
  );
}
