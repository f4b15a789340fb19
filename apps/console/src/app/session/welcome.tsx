import { Alert, Button } from 'antd';
import { LanguageSwitch } from '../shell/language-switch.tsx';
import { useWords } from '../i18n/define-words.ts';
import { goToSignIn } from './session.ts';
import { sessionWords } from './words.ts';
import mark from '../theme/mark.svg';

/** Before signing in: what this is, and the one thing to do. */
export function Welcome({ sandbox }: { readonly sandbox: boolean }) {
  const words = useWords(sessionWords);
  const isUnfinished = new URLSearchParams(location.search).get('sign-in') === 'unfinished';
  return (
    <div className="kbt-welcome">
      <header>
        <LanguageSwitch />
      </header>
      <main>
        <img src={mark} alt="" width={56} height={56} />
        <h1>开班通</h1>
        <p className="kbt-lead">{words.welcome}</p>
        <p>{words.welcomeText}</p>
        {isUnfinished && <Alert type="warning" showIcon role="alert" title={words.unfinished} />}
        <Button type="primary" size="large" block onClick={() => goToSignIn('work')}>
          {words.signIn}
        </Button>
        {sandbox && <p className="kbt-hint">{words.demoHint}</p>}
      </main>
    </div>
  );
}
