import ExcelJS from 'exceljs';
import { randomUUID } from 'node:crypto';
import { statement } from '#libs/platform';
import { TestApplication, type Answered } from '#libs/testing';
import { plantClass, plantEnrollment } from '../testing/plant-class.ts';
import { rosterFields } from '../roster/roster-columns.ts';
import { rosterRow, rosterWorkbook, type RosterRowValues } from '../testing/roster-workbook.ts';
import { TraineeModule } from '../trainee.module.ts';

const enrolled = `select e.status, e.row_number as "row", p.masked_id_number as "maskedIdNumber", p.identity_cipher::text like '%' || $2 || '%' as "isOpen"
  from trainee.enrollment e join trainee.person p on p.id = e.person_id where e.class_id = $1 order by e.row_number`;
const kept = `select i.state, i.enrolled, (select coalesce(sum(cardinality(r.row_numbers)), 0)::int from trainee.roster_import_part r where r.import_id = i.id) as waiting
  from trainee.roster_import i where i.class_id = $1 order by i.uploaded_at`;
const audited = `select act from platform.audit where case_id = $1 order by seq`;

describe('rosters', () => {
  let app: TestApplication;
  let person = 100;
  beforeAll(async () => {
    app = await TestApplication.start([TraineeModule]);
  });
  afterAll(() => app.stop());

  const sql = <Row extends object>(text: string, values: readonly unknown[]) =>
    app.asOwner((tx) => tx.rows<Row>(statement(`test.${text.slice(0, 40)}`, text), values));
  const newClass = (stages = {}) => app.asOwner((tx) => plantClass(tx, stages));
  const people = (count: number, values: RosterRowValues = {}) => Array.from({ length: count }, () => rosterRow(++person, values));
  const formOf = (file: Uint8Array<ArrayBuffer>) => {
    const form = new FormData();
    form.set('file', new Blob([file]), '花名册.xlsx');
    return form;
  };
  const upload = async (classId: string, rows: readonly RosterRowValues[], login = 'hg.aimin', headers: Record<string, string> = {}) =>
    app.as(login, 'POST', `/v1/classes/${classId}/rosters`, formOf(new Uint8Array(await rosterWorkbook(rows))), { headers });
  const act = (answer: Answered, verb: 'confirm' | 'discard', body?: object, version = '"1"') => {
    const at = `/v1/rosters/${String(answer.body['id'])}`;
    const headers = { 'if-match': version };
    return verb === 'confirm'
      ? app.as('hg.aimin', 'POST', `${at}/confirm`, body ?? {}, { headers })
      : app.as('hg.aimin', 'DELETE', at, undefined, { headers });
  };
  const findingsOf = ({ body }: Answered) =>
    (body['findings'] as { row: number; column: string | null; code: string }[]).map(
      ({ row, column, code }) => `${row}${column ?? ''} ${code}`,
    );

  it('are judged when they are uploaded, and enroll nobody until they are confirmed', async () => {
    const classId = await newClass();
    const judged = await upload(classId, people(3));
    expect([judged.status, judged.headers.get('etag')]).toEqual([201, '"1"']);
    expect(judged.body).toMatchObject({ state: 'validated', rows: 3, validRows: 3, errorRows: 0, enrolled: null, findings: [] });
    expect(await sql(enrolled, [classId, '学员'])).toEqual([]);
    expect(await sql(kept, [classId])).toEqual([{ state: 'validated', enrolled: null, waiting: 3 }]);
    const confirmed = await act(judged, 'confirm');
    expect([confirmed.status, confirmed.headers.get('etag'), confirmed.body['enrolled']]).toEqual([200, '"2"', 3]);
    const rows = await sql<{ status: string; maskedIdNumber: string; isOpen: boolean }>(enrolled, [classId, '学员']);
    expect(rows.map(({ status, isOpen }) => [status, isOpen])).toEqual(Array(3).fill(['enrolled', false]));
    expect(rows[0]?.maskedIdNumber).toMatch(/^1000\*+\w{4}$/);
    expect(await sql(kept, [classId])).toEqual([{ state: 'confirmed', enrolled: 3, waiting: 0 }]);
    expect(await sql(audited, [classId])).toEqual([{ act: 'roster-uploaded' }, { act: 'roster-confirmed' }]);
  });

  it('of a sandbox’s made-up people are taken as they are, and differ each time', async () => {
    const sample = async () => new Uint8Array(await (await fetch(`${app.url}/v1/sandbox/roster?people=5`)).arrayBuffer());
    for (const file of [await sample(), await sample()]) {
      const judged = await app.as('hg.aimin', 'POST', `/v1/classes/${await newClass()}/rosters`, formOf(file));
      expect(judged.body).toMatchObject({ rows: 5, validRows: 5, errorRows: 0 });
      expect((await act(judged, 'confirm')).body).toMatchObject({ enrolled: 5 });
    }
    const { status, body } = await app.call('GET', '/v1/sandbox/roster?people=201', {});
    expect([status, (body['errors'] as { pointer: string }[])[0]?.pointer]).toEqual([400, '/people']);
  });

  it('are told of every wrong cell at once, and come back as the sender’s own workbook with the findings in it', async () => {
    const classId = await newClass();
    const [good, twin] = people(2);
    const rows = [
      good ?? {},
      { ...twin, idNumber: good?.idNumber ?? '' },
      ...people(1, { idNumber: '110105194912310021' }),
      ...people(1, { idNumber: 140928199001011230 }),
    ];
    const judged = await upload(classId, rows);
    expect(judged.body).toMatchObject({ rows: 4, validRows: 1, errorRows: 3 });
    const codes = findingsOf(judged).join();
    for (const code of ['ROSTER_DUP_IN_FILE', 'ROSTER_ID_CHECKSUM', 'ROSTER_ID_NUMERIC_CELL']) expect(codes).toContain(code);
    const refused = await act(judged, 'confirm');
    expect([refused.status, refused.body['code'], refused.body['params']]).toEqual([422, 'ROSTER_HAS_ERRORS', { errors: 3, valid: 1 }]);
    const sent = await app.as('hg.aimin', 'GET', `/v1/rosters/${String(judged.body['id'])}/annotated`);
    expect(sent.headers.get('content-disposition')).toContain(encodeURIComponent('校验结果-花名册.xlsx'));
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(sent.bytes.buffer as ArrayBuffer);
    const header = workbook.getWorksheet('填报')?.getRow(2).values as string[];
    expect(header).toContain('校验结果');
    expect(workbook.getWorksheet('错误汇总')?.rowCount).toBeGreaterThan(3);
    expect((await act(judged, 'confirm', { partial: true })).body['enrolled']).toBe(1);
    expect(await sql(enrolled, [classId, '学员'])).toHaveLength(1);
  });

  const correct = (answer: Answered, change: object, { version = '"1"', login = 'hg.aimin', key = randomUUID() } = {}) =>
    app.as(
      login,
      'POST',
      `/v1/rosters/${String(answer.body['id'])}/corrections`,
      { corrections: [], ...change },
      { headers: { 'if-match': version, 'idempotency-key': key } },
    );
  const rowsOf = async (answer: Answered, query = '') => {
    const { body } = await app.as('hg.aimin', 'GET', `/v1/rosters/${String(answer.body['id'])}/rows${query}`);
    return body as {
      items: { row: number; state: string; cells: Record<string, string>; masked: string[]; corrected: string[] }[];
    } & Record<string, unknown>;
  };

  it('are mended on the screen: judged again in place, the file as it came, nobody enrolled before the confirmation', async () => {
    const classId = await newClass();
    const rows = [...people(2), ...people(1, { idNumber: 140928199001011230, phone: '１３８' }), ...people(1, { education: null })];
    const twin = { ...rows[0], sequence: 9 };
    const judged = await upload(classId, [...rows, twin]);
    expect(judged.body).toMatchObject({ rows: 5, validRows: 2, errorRows: 3, correctedCells: 0 });

    const shown = await rowsOf(judged, '?state=error');
    expect(shown.items.map(({ row, state }) => [row, state])).toEqual([5, 6, 7].map((row) => [row, 'error']));
    const [numeric, lacking] = shown.items;
    expect([numeric?.cells['idNumber'], numeric?.cells['phone']]).toEqual(['140928199001011230', '１３８']);
    expect([numeric?.cells['name'], numeric?.masked]).toEqual(['学**', ['name', 'birthDate']]);
    expect([lacking?.cells['idNumber'], lacking?.cells['residence']]).toEqual([
      expect.stringMatching(/^1000\*{10}\w{4}$/),
      '砚城镇/东关村',
    ]);

    const lawful = rosterRow(++person);
    const change = {
      corrections: [
        { row: 5, field: 'idNumber', value: lawful.idNumber },
        { row: 5, field: 'gender', value: lawful.gender },
        { row: 5, field: 'birthDate', value: lawful.birthDate },
        { row: 5, field: 'phone', value: '１３８ ００００ ０００１' },
        { row: 6, field: 'education', value: '高中' },
      ],
      leaveOut: [7],
    };
    const key = randomUUID();
    const mended = await correct(judged, change, { key });
    expect([mended.status, mended.headers.get('etag')]).toEqual([200, '"2"']);
    expect(mended.body).toMatchObject({ rows: 4, validRows: 4, errorRows: 0, correctedCells: 5, leftOutRows: 1, findings: [] });
    expect([mended.body['fileSha256'], await sql(enrolled, [classId, '学员'])]).toEqual([judged.body['fileSha256'], []]);
    const again = await correct(judged, change, { key });
    expect([again.status, again.body, again.headers.get('idempotency-replayed')]).toEqual([200, mended.body, 'true']);
    expect(
      JSON.stringify(await sql('select corrections_cipher::text from trainee.roster_import where class_id = $1', [classId])),
    ).not.toContain(Buffer.from(lawful.idNumber as string).toString('hex'));

    const file = (await app.as('hg.aimin', 'GET', `/v1/rosters/${String(judged.body['id'])}/annotated`)).bytes;
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(file.buffer as ArrayBuffer);
    const sheet = workbook.getWorksheet('填报');
    expect(['D5', 'H6'].map((cell) => sheet?.getCell(cell).value)).toEqual([lawful.idNumber, '高中']);
    expect((sheet?.getRow(7).values as string[]).at(-1)).toBe('已移出，不导入');

    expect((await act(mended, 'confirm')).body['code']).toBe('VERSION_STALE');
    expect((await act(mended, 'confirm', {}, '"2"')).body['enrolled']).toBe(4);
    expect((await sql<{ row: number }>(enrolled, [classId, '学员'])).map(({ row }) => row)).toEqual([3, 4, 5, 6]);
    expect(await sql(audited, [classId])).toEqual(['uploaded', 'corrected', 'confirmed'].map((act) => ({ act: `roster-${act}` })));
    expect((await rowsOf(judged))['code']).toBe('ROSTER_IMPORT_CLOSED');
  });

  it('go back to what the file says, row by row and page by page', async () => {
    const judged = await upload(await newClass(), people(3));
    const cell = { row: 4, field: 'education' };
    const emptied = await correct(judged, { corrections: [{ ...cell, value: '' }], leaveOut: [5] });
    expect([findingsOf(emptied), emptied.body['rows']]).toEqual([['4H ROSTER_VALUE_MISSING'], 2]);
    const first = await rowsOf(judged, '?limit=2');
    expect(first.items.map(({ row, state, corrected }) => [row, state, corrected])).toEqual([
      [3, 'passed', []],
      [4, 'error', ['education']],
    ]);
    const { items, nextCursor } = await rowsOf(judged, `?limit=2&cursor=${String(first['nextCursor'])}`);
    expect([items.map(({ row, state }) => [row, state]), nextCursor]).toEqual([[[5, 'left-out']], null]);
    const back = await correct(judged, { corrections: [cell], takeBack: [5] }, { version: '"2"' });
    expect(back.body).toMatchObject({ rows: 3, validRows: 3, correctedCells: 0, leftOutRows: 0, version: 3 });
    expect(await sql('select corrections_cipher from trainee.roster_import where id = $1', [judged.body['id']])).toEqual([
      { corrections_cipher: null },
    ]);
  });

  it('refuse a correction of no place of theirs, too long a value and too many, naming the correction', async () => {
    const columns = { name: '姓名', idNumber: '证件号码', education: '学历', residence: '乡镇', phone: '电话', category: '人员类别' };
    const file = new Uint8Array(await rosterWorkbook(people(1), { headings: columns }));
    const judged = await app.as('hg.aimin', 'POST', `/v1/classes/${await newClass()}/rosters`, formOf(file));
    const cell = { row: 3, field: 'name', value: '甲乙' };
    const asked: readonly (readonly [change: object, status: number, code: string, pointer: string])[] = [
      [{ corrections: [cell, { ...cell, row: 99 }] }, 422, 'ROSTER_CORRECTION_ROW_UNKNOWN', '/corrections/1/row'],
      [{ leaveOut: [3, 1] }, 422, 'ROSTER_CORRECTION_ROW_UNKNOWN', '/leaveOut/1'],
      [{ takeBack: [4] }, 422, 'ROSTER_CORRECTION_ROW_UNKNOWN', '/takeBack/0'],
      [{ corrections: [{ ...cell, field: 'remark' }] }, 422, 'ROSTER_CORRECTION_COLUMN_MISSING', '/corrections/0/field'],
      [{ corrections: [{ ...cell, field: 'salary' }] }, 400, 'REQUEST_INVALID', '/corrections/0/field'],
      [{ corrections: [{ ...cell, value: '长'.repeat(201) }] }, 400, 'REQUEST_INVALID', '/corrections/0/value'],
      [{ corrections: Array(5001).fill(cell) }, 400, 'REQUEST_INVALID', '/corrections'],
    ];
    for (const [change, status, code, pointer] of asked) {
      const { body, ...refused } = await correct(judged, change);
      const places = [body, ...((body['errors'] ?? []) as Record<string, unknown>[])].map((one) => one['pointer']);
      expect([refused.status, body['code'], places.includes(pointer)]).toEqual([status, code, true]);
    }
    expect((await correct(judged, { corrections: [cell] })).body['version']).toBe(2);
  });

  it('are mended by their own institution alone, from the version that was seen, while they wait', async () => {
    const classId = await newClass();
    const judged = await upload(classId, people(1));
    const path = `/v1/rosters/${String(judged.body['id'])}/rows`;
    expect((await app.as('hg.huasen', 'GET', path)).status).toBe(404);
    expect((await app.as('hg.caseworker1', 'GET', path)).status).toBe(403);
    expect((await correct(judged, {}, { login: 'hg.huasen' })).status).toBe(404);
    expect((await correct(judged, {}, { version: '"9"' })).body).toMatchObject({ code: 'VERSION_STALE', params: { current: 1 } });
    await correct(judged, { corrections: [{ row: 3, field: 'education', value: '高中' }] });
    const hostile = (set: string) => sql(`update trainee.roster_import set ${set} where class_id = $1`, [classId]);
    await expect(hostile(`state = 'confirmed', confirmed_by = uploaded_by, enrolled = 1, valid_rows = 0`)).rejects.toThrow(
      'ROSTER_IMPORT_CLOSED',
    );
    await expect(hostile(`state = 'discarded'`)).rejects.toThrow('roster_import_discarded_is_forgotten');
    await expect(hostile(`header = '{}'`)).rejects.toThrow('ROSTER_IMPORT_CLOSED');
    expect((await act(judged, 'discard', undefined, '"2"')).body['state']).toBe('discarded');
    expect(await sql('select corrections_cipher from trainee.roster_import where class_id = $1', [classId])).toEqual([
      { corrections_cipher: null },
    ]);
    expect((await correct(judged, {}, { version: '"3"' })).body['code']).toBe('ROSTER_IMPORT_CLOSED');
  });

  it('can be fixed and sent again: what waited before is dropped', async () => {
    const classId = await newClass();
    const first = await upload(classId, people(1, { idNumber: '110105194912310021' }));
    expect((await act(first, 'confirm', { partial: true })).body['code']).toBe('ROSTER_NOBODY_VALID');
    const second = await upload(classId, people(2));
    expect((await act(first, 'confirm')).body['code']).toBe('ROSTER_IMPORT_CLOSED');
    expect((await act(second, 'confirm')).status).toBe(200);
    expect((await sql<{ state: string }>(kept, [classId])).map(({ state }) => state)).toEqual(['discarded', 'confirmed']);
  });

  it('tell row by row who came and who left since an earlier submission', async () => {
    const classId = await newClass();
    await act(await upload(classId, people(2)), 'confirm');
    const [{ now } = { now: '' }] = await sql<{ now: string }>(
      `select to_char(platform.now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as now`,
      [],
    );
    const [first] = await sql<{ id: string }>(`select id from trainee.enrollment where class_id = $1 order by id`, [classId]);
    expect((await app.as('hg.aimin', 'POST', `/v1/enrollments/${first?.id ?? ''}/exclude`, { reason: '本人放弃' })).status).toBe(200);
    await act(await upload(classId, people(1)), 'confirm');
    const changes = (login: string, span: string) => app.as(login, 'GET', `/v1/classes/${classId}/roster-changes?${span}`);
    const { body } = await changes('hg.caseworker1', `since=${now}`);
    expect(body['items']).toMatchObject([
      { row: 1, change: 'removed', reason: '本人放弃', maskedIdNumber: expect.stringContaining('****') as string },
      { row: 3, change: 'added', reason: null },
    ]);
    expect((await changes('hg.caseworker1', `since=${now}&until=${now}`)).body['items']).toEqual([]);
    expect((await changes('wz.caseworker1', `since=${now}`)).status).toBe(404);
    expect((await changes('hg.caseworker1', 'since=yesterday')).status).toBe(400);
  });

  it('are discarded without a trace of the people in them', async () => {
    const classId = await newClass();
    const judged = await upload(classId, people(2));
    expect((await act(judged, 'discard')).body['state']).toBe('discarded');
    expect(await sql(kept, [classId])).toEqual([{ state: 'discarded', enrolled: null, waiting: 0 }]);
    expect((await act(judged, 'discard')).body['code']).toBe('ROSTER_IMPORT_CLOSED');
  });

  it('keep out who is in a class at the same time, and who is in this one already, naming the class', async () => {
    const [one, other] = [await newClass(), await newClass()];
    const row = rosterRow(++person);
    await app.asOwner((tx) => plantEnrollment(tx, one, person));
    expect(findingsOf(await upload(one, [row]))).toEqual([expect.stringContaining('ROSTER_DUP_SAME_CLASS')]);
    const elsewhere = await upload(other, [row]);
    expect(findingsOf(elsewhere)).toEqual([expect.stringContaining('ROSTER_OVERLAP_CLASS')]);
    expect(JSON.stringify(elsewhere.body['findings'])).toContain(`KB${one}`);
  });

  it('whose people a crash of the database has taken enroll nobody, and say what to do', async () => {
    const classId = await newClass();
    const judged = await upload(classId, people(2));
    await sql('truncate trainee.roster_import_part', []); // as PostgreSQL does with an unlogged table after a crash
    expect((await act(judged, 'confirm')).body['code']).toBe('ROSTER_PEOPLE_LOST');
    expect((await upload(classId, people(2))).body['validRows']).toBe(2);
  });

  it('may not bring in more people than the class has places for', async () => {
    const judged = await upload(await newClass(), people(6));
    expect([judged.body['blocked'], findingsOf(judged)]).toEqual([true, ['0 ROSTER_CLASS_OVER_CAPACITY']]);
    expect((await act(judged, 'confirm', { partial: true })).body['code']).toBe('ROSTER_BLOCKED');
  });

  it('are confirmed from the version that was seen, once', async () => {
    const classId = await newClass();
    const judged = await upload(classId, people(1));
    const at = `/v1/rosters/${String(judged.body['id'])}/confirm`;
    expect((await app.as('hg.aimin', 'POST', at, {})).body['code']).toBe('VERSION_REQUIRED');
    expect((await act(judged, 'confirm', {}, '"9"')).body).toMatchObject({ code: 'VERSION_STALE', params: { current: 1 } });
    const headers = { 'idempotency-key': randomUUID(), 'if-match': '"1"' };
    const [first, second] = [await app.as('hg.aimin', 'POST', at, {}, { headers }), await app.as('hg.aimin', 'POST', at, {}, { headers })];
    expect([second.status, second.body, second.headers.get('idempotency-replayed')]).toEqual([200, first.body, 'true']);
    expect(await sql(enrolled, [classId, '学员'])).toHaveLength(1);
  });

  it('with one key are one upload; another file under it is refused', async () => {
    const classId = await newClass();
    const key = { 'idempotency-key': randomUUID() };
    const file = new Uint8Array(await rosterWorkbook(people(1)));
    const send = (bytes: Uint8Array<ArrayBuffer>) =>
      app.as('hg.aimin', 'POST', `/v1/classes/${classId}/rosters`, formOf(bytes), { headers: key });
    const [first, again] = [await send(file), await send(file)];
    expect([again.status, again.body['id']]).toEqual([201, first.body['id']]);
    const other = await send(new Uint8Array(await rosterWorkbook(people(1))));
    expect([other.status, other.body['code']]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
    expect(await sql(kept, [classId])).toHaveLength(1);
  });

  it.each<[string, () => Promise<Answered>, number, string]>([
    ['of a class whose opening is filed', async () => upload(await newClass({ opening: null }), people(1)), 409, 'ROSTER_NOT_OPEN'],
    ['of another institution’s class', async () => upload(await newClass(), people(1), 'hg.huasen'), 404, 'NOT_FOUND'],
    ['of a class there is not', () => upload(randomUUID(), people(1)), 404, 'NOT_FOUND'],
    ['from an official', async () => upload(await newClass(), people(1), 'hg.caseworker1'), 403, 'FORBIDDEN'],
    ['without anybody in it', async () => upload(await newClass(), []), 422, 'ROSTER_EMPTY'],
  ])('are refused %s', async (_what, send, status, code) => {
    const answer = await send();
    expect([answer.status, answer.body['code']]).toEqual([status, code]);
  });

  it.each<[string, Uint8Array<ArrayBuffer>, number, string]>([
    ['is no workbook', new Uint8Array(Buffer.from('姓名,证件号码\n')), 415, 'ROSTER_FILE_UNREADABLE'],
    ['is empty', new Uint8Array(0), 422, 'FILE_EMPTY'],
    ['is larger than the cap', new Uint8Array(20 * 1_048_576 + 1), 413, 'PAYLOAD_TOO_LARGE'],
  ])('are refused where the file %s', async (_what, bytes, status, code) => {
    const answer = await app.as('hg.aimin', 'POST', `/v1/classes/${await newClass()}/rosters`, formOf(bytes));
    expect([answer.status, answer.body['code']]).toEqual([status, code]);
  });

  it('want a file, not JSON', async () => {
    const answer = await app.as('hg.aimin', 'POST', `/v1/classes/${await newClass()}/rosters`, { rows: [] });
    expect([answer.status, answer.body['code']]).toEqual([415, 'MEDIA_TYPE_UNSUPPORTED']);
  });

  it('of others are not there, and a template is there for everybody who fills one in', async () => {
    const judged = await upload(await newClass(), people(1));
    const at = `/v1/rosters/${String(judged.body['id'])}`;
    expect((await app.as('hg.aimin', 'GET', at)).headers.get('etag')).toBe('"1"');
    for (const path of [at, `${at}/annotated`]) expect((await app.as('hg.huasen', 'GET', path)).status).toBe(404);
    const template = await app.as('hg.aimin', 'GET', '/v1/rosters/template');
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(template.bytes.buffer as ArrayBuffer);
    expect(workbook.worksheets.map(({ name, state }) => [name, state])).toEqual([
      ['填报', 'visible'],
      ['说明', 'visible'],
      ['字典', 'hidden'],
    ]);
    const [sheet, guide, lists] = workbook.worksheets;
    expect(JSON.stringify(sheet?.getSheetValues())).toMatch(/模板版本 2026.1.*姓名\*.*证件号码\*.*联系电话\*/);
    expect([sheet?.getCell('D3').numFmt, sheet?.getCell('L3').dataValidation.type]).toEqual(['@', 'list']);
    expect(JSON.stringify(guide?.getSheetValues())).toContain('请勿改为数字格式');
    expect(JSON.stringify(lists?.getSheetValues())).toMatch(/人员类别.*居民身份证/s);
  });

  it('filled into the template are read from its first sheet, whatever the others hold', async () => {
    const template = await app.as('hg.aimin', 'GET', '/v1/rosters/template');
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(template.bytes.buffer as ArrayBuffer);
    const [row = {}] = people(1);
    workbook.worksheets[0]?.addRow(rosterFields.map((field) => row[field] ?? null));
    const filled = formOf(new Uint8Array(await workbook.xlsx.writeBuffer()));
    const judged = await app.as('hg.aimin', 'POST', `/v1/classes/${await newClass()}/rosters`, filled);
    expect([judged.status, judged.body['rows']]).toEqual([201, 1]);
  });
});
