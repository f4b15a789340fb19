/** Why a whole file is not read; texts stand in `libs/contracts/refusals/trainee.ts`. */
export type FileRefusalCode =
  | 'ROSTER_FILE_UNREADABLE'
  | 'ROSTER_FILE_OLD_FORMAT'
  | 'ROSTER_FILE_ENCRYPTED'
  | 'ROSTER_FILE_MACRO'
  | 'ROSTER_FILE_EXTERNAL_LINK'
  | 'ROSTER_FILE_TOO_LARGE'
  | 'ROSTER_FILE_UNPACKED_TOO_LARGE'
  | 'ROSTER_FILE_TOO_COMPLEX'
  | 'ROSTER_TOO_MANY_ROWS'
  | 'ROSTER_TOO_MANY_COLUMNS'
  | 'ROSTER_CELL_TOO_LONG'
  | 'ROSTER_HEADER_MISSING'
  | 'ROSTER_TEMPLATE_VERSION'
  | 'ROSTER_EMPTY';

export type Params = Readonly<Record<string, string | number>>;

/** Ends the reading of a file; caught once, where the file came in. */
export class FileRefusal extends Error {
  override readonly name = 'FileRefusal';
  readonly code: FileRefusalCode;
  readonly params: Params;

  constructor(code: FileRefusalCode, params: Params = {}) {
    super(code);
    this.code = code;
    this.params = params;
  }
}
