import { useRef } from 'react';
import { Outlet, ScrollRestoration } from 'react-router';
import { useWords } from '../i18n/define-words.ts';
import { useKeysHelp } from '../keys/keys-help.tsx';
import { useLive } from '../live/use-live.ts';
import { Header } from './header.tsx';
import { Navigation } from './navigation.tsx';
import { shellWords } from './words.ts';

/** What stands around every screen. */
export function Shell() {
  const words = useWords(shellWords);
  const main = useRef<HTMLElement>(null);
  const help = useKeysHelp();
  useLive();
  return (
    <div className="kbt-shell">
      <a
        className="kbt-skip"
        href="#main"
        onClick={(event) => {
          event.preventDefault();
          main.current?.focus();
        }}
      >
        {words.skip}
      </a>
      <Header onHelp={help.open} />
      <Navigation />
      <main id="main" ref={main} tabIndex={-1}>
        <Outlet />
      </main>
      {help.dialog}
      <ScrollRestoration />
    </div>
  );
}
