/** Unsigned whole numbers, one a row. */
export type Numbers = Uint8Array | Uint16Array | Uint32Array;

/** A column, and a number none of its own is above. */
export interface Column {
  readonly of: Numbers;
  readonly max: number;
}

/** Rows whose numbers are all equal, put together. */
export interface Groups {
  /** Row → its group. */
  readonly groupOf: Uint32Array;
  /** Group → one of its rows, and how many there are. */
  readonly aRow: readonly number[];
  readonly sizes: readonly number[];
}

/** Groups are told apart in a table of at most so many entries a row; beyond, in a map. */
const TABLE_PER_ROW = 4;
const SMALL_TABLE = 4096;
/** Rows whose pairs of numbers stay exact: below 2^53. */
export const MAX_ROWS = 2_000_000;

/** Numbers the groups that occur 0, 1, 2 …; `codes` are below `range`. */
function compact(codes: Uint32Array, range: number): Groups {
  const [counts, rows] = [new Uint32Array(range), new Uint32Array(range)];
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row] as number;
    counts[code] = (counts[code] as number) + 1;
    rows[code] = row;
  }
  const groups = new Uint32Array(range);
  const aRow: number[] = [];
  const sizes: number[] = [];
  for (let code = 0; code < range; code++) {
    if (counts[code] === 0) continue;
    groups[code] = sizes.length;
    sizes.push(counts[code] as number);
    aRow.push(rows[code] as number);
  }
  for (let row = 0; row < codes.length; row++) codes[row] = groups[codes[row] as number] as number;
  return { groupOf: codes, aRow, sizes };
}

/** Adds a column to codes whose table would be too large: the pairs that occur are numbered. */
function pair(codes: Uint32Array, { of, max }: Column): number {
  const known = new Map<number, number>();
  for (let row = 0; row < codes.length; row++) {
    const key = (codes[row] as number) * (max + 1) + (of[row] as number);
    let code = known.get(key);
    if (code === undefined) {
      code = known.size;
      known.set(key, code);
    }
    codes[row] = code;
  }
  return known.size;
}

/** Adds columns one after the other to codes that a table can hold. */
function add(codes: Uint32Array, columns: readonly Column[]): void {
  let next = 0;
  for (; next + 1 < columns.length; next += 2) addTwo(codes, columns[next] as Column, columns[next + 1] as Column);
  for (const { of, max } of columns.slice(next)) {
    for (let row = 0; row < codes.length; row++) codes[row] = (codes[row] as number) * (max + 1) + (of[row] as number);
  }
}

/** Two columns in one pass: half the memory is moved. */
function addTwo(codes: Uint32Array, { of: first, max: most }: Column, { of: second, max }: Column): void {
  const [range, both] = [max + 1, (max + 1) * (most + 1)];
  for (let row = 0; row < codes.length; row++)
    codes[row] = (codes[row] as number) * both + (first[row] as number) * range + (second[row] as number);
}

/**
 * Puts equal rows together, column by column, in time that grows with the number of rows alone. Codes stay exact: below 2^32 in the table, and
 * pairs below 2^53 in the map for up to `MAX_ROWS` rows.
 */
export function groupRows(length: number, columns: readonly Column[]): Groups {
  const codes = new Uint32Array(length);
  const limit = Math.max(SMALL_TABLE, TABLE_PER_ROW * length);
  let range = 1;
  let fitting: Column[] = [];
  for (const column of columns) {
    if (range * (column.max + 1) > limit) {
      add(codes, fitting);
      fitting = [];
      range = compact(codes, range).sizes.length;
    }
    if (range * (column.max + 1) > limit) range = pair(codes, column);
    else {
      fitting.push(column);
      range *= column.max + 1;
    }
  }
  add(codes, fitting);
  return compact(codes, range);
}
