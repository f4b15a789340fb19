import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';

/** Temporal keeps a port as a 16-bit signed number, so every port stays below 32768. */
const LOWEST = 20_000;
const HIGHEST = 32_000;

/** Whether nobody listens on a port of this machine's loopback. */
export async function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}

/** A port nobody listens on, not among `taken`. */
export async function freePort(taken: ReadonlySet<number> = new Set()): Promise<number> {
  for (;;) {
    const port = LOWEST + Math.floor(Math.random() * (HIGHEST - LOWEST));
    if (!taken.has(port) && (await isFree(port))) return port;
  }
}

function remembered(file: string): Record<string, number> {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Record<string, number>;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' || error instanceof SyntaxError) return {};
    throw error;
  }
}

/**
 * The ports of one installation: those of the last start where they are still free, else others; remembered in `file`.
 * @param preferred where a service would like to listen the first time.
 * @param asked where a service must listen now, wherever it was before.
 */
export async function installationPorts<Name extends string>(
  file: string,
  names: readonly Name[],
  preferred: Partial<Record<Name, number>> = {},
  asked: Partial<Record<Name, number | undefined>> = {},
): Promise<Record<Name, number>> {
  const before = remembered(file);
  const ports = {} as Record<Name, number>;
  const taken = new Set<number>();
  for (const name of names) {
    const wish = asked[name] ?? before[name] ?? preferred[name];
    const port = wish !== undefined && !taken.has(wish) && (await isFree(wish)) ? wish : await freePort(taken);
    ports[name] = port;
    taken.add(port);
  }
  writeFileSync(file, JSON.stringify(ports, null, 2));
  return ports;
}
