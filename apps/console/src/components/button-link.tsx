import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useHref, useLinkClickHandler } from 'react-router';

interface ButtonLinkProps {
  readonly to: string;
  readonly isPrimary?: boolean;
  readonly children: ReactNode;
}

/** A link that leads to a screen of the console and looks like a button. */
export function ButtonLink({ to, isPrimary = false, children }: ButtonLinkProps) {
  const href = useHref(to);
  const onClick = useLinkClickHandler<HTMLElement>(to);
  return (
    <Button type={isPrimary ? 'primary' : 'default'} href={href} onClick={onClick}>
      {children}
    </Button>
  );
}
