import { Modal } from 'antd';
import { useEffect } from 'react';
import { useBlocker } from 'react-router';
import { useWords } from '../../../../app/i18n/define-words.ts';
import { fixWords } from './words.ts';

/** Asks before edits that nobody judged yet are lost: by going elsewhere in the console, or by closing the page. Answers the dialog. */
export function useUnsaved(count: number) {
  const words = useWords(fixWords);
  const blocker = useBlocker(({ currentLocation, nextLocation }) => count > 0 && currentLocation.pathname !== nextLocation.pathname);
  useEffect(() => {
    if (count === 0) return undefined;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [count]);
  return (
    <Modal
      open={blocker.state === 'blocked'}
      title={words.leaveTitle}
      okText={words.leave}
      okButtonProps={{ danger: true }}
      cancelText={words.remain}
      onOk={() => blocker.proceed?.()}
      onCancel={() => blocker.reset?.()}
    >
      <p>{words.leaveText(count)}</p>
    </Modal>
  );
}
