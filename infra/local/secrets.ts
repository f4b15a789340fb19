import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { serviceRoles, type Passwords } from '../database/roles.ts';

export interface Secrets {
  readonly postgres: string;
  readonly temporal: string;
  readonly roles: Passwords;
}

function replace(file: string, content: object): void {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(content, null, 2), { mode: 0o600 });
  renameSync(draft, file);
}

function writeOnce(file: string, content: () => object): void {
  if (!existsSync(file)) replace(file, content());
}

const password = (): string => randomBytes(24).toString('hex');
const key = (): string => randomBytes(32).toString('base64');

/** A release may bring a role that an older installation has no password for. */
function withEveryRole(file: string): Secrets {
  const secrets = JSON.parse(readFileSync(file, 'utf8')) as Secrets;
  const missing = serviceRoles.filter((role) => secrets.roles[role] === undefined);
  if (missing.length === 0) return secrets;
  const complete = { ...secrets, roles: { ...secrets.roles, ...Object.fromEntries(missing.map((role) => [role, password()])) } };
  replace(file, complete);
  return complete;
}

/** Makes an installation's passwords and keys once; afterwards reads them. Without `keys.json` no personal datum of it can be read again. */
export function ensureSecrets(folder: string): { secrets: Secrets; keyFile: string } {
  const file = path.join(folder, 'secrets.json');
  const keyFile = path.join(folder, 'keys.json');
  writeOnce(file, () => ({
    postgres: password(),
    temporal: password(),
    roles: Object.fromEntries([...serviceRoles, 'migrate'].map((role) => [role, password()])),
  }));
  writeOnce(keyFile, () => ({ payload: { id: 'payload-1', key: key() }, field: { id: 'field-1', key: key() }, index: key() }));
  return { secrets: withEveryRole(file), keyFile };
}
