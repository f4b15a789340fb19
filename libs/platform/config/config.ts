import { createSecretKey, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** Each process connects under the role of its purpose; see `infra/database/roles.ts`. */
export const databaseRoles = ['institution', 'trainee', 'casework', 'finance', 'payments', 'identity', 'worker', 'public'] as const;
export type DatabaseRole = (typeof databaseRoles)[number];

export interface CipherKey {
  /** Name stored beside each ciphertext, so that keys can be changed. */
  readonly id: string;
  /** Prepared once: a key handed over as bytes is prepared anew for every message, which costs seven times the encryption itself. */
  readonly key: KeyObject;
}

/** Key material read from the file KBT_KEYS names; never from the environment itself, never logged. */
export interface Keys {
  readonly payload: CipherKey;
  readonly field: CipherKey;
  readonly index: KeyObject;
}

function required(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === '')
    throw new Error(`${name} is not set: start with "npm start", or set it as infra/deploy/README.md says`);
  return value;
}

function keyOf(text: unknown, what: string): KeyObject {
  const key = Buffer.from(typeof text === 'string' ? text : '', 'base64');
  if (key.length !== 32) throw new Error(`the key file's ${what} must be 32 bytes in base64`);
  return createSecretKey(key);
}

function readKeys(name: string): Keys {
  const file = JSON.parse(readFileSync(name, 'utf8')) as {
    payload?: { id?: string; key?: string };
    field?: { id?: string; key?: string };
    index?: string;
  };
  return {
    payload: { id: file.payload?.id ?? 'payload-1', key: keyOf(file.payload?.key, 'payload key') },
    field: { id: file.field?.id ?? 'field-1', key: keyOf(file.field?.key, 'field key') },
    index: keyOf(file.index, 'index key'),
  };
}

/** Read once: looking at the environment for each field would cost as much as encrypting it. */
let keys: Keys | undefined;

/** The process's configuration. Each value is read where it is needed, so a process must have only what it uses. */
export const config = {
  databaseUrl: (role: DatabaseRole): string => required(`DATABASE_URL_${role.toUpperCase()}`),
  databasePool: (): number => Number(process.env['DATABASE_POOL'] ?? 4),
  temporalAddress: (): string => required('TEMPORAL_ADDRESS'),
  temporalNamespace: (): string => process.env['TEMPORAL_NAMESPACE'] ?? 'kaibantong',
  filesFolder: (): string => required('KBT_FILES'),
  profile: (): 'sandbox' | 'production' => (process.env['KBT_PROFILE'] === 'sandbox' ? 'sandbox' : 'production'),
  port: (): number => Number(process.env['PORT'] ?? 0),
  host: (): string => process.env['HOST'] ?? '127.0.0.1',
  publicUrl: (): string => required('PUBLIC_URL').replace(/\/$/, ''),
  oidcIssuer: (): string => process.env['OIDC_ISSUER'] ?? `${config.publicUrl()}/oidc`,
  logLevel: (): string => process.env['LOG_LEVEL'] ?? 'info',
  requestsPerMinute: (): number => Number(process.env['KBT_REQUESTS_PER_MINUTE'] ?? 6000),
  bank: (): 'file' | 'simulator' => (process.env['KBT_BANK'] === 'simulator' ? 'simulator' : 'file'),
  bankMood: (): string => process.env['KBT_BANK_MOOD'] ?? 'dedupe',
  bundlePath: (): string => required('KBT_WORKFLOW_BUNDLE'),
  /** Where the built console lies. */
  consoleFolder: (): string => process.env['KBT_CONSOLE'] ?? `${process.cwd()}/dist/console`,
  policiesFolder: (): string => process.env['KBT_POLICIES'] ?? `${process.cwd()}/policies`,
  keys: (): Keys => (keys ??= readKeys(required('KBT_KEYS'))),
  /** The launcher seeds one installation after another in one process: each with its own keys. */
  forgetKeys: (): void => {
    keys = undefined;
  },
};
