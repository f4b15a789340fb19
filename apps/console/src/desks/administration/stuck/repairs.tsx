import { useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { answer, api } from '../../../api/client.ts';
import { useAct } from '../../../api/use-act.ts';
import { useWords } from '../../../app/i18n/define-words.ts';
import { DataTable } from '../../../components/data-table.tsx';
import { ErrorAlert } from '../../../components/error-alert.tsx';
import { Instant } from '../../../components/instant.tsx';
import { StatusTag } from '../../../components/status-tag.tsx';
import type { LateMessage, StuckRoad } from './queries.ts';
import { stuckWords } from './words.ts';

type Of = Pick<StuckRoad, 'road' | 'subjectId'>;
type Repair = 'start' | 'send';

/** Starting and sending: both join what runs already, so a second click does no harm. */
function useRepair(what: Repair, done: string) {
  const queries = useQueryClient();
  const { message } = App.useApp();
  return useAct(
    ({ road, subjectId: id }: Of, headers) => {
      if (road === 'payment-batch') throw new Error('a batch is no case of this list');
      const options = { params: { path: { road, id } }, headers };
      return answer(
        what === 'start'
          ? api.POST('/v1/operations/roads/{road}/{id}/start', options)
          : api.POST('/v1/operations/roads/{road}/{id}/send', options),
      );
    },
    () => {
      void message.success(done);
      void queries.invalidateQueries({ queryKey: ['operations'] });
    },
  );
}

/** 流程: under way by the rows, and not in Temporal. */
export function MissingRoads({ roads }: { readonly roads: readonly StuckRoad[] }) {
  const words = useWords(stuckWords);
  const start = useRepair('start', words.started);
  return (
    <section aria-labelledby="kbt-roads">
      <h2 id="kbt-roads" className="kbt-section">
        {words.roads}
      </h2>
      <p className="kbt-hint">{words.roadsLead}</p>
      {start.error && <ErrorAlert error={start.error} />}
      <DataTable
        caption={words.roads}
        rows={roads}
        rowKey={({ road, subjectId }) => road + subjectId}
        columns={[
          { key: 'number', title: words.number, isHeader: true, render: ({ number }) => number },
          { key: 'case', title: words.case, render: ({ title }) => title },
          {
            key: 'state',
            title: words.state,
            render: ({ state, activity, attempts }) =>
              state === 'missing' ? (
                <>
                  <StatusTag tone="bad">{words.missing}</StatusTag>
                  <span className="kbt-line kbt-hint">{words.missingText}</span>
                </>
              ) : (
                words.failing(activity ?? '', attempts)
              ),
          },
          {
            key: 'action',
            title: words.action,
            render: (row) =>
              row.state === 'missing' && (
                <Button
                  size="small"
                  aria-label={words.startNamed(row.number)}
                  loading={start.isPending && start.variables.subjectId === row.subjectId}
                  onClick={() => start.mutate(row)}
                >
                  {words.start}
                </Button>
              ),
          },
        ]}
      />
    </section>
  );
}

/** 未送达的消息: what a road has not heard of yet. */
export function LateMessages({ messages }: { readonly messages: readonly LateMessage[] }) {
  const words = useWords(stuckWords);
  const send = useRepair('send', words.sent);
  return (
    <section aria-labelledby="kbt-messages">
      <h2 id="kbt-messages" className="kbt-section">
        {words.messages}
      </h2>
      <p className="kbt-hint">{words.messagesLead}</p>
      {send.error && <ErrorAlert error={send.error} />}
      <DataTable
        caption={words.messages}
        rows={messages}
        rowKey={({ road, subjectId }) => road + subjectId}
        columns={[
          { key: 'number', title: words.number, isHeader: true, render: ({ number }) => number },
          { key: 'case', title: words.case, render: ({ title }) => title },
          {
            key: 'state',
            title: words.state,
            render: ({ waiting, attempts, lastError }) => (
              <>
                {words.messageText(waiting, attempts)} {lastError !== null && <code>{lastError}</code>}
              </>
            ),
          },
          { key: 'since', title: words.since, render: ({ since }) => <Instant at={since} /> },
          {
            key: 'action',
            title: words.action,
            render: (row) => (
              <Button
                size="small"
                aria-label={words.sendNamed(row.number)}
                loading={send.isPending && send.variables.subjectId === row.subjectId}
                onClick={() => send.mutate(row)}
              >
                {words.send}
              </Button>
            ),
          },
        ]}
      />
    </section>
  );
}
