import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Children, type ChildSpec } from './children.ts';

const said = async (lines: AsyncIterable<string>): Promise<void> => {
  for await (const line of lines) if (line === 'ready') return;
  await new Promise(() => undefined); // it never serves
};
const script = (name: string, text: string): ChildSpec => ({ name, command: '/bin/sh', args: ['-c', text], ready: said });
const sleeper = (name: string): ChildSpec => script(name, 'echo ready; exec sleep 600');

function runs(pid: number | undefined): boolean {
  try {
    process.kill(pid ?? 0, 0);
    return pid !== undefined && !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ');
  } catch {
    return false;
  }
}

describe('the processes of one start', () => {
  let folder: string;
  let children: Children;
  let ended: [string, number | null][];
  let tellEnd: () => void;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'kbt-children-'));
    mkdirSync(path.join(folder, 'logs'));
    ended = [];
    tellEnd = () => undefined;
    children = new Children(folder, (name, code) => {
      ended.push([name, code]);
      tellEnd();
    });
  });
  afterEach(async () => {
    await children.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('are all gone after a stop, and so is the note of them', async () => {
    const pids = [(await children.start(sleeper('one'))).pid, (await children.start(sleeper('two'))).pid];
    expect(pids.map(runs)).toEqual([true, true]);
    await children.stop();
    expect(pids.map(runs)).toEqual([false, false]);
    expect(existsSync(path.join(folder, 'processes.json'))).toBe(false);
    expect(ended).toEqual([]);
  });

  it('tell by name and code when one of them ends on its own', async () => {
    const told = new Promise<void>((resolve) => (tellEnd = resolve));
    await children.start(script('worker', 'echo ready; exit 7'));
    await told;
    expect(ended).toEqual([['worker', 7]]);
  });

  it('say where to read why one of them ended before it served', async () => {
    await expect(children.start(script('county', 'echo no key >&2; exit 3'))).rejects.toThrow(
      /county ended at once \(exit code 3\).*logs\/county\.log/,
    );
  });

  it('say in one sentence that a program is missing', async () => {
    await expect(children.start({ ...sleeper('temporal'), command: '/nowhere/temporal-server' })).rejects.toThrow(
      /^temporal could not be started: \/nowhere\/temporal-server is missing or may not be run/,
    );
  });

  it('left behind by a start that was killed are ended by the next one, and nobody else is', async () => {
    const leftover = await children.start(sleeper('temporal'));
    const stranger = spawn('sleep', ['600']);
    const noted = JSON.parse(readFileSync(path.join(folder, 'processes.json'), 'utf8')) as object[];
    // The number of a process that is gone may belong to somebody else by now: it began at another moment.
    writeFileSync(path.join(folder, 'processes.json'), JSON.stringify([...noted, { name: 'postgres', pid: stranger.pid, began: '1' }]));
    const gone = once(leftover, 'exit');
    expect(await Children.endLeftovers(folder)).toEqual(['temporal']);
    await gone;
    expect([runs(leftover.pid), runs(stranger.pid)]).toEqual([false, true]);
    stranger.kill();
  });

  it('that a damaged note tells of are nobody', async () => {
    writeFileSync(path.join(folder, 'processes.json'), '[{"name": "postg');
    expect(await Children.endLeftovers(folder)).toEqual([]);
    writeFileSync(path.join(folder, 'owner.json'), 'half');
    expect(Children.ownerOf(folder)).toBeUndefined();
  });

  it('belong to the start that runs, as long as it runs', () => {
    Children.own(folder);
    expect(Children.ownerOf(folder)).toBeUndefined(); // it is this very process
    const { began } = JSON.parse(readFileSync(path.join(folder, 'owner.json'), 'utf8')) as { began: string };
    writeFileSync(path.join(folder, 'owner.json'), JSON.stringify({ pid: process.ppid, began }));
    expect(Children.ownerOf(folder)).toBeUndefined(); // another process has this number now
  });
});
