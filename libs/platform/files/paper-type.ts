import { accept, refuse, type Result } from '#libs/policy';

const PICTURES = { 'application/pdf': 'PDF', 'image/jpeg': 'JPEG', 'image/png': 'PNG' } as const;
const DOCUMENTS = {
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'DOCX',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'XLSX',
} as const;

const END = Buffer.from('PK\u0005\u0006', 'latin1');
const END_BYTES = 22;
const LONGEST_COMMENT = 65_535;

/** An office document is a zip archive: one that was cut off has lost the directory at its end. */
function isWholeArchive(bytes: Buffer): boolean {
  const tail = bytes.subarray(-(END_BYTES + LONGEST_COMMENT));
  const at = tail.lastIndexOf(END);
  if (at < 0 || at + END_BYTES > tail.length) return false;
  return tail.readUInt32LE(at + 12) + tail.readUInt32LE(at + 16) <= bytes.length - tail.length + at;
}

/** The media type of a paper; its content decides, not its name. `scan`: pictures and PDF alone. */
export async function paperTypeOf(
  bytes: Buffer,
  allowed: 'any' | 'scan' = 'any',
): Promise<Result<string, 'FILE_TYPE_REFUSED' | 'FILE_BROKEN'>> {
  const { fileTypeFromBuffer } = await import('file-type');
  const accepted: Readonly<Record<string, string>> = allowed === 'scan' ? PICTURES : { ...PICTURES, ...DOCUMENTS };
  const mime = (await fileTypeFromBuffer(bytes))?.mime ?? '';
  if (!Object.hasOwn(accepted, mime))
    return refuse('FILE_TYPE_REFUSED', { pointer: '/file', params: { accepted: Object.values(accepted).join('、') } });
  return mime in DOCUMENTS && !isWholeArchive(bytes) ? refuse('FILE_BROKEN', { pointer: '/file' }) : accept(mime);
}
