import { useQueryClient } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { Link } from 'react-router';
import { roleNames } from '#libs/contracts';
import { answer, api } from '../../api/client.ts';
import { useAct } from '../../api/use-act.ts';
import { useWords } from '../i18n/define-words.ts';
import { useLanguage } from '../i18n/language.ts';
import { Palette } from '../palette/palette.tsx';
import { useChooseOffice } from '../session/office-choice.tsx';
import { SandboxGuide } from '../sandbox/sandbox-guide.tsx';
import { useMe } from '../session/session.ts';
import mark from '../theme/mark.svg';
import { LanguageSwitch } from './language-switch.tsx';
import { shellWords } from './words.ts';

/** Who is at the screen, for which office, and what is the same everywhere: language, help, the way out. */
export function Header({ onHelp }: { readonly onHelp: () => void }) {
  const words = useWords(shellWords);
  const me = useMe();
  const queries = useQueryClient();
  const signOut = useAct(
    (_: void, headers) => answer(api.POST('/session/sign-out', { headers })),
    () => {
      queries.clear();
      location.assign('/console/');
    },
  );
  return (
    <header className="kbt-header">
      <Link to="/" className="kbt-brand">
        <img src={mark} alt="" width={28} height={28} />
        <span>{words.product}</span>
      </Link>
      {me.isSandbox && <SandboxGuide />}
      <span className="kbt-space" />
      <Palette />
      <OfficeAndRole />
      <Button type="text" onClick={onHelp} aria-label={words.keys} title={words.keys}>
        ?
      </Button>
      <LanguageSwitch />
      <Button type="text" loading={signOut.isPending} onClick={() => signOut.mutate()}>
        {words.signOut}
      </Button>
    </header>
  );
}

function OfficeAndRole() {
  const words = useWords(shellWords);
  const language = useLanguage();
  const me = useMe();
  const choose = useChooseOffice();
  const roles = me.roles.map((role) => roleNames[role][language]).join('、');
  return (
    <div className="kbt-me">
      <span>
        <Link to="/account" title={words.account}>
          <b>{me.name}</b>
        </Link>{' '}
        · {roles}
      </span>
      {me.offices.length === 1 ? (
        <span className="kbt-hint">{me.office.name}</span>
      ) : (
        <Select
          size="small"
          aria-label={words.switchOffice}
          value={me.office.officeId}
          loading={choose.isPending}
          onChange={(officeId) => choose.mutate(officeId)}
          options={me.offices.map(({ officeId, name }) => ({ value: officeId, label: name }))}
        />
      )}
    </div>
  );
}
