import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { buildTemplate } from './database.ts';
import { startPostgres, type RunningPostgres } from './postgres.ts';

interface Global {
  kbtPostgres?: RunningPostgres;
}

/** Starts what every suite shares, before Jest starts its workers. */
export default async function setup(): Promise<void> {
  const folder = path.resolve('.test');
  mkdirSync(folder, { recursive: true });
  const run = mkdtempSync(path.join(folder, 'run-'));
  const key = () => randomBytes(32).toString('base64');
  writeFileSync(path.join(run, 'keys.json'), JSON.stringify({ payload: { id: 'p1', key: key() }, field: { id: 'f1', key: key() }, index: key() }));
  mkdirSync(path.join(run, 'files'));
  Object.assign(process.env, {
    KBT_TEST_RUN: run,
    KBT_KEYS: path.join(run, 'keys.json'),
    KBT_FILES: path.join(run, 'files'),
    KBT_PROFILE: 'sandbox',
    PUBLIC_URL: 'http://127.0.0.1:4100',
    LOG_LEVEL: 'silent',
    DATABASE_POOL: '3',
  });
  const postgres = await startPostgres();
  (globalThis as Global).kbtPostgres = postgres;
  process.env['KBT_TEST_POSTGRES'] = postgres.url('postgres');
  await buildTemplate();
}
