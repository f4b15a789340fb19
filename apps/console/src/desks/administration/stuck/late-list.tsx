import { Button } from 'antd';
import { useState } from 'react';
import { useWords } from '../../../app/i18n/define-words.ts';
import { DataTable } from '../../../components/data-table.tsx';
import type { LateWork } from './queries.ts';
import { ReassignDialog } from './reassign-dialog.tsx';
import { stuckWords } from './words.ts';

/** 超期未办: open work past its day, handed on from its row. */
export function LateList({ work }: { readonly work: readonly LateWork[] }) {
  const words = useWords(stuckWords);
  const [handing, setHanding] = useState<LateWork>();
  return (
    <section aria-labelledby="kbt-late">
      <h2 id="kbt-late" className="kbt-section">
        {words.late}
      </h2>
      <p className="kbt-hint">{words.lateLead}</p>
      <DataTable
        caption={words.late}
        rows={work}
        rowKey={({ taskId }) => taskId}
        columns={[
          { key: 'number', title: words.number, isHeader: true, render: ({ number }) => number },
          { key: 'case', title: words.case, render: ({ title }) => title },
          { key: 'dueOn', title: words.dueOn, render: ({ dueOn }) => dueOn },
          { key: 'office', title: words.office, render: ({ officeName }) => officeName },
          { key: 'who', title: words.who, render: ({ assignee }) => assignee ?? <span className="kbt-hint">{words.nobody}</span> },
          {
            key: 'action',
            title: words.action,
            render: (row) =>
              row.kind !== 'correct' && (
                <Button size="small" aria-label={words.reassignNamed(row.number)} onClick={() => setHanding(row)}>
                  {words.reassign}
                </Button>
              ),
          },
        ]}
      />
      {handing && <ReassignDialog work={handing} onClose={() => setHanding(undefined)} />}
    </section>
  );
}
