import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useWords } from '../../../app/i18n/define-words.ts';
import { SandboxGuide } from '../../../app/sandbox/sandbox-guide.tsx';
import { useMe } from '../../../app/session/session.ts';
import { ErrorAlert } from '../../../components/error-alert.tsx';
import { Loading } from '../../../components/loading.tsx';
import { Page } from '../../../components/page.tsx';
import { Alarms } from './alarms.tsx';
import { LateMessages, MissingRoads } from './repairs.tsx';
import { LateList } from './late-list.tsx';
import { stuckQuery, type Stuck } from './queries.ts';
import { stuckWords } from './words.ts';

const isFine = ({ isTemporalKnown, roads, messages, lateWork, alarms }: Stuck): boolean =>
  isTemporalKnown && roads.length + messages.length + lateWork.length + alarms.length === 0;

/** 运行与疏通: what does not move, in plain words, each with the repair that is safe. */
export function StuckScreen() {
  const words = useWords(stuckWords);
  const { isSandbox } = useMe();
  const { data, error, isFetching, refetch } = useQuery(stuckQuery);
  const again = (
    <Button loading={isFetching} onClick={() => void refetch()}>
      {words.again}
    </Button>
  );
  return (
    <Page title={words.title} lead={words.lead} actions={again}>
      {error && <ErrorAlert error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && !data.isTemporalKnown && <Alert type="warning" showIcon role="status" title={words.unknown} className="kbt-error" />}
      {data && isFine(data) && (
        <Alert
          type="success"
          showIcon
          role="status"
          title={words.fine}
          description={words.fineText(data.roadsLookedAt)}
          className="kbt-error"
        />
      )}
      {data && data.alarms.length > 0 && <Alarms alarms={data.alarms} />}
      {data && data.roads.length > 0 && <MissingRoads roads={data.roads} />}
      {data && data.messages.length > 0 && <LateMessages messages={data.messages} />}
      {data && data.lateWork.length > 0 && <LateList work={data.lateWork} />}
      {isSandbox && (
        <section aria-labelledby="kbt-stuck-clock">
          <h2 id="kbt-stuck-clock" className="kbt-section">
            {words.sandbox}
          </h2>
          <p className="kbt-hint">{words.sandboxText}</p>
          <SandboxGuide />
        </section>
      )}
    </Page>
  );
}
