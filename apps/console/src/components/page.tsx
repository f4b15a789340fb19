import { useEffect, useRef, type ReactNode } from 'react';
import { useLocation } from 'react-router';

interface PageProps {
  readonly title: string;
  /** Beside the title: the page's own acts. */
  readonly actions?: ReactNode;
  /** Under the title: one line that places the page. */
  readonly lead?: ReactNode;
  readonly children: ReactNode;
}

/** A screen: one h1, which gets the focus when the address changes, so that a screen reader tells where one is (WCAG 2.4.3). */
export function Page({ title, actions, lead, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { pathname } = useLocation();
  const shownAt = useRef<string>(undefined);
  useEffect(() => {
    document.title = `${title} · 开班通`;
  }, [title]);
  useEffect(() => {
    if (shownAt.current === pathname) return;
    shownAt.current = pathname;
    heading.current?.focus({ preventScroll: true });
  }, [pathname]);
  return (
    <div className="kbt-page">
      <div className="kbt-page-head">
        <div>
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {lead && <div className="kbt-lead">{lead}</div>}
        </div>
        {actions && <div className="kbt-actions">{actions}</div>}
      </div>
      {children}
    </div>
  );
}
