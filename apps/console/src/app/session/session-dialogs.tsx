import { useQueryClient } from '@tanstack/react-query';
import { Modal } from 'antd';
import { useEffect, useState } from 'react';
import { answer, api } from '../../api/client.ts';
import { useAct } from '../../api/use-act.ts';
import { useWords } from '../i18n/define-words.ts';
import { goToSignIn, sessionQuery, type Session } from './session.ts';
import { sessionRenewed, useSessionHasEnded } from './session-store.ts';
import { sessionWords } from './words.ts';

/** Warned this long before the end (WCAG 2.2.1). */
const WARN_SECONDS = 120;

/** Tells that the session is about to end, and that it has ended. Both leave the page and what was typed as they are. */
export function SessionDialogs({ session }: { readonly session: Session }) {
  const words = useWords(sessionWords);
  const queries = useQueryClient();
  const isRefused = useSessionHasEnded();
  const [secondsLeft, setSecondsLeft] = useState(session.secondsLeft);
  useEffect(() => {
    const end = Date.now() + session.secondsLeft * 1000;
    const look = (): void => setSecondsLeft(Math.max(0, Math.round((end - Date.now()) / 1000)));
    look();
    const timer = setInterval(look, 5000);
    return () => clearInterval(timer);
  }, [session]);
  const renew = useAct(
    (_: void, headers) => answer(api.POST('/session/renew', { headers })),
    (renewed) => {
      sessionRenewed();
      queries.setQueryData(sessionQuery.queryKey, renewed);
    },
  );
  const hasEnded = session.person === null || isRefused;
  return (
    <>
      <Modal
        open={!hasEnded && secondsLeft > 0 && secondsLeft <= WARN_SECONDS}
        title={words.soonTitle}
        okText={words.goOn}
        onOk={() => renew.mutate()}
        confirmLoading={renew.isPending}
        cancelButtonProps={{ style: { display: 'none' } }}
        closable={false}
        mask={{ closable: false }}
      >
        <p role="alert">{words.soonText(Math.max(1, Math.ceil(secondsLeft / 60)))}</p>
      </Modal>
      <Modal
        open={hasEnded}
        title={words.endedTitle}
        okText={words.signInAgain}
        onOk={() => goToSignIn('work')}
        cancelButtonProps={{ style: { display: 'none' } }}
        closable={false}
        mask={{ closable: false }}
        keyboard={false}
      >
        <p role="alert">{words.endedText}</p>
      </Modal>
    </>
  );
}
