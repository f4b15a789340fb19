import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';
import { setTimeout as delay } from 'node:timers/promises';
import type { ChildSpec } from '../local/children.ts';
import { PlainError } from '../local/plain-error.ts';
import { postgresBinaries } from './postgres-binaries.ts';

/** The user "nobody": PostgreSQL refuses to run as root. */
const NOBODY = 65_534;
export const SUPERUSER = 'postgres';

/** Who runs the server: this process's user, or an unprivileged one when it is root. */
function runner(): { uid?: number; gid?: number } {
  return process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
}

/** Where a cluster asked for in a folder lives: there, or under /var/tmp where root's checkout lies in a folder that nobody else may enter. */
export function clusterFolder(wish: string): string {
  const who = runner();
  if (who.uid === undefined) return wish;
  const parent = path.dirname(wish);
  mkdirSync(parent, { recursive: true });
  const canEnter = spawnSync('/usr/bin/test', ['-x', parent], { ...who, cwd: '/' }).status === 0;
  return canEnter ? wish : path.join('/var/tmp', `kaibantong-${createHash('sha256').update(wish).digest('hex').slice(0, 12)}`);
}

export interface Cluster {
  /** The data folder in use, which differs from the one asked for where root's checkout cannot be entered by others. */
  readonly folder: string;
  readonly url: (database: string, user?: string, password?: string) => string;
  readonly child: ChildSpec;
}

/** Creates the cluster's files once; a folder half made by an interrupted start is told apart by its missing PG_VERSION. */
function initialise(bin: string, folder: string, password: string): void {
  if (existsSync(path.join(folder, 'PG_VERSION'))) return;
  const who = runner();
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (who.uid !== undefined) chownSync(folder, who.uid, NOBODY);
  const passwordFile = `${folder}.password`;
  try {
    writeFileSync(passwordFile, password, { mode: 0o600 });
    if (who.uid !== undefined) chownSync(passwordFile, who.uid, NOBODY);
    const args = [
      '-D',
      folder,
      '-U',
      SUPERUSER,
      '-A',
      'scram-sha-256',
      `--pwfile=${passwordFile}`,
      '-E',
      'UTF8',
      '--locale=C.UTF-8',
      '-N',
      '--no-instructions',
    ];
    execFileSync(path.join(bin, 'initdb'), args, { ...who, cwd: '/', stdio: ['ignore', 'ignore', 'pipe'] });
  } catch (error) {
    const why = String((error as { stderr?: Buffer }).stderr ?? error)
      .trim()
      .split('\n')
      .at(-1);
    throw new PlainError(
      `PostgreSQL could not make its files in ${folder} (${why}); free space there or delete the folder, and start again.`,
    );
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

async function accepts(url: string, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const client = new Client(url);
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if ((error as { code?: string }).code === '28P01')
        throw new PlainError(
          'PostgreSQL refuses the password of this installation: its secrets.json does not belong to its data; restore it, or delete both.',
        );
      await delay(50, undefined, { signal });
    }
  }
}

/**
 * A PostgreSQL of our own on the loopback.
 * @param options.settings server settings by name; tests switch durability off.
 */
export function cluster(options: {
  folder: string;
  port: number;
  password: string;
  settings?: Readonly<Record<string, string | number>>;
}): Cluster {
  const bin = postgresBinaries();
  const folder = clusterFolder(options.folder);
  initialise(bin, folder, options.password);
  const settings = {
    port: options.port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 200,
    ...options.settings,
  };
  const url = (database: string, user = SUPERUSER, password = options.password) =>
    `postgres://${user}:${password}@127.0.0.1:${options.port}/${database}`;
  return {
    folder,
    url,
    child: {
      name: 'postgres',
      command: path.join(bin, 'postgres'),
      args: ['-D', folder, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
      env: { PATH: process.env['PATH'], TZ: 'UTC', LANG: 'C.UTF-8' },
      signal: 'SIGINT',
      ...runner(),
      ready: (_lines, signal) => accepts(url('postgres'), signal),
    },
  };
}
