import { FileRefusal } from './file-refusal.ts';
import { limits } from './limits.ts';

export interface XmlHandler {
  open(name: string, attributes: string): void;
  close(name: string): void;
  text(value: string): void;
}

/** Longest tag or text kept waiting for its end; text beyond it is longer than a cell may be. */
const LONGEST_PIECE = limits.cellCharacters * 6;

/**
 * A forward-only scanner for the plain XML inside workbooks: elements, text, CDATA; comments and processing instructions are skipped.
 * A document type is refused, so entities beyond the five of XML and character numbers do not exist here.
 */
export class XmlScanner {
  private rest = '';
  private readonly handler: XmlHandler;
  private readonly decoder = new TextDecoder('utf-8');

  constructor(handler: XmlHandler) {
    this.handler = handler;
  }

  async scan(pieces: AsyncIterable<Uint8Array>): Promise<void> {
    for await (const piece of pieces) this.write(this.decoder.decode(piece, { stream: true }));
    this.write(this.decoder.decode());
    if (this.rest.trim() !== '') throw new FileRefusal('ROSTER_FILE_UNREADABLE');
  }

  private write(piece: string): void {
    const source = this.rest + piece;
    let at = 0;
    while (at < source.length) {
      const next = this.step(source, at);
      if (next < 0) break;
      at = next;
    }
    this.rest = source.slice(at);
    if (this.rest.length > LONGEST_PIECE) throw new FileRefusal('ROSTER_CELL_TOO_LONG');
  }

  /** Handles one token starting at `at`; answers where the next starts, or -1 when the token is not complete yet. */
  private step(source: string, at: number): number {
    if (source.charCodeAt(at) !== 60) {
      const end = source.indexOf('<', at);
      if (end < 0) return -1;
      this.handler.text(decodeEntities(source.slice(at, end)));
      return end;
    }
    if (source.charCodeAt(at + 1) === 33) return this.declaration(source, at);
    if (source.charCodeAt(at + 1) === 63) return after(source, '?>', at + 2);
    const end = endOfTag(source, at);
    if (end < 0) return -1;
    this.tag(source, at, end);
    return end + 1;
  }

  private declaration(source: string, at: number): number {
    if (source.startsWith('<!--', at)) return after(source, '-->', at + 4);
    if (source.startsWith('<![CDATA[', at)) {
      const end = source.indexOf(']]>', at);
      if (end >= 0) this.handler.text(source.slice(at + 9, end));
      return end < 0 ? -1 : end + 3;
    }
    if (source.length - at < 9) return -1;
    throw new FileRefusal('ROSTER_FILE_UNREADABLE'); // <!DOCTYPE: no workbook needs one
  }

  private tag(source: string, at: number, end: number): void {
    if (source.charCodeAt(at + 1) === 47) {
      this.handler.close(localName(source.slice(at + 2, end).trimEnd()));
      return;
    }
    const selfClosing = source.charCodeAt(end - 1) === 47;
    let nameEnd = at + 1;
    const last = selfClosing ? end - 1 : end;
    while (nameEnd < last && source.charCodeAt(nameEnd) > 32) nameEnd++;
    const name = localName(source.slice(at + 1, nameEnd));
    this.handler.open(name, source.slice(nameEnd, last));
    if (selfClosing) this.handler.close(name);
  }
}

/** The value of one attribute inside the text of a tag, or undefined. */
export function attributeOf(attributes: string, name: string): string | undefined {
  const found = attributes.indexOf(` ${name}="`);
  if (found >= 0) {
    const start = found + name.length + 3;
    return decodeEntities(attributes.slice(start, attributes.indexOf('"', start)));
  }
  const loose = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  return loose ? decodeEntities(loose[1] ?? loose[2] ?? '') : undefined;
}

/** The `>` that ends the tag, not one inside a quoted attribute value. */
function endOfTag(source: string, at: number): number {
  let end = source.indexOf('>', at);
  while (end >= 0 && insideQuotes(source, at, end)) end = source.indexOf('>', end + 1);
  return end;
}

function insideQuotes(source: string, at: number, end: number): boolean {
  let quote = 0;
  for (let index = at; index < end; index++) {
    const char = source.charCodeAt(index);
    if (quote === 0 && (char === 34 || char === 39)) quote = char;
    else if (char === quote) quote = 0;
  }
  return quote !== 0;
}

function after(source: string, mark: string, from: number): number {
  const end = source.indexOf(mark, from);
  return end < 0 ? -1 : end + mark.length;
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(\w{1,5}));/g, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return NAMED[name] ?? whole;
    const point = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    return point <= 0x10ffff ? String.fromCodePoint(point) : '\ufffd';
  });
}
