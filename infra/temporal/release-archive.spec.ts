import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PlainError } from '../local/plain-error.ts';
import { unpackRelease } from './release-archive.ts';

const VERSION = '9.9.9';
const ARCHIVE = `temporal_${VERSION}_linux_${process.arch === 'arm64' ? 'arm64' : 'amd64'}.tar.gz`;

describe('the official release archive', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'kbt-release-'));
  const target = path.join(folder, 'cache', 'temporal');
  const files = new Map<string, Buffer>();
  /** Ends the answer after so many bytes, as a line that breaks. */
  let breaksAfter: number | undefined;
  let server: Server;
  let base: string;

  beforeAll(async () => {
    for (const name of ['temporal-server', 'temporal-sql-tool', 'LICENSE'])
      writeFileSync(path.join(folder, name), `#!/bin/sh\necho ${name}\n`, { mode: 0o755 });
    execFileSync('tar', ['-czf', path.join(folder, ARCHIVE), '-C', folder, 'temporal-server', 'temporal-sql-tool', 'LICENSE']);
    server = createServer((request, response) => {
      const file = files.get(request.url ?? '');
      response.writeHead(file ? 200 : 404, file ? { 'content-length': file.length } : {});
      if (file && breaksAfter !== undefined && request.url?.endsWith('.gz')) {
        response.write(file.subarray(0, breaksAfter), () => response.destroy());
      } else response.end(file);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const publish = (archive: Buffer, checksum = createHash('sha256').update(archive).digest('hex')) => {
    files.set(`/v${VERSION}/${ARCHIVE}`, archive);
    files.set(
      `/v${VERSION}/checksums.txt`,
      Buffer.from(`${'0'.repeat(64)}  temporal_${VERSION}_darwin_arm64.tar.gz\n${checksum}  ${ARCHIVE}\n`),
    );
  };
  beforeEach(() => {
    breaksAfter = undefined;
    rmSync(path.dirname(target), { recursive: true, force: true });
    publish(readFileSync(path.join(folder, ARCHIVE)));
  });
  const refusal = async (from = base): Promise<string> => {
    const error: unknown = await unpackRelease(VERSION, target, { base: from }).then(
      () => undefined,
      (caught: unknown) => caught,
    );
    expect(error).toBeInstanceOf(PlainError);
    expect(existsSync(target)).toBe(false);
    return (error as PlainError).message;
  };

  it('is unpacked when its checksum is the published one: both programs, and nothing half made beside them', async () => {
    const seen: string[] = [];
    await unpackRelease(VERSION, target, { base, tell: (line) => seen.push(line) });
    expect(readdirSync(target).sort()).toEqual(['temporal-server', 'temporal-sql-tool']);
    expect(execFileSync(path.join(target, 'temporal-server')).toString()).toBe('temporal-server\n');
    expect(readdirSync(path.dirname(target))).toEqual(['temporal']);
    expect(seen.at(-1)).toMatch(/^\d+\.\d of \d+\.\d MiB$/);
  });

  it('is not used when its checksum differs', async () => {
    publish(readFileSync(path.join(folder, ARCHIVE)), 'f'.repeat(64));
    expect(await refusal()).toMatch(/damaged or not genuine and was not used/);
  });

  it('is not used when the list of checksums does not name it', async () => {
    files.set(`/v${VERSION}/checksums.txt`, Buffer.from('nothing here\n'));
    expect(await refusal()).toMatch(/does not name .*set TEMPORAL_ADDRESS/);
  });

  it('is not used when the line breaks half way', async () => {
    breaksAfter = 20;
    expect(await refusal()).toMatch(/could not be fetched .*install Go, or set TEMPORAL_ADDRESS/);
  });

  it('is not used when it was truncated before it was published', async () => {
    publish(readFileSync(path.join(folder, ARCHIVE)).subarray(0, 60));
    expect(await refusal()).toMatch(/could not be unpacked/);
  });

  it('says the way out when there is no such release, and when nobody answers', async () => {
    files.clear();
    expect(await refusal()).toMatch(/status 404.*install Go, or set TEMPORAL_ADDRESS/);
    expect(await refusal('http://127.0.0.1:1')).toMatch(/install Go, or set TEMPORAL_ADDRESS/);
  });
});
