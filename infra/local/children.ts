import { spawn, type ChildProcess, type ChildProcessByStdio } from 'node:child_process';
import { createWriteStream, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { PlainError } from './plain-error.ts';

export interface ChildSpec {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  readonly uid?: number;
  readonly gid?: number;
  /** How it is asked to stop. */
  readonly signal?: NodeJS.Signals;
  /** Resolves when the child serves. It gets the lines the child prints, and a signal that ends its asking. */
  readonly ready: (lines: AsyncIterable<string>, signal: AbortSignal) => Promise<void>;
}

interface Running {
  readonly spec: ChildSpec;
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;
}

const GRACE_MS = 15_000;
const READY_MS = 90_000;
const LOOK_MS = 50;

/** When a process began, in clock ticks since boot: tells a process from a later one with the same number. Linux only. */
function beganAt(pid: number): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[19];
  } catch {
    return undefined;
  }
}

/** Appends what a child prints to its log. A disk that is full is told once; the child goes on. */
function keepLog(child: ChildProcessByStdio<null, Readable, Readable>, logFile: string): void {
  const log = createWriteStream(logFile, { fd: openSync(logFile, 'a') });
  log.once('error', ({ message }) => {
    process.stderr.write(`${logFile} can no longer be written (${message}): make room there.\n`);
    child.stdout.resume();
    child.stderr.resume();
  });
  child.stderr.pipe(log, { end: false });
  child.stdout.pipe(log, { end: false });
  child.once('close', () => log.end());
}

/** It has ended, and only its parent has not looked yet. */
function isZombie(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.startsWith('Z') ?? false;
  } catch {
    return true;
  }
}

/** Asks a process that is not our child to end, and waits; whoever does not in time is killed. */
async function endProcess(pid: number, began: string, signal: NodeJS.Signals): Promise<void> {
  process.kill(pid, signal);
  for (let waited = 0; beganAt(pid) === began && !isZombie(pid); waited += LOOK_MS) {
    if (waited >= GRACE_MS) process.kill(pid, 'SIGKILL');
    await delay(LOOK_MS);
  }
}

/** The process noted as the folder's owner, while it lives. */
function livingOwner(folder: string): number | undefined {
  try {
    const { pid, began } = JSON.parse(readFileSync(path.join(folder, 'owner.json'), 'utf8')) as { pid: number; began: string };
    return began !== '' && beganAt(pid) === began && !isZombie(pid) ? pid : undefined;
  } catch {
    return undefined;
  }
}

/** The processes of one start: each in its own group and log file, stopped together in reverse order, written down so that a crash leaves none behind. */
export class Children {
  private readonly running: Running[] = [];
  private readonly killed = new WeakSet<ChildProcess>();
  private isStopping = false;

  /**
   * @param folder state folder: `logs/<name>.log` and `processes.json` live there.
   * @param onEnd called when a child ends on its own.
   */
  constructor(
    private readonly folder: string,
    private readonly onEnd: (name: string, code: number | null) => void,
  ) {}

  /** Starts a child and waits until it serves; a child that dies before is an error that names its log. */
  async start(spec: ChildSpec): Promise<ChildProcess> {
    const logFile = path.join(this.folder, 'logs', `${spec.name}.log`);
    const child = spawn(spec.command, spec.args, {
      cwd: '/',
      env: spec.env ?? process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
      ...(spec.uid === undefined ? {} : { uid: spec.uid, gid: spec.gid }),
    });
    keepLog(child, logFile);
    const ended = new Promise<number | null>((resolve, reject) => {
      child.once('error', ({ code }: NodeJS.ErrnoException) =>
        reject(
          new PlainError(`${spec.name} could not be started: ${spec.command} is missing or may not be run (${code}); install it again.`),
        ),
      );
      child.once('exit', (code) => resolve(code));
    });
    this.running.push({ spec, child, ended });
    this.writeDown();
    const lines = createInterface({ input: child.stdout });
    const died = ended.then((code) => {
      throw new PlainError(`${spec.name} ended at once (exit code ${code}); the last lines of ${logFile} say why.`);
    });
    let timer: NodeJS.Timeout | undefined;
    const asking = new AbortController();
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new PlainError(`${spec.name} was not ready after ${READY_MS / 1000} s; see ${logFile}.`)), READY_MS);
    });
    try {
      const ready = spec.ready(lines, asking.signal);
      ready.catch(() => undefined);
      await Promise.race([ready, died, late]);
    } finally {
      clearTimeout(timer);
      asking.abort();
      died.catch(() => undefined);
    }
    void ended.then((code) => this.isStopping || this.killed.has(child) || this.onEnd(spec.name, code));
    return child;
  }

  /** Names and process ids of the children that run. */
  pids(): readonly { readonly name: string; readonly pid: number }[] {
    return this.running.flatMap(({ spec, child }) => (child.pid === undefined ? [] : [{ name: spec.name, pid: child.pid }]));
  }

  /** Ends one child at once, as a crash would (fault tests); nobody is told. */
  async kill(name: string): Promise<void> {
    const index = this.running.findIndex(({ spec }) => spec.name === name);
    const [found] = index < 0 ? [] : this.running.splice(index, 1);
    if (!found) throw new Error(`${name} does not run`);
    this.killed.add(found.child);
    found.child.kill('SIGKILL');
    await found.ended.catch(() => null);
    this.writeDown();
  }

  /** Stops every child, the last started first; whoever does not stop in time is killed. */
  async stop(): Promise<void> {
    this.isStopping = true;
    for (const { spec, child, ended } of this.running.reverse()) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      child.kill(spec.signal ?? 'SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), GRACE_MS);
      await ended.catch(() => null);
      clearTimeout(timer);
    }
    this.running.length = 0;
    rmSync(path.join(this.folder, 'processes.json'), { force: true });
  }

  /** Ends what an earlier start left running when it was killed, and waits until it is gone: PostgreSQL's files have one owner. Answers the names. */
  static async endLeftovers(folder: string): Promise<string[]> {
    let noted: { name: string; pid: number; began: string }[];
    try {
      noted = JSON.parse(readFileSync(path.join(folder, 'processes.json'), 'utf8')) as typeof noted;
    } catch {
      return [];
    }
    const alive = noted.filter(({ pid, began }) => began !== '' && beganAt(pid) === began);
    for (const { pid, name, began } of alive.reverse()) await endProcess(pid, began, name === 'postgres' ? 'SIGINT' : 'SIGKILL');
    rmSync(path.join(folder, 'processes.json'), { force: true });
    return alive.map(({ name }) => name);
  }

  /** Process id of another start of the same installation that is still there. */
  static ownerOf(folder: string): number | undefined {
    const owner = livingOwner(folder);
    return owner === process.pid ? undefined : owner;
  }

  /** Notes this process as the one that runs the installation. */
  static own(folder: string): void {
    writeFileSync(path.join(folder, 'owner.json'), JSON.stringify({ pid: process.pid, began: beganAt(process.pid) ?? '' }));
  }

  private writeDown(): void {
    const list = this.running.map(({ spec, child }) => ({
      name: spec.name,
      pid: child.pid,
      began: child.pid === undefined ? '' : (beganAt(child.pid) ?? ''),
    }));
    writeFileSync(path.join(this.folder, 'processes.json'), JSON.stringify(list));
  }
}
