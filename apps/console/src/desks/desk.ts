import type { RouteObject } from 'react-router';
import type { Role } from '#libs/contracts';

export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** A line of the navigation. */
export interface NavItem {
  /** Address below the console, e.g. `/inbox`. */
  readonly to: string;
  readonly label: Bilingual;
  /** Who sees it; everybody of the desk unless told. */
  readonly roles?: readonly Role[];
  /** A hook that answers how much waits there. */
  readonly useCount?: () => number | undefined;
  /** The second key of `g` then …: goes there. */
  readonly goKey?: string;
}

/** The workplace of some roles: its lines in the navigation and its screens. A screen is loaded when it is first opened. */
export interface Desk {
  readonly id: string;
  readonly title: Bilingual;
  readonly roles: readonly Role[];
  readonly items: readonly NavItem[];
  readonly routes: readonly RouteObject[];
}
