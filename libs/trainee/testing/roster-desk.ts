import { randomUUID } from 'node:crypto';
import { statement } from '#libs/platform';
import type { Answered, TestApplication } from '#libs/testing';
import { plantClass, type Stages } from './plant-class.ts';
import { rosterRow, rosterWorkbook, type RosterRowValues } from './roster-workbook.ts';

const enrolled = `select e.status, e.row_number as "row", p.masked_id_number as "maskedIdNumber", p.identity_cipher::text like '%学员%' as "isOpen"
  from trainee.enrollment e join trainee.person p on p.id = e.person_id where e.class_id = $1 order by e.row_number`;
const kept = `select i.state, i.enrolled, (select coalesce(sum(cardinality(r.row_numbers)), 0)::int from trainee.roster_import_part r where r.import_id = i.id) as waiting
  from trainee.roster_import i where i.class_id = $1 order by i.uploaded_at`;
const audited = `select act from platform.audit where case_id = $1 order by seq`;

interface Enrolled {
  readonly status: string;
  readonly row: number;
  readonly maskedIdNumber: string;
  readonly isOpen: boolean;
}

interface Kept {
  readonly state: string;
  readonly enrolled: number | null;
  readonly waiting: number;
}

interface ShownRow {
  readonly row: number;
  readonly state: string;
  readonly cells: Readonly<Record<string, string>>;
  readonly masked: readonly string[];
  readonly corrected: readonly string[];
}

/** What an institution does with its rosters over HTTP, and what the rows then are; no person comes twice. */
export class RosterDesk {
  /** The number of the last person made up. */
  last = 100;

  constructor(private readonly app: TestApplication) {}

  sql<Row extends object>(text: string, values: readonly unknown[]): Promise<Row[]> {
    return this.app.asOwner((tx) => tx.rows<Row>(statement(`test.${text.slice(0, 40)}`, text), values));
  }

  newClass(stages: Stages = {}): Promise<string> {
    return this.app.asOwner((tx) => plantClass(tx, stages));
  }

  person(values: RosterRowValues = {}): RosterRowValues {
    return rosterRow(++this.last, values);
  }

  people(count: number, values: RosterRowValues = {}): RosterRowValues[] {
    return Array.from({ length: count }, () => this.person(values));
  }

  send(classId: string, file: Uint8Array<ArrayBuffer>, login = 'hg.aimin', headers: Record<string, string> = {}): Promise<Answered> {
    const form = new FormData();
    form.set('file', new Blob([file]), '花名册.xlsx');
    return this.app.as(login, 'POST', `/v1/classes/${classId}/rosters`, form, { headers });
  }

  async upload(classId: string, rows: readonly RosterRowValues[], login?: string): Promise<Answered> {
    return this.send(classId, new Uint8Array(await rosterWorkbook(rows)), login);
  }

  confirm(judged: Answered, body: object = {}, version = '"1"'): Promise<Answered> {
    return this.app.as('hg.aimin', 'POST', `${this.at(judged)}/confirm`, body, { headers: { 'if-match': version } });
  }

  discard(judged: Answered, version = '"1"'): Promise<Answered> {
    return this.app.as('hg.aimin', 'DELETE', this.at(judged), undefined, { headers: { 'if-match': version } });
  }

  correct(judged: Answered, change: object, { version = '"1"', login = 'hg.aimin', key = randomUUID() } = {}): Promise<Answered> {
    const headers = { 'if-match': version, 'idempotency-key': key };
    return this.app.as(login, 'POST', `${this.at(judged)}/corrections`, { corrections: [], ...change }, { headers });
  }

  async rows(judged: Answered, query = ''): Promise<{ readonly items: readonly ShownRow[] } & Readonly<Record<string, unknown>>> {
    const { body } = await this.app.as('hg.aimin', 'GET', `${this.at(judged)}/rows${query}`);
    return body as { items: ShownRow[] } & Record<string, unknown>;
  }

  /** Where and what, one line a finding. */
  findings({ body }: Answered): string[] {
    const findings = body['findings'] as readonly { readonly row: number; readonly column: string | null; readonly code: string }[];
    return findings.map(({ row, column, code }) => `${row}${column ?? ''} ${code}`);
  }

  /** Who is on the roster of a class; `isOpen` where a name can be read without the key. */
  enrolled(classId: string): Promise<Enrolled[]> {
    return this.sql<Enrolled>(enrolled, [classId]);
  }

  /** The imports of a class, the oldest first, and how many people wait in each. */
  imports(classId: string): Promise<Kept[]> {
    return this.sql<Kept>(kept, [classId]);
  }

  async acts(classId: string): Promise<string[]> {
    return (await this.sql<{ act: string }>(audited, [classId])).map(({ act }) => act);
  }

  at(judged: Answered): string {
    return `/v1/rosters/${String(judged.body['id'])}`;
  }
}
