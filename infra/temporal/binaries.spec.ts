import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PlainError } from '../local/plain-error.ts';
import { temporalBinaries } from './binaries.ts';
import { temporalVersion } from './version.ts';

describe('the programs of the Temporal server', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'kbt-binaries-'));
  const before = { ...process.env };
  const tools = path.join(folder, 'tools');
  beforeAll(() => {
    mkdirSync(tools);
    const tar = spawnSync('/bin/sh', ['-c', 'command -v tar'], { encoding: 'utf8' }).stdout.trim();
    symlinkSync(tar, path.join(tools, 'tar'));
  });
  beforeEach(() => {
    process.env['PATH'] = tools; // no Go here
    process.env['XDG_CACHE_HOME'] = mkdtempSync(path.join(folder, 'cache-'));
    process.env['KBT_TEMPORAL_RELEASES'] = 'http://127.0.0.1:1'; // and no network
  });
  afterAll(() => {
    for (const name of ['PATH', 'XDG_CACHE_HOME', 'KBT_TEMPORAL_RELEASES']) {
      if (before[name] === undefined) delete process.env[name];
      else process.env[name] = before[name];
    }
    rmSync(folder, { recursive: true, force: true });
  });

  const plant = (name: string, version: string): string => {
    const home = path.join(folder, name);
    mkdirSync(home, { recursive: true });
    for (const program of ['temporal-server', 'temporal-sql-tool'])
      writeFileSync(path.join(home, program), `#!/bin/sh\necho "temporal version ${version}"\n`, { mode: 0o755 });
    process.env['PATH'] = `${home}${path.delimiter}${process.env['PATH']}`;
    return home;
  };

  it('are taken from PATH where both are there in the pinned minor version', async () => {
    const home = plant('right', temporalVersion());
    expect(await temporalBinaries()).toEqual({ server: path.join(home, 'temporal-server'), sqlTool: path.join(home, 'temporal-sql-tool') });
  });

  it('are not taken from PATH in another minor version', async () => {
    plant('old', '1.2.3');
    await expect(temporalBinaries()).rejects.toThrow(PlainError);
  });

  it('cannot be had without Go, network and an address: one sentence says all three ways out', async () => {
    await expect(temporalBinaries()).rejects.toThrow(/could not be fetched .*install Go, or set TEMPORAL_ADDRESS/);
  });
});
