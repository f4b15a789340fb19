import { useNavigate, NavLink } from 'react-router';
import type { NavItem } from '../../desks/desk.ts';
import { useWords } from '../i18n/define-words.ts';
import { useLanguage } from '../i18n/language.ts';
import { useShortcut } from '../keys/use-shortcut.ts';
import { useMyDesks } from './my-desks.ts';
import { shellWords } from './words.ts';

/** The lines of the person's desks, each with how much waits there. */
export function Navigation() {
  const words = useWords(shellWords);
  const language = useLanguage();
  return (
    <nav className="kbt-navigation" aria-label={words.navigation}>
      {useMyDesks().map(({ desk, items }) => (
        <section key={desk.id} aria-label={desk.title[language]}>
          <h2>{desk.title[language]}</h2>
          <ul>
            {items.map((item) => (
              <li key={item.to}>
                <Line item={item} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}

const nothing = (): undefined => undefined;

function Line({ item }: { readonly item: NavItem }) {
  const words = useWords(shellWords);
  const language = useLanguage();
  const useCount = item.useCount ?? nothing;
  const count = useCount();
  const navigate = useNavigate();
  const { zh, en } = item.label;
  useShortcut(`g ${item.goKey ?? ''}`, { zh: `前往${zh}`, en: `Go to ${en}` }, () => void navigate(item.to), item.goKey !== undefined);
  return (
    <NavLink to={item.to}>
      <span>{item.label[language]}</span>
      {count !== undefined && count > 0 && (
        <span className="kbt-count" aria-label={words.waiting(count)}>
          {count > 999 ? '999+' : count}
        </span>
      )}
    </NavLink>
  );
}
