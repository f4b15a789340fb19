import ExcelJS from 'exceljs';
import { randomUUID } from 'node:crypto';
import { TestApplication, type Answered } from '#libs/testing';
import { plantEnrollment } from '../testing/plant-class.ts';
import { rosterFields } from '../roster/roster-columns.ts';
import { rosterWorkbook } from '../testing/roster-workbook.ts';
import { RosterDesk } from '../testing/roster-desk.ts';
import { TraineeModule } from '../trainee.module.ts';

describe('rosters', () => {
  let app: TestApplication;
  let desk: RosterDesk;
  beforeAll(async () => {
    app = await TestApplication.start([TraineeModule]);
    desk = new RosterDesk(app);
  });
  afterAll(() => app.stop());

  it('are judged when they are uploaded, and enroll nobody until they are confirmed', async () => {
    const classId = await desk.newClass();
    const judged = await desk.upload(classId, desk.people(3));
    expect([judged.status, judged.headers.get('etag')]).toEqual([201, '"1"']);
    expect(judged.body).toMatchObject({ state: 'validated', rows: 3, validRows: 3, errorRows: 0, enrolled: null, findings: [] });
    expect(await desk.enrolled(classId)).toEqual([]);
    expect(await desk.imports(classId)).toEqual([{ state: 'validated', enrolled: null, waiting: 3 }]);
    const confirmed = await desk.confirm(judged);
    expect([confirmed.status, confirmed.headers.get('etag'), confirmed.body['enrolled']]).toEqual([200, '"2"', 3]);
    const rows = await desk.enrolled(classId);
    expect(rows.map(({ status, isOpen }) => [status, isOpen])).toEqual(Array(3).fill(['enrolled', false]));
    expect(rows[0]?.maskedIdNumber).toMatch(/^1000\*+\w{4}$/);
    expect(await desk.imports(classId)).toEqual([{ state: 'confirmed', enrolled: 3, waiting: 0 }]);
    expect(await desk.acts(classId)).toEqual(['roster-uploaded', 'roster-confirmed']);
  });

  it('of a sandbox’s made-up people are taken as they are, and differ each time', async () => {
    const sample = async () => new Uint8Array(await (await fetch(`${app.url}/v1/sandbox/roster?people=5`)).arrayBuffer());
    for (const file of [await sample(), await sample()]) {
      const judged = await desk.send(await desk.newClass(), file);
      expect(judged.body).toMatchObject({ rows: 5, validRows: 5, errorRows: 0 });
      expect((await desk.confirm(judged)).body).toMatchObject({ enrolled: 5 });
    }
    const { status, body } = await app.call('GET', '/v1/sandbox/roster?people=201', {});
    expect([status, (body['errors'] as { pointer: string }[])[0]?.pointer]).toEqual([400, '/people']);
  });

  it('are told of every wrong cell at once, and come back as the sender’s own workbook with the findings in it', async () => {
    const classId = await desk.newClass();
    const [good, twin] = desk.people(2);
    const rows = [
      good ?? {},
      { ...twin, idNumber: good?.idNumber ?? '' },
      ...desk.people(1, { idNumber: '110105194912310021' }),
      ...desk.people(1, { idNumber: 140928199001011230 }),
    ];
    const judged = await desk.upload(classId, rows);
    expect(judged.body).toMatchObject({ rows: 4, validRows: 1, errorRows: 3 });
    const codes = desk.findings(judged).join();
    for (const code of ['ROSTER_DUP_IN_FILE', 'ROSTER_ID_CHECKSUM', 'ROSTER_ID_NUMERIC_CELL']) expect(codes).toContain(code);
    const refused = await desk.confirm(judged);
    expect([refused.status, refused.body['code'], refused.body['params']]).toEqual([422, 'ROSTER_HAS_ERRORS', { errors: 3, valid: 1 }]);
    const sent = await app.as('hg.aimin', 'GET', `${desk.at(judged)}/annotated`);
    expect(sent.headers.get('content-disposition')).toContain(encodeURIComponent('校验结果-花名册.xlsx'));
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(sent.bytes.buffer as ArrayBuffer);
    const header = workbook.getWorksheet('填报')?.getRow(2).values as string[];
    expect(header).toContain('校验结果');
    expect(workbook.getWorksheet('错误汇总')?.rowCount).toBeGreaterThan(3);
    expect((await desk.confirm(judged, { partial: true })).body['enrolled']).toBe(1);
    expect(await desk.enrolled(classId)).toHaveLength(1);
  });

  it('can be fixed and sent again: what waited before is dropped', async () => {
    const classId = await desk.newClass();
    const first = await desk.upload(classId, desk.people(1, { idNumber: '110105194912310021' }));
    expect((await desk.confirm(first, { partial: true })).body['code']).toBe('ROSTER_NOBODY_VALID');
    const second = await desk.upload(classId, desk.people(2));
    expect((await desk.confirm(first)).body['code']).toBe('ROSTER_IMPORT_CLOSED');
    expect((await desk.confirm(second)).status).toBe(200);
    expect((await desk.imports(classId)).map(({ state }) => state)).toEqual(['discarded', 'confirmed']);
  });

  it('tell row by row who came and who left since an earlier submission', async () => {
    const classId = await desk.newClass();
    await desk.confirm(await desk.upload(classId, desk.people(2)));
    const [{ now } = { now: '' }] = await desk.sql<{ now: string }>(
      `select to_char(platform.now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as now`,
      [],
    );
    const [first] = await desk.sql<{ id: string }>(`select id from trainee.enrollment where class_id = $1 order by id`, [classId]);
    expect((await app.as('hg.aimin', 'POST', `/v1/enrollments/${first?.id ?? ''}/exclude`, { reason: '本人放弃' })).status).toBe(200);
    await desk.confirm(await desk.upload(classId, desk.people(1)));
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
    const classId = await desk.newClass();
    const judged = await desk.upload(classId, desk.people(2));
    expect((await desk.discard(judged)).body['state']).toBe('discarded');
    expect(await desk.imports(classId)).toEqual([{ state: 'discarded', enrolled: null, waiting: 0 }]);
    expect((await desk.discard(judged)).body['code']).toBe('ROSTER_IMPORT_CLOSED');
  });

  it('keep out who is in a class at the same time, and who is in this one already, naming the class', async () => {
    const [one, other] = [await desk.newClass(), await desk.newClass()];
    const row = desk.person();
    await app.asOwner((tx) => plantEnrollment(tx, one, desk.last));
    expect(desk.findings(await desk.upload(one, [row]))).toEqual([expect.stringContaining('ROSTER_DUP_SAME_CLASS')]);
    const elsewhere = await desk.upload(other, [row]);
    expect(desk.findings(elsewhere)).toEqual([expect.stringContaining('ROSTER_OVERLAP_CLASS')]);
    expect(JSON.stringify(elsewhere.body['findings'])).toContain(`KB${one}`);
  });

  it('whose people a crash of the database has taken enroll nobody, and say what to do', async () => {
    const classId = await desk.newClass();
    const judged = await desk.upload(classId, desk.people(2));
    await desk.sql('truncate trainee.roster_import_part', []); // as PostgreSQL does with an unlogged table after a crash
    expect((await desk.confirm(judged)).body['code']).toBe('ROSTER_PEOPLE_LOST');
    expect((await desk.upload(classId, desk.people(2))).body['validRows']).toBe(2);
  });

  it('may not bring in more people than the class has places for', async () => {
    const judged = await desk.upload(await desk.newClass(), desk.people(6));
    expect([judged.body['blocked'], desk.findings(judged)]).toEqual([true, ['0 ROSTER_CLASS_OVER_CAPACITY']]);
    expect((await desk.confirm(judged, { partial: true })).body['code']).toBe('ROSTER_BLOCKED');
  });

  it('are confirmed from the version that was seen, once', async () => {
    const classId = await desk.newClass();
    const judged = await desk.upload(classId, desk.people(1));
    const at = `${desk.at(judged)}/confirm`;
    expect((await app.as('hg.aimin', 'POST', at, {})).body['code']).toBe('VERSION_REQUIRED');
    expect((await desk.confirm(judged, {}, '"9"')).body).toMatchObject({ code: 'VERSION_STALE', params: { current: 1 } });
    const headers = { 'idempotency-key': randomUUID(), 'if-match': '"1"' };
    const [first, second] = [await app.as('hg.aimin', 'POST', at, {}, { headers }), await app.as('hg.aimin', 'POST', at, {}, { headers })];
    expect([second.status, second.body, second.headers.get('idempotency-replayed')]).toEqual([200, first.body, 'true']);
    expect(await desk.enrolled(classId)).toHaveLength(1);
  });

  it('with one key are one upload; another file under it is refused', async () => {
    const classId = await desk.newClass();
    const key = { 'idempotency-key': randomUUID() };
    const file = new Uint8Array(await rosterWorkbook(desk.people(1)));
    const send = (bytes: Uint8Array<ArrayBuffer>) => desk.send(classId, bytes, 'hg.aimin', key);
    const [first, again] = [await send(file), await send(file)];
    expect([again.status, again.body['id']]).toEqual([201, first.body['id']]);
    const other = await send(new Uint8Array(await rosterWorkbook(desk.people(1))));
    expect([other.status, other.body['code']]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
    expect(await desk.imports(classId)).toHaveLength(1);
  });

  it.each<[string, () => Promise<Answered>, number, string]>([
    [
      'of a class whose opening is filed',
      async () => desk.upload(await desk.newClass({ opening: null }), desk.people(1)),
      409,
      'ROSTER_NOT_OPEN',
    ],
    ['of another institution’s class', async () => desk.upload(await desk.newClass(), desk.people(1), 'hg.huasen'), 404, 'NOT_FOUND'],
    ['of a class there is not', () => desk.upload(randomUUID(), desk.people(1)), 404, 'NOT_FOUND'],
    ['from an official', async () => desk.upload(await desk.newClass(), desk.people(1), 'hg.caseworker1'), 403, 'FORBIDDEN'],
    ['without anybody in it', async () => desk.upload(await desk.newClass(), []), 422, 'ROSTER_EMPTY'],
  ])('are refused %s', async (_what, send, status, code) => {
    const answer = await send();
    expect([answer.status, answer.body['code']]).toEqual([status, code]);
  });

  it.each<[string, Uint8Array<ArrayBuffer>, number, string]>([
    ['is no workbook', new Uint8Array(Buffer.from('姓名,证件号码\n')), 415, 'ROSTER_FILE_UNREADABLE'],
    ['is empty', new Uint8Array(0), 422, 'FILE_EMPTY'],
    ['is larger than the cap', new Uint8Array(20 * 1_048_576 + 1), 413, 'PAYLOAD_TOO_LARGE'],
  ])('are refused where the file %s', async (_what, bytes, status, code) => {
    const answer = await desk.send(await desk.newClass(), bytes);
    expect([answer.status, answer.body['code']]).toEqual([status, code]);
  });

  it('want a file, not JSON', async () => {
    const answer = await app.as('hg.aimin', 'POST', `/v1/classes/${await desk.newClass()}/rosters`, { rows: [] });
    expect([answer.status, answer.body['code']]).toEqual([415, 'MEDIA_TYPE_UNSUPPORTED']);
  });

  it('of others are not there, and a template is there for everybody who fills one in', async () => {
    const judged = await desk.upload(await desk.newClass(), desk.people(1));
    const at = desk.at(judged);
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
    const [row = {}] = desk.people(1);
    workbook.worksheets[0]?.addRow(rosterFields.map((field) => row[field] ?? null));
    const filled = new Uint8Array(await workbook.xlsx.writeBuffer());
    const judged = await desk.send(await desk.newClass(), filled);
    expect([judged.status, judged.body['rows']]).toEqual([201, 1]);
  });
});
