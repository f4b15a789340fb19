import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { cacheFolder } from '../local/folders.ts';
import { PlainError } from '../local/plain-error.ts';
import { step } from '../local/progress.ts';
import { unpackRelease } from './release-archive.ts';
import { moduleFolder, temporalVersion } from './version.ts';

export interface TemporalBinaries {
  readonly server: string;
  readonly sqlTool: string;
}

function namesIn(folder: string): TemporalBinaries {
  return { server: path.join(folder, 'temporal-server'), sqlTool: path.join(folder, 'temporal-sql-tool') };
}

function bothExist(binaries: TemporalBinaries): boolean {
  return existsSync(binaries.server) && existsSync(binaries.sqlTool);
}

/** Both programs from one folder of PATH, if they are of the pinned minor version. */
function onPath(version: string): TemporalBinaries | undefined {
  const minor = version.split('.').slice(0, 2).join('.');
  return (process.env['PATH'] ?? '')
    .split(path.delimiter)
    .filter((folder) => folder !== '')
    .map(namesIn)
    .filter(bothExist)
    .find(({ server }) => spawnSync(server, ['--version'], { encoding: 'utf8' }).stdout?.includes(` ${minor}.`));
}

function hasGo(): boolean {
  return spawnSync('go', ['version'], { env: process.env }).status === 0;
}

function build(target: string, folder: string, tell: (line: string) => void): Promise<void> {
  const child = spawn('go', ['build', '-v', '-trimpath', '-tags', 'disable_grpc_modules', '-ldflags', '-s -w', '-o', folder, target], {
    cwd: moduleFolder,
    env: { ...process.env, CGO_ENABLED: '0' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const last: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => {
    last.splice(0, Math.max(0, last.length - 4));
    last.push(line);
    tell(line);
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      if (code === 0) resolve();
      else
        reject(
          new PlainError(
            `Building Temporal with Go failed (${last.join(' | ')}); make room or network available and start again, or set TEMPORAL_ADDRESS.`,
          ),
        );
    });
  });
}

/** Builds both programs from the pinned module; the folder appears whole or not at all. */
async function buildInto(folder: string): Promise<void> {
  const draft = `${folder}.${process.pid}`;
  let packages = 0;
  let current = '';
  const tell = (line: string) => {
    packages += 1;
    current = line.slice(0, 80);
  };
  mkdirSync(draft, { recursive: true });
  try {
    await step(
      'building the Temporal server from its Go modules: once, 3 to 10 minutes',
      async () => {
        await build('go.temporal.io/server/cmd/server', path.join(draft, 'temporal-server'), tell);
        await build('go.temporal.io/server/cmd/tools/sql', path.join(draft, 'temporal-sql-tool'), tell);
      },
      () => `${packages} packages, now ${current}`,
    );
    if (!existsSync(folder)) renameSync(draft, folder);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** Fetches both programs; the folder appears whole or not at all. */
async function fetchInto(folder: string, version: string): Promise<void> {
  let arrived = '';
  const base = process.env['KBT_TEMPORAL_RELEASES'];
  await step(
    `fetching the Temporal ${version} release`,
    () => unpackRelease(version, folder, { base, tell: (line) => (arrived = line) }),
    () => arrived,
  );
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Removes what an earlier start had half made when it was killed, a cache folder without both programs among it. */
function clearDrafts(folder: string): void {
  const drafts = readdirSync(path.dirname(folder)).filter((name) => name.startsWith(`${path.basename(folder)}.`));
  for (const name of drafts) {
    if (!isAlive(Number(name.split('.').at(-1)))) rmSync(path.join(path.dirname(folder), name), { recursive: true, force: true });
  }
  rmSync(folder, { recursive: true, force: true });
}

/** The Temporal server and its SQL tool: from PATH, else from the cache, else built with Go, else the official release. */
export async function temporalBinaries(): Promise<TemporalBinaries> {
  const version = temporalVersion();
  const found = onPath(version);
  if (found) return found;
  const key = createHash('sha256')
    .update(readFileSync(path.join(moduleFolder, 'go.sum')))
    .digest('hex')
    .slice(0, 12);
  const folder = path.join(cacheFolder(), `temporal-${version}-${key}`);
  const cached = namesIn(folder);
  if (bothExist(cached)) return cached;
  clearDrafts(folder);
  if (hasGo()) await buildInto(folder);
  else await fetchInto(folder, version);
  return cached;
}
