import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../../infra/local/folders.ts';
import { TASK_KINDS } from './example-answer.ts';

/** How a screen is looked at. */
export interface Look {
  readonly language: 'zh' | 'en';
  /** Pixels. */
  readonly width: number;
}

const DESKS = path.join(root, 'apps/console/src/desks');
const NOBODY = '00000000-0000-7000-8000-000000000000';

/** Who opens the screens of a desk: one person for each of its roles, the first for the part that is always run. */
const logins: Readonly<Record<string, readonly [string, ...string[]]>> = {
  casework: ['hg.caseworker1', 'hg.reviewer', 'hg.leader', 'hg.finance-reviewer', 'hg.admin'],
  finance: ['hg.disburser1', 'hg.finance-reviewer'],
  institution: ['hg.aimin', 'jc.taihang'],
  evaluation: ['cz.zhendong'],
  administration: [
    'hg.admin',
    'sysadmin',
    'hg.caseworker1',
    'hg.reviewer',
    'hg.leader',
    'hg.finance-reviewer',
    'hg.disburser1',
    'hg.auditor',
  ],
};
/** Every way to look; each differs from the one before in one thing. */
const looks: readonly Look[] = [
  { language: 'zh', width: 1280 },
  { language: 'en', width: 1280 },
  { language: 'en', width: 320 },
  { language: 'zh', width: 320 },
];

/** Every route of a desk as its table has it; a task, which looks different at every stage, at each of them where everything is seen. */
function routesOf(desk: string, isWhole: boolean): readonly string[] {
  const table = readFileSync(path.join(DESKS, desk, 'desk.ts'), 'utf8');
  const paths = [...table.matchAll(/\bpath: '([^']+)'/g)].map(([, one = '']) => one);
  if (paths.length !== table.match(/\blazy:/g)?.length) throw new Error(`the routes of ${desk}/desk.ts cannot be read`);
  return paths.flatMap((one) => {
    const at = `/${one.replace(':kind', 'opening').replaceAll(/:\w+/g, NOBODY)}`;
    return isWhole && one.startsWith('tasks/') ? Array.from({ length: TASK_KINDS }, (_, kind) => `${at.slice(0, -1)}${kind}`) : [at];
  });
}

/**
 * Every screen of the console, by the person who opens it.
 * @param isWhole for every role of a desk; otherwise for its first.
 */
export function screensByPerson(isWhole: boolean): readonly (readonly [login: string, paths: readonly string[]])[] {
  const desks = readdirSync(DESKS, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const turns = desks.flatMap(({ name }) => {
    const people = logins[name] ?? [`nobody-for-${name}`];
    return (isWhole ? people : people.slice(0, 1)).flatMap((login) => routesOf(name, isWhole).map((at) => ({ login, at })));
  });
  turns.push({ login: 'hg.caseworker1', at: '/account' });
  return [...new Set(turns.map(({ login }) => login))].map((login) => [
    login,
    turns.filter((turn) => turn.login === login).map(({ at }) => at),
  ]);
}

/** Deals out how each state is looked at: in every way, or in one, which take turns so that every screen is seen in each. */
export class Looks {
  private turn = 0;

  constructor(private readonly isWhole: boolean) {}

  /** @param language only in this one, unless every way is looked at. What comes last of all ways is Chinese. */
  next(language?: Look['language']): readonly Look[] {
    if (this.isWhole) return looks;
    const possible = looks.filter((look) => language === undefined || look.language === language);
    const at = this.turn++ % possible.length;
    return possible.slice(at, at + 1);
  }
}
