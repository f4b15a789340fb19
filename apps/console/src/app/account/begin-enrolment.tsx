import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { answer, api } from '../../api/client.ts';
import { problemOf, wantsSecondFactor } from '../../api/problem-error.ts';
import { useAct } from '../../api/use-act.ts';
import { ErrorAlert } from '../../components/error-alert.tsx';
import { useWords } from '../i18n/define-words.ts';
import { goToSignIn } from '../session/session.ts';
import { accountWords } from './words.ts';

/** Begins to enrol an authenticator, or to replace it; where the sign-in is too old, or lacks the former one's code, leads there and back. */
export function BeginEnrolment({ isEnrolled }: { readonly isEnrolled: boolean }) {
  const words = useWords(accountWords);
  const queries = useQueryClient();
  const begin = useAct(
    (_: void, headers) => answer(api.POST('/v1/me/second-factor', { headers })),
    () => void queries.invalidateQueries({ queryKey: ['second-factor'] }),
  );
  const wantsCode = wantsSecondFactor(begin.error);
  const wantsPassword = problemOf(begin.error).code === 'SIGN_IN_AGAIN';
  return (
    <>
      {begin.error && <ErrorAlert error={begin.error} />}
      {isEnrolled && <p>{words.replaceText}</p>}
      {wantsCode || wantsPassword ? (
        <Button type="primary" onClick={() => goToSignIn(wantsCode ? 'signature' : 'work')}>
          {wantsCode ? words.againWithCode : words.again}
        </Button>
      ) : (
        <Button type={isEnrolled ? 'default' : 'primary'} loading={begin.isPending} onClick={() => begin.mutate()}>
          {isEnrolled ? words.replace : words.enrol}
        </Button>
      )}
    </>
  );
}
