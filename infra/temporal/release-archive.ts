import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PlainError } from '../local/plain-error.ts';

const OFFICIAL = 'https://github.com/temporalio/temporal/releases/download';

async function download(url: string): Promise<Buffer> {
  const response = await fetch(url).catch((error: unknown) => {
    throw new PlainError(
      `Temporal's release could not be fetched from ${url} (${String((error as { cause?: unknown }).cause ?? error)}); install Go, or set TEMPORAL_ADDRESS.`,
    );
  });
  if (!response.ok)
    throw new PlainError(
      `Temporal's release could not be fetched from ${url} (status ${response.status}); install Go, or set TEMPORAL_ADDRESS.`,
    );
  return Buffer.from(await response.arrayBuffer());
}

/**
 * Unpacks the official release into a folder, once its SHA-256 agrees with the published list of checksums.
 * @param base another address with the same layout: a mirror, or a test's own server.
 * @throws PlainError where it cannot be had or its checksum differs; then nothing is unpacked.
 */
export async function unpackRelease(version: string, folder: string, base = OFFICIAL): Promise<void> {
  const machine = process.arch === 'arm64' ? 'arm64' : 'amd64';
  const archive = `temporal_${version}_linux_${machine}.tar.gz`;
  const checksums = (await download(`${base}/v${version}/checksums.txt`)).toString('utf8');
  const published = checksums
    .split('\n')
    .map((line) => line.trim().split(/\s+\*?/u))
    .find(([, name]) => name === archive)?.[0];
  if (published === undefined)
    throw new PlainError(`The list of checksums of Temporal ${version} does not name ${archive}; set TEMPORAL_ADDRESS instead.`);
  const bytes = await download(`${base}/v${version}/${archive}`);
  const actual = createHash('sha256').update(bytes).digest('hex');
  if (actual !== published.toLowerCase())
    throw new PlainError(
      `${archive} has the checksum ${actual}, but ${published} is published: it is damaged or not genuine and was not used.`,
    );
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, archive);
  try {
    writeFileSync(file, bytes);
    execFileSync('tar', ['-xzf', file, '-C', folder, 'temporal-server', 'temporal-sql-tool']);
  } finally {
    rmSync(file, { force: true });
  }
}
