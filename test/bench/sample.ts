import { readdirSync, readFileSync } from 'node:fs';
import { Client } from 'pg';
import type { Stack } from '../../infra/local/stack.ts';

const TICK_MS = 10;

/** What the installation has used up to now. */
export interface Sample {
  /** CPU-milliseconds of each process, ended children among them. */
  readonly cpuMs: Readonly<Record<string, number>>;
  /** Transactions that wrote, of the business and of Temporal together. */
  readonly writes: number;
  /** Commits of each database, reads among them. */
  readonly commits: Readonly<Record<string, number>>;
  readonly walBytes: number;
}

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly cpuMs: number;
}

function processes(): Process[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name): Process[] => {
      try {
        const fields = (readFileSync(`/proc/${name}/stat`, 'utf8').split(') ').at(-1) ?? '').split(' ');
        const ticks = [11, 12, 13, 14].reduce((sum, index) => sum + Number(fields[index] ?? 0), 0);
        return [{ pid: Number(name), parent: Number(fields[1]), cpuMs: ticks * TICK_MS }];
      } catch (error) {
        if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return []; // it ended meanwhile
        throw error;
      }
    });
}

/** CPU of a process and of its living children; those that ended are in its own count. */
function cpuOf(pid: number, all: readonly Process[]): number {
  return all.filter((one) => one.pid === pid || one.parent === pid).reduce((sum, { cpuMs }) => sum + cpuMs, 0);
}

export async function takeSample(stack: Stack): Promise<Sample> {
  const client = new Client(stack.admin);
  await client.connect();
  try {
    const all = processes();
    const cpuMs = Object.fromEntries(stack.children.pids().map(({ name, pid }) => [name, cpuOf(pid, all)]));
    const { rows } = await client.query<{ writes: string; wal: string }>(
      `select pg_snapshot_xmax(pg_current_snapshot())::text as writes, pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::text as wal`,
    );
    const databases = await client.query<{ datname: string; commits: string }>(
      `select datname, xact_commit::text as commits from pg_stat_database where datname in ('kaibantong', 'temporal', 'temporal_visibility')`,
    );
    const commits = Object.fromEntries(databases.rows.map(({ datname, commits: count }) => [datname, Number(count)]));
    return { cpuMs, commits, writes: Number(rows[0]?.writes), walBytes: Number(rows[0]?.wal) };
  } finally {
    await client.end();
  }
}

/** What was used between two samples. */
export function between(from: Sample, to: Sample): Sample {
  const less = (a: Readonly<Record<string, number>>, b: Readonly<Record<string, number>>) =>
    Object.fromEntries(Object.entries(b).map(([name, value]) => [name, value - (a[name] ?? 0)]));
  return {
    cpuMs: less(from.cpuMs, to.cpuMs),
    commits: less(from.commits, to.commits),
    writes: to.writes - from.writes,
    walBytes: to.walBytes - from.walBytes,
  };
}
