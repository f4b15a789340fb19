import type { RawRow } from '../../roster/roster-reader.ts';
import { rosterColumns, rosterFields } from '../../roster/roster-columns.ts';
import { findingOf, type RosterFinding } from './finding.ts';
import { judgeIdentity } from './judge-identity.ts';
import { canBeName, digitsOfNumber, normaliseCode, normalisePhone, trimName, trimText } from './normalise.ts';
import type { RosterContext } from './roster-context.ts';
import { RowCells, type Find } from './row-cells.ts';

export interface RosterPerson {
  readonly row: number;
  readonly name: string;
  readonly idNumber: string;
  readonly phone: string;
  readonly category: string;
}

export interface JudgedRow {
  /** Undefined where an error keeps the row out. */
  readonly person: RosterPerson | undefined;
  /** A lawful number, also of a row that something else keeps out. */
  readonly idNumber: string | undefined;
  readonly findings: readonly RosterFinding[];
}

const REQUIRED = rosterFields.filter((field) => rosterColumns[field].required);
const MOBILE = /^1[3-9]\d{9}$/;
const LANDLINE = /^0\d{2,3}\d{7,8}$/;

/** Judges one row by itself: everything that is wrong with it at once (一次性告知), and the person it names when nothing blocks. */
export function judgeRow(raw: RawRow, context: RosterContext): JudgedRow {
  const findings: RosterFinding[] = [];
  const find: Find = (code, field, params) => {
    findings.push(findingOf(raw.row, code, field, params));
  };
  const cells = new RowCells(raw);
  judgeCells(cells, find);
  const name = judgeName(cells, find);
  const identity = judgeIdentity(cells, context, find);
  const phone = judgePhone(cells, find);
  const category = judgeCategory(cells, context, find);
  judgeCard(cells, find);
  judgePlaces(cells, context, find);
  const blocked = findings.length > 0 && findings.some((finding) => finding.severity === 'error');
  if (blocked || !identity) return { person: undefined, idNumber: identity?.idNumber, findings };
  const { idNumber } = identity;
  return { person: { row: raw.row, name, idNumber, phone, category }, idNumber, findings };
}

function judgeCells(cells: RowCells, find: Find): void {
  for (const field of REQUIRED) {
    if (cells.text(field).trim() === '' && !cells.isFormula(field)) find('ROSTER_VALUE_MISSING', field);
  }
  if (!cells.hasOddities) return;
  for (const field of rosterFields) {
    if (rosterColumns[field].automatic === true) continue;
    if (cells.isFormula(field)) find('ROSTER_FORMULA_CELL', field);
    else if (cells.isFault(field)) find('ROSTER_CELL_ERROR', field);
  }
}

function judgeName(cells: RowCells, find: Find): string {
  const name = trimName(cells.text('name'));
  if (name !== '' && !cells.isFault('name') && !canBeName(name)) find('ROSTER_NAME_FORMAT', 'name');
  return name;
}

function judgePhone(cells: RowCells, find: Find): string {
  if (MOBILE.test(cells.text('phone'))) return cells.text('phone');
  const phone = normalisePhone(cells.isNumber('phone') ? digitsOfNumber(cells.text('phone')) : cells.text('phone'));
  if (phone !== '' && !cells.isFault('phone') && !MOBILE.test(phone) && !LANDLINE.test(phone)) find('ROSTER_PHONE_FORMAT', 'phone');
  return phone;
}

function judgeCategory(cells: RowCells, context: RosterContext, find: Find): string {
  const label = trimText(cells.text('category'));
  if (label === '' || !context.categories) return label;
  const category = context.categories.get(label);
  if (!category) find('ROSTER_CATEGORY_UNKNOWN', 'category');
  else if (category.needsProof && cells.text('categoryProof').trim() === '') find('ROSTER_CATEGORY_PROOF_MISSING', 'categoryProof');
  return category?.code ?? label;
}

/** Accounts of trainees are not paid here, so a doubtful one is only pointed out. */
function judgeCard(cells: RowCells, find: Find): void {
  const card = normaliseCode(cells.text('card'));
  if (card === '' || cells.isFault('card')) return;
  if (cells.isNumber('card') || !/^[0-9A-Z]{9,30}$/.test(card)) find('ROSTER_CARD_FORMAT', 'card');
  else if (/^\d{16,19}$/.test(card) && !passesLuhn(card)) find('ROSTER_CARD_LUHN', 'card');
}

function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index++) {
    const digit = digits.charCodeAt(digits.length - 1 - index) - 48;
    const weighted = index % 2 === 0 ? digit : digit * 2;
    sum += weighted > 9 ? weighted - 9 : weighted;
  }
  return sum % 10 === 0;
}

function judgePlaces(cells: RowCells, context: RosterContext, find: Find): void {
  if (context.townships) {
    const residence = trimText(cells.text('residence'));
    const township = residence.split(/[/／]/)[0]?.trim() ?? '';
    if (residence !== '' && !context.townships.has(residence) && !context.townships.has(township))
      find('ROSTER_TOWNSHIP_UNKNOWN', 'residence');
  }
  const stated = cells.text('occupation');
  if (stated === '' || stated === context.occupationName) return;
  const occupation = bare(stated);
  if (occupation !== '' && occupation !== bare(context.occupationName)) {
    find('ROSTER_OCCUPATION_MISMATCH', 'occupation', { expected: context.occupationName });
  }
}

function bare(occupation: string): string {
  return occupation.normalize('NFKC').replace(/\([^)]*\)|\s/g, '');
}
