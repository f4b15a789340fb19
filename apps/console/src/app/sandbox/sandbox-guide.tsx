import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Drawer, Input } from 'antd';
import { useState } from 'react';
import { answer, api, inBackground } from '../../api/client.ts';
import type { components } from '../../api/schema.gen.ts';
import { useAct } from '../../api/use-act.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorAlert } from '../../components/error-alert.tsx';
import { Loading } from '../../components/loading.tsx';
import { useWords } from '../i18n/define-words.ts';
import { useLanguage } from '../i18n/language.ts';
import { Samples } from './samples.tsx';
import { sandboxWords } from './words.ts';

type GuideLine = components['schemas']['GuideLineResponse'];

/** The morning of a day in Shanghai, when offices open. */
const morningOf = (day: string): string => `${day}T09:00:00+08:00`;

/** The sandbox's own day in the header, and behind it the guide: whose turn, as whom to sign in, and the clock. */
export function SandboxGuide() {
  const words = useWords(sandboxWords);
  const [isOpen, setOpen] = useState(false);
  const { data } = useQuery({
    queryKey: ['clock'],
    queryFn: () => answer(api.GET('/v1/clock', { headers: inBackground })),
    refetchInterval: 60_000,
  });
  const today = data?.today ?? '…';
  return (
    <>
      <Button className="kbt-sandbox" aria-label={words.open(today)} onClick={() => setOpen(true)}>
        {words.today(today)}
      </Button>
      <Drawer title={words.title} open={isOpen} onClose={() => setOpen(false)} size={520} destroyOnHidden>
        <Guide today={today} />
      </Drawer>
    </>
  );
}

function Guide({ today }: { readonly today: string }) {
  const words = useWords(sandboxWords);
  const [day, setDay] = useState('');
  const queries = useQueryClient();
  const { data, error, refetch } = useQuery({
    queryKey: ['sandbox-guide'],
    queryFn: async () => (await answer(api.GET('/v1/sandbox/guide'))).items,
    refetchInterval: 5000,
  });
  const move = useAct(
    (to: string, headers) => answer(api.POST('/v1/sandbox/clock', { body: { to: morningOf(to) }, headers })),
    () => void queries.invalidateQueries(),
  );
  return (
    <>
      <p>{words.lead}</p>
      <p className="kbt-hint">{words.password}</p>
      {(error ?? move.error) && <ErrorAlert error={error ?? move.error} onRetry={error ? () => void refetch() : undefined} />}
      <form
        className="kbt-generator"
        onSubmit={(event) => {
          event.preventDefault();
          if (day !== '') move.mutate(day);
        }}
      >
        <label htmlFor="sandbox-day">{words.moveTo}</label>
        <Input
          id="sandbox-day"
          type="date"
          className="kbt-day"
          min={today}
          value={day}
          aria-describedby="sandbox-forward"
          onChange={({ target }) => setDay(target.value)}
        />
        <Button htmlType="submit" loading={move.isPending}>
          {words.move}
        </Button>
        <span id="sandbox-forward" className="kbt-hint">
          {words.onlyForward}
        </span>
      </form>
      {!data && !error && <Loading rows={4} />}
      {data?.length === 0 && <EmptyState why={words.none} />}
      <ul>
        {(data ?? []).map((line) => (
          <GuideItem key={`${line.caseId}-${line.taskId ?? ''}`} line={line} today={today} onMove={(to) => move.mutate(to)} />
        ))}
      </ul>
      <Samples />
    </>
  );
}

interface GuideItemProps {
  readonly line: GuideLine;
  readonly today: string;
  readonly onMove: (day: string) => void;
}

function GuideItem({ line: { number, title, sentence, accounts, waitsUntilOn }, today, onMove }: GuideItemProps) {
  const words = useWords(sandboxWords);
  const language = useLanguage();
  return (
    <li className="kbt-card">
      <h3>
        {title} <span className="kbt-hint">{number}</span>
      </h3>
      <p>{sentence[language]}</p>
      <p className="kbt-tags">
        {accounts.map(({ login, name }) => (
          <a key={login} href="/session/sign-in?returnTo=%2Fconsole%2F" title={words.signInAs}>
            <code>{login}</code> {name}
          </a>
        ))}
        {waitsUntilOn !== null && waitsUntilOn > today && (
          <Button size="small" onClick={() => onMove(waitsUntilOn)}>
            {words.wait(waitsUntilOn)}
          </Button>
        )}
      </p>
    </li>
  );
}
