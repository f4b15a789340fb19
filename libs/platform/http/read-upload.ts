import type { FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';
import { RefusalError } from '../database/refusal-error.ts';

export interface Upload {
  readonly bytes: Buffer;
  /** As the sender named it; shown, never used as a path. */
  readonly fileName: string;
  readonly sha256: Buffer;
  /** The other parts of the form. */
  readonly fields: Readonly<Record<string, string>>;
}

const MAX_NAME = 255;

/** The one file of a multipart request, read whole: 20 MiB at most. @throws RefusalError for a missing, empty or oversized file. */
export async function readUpload(request: FastifyRequest): Promise<Upload> {
  if (!request.isMultipart()) throw new RefusalError({ code: 'MEDIA_TYPE_UNSUPPORTED' });
  const part = await request.file();
  if (!part) throw new RefusalError({ code: 'FILE_EMPTY', pointer: '/file' });
  const bytes = await part.toBuffer().catch((error: unknown) => {
    if ((error as { code?: string }).code === 'FST_REQ_FILE_TOO_LARGE')
      throw new RefusalError({ code: 'PAYLOAD_TOO_LARGE', pointer: '/file' });
    throw error;
  });
  if (bytes.length === 0) throw new RefusalError({ code: 'FILE_EMPTY', pointer: '/file' });
  const fields: Record<string, string> = {};
  for (const [name, field] of Object.entries(part.fields)) {
    if (field && !Array.isArray(field) && field.type === 'field' && typeof field.value === 'string') fields[name] = field.value;
  }
  const fileName = (part.filename || 'file').split(/[/\\]/).at(-1)?.slice(0, MAX_NAME) ?? 'file';
  return { bytes, fileName, sha256: createHash('sha256').update(bytes).digest(), fields };
}
