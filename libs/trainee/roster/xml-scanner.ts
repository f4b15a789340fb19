import { FileRefusal } from './file-refusal.ts';
import { limits } from './limits.ts';

export interface XmlHandler {
  open(name: string, attributes: string): void;
  close(name: string): void;
  text(value: string): void;
  /**
   * The elements a file mostly consists of, in the one form in which nearly every program writes them: taken whole, which costs a fifth of taking
   * them tag by tag. Everything that is written in another way goes tag by tag.
   */
  readonly usual?: { readonly pattern: RegExp; readonly take: (groups: RegExpExecArray) => void };
}

const SPACE = 32;
const SLASH = 47;
const LESS = 60;
const MORE = 62;

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
    const whole = this.wholeElement(source, at);
    if (whole >= 0) return whole;
    if (source.charCodeAt(at) !== LESS) {
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

  /** Where the element that stands whole at `at` ends; -1 where none of the usual ones does. */
  private wholeElement(source: string, at: number): number {
    const { usual } = this.handler;
    if (!usual) return -1;
    usual.pattern.lastIndex = at;
    const groups = usual.pattern.exec(source);
    if (!groups) return -1;
    usual.take(groups);
    return usual.pattern.lastIndex;
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

  /** Handles the tag that ends with the `>` at `end`. */
  private tag(source: string, at: number, end: number): void {
    if (source.charCodeAt(at + 1) === SLASH) {
      this.handler.close(localName(source, at + 2, end));
      return;
    }
    const selfClosing = source.charCodeAt(end - 1) === SLASH;
    let nameEnd = at + 1;
    const last = selfClosing ? end - 1 : end;
    while (nameEnd < last && source.charCodeAt(nameEnd) > SPACE) nameEnd++;
    const name = localName(source, at + 1, nameEnd);
    this.handler.open(name, nameEnd === last ? '' : source.slice(nameEnd, last));
    if (selfClosing) this.handler.close(name);
  }
}

/** One attribute of tags, looked for in the text of each. */
export class Attribute {
  private readonly name: string;
  private readonly usual: string;
  private readonly loose: RegExp;

  constructor(name: string) {
    this.name = name;
    this.usual = ` ${name}="`;
    this.loose = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
  }

  /** Its value, or undefined. */
  of(attributes: string): string | undefined {
    const found = attributes.indexOf(this.usual);
    if (found >= 0) {
      const start = found + this.usual.length;
      return decodeEntities(attributes.slice(start, attributes.indexOf('"', start)));
    }
    if (!attributes.includes(this.name)) return undefined;
    const loose = this.loose.exec(attributes);
    return loose ? decodeEntities(loose[1] ?? loose[2] ?? '') : undefined;
  }
}

/** The `>` that ends the tag, not one inside a quoted attribute value; -1 where it is still to come. */
function endOfTag(source: string, at: number): number {
  let quote = 0;
  for (let index = at; index < source.length; index++) {
    const char = source.charCodeAt(index);
    if (quote !== 0) {
      if (char === quote) quote = 0;
    } else if (char === MORE) return index;
    else if (char === 34 || char === 39) quote = char;
  }
  return -1;
}

function after(source: string, mark: string, from: number): number {
  const end = source.indexOf(mark, from);
  return end < 0 ? -1 : end + mark.length;
}

/** Names of one letter, which most tags of a sheet have: kept, instead of cut out of the source each time. */
const LETTERS = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code));

/** The name without its prefix. */
function localName(source: string, from: number, to: number): string {
  if (to - from === 1) return LETTERS[source.charCodeAt(from)] ?? source.slice(from, to);
  const name = source.slice(from, to).trimEnd();
  return name.slice(name.indexOf(':') + 1);
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
