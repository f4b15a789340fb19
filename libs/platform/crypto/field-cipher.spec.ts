import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { blindIndex, decryptField, encryptField } from './field-cipher.ts';
import { openIdentity, sealIdentity } from './identity-cipher.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'kbt-keys-'));
const keyFile = path.join(folder, 'keys.json');
const key = () => randomBytes(32).toString('base64');
writeFileSync(keyFile, JSON.stringify({ payload: { id: 'p', key: key() }, field: { id: 'f', key: key() }, index: key() }));
process.env['KBT_KEYS'] = keyFile;

afterAll(() => rmSync(folder, { recursive: true }));

describe('the field cipher', () => {
  it('gives back what was written, rare characters too', () => {
    for (const text of ['', '欧阳·𠮷', 'x'.repeat(10_000)]) expect(decryptField(encryptField(text, 'a.b.c|1'), 'a.b.c|1')).toBe(text);
  });

  it('never writes the same text the same way twice', () => {
    expect(encryptField('same', 'p')).not.toEqual(encryptField('same', 'p'));
  });

  it('uses no initialisation vector twice, however many fields are written', () => {
    const vectors = Array.from({ length: 5000 }, () => encryptField('same', 'p').subarray(3, 15).toString('hex'));
    expect(new Set(vectors).size).toBe(5000);
  });

  it('refuses a ciphertext that was moved to another row', () => {
    expect(() => decryptField(encryptField('secret', 'trainee.person.name|1'), 'trainee.person.name|2')).toThrow();
  });

  it('refuses a ciphertext in which any single byte was changed', () => {
    const stored = encryptField('secret', 'p');
    for (let at = 0; at < stored.length; at++) {
      const altered = Buffer.from(stored);
      altered[at] = (altered[at] ?? 0) ^ 1;
      expect(() => decryptField(altered, 'p')).toThrow();
    }
  });

  it('gives back who somebody is under their own id alone', () => {
    const identity = { idNumber: '11010519491231002X', name: '欧阳·𠮷' };
    const sealed = sealIdentity('1', identity);
    expect(openIdentity('1', sealed)).toEqual(identity);
    expect(() => openIdentity('2', sealed)).toThrow();
  });

  it('finds equal values by their blind index, and keeps kinds apart', () => {
    expect(blindIndex('id-number', '1')).toEqual(blindIndex('id-number', '1'));
    expect(blindIndex('id-number', '1')).not.toEqual(blindIndex('phone', '1'));
  });
});
