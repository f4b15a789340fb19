import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { type Role, roleNames } from '#libs/contracts';
import { useWords } from '../../../app/i18n/define-words.ts';
import { useLanguage } from '../../../app/i18n/language.ts';
import { ErrorAlert } from '../../../components/error-alert.tsx';
import './people.css';
import { previewQuery, type RightsPreview, type WantedRights } from './queries.ts';
import { peopleWords } from './words.ts';

const FEWEST = 2;

const isShort = ({ signersBefore, signersAfter }: RightsPreview): boolean => signersAfter < FEWEST && signersAfter < signersBefore;

/** Whether the server has answered what a change would mean, and whether something hard stands against it. */
export function useRightsChecks(wanted: WantedRights | undefined): { readonly isKnown: boolean; readonly isConflict: boolean } {
  const { data } = useQuery(previewQuery(wanted));
  if (!data) return { isKnown: false, isConflict: false };
  return { isKnown: true, isConflict: data.conflicts.some(({ rule }) => rule === 'apart') || isShort(data) };
}

/** 职责分离检查: shown before anything is saved. */
export function RightsChecks({ wanted }: { readonly wanted: WantedRights | undefined }) {
  const words = useWords(peopleWords);
  const { data, error, isFetching } = useQuery(previewQuery(wanted));
  return (
    <section className="kbt-checks" aria-labelledby="kbt-rights-checks" aria-live="polite">
      <h3 id="kbt-rights-checks">{words.checks}</h3>
      {!wanted && <p className="kbt-hint">{words.chooseFirst}</p>}
      {error && <ErrorAlert error={error} />}
      {wanted && !data && isFetching && <p className="kbt-hint">{words.checking}</p>}
      {data && <Found preview={data} />}
    </section>
  );
}

function Found({ preview }: { readonly preview: RightsPreview }) {
  const words = useWords(peopleWords);
  const language = useLanguage();
  const { conflicts, interests, signersBefore, signersAfter } = preview;
  const name = (role: Role): string => roleNames[role][language];
  const isClear = conflicts.length === 0 && interests.length === 0 && !isShort(preview);
  return (
    <>
      {conflicts.map(({ role, with: other, rule, officeName, login }) => (
        <Alert
          key={`${role}-${other}`}
          type={rule === 'apart' ? 'error' : 'info'}
          showIcon
          title={rule === 'apart' ? words.apart(name(role), name(other), officeName, login) : words.once(name(role), name(other))}
        />
      ))}
      {interests.length > 0 && (
        <Alert type="warning" showIcon title={words.interest(interests.map(({ institutionName }) => institutionName).join('、'))} />
      )}
      {isShort(preview) && <Alert type="error" showIcon title={words.tooFew} />}
      {isClear && <Alert type="success" showIcon title={words.clear} />}
      {Math.max(signersBefore, signersAfter) > 0 && <p className="kbt-hint">{words.signers(signersBefore, signersAfter)}</p>}
    </>
  );
}
