import path from 'node:path';
import { FileRefusal } from './file-refusal.ts';
import { limits } from './limits.ts';
import { Attribute, XmlScanner, type XmlHandler } from './xml-scanner.ts';
import { ZipArchive, type ZipEntry } from './zip-archive.ts';

/** Where in the archive the roster stands. */
export interface WorkbookParts {
  readonly archive: ZipArchive;
  readonly sheet: ZipEntry;
  readonly sheetName: string;
  /** Position of the sheet among all sheets, from 0. */
  readonly sheetIndex: number;
  readonly sharedStrings?: ZipEntry;
  /** The workbook counts days from 1904 instead of 1900. */
  readonly from1904: boolean;
}

const OLE_MAGIC = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const ENCRYPTED_STREAM = Buffer.from('EncryptedPackage', 'utf16le');
const ATTRIBUTES = {
  date1904: new Attribute('date1904'),
  state: new Attribute('state'),
  name: new Attribute('name'),
  mode: new Attribute('TargetMode'),
  target: new Attribute('Target'),
  id: new Attribute('Id'),
  type: new Attribute('Type'),
};
const ZIP_MAGIC = Buffer.from('PK\u0003\u0004', 'latin1');

/** Opens a workbook as far as needed to find its first visible sheet; refuses what is no plain .xlsx. */
export async function openWorkbook(bytes: Buffer): Promise<WorkbookParts> {
  if (bytes.length > limits.fileBytes) throw new FileRefusal('ROSTER_FILE_TOO_LARGE', { megabytes: limits.fileBytes / 1024 / 1024 });
  if (bytes.subarray(0, OLE_MAGIC.length).equals(OLE_MAGIC)) {
    throw new FileRefusal(bytes.includes(ENCRYPTED_STREAM) ? 'ROSTER_FILE_ENCRYPTED' : 'ROSTER_FILE_OLD_FORMAT');
  }
  if (!bytes.subarray(0, ZIP_MAGIC.length).equals(ZIP_MAGIC)) throw new FileRefusal('ROSTER_FILE_UNREADABLE');
  const archive = new ZipArchive(bytes);
  refuseActiveContent(archive);

  const workbook = await readWorkbook(archive, entryOf(archive, 'xl/workbook.xml'));
  const sheetIndex = workbook.sheets.findIndex((sheet) => sheet.visible);
  const first = workbook.sheets[sheetIndex];
  if (!first) throw new FileRefusal('ROSTER_FILE_UNREADABLE');
  const targets = await readRelations(archive, entryOf(archive, 'xl/_rels/workbook.xml.rels'));
  return {
    archive,
    sheet: entryOf(archive, targets.byId.get(first.relation) ?? ''),
    sheetName: first.name,
    sheetIndex,
    sharedStrings: targets.sharedStrings === undefined ? undefined : archive.entries.get(targets.sharedStrings),
    from1904: workbook.from1904,
  };
}

function refuseActiveContent(archive: ZipArchive): void {
  for (const name of archive.entries.keys()) {
    if (/vbaProject|\.bin$/i.test(name) && !/printerSettings|\/media\//i.test(name)) throw new FileRefusal('ROSTER_FILE_MACRO');
    if (/^xl\/externalLinks\//i.test(name)) throw new FileRefusal('ROSTER_FILE_EXTERNAL_LINK');
  }
}

function entryOf(archive: ZipArchive, name: string): ZipEntry {
  const entry = archive.entries.get(name);
  if (!entry) throw new FileRefusal('ROSTER_FILE_UNREADABLE');
  return entry;
}

interface SheetOfWorkbook {
  readonly name: string;
  readonly relation: string;
  readonly visible: boolean;
}

async function readWorkbook(archive: ZipArchive, entry: ZipEntry): Promise<{ sheets: SheetOfWorkbook[]; from1904: boolean }> {
  const sheets: SheetOfWorkbook[] = [];
  let from1904 = false;
  await scanOpenings(archive, entry, (name, attributes) => {
    if (name === 'workbookPr') from1904 = ['1', 'true'].includes(ATTRIBUTES.date1904.of(attributes) ?? '');
    if (name !== 'sheet') return;
    const relation = /\s(?:\w+:)id\s*=\s*["']([^"']*)["']/.exec(attributes)?.[1] ?? '';
    const state = ATTRIBUTES.state.of(attributes) ?? 'visible';
    sheets.push({ name: ATTRIBUTES.name.of(attributes) ?? '', relation, visible: state === 'visible' });
  });
  return { sheets, from1904 };
}

async function readRelations(archive: ZipArchive, entry: ZipEntry): Promise<{ byId: Map<string, string>; sharedStrings?: string }> {
  const byId = new Map<string, string>();
  let sharedStrings: string | undefined;
  await scanOpenings(archive, entry, (name, attributes) => {
    if (name !== 'Relationship') return;
    if (ATTRIBUTES.mode.of(attributes) === 'External') return;
    const target = ATTRIBUTES.target.of(attributes) ?? '';
    const inside = target.startsWith('/') ? target.slice(1) : path.posix.normalize(`xl/${target}`);
    byId.set(ATTRIBUTES.id.of(attributes) ?? '', inside);
    if (ATTRIBUTES.type.of(attributes)?.endsWith('/sharedStrings')) sharedStrings = inside;
  });
  return { byId, sharedStrings };
}

async function scanOpenings(archive: ZipArchive, entry: ZipEntry, open: XmlHandler['open']): Promise<void> {
  const ignore = (): void => undefined;
  await new XmlScanner({ open, close: ignore, text: ignore }).scan(archive.read(entry));
}
