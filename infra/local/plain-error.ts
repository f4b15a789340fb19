/** Something the person who started the command can mend: said in one sentence with the way out, without a stack trace. */
export class PlainError extends Error {}
