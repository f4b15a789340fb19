import { CheckCircleOutlined, CloseCircleOutlined, QuestionCircleOutlined } from '@ant-design/icons';
import { useWords } from '../../../app/i18n/define-words.ts';
import { DataTable } from '../../../components/data-table.tsx';
import { Loading } from '../../../components/loading.tsx';
import type { TaskDetail } from '../api.ts';
import { useChecks, type Check } from './use-checks.ts';
import { reviewWords } from './words.ts';

const ICONS = { pass: CheckCircleOutlined, fail: CloseCircleOutlined, none: QuestionCircleOutlined } as const;

/** What the machine has compared: pass, fail, or not compared, with both records on one line. */
export function ChecksFacts({ task }: { readonly task: TaskDetail }) {
  const words = useWords(reviewWords);
  const checks = useChecks(task);
  if (checks.isPending) return <Loading rows={5} />;
  const result = { pass: words.passed, fail: words.failed, none: words.noData } as const;
  return (
    <DataTable<Check>
      caption={words.checks}
      rows={checks.items}
      rowKey={({ key }) => key}
      columns={[
        { key: 'name', title: words.check, isHeader: true, render: ({ name }) => name },
        {
          key: 'result',
          title: words.result,
          render: ({ result: found }) => {
            const Icon = ICONS[found];
            return (
              <span className={`kbt-check-${found}`}>
                <Icon aria-hidden="true" /> {result[found]}
              </span>
            );
          },
        },
        { key: 'left', title: words.left, render: ({ left }) => left },
        { key: 'right', title: words.right, render: ({ right }) => right },
        { key: 'basis', title: words.basis, render: ({ basis }) => <span className="kbt-hint">{basis}</span> },
      ]}
    />
  );
}
