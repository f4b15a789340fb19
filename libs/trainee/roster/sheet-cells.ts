import { FileRefusal } from './file-refusal.ts';
import { limits } from './limits.ts';
import type { WorkbookParts } from './workbook-parts.ts';
import { Attribute, XmlScanner, type XmlHandler } from './xml-scanner.ts';

/** One cell as stored: its text, and what kind of value it was. */
export interface Cell {
  /** Counted from 0. */
  readonly column: number;
  readonly text: string;
  readonly isNumber: boolean;
  readonly isFormula: boolean;
  readonly isError: boolean;
}

/** The filled cells of one row, as they follow each other in the file. */
export interface SheetRow {
  /** As Excel shows it, from 1. */
  readonly number: number;
  readonly cells: readonly Cell[];
}

/** Reads the sheet row by row; `take` may answer false to stop. Rows without any value are not handed over. */
export async function readSheet(parts: WorkbookParts, take: (row: SheetRow) => void): Promise<void> {
  const strings = await readSharedStrings(parts);
  await new XmlScanner(new SheetHandler(strings, take)).scan(parts.archive.read(parts.sheet));
}

async function readSharedStrings(parts: WorkbookParts): Promise<readonly string[]> {
  const strings: string[] = [];
  let text = '';
  let inText = false;
  let inPhonetic = false;
  if (!parts.sharedStrings) return strings;
  const handler: XmlHandler = {
    usual: {
      pattern: /<si><t>([^<&]*)<\/t><\/si>/y,
      take: (groups) => {
        const value = groups[1] ?? '';
        refuseLong(value);
        strings.push(storable(value));
      },
    },
    open(name) {
      if (name === 'si') text = '';
      else if (name === 't') inText = true;
      else if (name === 'rPh') inPhonetic = true;
    },
    close(name) {
      if (name === 'si') strings.push(storable(text));
      else if (name === 't') inText = false;
      else if (name === 'rPh') inPhonetic = false;
    },
    text(value) {
      if (!inText || inPhonetic) return;
      text += value;
      refuseLong(text);
    },
  };
  await new XmlScanner(handler).scan(parts.archive.read(parts.sharedStrings));
  return strings;
}

const REFERENCE = new Attribute('r');
const TYPE = new Attribute('t');

class SheetHandler implements XmlHandler {
  readonly usual = {
    pattern: /<c r="([A-Z]{1,3})\d+"(?: s="\d+")?(?: t="([a-z]+)")?(?:\/>|><v>([^<&]*)<\/v><\/c>)/y,
    take: (groups: RegExpExecArray) => {
      this.column = columnOf(groups[1] ?? '');
      this.type = groups[2] ?? 'n';
      this.value = groups[3] ?? '';
      refuseLong(this.value);
      this.isFormula = false;
      this.closeCell();
    },
  };
  private row = 0;
  private filledRows = 0;
  private column = -1;
  private type = '';
  private value = '';
  private isFormula = false;
  private collecting = false;
  private inPhonetic = false;
  private cells: Cell[] = [];
  private readonly strings: readonly string[];
  private readonly take: (row: SheetRow) => void;

  constructor(strings: readonly string[], take: (row: SheetRow) => void) {
    this.strings = strings;
    this.take = take;
  }

  open(name: string, attributes: string): void {
    if (name === 'c') this.openCell(attributes);
    else if (name === 'v' || name === 't') this.collecting = true;
    else if (name === 'f') this.isFormula = true;
    else if (name === 'rPh') this.inPhonetic = true;
    else if (name === 'row') {
      this.row = Number(REFERENCE.of(attributes) ?? this.row + 1);
      this.column = -1;
      this.cells = [];
    }
  }

  close(name: string): void {
    if (name === 'c') this.closeCell();
    else if (name === 'v' || name === 't') this.collecting = false;
    else if (name === 'rPh') this.inPhonetic = false;
    else if (name === 'row' && this.cells.length > 0) {
      if (++this.filledRows > limits.rows + limits.headerWithinRows) throw new FileRefusal('ROSTER_TOO_MANY_ROWS', { limit: limits.rows });
      this.take({ number: this.row, cells: this.cells });
    }
  }

  text(value: string): void {
    if (!this.collecting || this.inPhonetic) return;
    this.value += value;
    refuseLong(this.value);
  }

  private openCell(attributes: string): void {
    const reference = REFERENCE.of(attributes);
    this.column = reference === undefined ? this.column + 1 : columnOf(reference);
    this.type = TYPE.of(attributes) ?? 'n';
    this.value = '';
    this.isFormula = false;
  }

  private closeCell(): void {
    const text =
      this.type === 's' ? (this.strings[Number(this.value)] ?? '') : this.type === 'n' ? storable(this.value.trim()) : storable(this.value);
    if (text === '' && !this.isFormula) return;
    if (this.column >= limits.columns) throw new FileRefusal('ROSTER_TOO_MANY_COLUMNS', { limit: limits.columns });
    this.cells.push({ column: this.column, text, isNumber: this.type === 'n', isFormula: this.isFormula, isError: this.type === 'e' });
  }
}

function refuseLong(text: string): void {
  if (text.length > limits.cellCharacters) throw new FileRefusal('ROSTER_CELL_TOO_LONG');
}

/** Undoes Excel's `_x000D_` escapes and marks what PostgreSQL cannot store, so that the row's own check names it. */
function storable(text: string): string {
  const plain = text.includes('_x')
    ? text.replace(/_x([0-9a-fA-F]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;
  return plain.isWellFormed() && !plain.includes('\0') ? plain : plain.toWellFormed().replaceAll('\0', '\ufffd');
}

/** `AB12` → 27. */
function columnOf(reference: string): number {
  let column = 0;
  for (let index = 0; index < reference.length; index++) {
    const char = reference.charCodeAt(index);
    if (char < 65 || char > 90) break;
    column = column * 26 + char - 64;
  }
  return column - 1;
}

/** 27 → `AB`. */
export function columnLetter(column: number): string {
  const head = column >= 26 ? columnLetter(Math.floor(column / 26) - 1) : '';
  return head + String.fromCharCode(65 + (column % 26));
}
