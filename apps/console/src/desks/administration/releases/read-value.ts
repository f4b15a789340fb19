const CENTS = 2;

/** What somebody types as a value of a policy: amounts in yuan become fen, 是/否 a flag, 、 a list. Its shape is for the server to judge. */
export function readValue(typed: string, path: string): unknown {
  const text = typed.trim();
  const key = path.split('/').findLast((step) => !/^\d+$/.test(step) && step !== 'value') ?? '';
  const yuan = /^¥?\s*(\d{1,9})(?:\.(\d{1,2}))?$/.exec(text.replaceAll(/[,，]/g, ''));
  if (/fen/i.test(key) && yuan) return Number(`${yuan[1] ?? '0'}${(yuan[2] ?? '').padEnd(CENTS, '0')}`);
  if (/^\d{1,9}$/.test(text)) return Number(text);
  if (/^(是|yes|true)$/i.test(text)) return true;
  if (/^(否|no|false)$/i.test(text)) return false;
  return text.includes('、') ? text.split('、').map((one) => one.trim()) : text;
}
