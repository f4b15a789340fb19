import { Alert, Button } from 'antd';
import { Link } from 'react-router';
import { problemOf, wantsSecondFactor } from '../api/problem-error.ts';
import { useWords } from '../app/i18n/define-words.ts';
import { useLanguage } from '../app/i18n/language.ts';
import { goToSignIn, useMe } from '../app/session/session.ts';
import { componentWords } from './words.ts';

interface SecondFactorNoteProps {
  /** What the act was refused with, if it was. */
  readonly error: unknown;
  /** Whether what was typed outlives the way there and back. */
  readonly isKept?: boolean;
}

/**
 * What a signature or a release needs of the person, said before and at its button: password and one-time code within five minutes. Leads to the
 * sign-in and back to this place, or to where an authenticator is enrolled.
 */
export function SecondFactorNote({ error, isKept = true }: SecondFactorNoteProps) {
  const words = useWords(componentWords);
  const language = useLanguage();
  const { hasSecondFactor, maySign } = useMe();
  const isRefused = wantsSecondFactor(error);
  if (maySign && !isRefused) return <p className="kbt-hint">{words.factorProved}</p>;
  const { detail, detailEn } = problemOf(error);
  return (
    <Alert
      type="warning"
      showIcon
      className="kbt-error"
      {...(isRefused ? { role: 'alert' } : {})}
      title={hasSecondFactor ? words.factorTitle : words.factorMissing}
      description={
        <>
          <p>{isRefused ? (language === 'en' ? detailEn : detail) : hasSecondFactor ? words.factorText : words.factorMissingText}</p>
          {hasSecondFactor && <p>{isKept ? words.factorKept : words.factorNotKept}</p>}
          {hasSecondFactor ? (
            <Button onClick={() => goToSignIn('signature')}>{words.factorGo}</Button>
          ) : (
            <Link to="/account">{words.factorEnrol}</Link>
          )}
        </>
      }
    />
  );
}
