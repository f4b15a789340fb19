import { useQueryClient } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { answer, api } from '../../api/client.ts';
import { useAct } from '../../api/use-act.ts';
import { ErrorAlert } from '../../components/error-alert.tsx';
import { useWords } from '../i18n/define-words.ts';
import { tellOtherTabs, useHearOtherTabs } from './other-tabs.ts';
import { sessionQuery, signInAddress, SIGNED_IN, type Session } from './session.ts';
import { sessionWords } from './words.ts';

/** Warned this long before the end (WCAG 2.2.1). */
const WARN_SECONDS = 120;
/** Above every dialog of a screen: those keep what was typed in them. */
const ABOVE_DIALOGS = 2000;

interface SessionDialogsProps {
  readonly session: Session;
  readonly hasEnded: boolean;
}

/**
 * Tells that the session is about to end, and that it has ended. Both leave the page and what was typed as they are: the sign-in is a tab of its
 * own, and the page goes on by itself once the same person is signed in.
 */
export function SessionDialogs({ session, hasEnded }: SessionDialogsProps) {
  const words = useWords(sessionWords);
  const queries = useQueryClient();
  const secondsLeft = useSecondsLeft(session);
  useHearOtherTabs();
  useAskAgainWhatFailed(hasEnded);
  const renew = useAct(
    (_: void, headers) => answer(api.POST('/session/renew', { headers })),
    (renewed) => {
      queries.setQueryData(sessionQuery.queryKey, renewed);
      tellOtherTabs();
    },
  );
  const always = { closable: false, mask: { closable: false }, keyboard: false, destroyOnHidden: true, zIndex: ABOVE_DIALOGS };
  return (
    <>
      <Modal
        {...always}
        open={!hasEnded && secondsLeft > 0 && secondsLeft <= WARN_SECONDS}
        title={words.soonTitle}
        okText={words.goOn}
        onOk={() => renew.mutate()}
        confirmLoading={renew.isPending}
        cancelButtonProps={{ style: { display: 'none' } }}
      >
        <p role="alert">{words.soonText(Math.max(1, Math.ceil(secondsLeft / 60)))}</p>
        {renew.error && <ErrorAlert error={renew.error} />}
      </Modal>
      <Modal {...always} open={hasEnded} title={words.endedTitle} footer={<SignInElsewhere />}>
        <p role="alert">{words.endedText}</p>
      </Modal>
    </>
  );
}

/** A plain link: no script opens the tab, so nothing blocks it. */
function SignInElsewhere() {
  const words = useWords(sessionWords);
  return (
    <Button type="primary" href={signInAddress('work', SIGNED_IN)} target="_blank" rel="noopener">
      {words.signInElsewhere}
    </Button>
  );
}

/** Seconds until the session ends, counted here between two answers of the server, which is asked at the end. */
function useSecondsLeft(session: Session): number {
  const queries = useQueryClient();
  const [secondsLeft, setSecondsLeft] = useState(session.secondsLeft);
  useEffect(() => {
    const end = Date.now() + session.secondsLeft * 1000;
    const look = (): void => {
      const left = Math.max(0, Math.round((end - Date.now()) / 1000));
      setSecondsLeft(left);
      if (left === 0) void queries.invalidateQueries({ queryKey: sessionQuery.queryKey });
    };
    look();
    const timer = setInterval(look, 5000);
    return () => clearInterval(timer);
  }, [session, queries]);
  return secondsLeft;
}

/** What could not be read while nobody was signed in is asked for again. */
function useAskAgainWhatFailed(hasEnded: boolean): void {
  const queries = useQueryClient();
  const hadEnded = useRef(hasEnded);
  useEffect(() => {
    if (hadEnded.current && !hasEnded) void queries.invalidateQueries({ predicate: ({ state }) => state.status === 'error' });
    hadEnded.current = hasEnded;
  }, [hasEnded, queries]);
}
