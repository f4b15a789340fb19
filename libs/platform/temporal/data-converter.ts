import type { DataConverter } from '@temporalio/common';
import { EncryptingCodec } from './payload-codec.ts';

/** The one data converter of clients and workers. */
export function dataConverter(): DataConverter {
  return { payloadCodecs: [new EncryptingCodec()], failureConverterPath: require.resolve('./failure-converter') };
}
