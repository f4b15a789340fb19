import { Link } from 'react-router';
import { Role } from '#libs/contracts';
import { useWords } from '../../../app/i18n/define-words.ts';
import { useLanguage } from '../../../app/i18n/language.ts';
import { useMe } from '../../../app/session/session.ts';
import { KindTag } from './kind-tag.tsx';
import type { ListedValue } from './queries.ts';
import type { PolicyNames } from './value-list.tsx';
import { groupName, groupOf, valueName } from './value-names.ts';
import { valueShown } from './value-shown.tsx';
import { policyWords } from './words.ts';

/** Only these parts of a policy hold values a county may set. */
const SETTABLE = /^\/(process|subsidies|deadlines)\//;

interface ValueDetailProps {
  readonly value: ListedValue;
  readonly names: PolicyNames;
  readonly policy: string;
}

/** The value that is looked at: what it is, and on what it rests. */
export function ValueDetail({ value, names, policy }: ValueDetailProps) {
  const words = useWords(policyWords);
  const language = useLanguage();
  const maySet = useMe().roles.includes(Role.CountyAdministrator) && value.kind !== 'stated' && SETTABLE.test(value.path);
  return (
    <div className="kbt-value-detail" aria-live="polite">
      <div className="kbt-value-title">
        <h3>
          <span className="kbt-hint">{groupName(groupOf(value.path), language, names.subsidies)}</span>
          <span className="kbt-line">{valueName(value.path, language)}</span>
        </h3>
        <strong>{valueShown(value.value, value.path, language, names.groups)}</strong>
      </div>
      <p>
        <KindTag kind={value.kind} />
        <span lang="zh-CN">{value.clause}</span>
        {value.amb} {value.from !== null && <span className="kbt-hint">{words.fromParent(value.from)}</span>}
      </p>
      {value.quote !== null && <blockquote lang="zh-CN">{value.quote}</blockquote>}
      {value.reason !== null && <p lang="zh-CN">{value.reason}</p>}
      {value.kind === 'missing' && <p className="kbt-hint">{words.missingMeans}</p>}
      {maySet && <Link to={`/releases/new?${new URLSearchParams({ policy, path: value.path }).toString()}`}>{words.setHere}</Link>}
    </div>
  );
}
