import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../local/folders.ts';

/** The folder of the pinned Go module. */
export const moduleFolder = path.join(root, 'infra', 'temporal');

/** The server's version, as `go.mod` pins it, e.g. `1.32.1`. */
export function temporalVersion(): string {
  const version = /go\.temporal\.io\/server v(\S+)/u.exec(readFileSync(path.join(moduleFolder, 'go.mod'), 'utf8'))?.[1];
  if (version === undefined) throw new Error('infra/temporal/go.mod names no version of go.temporal.io/server');
  return version;
}
