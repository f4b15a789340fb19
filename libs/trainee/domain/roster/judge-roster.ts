import type { RawRow } from '../../roster/roster-reader.ts';
import { findingOf, type RosterFinding } from './finding.ts';
import { judgeRow, type RosterPerson } from './judge-row.ts';
import type { RosterContext } from './roster-context.ts';

export interface JudgedRoster {
  readonly rows: number;
  /** People whose rows have no error so far, in the roster's order. */
  readonly people: readonly RosterPerson[];
  readonly findings: readonly RosterFinding[];
}

/** From this many people with one telephone number on it is pointed out. */
const SHARED_PHONE = 3;

/** Judges a roster as its rows arrive: each row by itself, then the same person twice, shared telephones and the size of the class. */
export class RosterJudge {
  private rows = 0;
  private readonly people: RosterPerson[] = [];
  private readonly findings: RosterFinding[] = [];
  private readonly firstRows = new Map<string, number>();
  private readonly phones = new Map<string, number>();
  /** Of telephones more than one person has. */
  private readonly sharedPhones = new Map<string, number[]>();

  constructor(private readonly context: RosterContext) {}

  take(raw: RawRow): void {
    this.rows++;
    const { person, idNumber, findings } = judgeRow(raw, this.context);
    if (findings.length > 0) this.findings.push(...findings);
    if (idNumber === undefined) return;
    const first = this.firstRows.get(idNumber);
    if (first !== undefined) {
      this.findings.push(findingOf(raw.row, 'ROSTER_DUP_IN_FILE', 'idNumber', { first }));
      return;
    }
    this.firstRows.set(idNumber, raw.row);
    if (!person) return;
    this.notePhone(person);
    this.people.push(person);
  }

  private notePhone({ phone, row }: RosterPerson): void {
    const first = this.phones.get(phone);
    const rows = this.sharedPhones.get(phone);
    if (first === undefined) this.phones.set(phone, row);
    else if (rows) rows.push(row);
    else this.sharedPhones.set(phone, [first, row]);
  }

  finish(): JudgedRoster {
    for (const rows of this.sharedPhones.values()) {
      if (rows.length < SHARED_PHONE) continue;
      this.findings.push(...rows.map((row) => findingOf(row, 'ROSTER_PHONE_SHARED', 'phone', { people: rows.length })));
    }
    const { capacity } = this.context;
    if (capacity !== undefined && this.people.length > capacity) {
      this.findings.push(findingOf(0, 'ROSTER_CLASS_OVER_CAPACITY', undefined, { capacity, people: this.people.length }));
    }
    return { rows: this.rows, people: this.people, findings: this.findings.toSorted((one, other) => one.row - other.row) };
  }
}
