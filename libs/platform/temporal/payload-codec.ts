import type { Payload, PayloadCodec } from '@temporalio/common';
import { createCipheriv, createDecipheriv } from 'node:crypto';
import { temporal } from '@temporalio/proto';
import { config } from '../config/config.ts';
import { nextIv } from '../crypto/next-iv.ts';

const ENCODING = Buffer.from('binary/encrypted');
const IV_BYTES = 12;
const TAG_BYTES = 16;
const ApiPayload = temporal.api.common.v1.Payload;

/** Encrypts every payload before it leaves the process (AES-256-GCM): Temporal's tables hold no readable argument, result or failure. */
export class EncryptingCodec implements PayloadCodec {
  // eslint-disable-next-line @typescript-eslint/require-await -- the codec's interface is asynchronous
  async encode(payloads: Payload[]): Promise<Payload[]> {
    const { id, key } = config.keys().payload;
    return payloads.map((payload) => {
      const iv = nextIv(IV_BYTES);
      const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(id));
      const body = Buffer.concat([cipher.update(ApiPayload.encode(payload).finish()), cipher.final()]);
      return { metadata: { encoding: ENCODING, keyId: Buffer.from(id) }, data: Buffer.concat([iv, cipher.getAuthTag(), body]) };
    });
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- the codec's interface is asynchronous
  async decode(payloads: Payload[]): Promise<Payload[]> {
    const { id, key } = config.keys().payload;
    return payloads.map((payload) => {
      if (!payload.data || Buffer.compare(Buffer.from(payload.metadata?.['encoding'] ?? []), ENCODING) !== 0) return payload;
      const keyId = Buffer.from(payload.metadata?.['keyId'] ?? []).toString();
      if (keyId !== id) throw new Error(`payload was encrypted with key ${keyId}, this process holds ${id}`);
      const data = Buffer.from(payload.data);
      const decipher = createDecipheriv('aes-256-gcm', key, data.subarray(0, IV_BYTES)).setAAD(Buffer.from(keyId));
      decipher.setAuthTag(data.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
      return ApiPayload.decode(Buffer.concat([decipher.update(data.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]));
    });
  }
}
