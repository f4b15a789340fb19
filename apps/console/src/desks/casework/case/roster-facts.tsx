import { useInfiniteQuery } from '@tanstack/react-query';
import { useWords } from '../../../app/i18n/define-words.ts';
import { DataTable } from '../../../components/data-table.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { KeysetList } from '../../../components/keyset-list.tsx';
import { enrollmentsQuery, type Enrolled } from './case-queries.ts';
import { MarkButton } from './mark-button.tsx';
import { reviewWords } from './words.ts';
import { SheetLink } from '../../../components/sheet-link.tsx';

/** Who is in the class, masked; each row can be commented on. */
export function RosterFacts({ classId }: { readonly classId: string }) {
  const words = useWords(reviewWords);
  const query = useInfiniteQuery(enrollmentsQuery(classId));
  return (
    <KeysetList<Enrolled> query={query} empty={<EmptyState why={words.emptyRoster} />}>
      {(rows) => (
        <>
          <SheetLink href={`/v1/classes/${classId}/enrollments.xlsx`} of={words.roster} />
          <DataTable
            caption={words.roster}
            rows={rows}
            rowKey={({ id }) => id}
            columns={[
              { key: 'number', title: '#', align: 'right', render: (_, index) => index + 1 },
              { key: 'name', title: words.name, isHeader: true, render: ({ name }) => <span className="kbt-number">{name}</span> },
              { key: 'id', title: words.idNumber, render: ({ maskedIdNumber }) => <span className="kbt-number">{maskedIdNumber}</span> },
              { key: 'category', title: words.category, render: ({ category }) => category },
              { key: 'days', title: words.days, align: 'right', render: ({ payableDays }) => payableDays },
              { key: 'completed', title: words.completed, render: ({ isCompleted }) => (isCompleted ? words.yes : words.no) },
              { key: 'proofs', title: words.proofs, align: 'right', render: ({ employmentProofs }) => employmentProofs },
              {
                key: 'mark',
                title: words.action,
                render: (_, index) => <MarkButton anchor={{ row: index + 1 }} place={words.place.row(index + 1)} />,
              },
            ]}
          />
        </>
      )}
    </KeysetList>
  );
}
