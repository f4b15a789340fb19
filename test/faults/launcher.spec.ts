import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { clusterFolder } from '../../infra/database/postgres-server.ts';
import { root } from '../../infra/local/folders.ts';
import { freePort } from '../../infra/local/ports.ts';

interface Noted {
  readonly name: string;
  readonly pid: number;
}

/** One `npm start`, from after its compilation. */
class Launch {
  readonly lines: string[] = [];
  private readonly child: ChildProcess;
  private readonly ended: Promise<number | null>;

  constructor(folder: string, port: number) {
    this.child = spawn(process.execPath, [path.join(root, 'dist/infra/local/main.js'), 'start'], {
      cwd: root,
      env: { ...process.env, KBT_DATA: folder, PORT: String(port), TEMPORAL_ADDRESS: '' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.child.stdout, this.child.stderr])
      if (stream) createInterface({ input: stream }).on('line', (line) => this.lines.push(line));
    this.ended = once(this.child, 'exit').then(([code]) => code as number | null);
  }

  /** Resolves when the addresses are printed. */
  async ready(): Promise<void> {
    const told = new Promise<void>((resolve) => {
      this.child.stdout?.on('data', () => this.lines.some((line) => line.includes('Ctrl-C stops everything')) && resolve());
    });
    const early = this.ended.then((code) => {
      throw new Error(`the start ended with ${code}:\n${this.lines.join('\n')}`);
    });
    await Promise.race([told, early]);
  }

  async end(signal: NodeJS.Signals): Promise<number | null> {
    this.child.kill(signal);
    return this.ended;
  }

  exit(): Promise<number | null> {
    return this.ended;
  }
}

function isAlive({ pid }: Noted): boolean {
  try {
    return !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ');
  } catch {
    return false;
  }
}

describe('npm start', () => {
  const folder = mkdtempSync(path.join(root, '.journey-'));
  let port: number;
  let running: Launch | undefined;
  const noted = () => JSON.parse(readFileSync(path.join(folder, 'processes.json'), 'utf8')) as Noted[];
  const launch = async (): Promise<readonly Noted[]> => {
    running = new Launch(folder, port);
    await running.ready();
    return noted();
  };
  const pidOf = (processes: readonly Noted[], name: string) => processes.find((one) => one.name === name)?.pid ?? 0;
  beforeAll(async () => {
    port = await freePort();
  });
  afterAll(async () => {
    await running?.end('SIGTERM');
    for (const one of [clusterFolder(path.join(folder, 'postgres')), folder]) rmSync(one, { recursive: true, force: true });
  });

  it('stops everything when a part of it crashes, goes on with the same data at the next start, and refuses another beside it', async () => {
    const first = await launch();
    expect(first.map(({ name }) => name).sort()).toEqual(['county', 'postgres', 'temporal', 'worker']);
    process.kill(pidOf(first, 'worker'), 'SIGKILL');
    expect(await running?.exit()).toBe(1);
    expect(running?.lines.join('\n')).toMatch(/Stopping \(worker ended .*worker\.log\)/);
    expect(first.filter(isAlive)).toEqual([]);

    const secrets = readFileSync(path.join(folder, 'secrets.json'), 'utf8');
    const ports = readFileSync(path.join(folder, 'ports.json'), 'utf8');
    const second = await launch();
    expect(readFileSync(path.join(folder, 'secrets.json'), 'utf8')).toBe(secrets);
    expect(readFileSync(path.join(folder, 'ports.json'), 'utf8')).toBe(ports);
    const beside = new Launch(folder, await freePort());
    expect(await beside.exit()).toBe(1);
    expect(beside.lines.filter((line) => line !== '')).toEqual([
      expect.stringMatching(/^开班通 already runs from .* \(process \d+\): stop it first, or set KBT_DATA to another folder\.$/),
    ]);
    const elsewhere = new Launch(mkdtempSync(path.join(folder, 'other-')), port);
    expect(await elsewhere.exit()).toBe(1);
    expect(elsewhere.lines.join('\n')).toBe(`\nPort ${port} is in use: stop what listens there, or choose another PORT.`);
    expect(second.every(isAlive)).toBe(true);
    expect(await running?.end('SIGTERM')).toBe(0);
    expect(second.filter(isAlive)).toEqual([]);
  }, 600_000);

  it('ends what an earlier start left behind when it was killed, and starts', async () => {
    const orphans = await launch();
    await running?.end('SIGKILL');
    expect(orphans.filter(isAlive).length).toBeGreaterThan(0);
    const processes = await launch();
    expect(running?.lines.join('\n')).toMatch(/an earlier start had left .* running; ended/);
    expect(orphans.filter(isAlive)).toEqual([]);
    expect(await running?.end('SIGINT')).toBe(0);
    expect(processes.filter(isAlive)).toEqual([]);
  }, 600_000);
});
