import type { Role } from '#libs/contracts';
import type { Desk, NavItem } from '../../desks/desk.ts';
import { desks } from '../../desks/index.ts';
import { useMe } from '../session/session.ts';

const holds = (mine: readonly Role[], wanted: readonly Role[] | undefined): boolean =>
  !wanted || wanted.some((role) => mine.includes(role));

export const mayOpen = (desk: Desk, mine: readonly Role[]): boolean => holds(mine, desk.roles);

/** The desks of the person's roles in the office they act for, with the lines they see. */
export function useMyDesks(): readonly { readonly desk: Desk; readonly items: readonly NavItem[] }[] {
  const { roles } = useMe();
  return desks
    .filter((desk) => mayOpen(desk, roles))
    .map((desk) => ({ desk, items: desk.items.filter((item) => holds(roles, item.roles)) }));
}
