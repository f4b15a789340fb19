import { readdirSync, readFileSync } from 'node:fs';

const LOOK_MS = 10;

/** Resident memory in MiB; 0 for a process that has ended. Linux only. */
function residentMiB(pid: number): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

function childrenOf(pid: number): number[] {
  return readdirSync(`/proc/${pid}/task`).flatMap((task) =>
    readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number),
  );
}

/** Runs some work and tells by how many MiB a process grew at most meanwhile, and how large its largest child was. */
export async function growthWhile(
  pid: number,
  work: () => Promise<void>,
): Promise<{ readonly growthMiB: number; readonly childMiB: number }> {
  const before = residentMiB(pid);
  let [most, child] = [before, 0];
  const look = () => {
    most = Math.max(most, residentMiB(pid));
    for (const one of childrenOf(pid)) child = Math.max(child, residentMiB(one));
  };
  const timer = setInterval(look, LOOK_MS);
  try {
    await work();
    look();
  } finally {
    clearInterval(timer);
  }
  return { growthMiB: Math.round(most - before), childMiB: Math.round(child) };
}
