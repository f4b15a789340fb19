import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import { problemOf, wantsSecondFactor } from '../api/problem-error.ts';
import { useWords } from '../app/i18n/define-words.ts';
import { useLanguage } from '../app/i18n/language.ts';
import { goToSignIn, sessionQuery, signInAddress, SIGNED_IN, useMe } from '../app/session/session.ts';
import { componentWords } from './words.ts';

interface SecondFactorNoteProps {
  /** What the act was refused with, if it was. */
  readonly error: unknown;
  /** Signs in in a tab of its own: where what was typed may not be stored, so that it must stay on the page. */
  readonly isBeside?: boolean;
}

/**
 * What a signature or a release needs of the person, said before and at its button: password and one-time code within five minutes. Leads to the
 * sign-in and back to this place, or to where an authenticator is enrolled.
 */
export function SecondFactorNote({ error, isBeside = false }: SecondFactorNoteProps) {
  const words = useWords(componentWords);
  const language = useLanguage();
  const { hasSecondFactor, maySign } = useMe();
  const isRefused = useStandingRefusal(error, maySign);
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
          {hasSecondFactor && <p>{isBeside ? words.factorBeside : words.factorKept}</p>}
          {hasSecondFactor ? <Prove isBeside={isBeside} /> : <Link to="/account">{words.factorEnrol}</Link>}
        </>
      }
    />
  );
}

function Prove({ isBeside }: { readonly isBeside: boolean }) {
  const words = useWords(componentWords);
  if (!isBeside) return <Button onClick={() => goToSignIn('signature')}>{words.factorGo}</Button>;
  return (
    <Button href={signInAddress('signature', SIGNED_IN)} target="_blank" rel="noopener">
      {words.factorGoBeside}
    </Button>
  );
}

/** Whether the act was refused for want of a proof and none has been given since: a proof in another tab answers the refusal. */
function useStandingRefusal(error: unknown, maySign: boolean): boolean {
  const queries = useQueryClient();
  const couldSign = useRef(maySign);
  const [answered, setAnswered] = useState<unknown>();
  const isRefused = wantsSecondFactor(error);
  useEffect(() => {
    if (isRefused) void queries.invalidateQueries({ queryKey: sessionQuery.queryKey }); // the proof may have grown old since the session was read
  }, [isRefused, error, queries]);
  useEffect(() => {
    if (maySign && !couldSign.current) setAnswered(error);
    couldSign.current = maySign;
  }, [maySign, error]);
  return isRefused && error !== answered;
}
