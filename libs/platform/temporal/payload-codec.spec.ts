import { defaultPayloadConverter } from '@temporalio/common';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { failureConverter } from './failure-converter.ts';
import { EncryptingCodec } from './payload-codec.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'kbt-keys-'));
const keyFile = path.join(folder, 'keys.json');
const key = () => randomBytes(32).toString('base64');
writeFileSync(keyFile, JSON.stringify({ payload: { id: 'p', key: key() }, field: { id: 'f', key: key() }, index: key() }));
process.env['KBT_KEYS'] = keyFile;

afterAll(() => rmSync(folder, { recursive: true }));

describe('the payload codec', () => {
  const codec = new EncryptingCodec();

  it('gives payloads back, and shows nothing of them in between', async () => {
    const payload = defaultPayloadConverter.toPayload({ classId: 'canary-31415926' });
    const [encoded] = await codec.encode([payload]);
    expect(Buffer.from(encoded!.data!).toString('latin1')).not.toContain('canary');
    expect(Object.values(encoded!.metadata!).map((value) => Buffer.from(value).toString())).toEqual(['binary/encrypted', 'p']);
    const [decoded] = await codec.decode([encoded!]);
    expect(defaultPayloadConverter.fromPayload(decoded!)).toEqual({ classId: 'canary-31415926' });
  });

  it('refuses an altered payload', async () => {
    const [encoded] = await codec.encode([defaultPayloadConverter.toPayload('x')]);
    encoded!.data![20]! ^= 1;
    await expect(codec.decode([encoded!])).rejects.toThrow();
  });

  it('hides the messages of failures', () => {
    const failure = failureConverter.errorToFailure(new Error('canary-31415926'), defaultPayloadConverter);
    expect(JSON.stringify({ message: failure.message, stack: failure.stackTrace })).not.toContain('canary');
  });
});
