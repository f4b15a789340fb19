import { accept, refuse, type Result } from '../result.ts';

const YUAN = /^(?:0|[1-9]\d{0,14})(?:\.\d{1,2})?$/;

/** Reads an amount of yuan such as `3000` or `3000.50` into fen; nothing is rounded. */
export function parseYuan(text: string): Result<bigint, 'AMOUNT_MALFORMED'> {
  if (!YUAN.test(text)) return refuse('AMOUNT_MALFORMED', { params: { text } });
  const [yuan = '0', fen = ''] = text.split('.');
  return accept(BigInt(yuan) * 100n + BigInt(fen.padEnd(2, '0')));
}
