import { Alert, Button } from 'antd';
import { useWords } from '../../app/i18n/define-words.ts';
import { goToSignIn } from '../../app/session/session.ts';
import { payeeWords } from './words.ts';

/** An account of public money wants a fresh sign-in, as a signature does: leads there and back. */
export function FreshSignIn() {
  const words = useWords(payeeWords);
  return (
    <Alert
      type="warning"
      role="alert"
      showIcon
      className="kbt-error"
      title={words.fresh}
      action={<Button onClick={goToSignIn}>{words.freshGo}</Button>}
    />
  );
}
