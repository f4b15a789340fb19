import { createHash } from 'node:crypto';
import type { Adapter, AdapterPayload } from 'oidc-provider';
import { type Database, decryptField, encryptField } from '#libs/platform';
import {
  consumeRecord,
  destroyRecord,
  findRecord,
  findRecordByUid,
  type RecordRow,
  revokeGrant,
  saveRecord,
  sweepRecords,
} from '../persistence/oidc-record.query.ts';

/** Interactions and sessions are saved often; expired rows go with every so many of them. */
const SWEEP_EVERY = 50;
let saves = 0;

/** Keeps the provider's sessions, codes and refresh tokens in PostgreSQL: ids as hashes, payloads encrypted. */
export class RecordAdapter implements Adapter {
  constructor(
    private readonly model: string,
    private readonly database: Database,
  ) {}

  async upsert(id: string, payload: AdapterPayload, expiresIn?: number): Promise<void> {
    const idHash = hashOf(id);
    const cipher = encryptField(JSON.stringify(payload), this.place(idHash));
    const uid = this.model === 'Session' ? payload.uid : undefined;
    await this.database.transaction(async (tx) => {
      await tx.rows(saveRecord, [this.model, idHash, cipher, payload.grantId ?? null, uid ?? null, expiresIn ?? null]);
      if (++saves % SWEEP_EVERY === 0) await tx.rows(sweepRecords);
    });
  }

  async find(id: string): Promise<AdapterPayload | undefined> {
    return this.read(await this.database.transaction((tx) => tx.one<RecordRow>(findRecord, [this.model, hashOf(id)])));
  }

  async findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return this.read(await this.database.transaction((tx) => tx.one<RecordRow>(findRecordByUid, [this.model, uid])));
  }

  /** Device codes are not offered, so nothing has a user code. */
  findByUserCode(): Promise<undefined> {
    return Promise.resolve(undefined);
  }

  async consume(id: string): Promise<void> {
    await this.database.transaction((tx) => tx.rows(consumeRecord, [this.model, hashOf(id)]));
  }

  async destroy(id: string): Promise<void> {
    await this.database.transaction((tx) => tx.rows(destroyRecord, [this.model, hashOf(id)]));
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    await this.database.transaction((tx) => tx.rows(revokeGrant, [grantId]));
  }

  private place(idHash: Buffer): string {
    return `identity.oidc_record.payload_cipher|${this.model}/${idHash.toString('hex')}`;
  }

  private read(row: RecordRow | undefined): AdapterPayload | undefined {
    if (!row) return undefined;
    const payload = JSON.parse(decryptField(row.payloadCipher, this.place(row.idHash))) as AdapterPayload;
    return row.consumedAt === null ? payload : { ...payload, consumed: Math.floor(row.consumedAt) };
  }
}

function hashOf(id: string): Buffer {
  return createHash('sha256').update(id).digest();
}
