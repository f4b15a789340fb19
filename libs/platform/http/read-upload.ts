import type { FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';
import { RefusalError } from '../database/refusal-error.ts';
import { findUnstorable } from './storable-text.ts';

export interface Upload {
  readonly bytes: Buffer;
  /** As the sender named it; shown, never used as a path. */
  readonly fileName: string;
  readonly sha256: Buffer;
  /** The other parts of the form. */
  readonly fields: Readonly<Record<string, string>>;
}

const MAX_NAME = 255;
const TOO_LARGE = 413;

interface Form {
  readonly fields: Readonly<Record<string, string>>;
  readonly file?: { readonly bytes: Buffer; readonly name: string };
}

/** The parts of a form in whatever order they come. */
async function readForm(request: FastifyRequest): Promise<Form> {
  const fields: Record<string, string> = {};
  let file: Form['file'];
  for await (const part of request.parts()) {
    if (part.type === 'file') file = { bytes: await part.toBuffer(), name: part.filename };
    else if (part.valueTruncated) throw new RefusalError({ code: 'PAYLOAD_TOO_LARGE', pointer: `/${part.fieldname}` });
    else if (typeof part.value === 'string') fields[part.fieldname] = part.value;
  }
  return { fields, ...(file === undefined ? {} : { file }) };
}

/** Whatever breaks while a form is read came with it: too large, more files than one, or cut off. */
function refusalOfForm(error: unknown): unknown {
  const { statusCode } = error as { statusCode?: number };
  if (error instanceof RefusalError) return error;
  if (statusCode === TOO_LARGE) return new RefusalError({ code: 'PAYLOAD_TOO_LARGE', pointer: '/file' });
  return new RefusalError({
    code: 'REQUEST_MALFORMED',
    params: { reason: error instanceof Error ? error.message.slice(0, 200) : 'multipart' },
  });
}

/** The one file of a multipart request, read whole: 20 MiB at most. @throws RefusalError for a broken form; a missing, empty or oversized file. */
export async function readUpload(request: FastifyRequest): Promise<Upload> {
  if (!request.isMultipart()) throw new RefusalError({ code: 'MEDIA_TYPE_UNSUPPORTED' });
  const { fields, file } = await readForm(request).catch((error: unknown) => {
    throw refusalOfForm(error);
  });
  if (!file || file.bytes.length === 0) throw new RefusalError({ code: 'FILE_EMPTY', pointer: '/file' });
  const pointer = findUnstorable(fields) ?? findUnstorable({ file: file.name });
  if (pointer !== undefined) throw new RefusalError({ code: 'TEXT_UNSTORABLE', pointer });
  const fileName = [...((file.name || 'file').split(/[/\\]/).at(-1) ?? 'file')].slice(0, MAX_NAME).join('');
  return { bytes: file.bytes, fileName, sha256: createHash('sha256').update(file.bytes).digest(), fields };
}
