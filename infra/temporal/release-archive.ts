import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PlainError } from '../local/plain-error.ts';

const OFFICIAL = 'https://github.com/temporalio/temporal/releases/download';
const MIB = 1024 * 1024;

interface From {
  /** Another address with the same layout: a mirror, or a test's own server. */
  readonly base?: string | undefined;
  /** Told how much has arrived. */
  readonly tell?: (line: string) => void;
}

function unreachable(url: string, why: string): PlainError {
  return new PlainError(`Temporal's release could not be fetched from ${url} (${why}); install Go, or set TEMPORAL_ADDRESS.`);
}

async function download(url: string, tell: (line: string) => void = () => undefined): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  let arrived = 0;
  try {
    const response = await fetch(url);
    if (!response.ok) throw unreachable(url, `status ${response.status}`);
    const size = Number(response.headers.get('content-length') ?? 0);
    for await (const piece of (response.body ?? []) as AsyncIterable<Uint8Array>) {
      pieces.push(piece);
      arrived += piece.length;
      tell(`${(arrived / MIB).toFixed(1)} of ${(Math.max(size, arrived) / MIB).toFixed(1)} MiB`);
    }
    return Buffer.concat(pieces);
  } catch (error) {
    if (error instanceof PlainError) throw error;
    throw unreachable(url, String((error as { cause?: unknown }).cause ?? error));
  }
}

/** Both programs out of the archive; the folder appears whole or not at all. */
function unpack(bytes: Buffer, archive: string, folder: string): void {
  const draft = `${folder}.${process.pid}`;
  mkdirSync(draft, { recursive: true });
  try {
    writeFileSync(path.join(draft, archive), bytes);
    execFileSync('tar', ['-xzf', archive, 'temporal-server', 'temporal-sql-tool'], { cwd: draft, stdio: ['ignore', 'ignore', 'pipe'] });
    rmSync(path.join(draft, archive));
    if (!existsSync(folder)) renameSync(draft, folder);
  } catch (error) {
    const why = String((error as { stderr?: Buffer }).stderr ?? error)
      .trim()
      .split('\n')[0];
    throw new PlainError(`${archive} could not be unpacked in ${path.dirname(folder)} (${why}); make room there, or set TEMPORAL_ADDRESS.`);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/**
 * Unpacks the official release into a folder, once its SHA-256 agrees with the published list of checksums.
 * @throws PlainError where it cannot be had, or its checksum differs, or it cannot be unpacked; then there is no such folder.
 */
export async function unpackRelease(version: string, folder: string, { base = OFFICIAL, tell }: From = {}): Promise<void> {
  const machine = process.arch === 'arm64' ? 'arm64' : 'amd64';
  const archive = `temporal_${version}_linux_${machine}.tar.gz`;
  const checksums = (await download(`${base}/v${version}/checksums.txt`)).toString('utf8');
  const published = checksums
    .split('\n')
    .map((line) => line.trim().split(/\s+\*?/u))
    .find(([, name]) => name === archive)?.[0];
  if (published === undefined)
    throw new PlainError(`The list of checksums of Temporal ${version} does not name ${archive}; set TEMPORAL_ADDRESS instead.`);
  const bytes = await download(`${base}/v${version}/${archive}`, tell);
  const actual = createHash('sha256').update(bytes).digest('hex');
  if (actual !== published.toLowerCase())
    throw new PlainError(
      `${archive} has the checksum ${actual}, but ${published} is published: it is damaged or not genuine and was not used.`,
    );
  unpack(bytes, archive, folder);
}
