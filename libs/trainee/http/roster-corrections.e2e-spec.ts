import ExcelJS from 'exceljs';
import { randomUUID } from 'node:crypto';
import { TestApplication } from '#libs/testing';
import { rosterWorkbook } from '../testing/roster-workbook.ts';
import { RosterDesk } from '../testing/roster-desk.ts';
import { TraineeModule } from '../trainee.module.ts';

describe('rosters with wrong cells', () => {
  let app: TestApplication;
  let desk: RosterDesk;
  beforeAll(async () => {
    app = await TestApplication.start([TraineeModule]);
    desk = new RosterDesk(app);
  });
  afterAll(() => app.stop());

  it('are mended on the screen: judged again in place, the file as it came, nobody enrolled before the confirmation', async () => {
    const classId = await desk.newClass();
    const rows = [
      ...desk.people(2),
      ...desk.people(1, { idNumber: 140928199001011230, phone: '１３８' }),
      ...desk.people(1, { education: null }),
    ];
    const twin = { ...rows[0], sequence: 9 };
    const judged = await desk.upload(classId, [...rows, twin]);
    expect(judged.body).toMatchObject({ rows: 5, validRows: 2, errorRows: 3, correctedCells: 0 });

    const shown = await desk.rows(judged, '?state=error');
    expect(shown.items.map(({ row, state }) => [row, state])).toEqual([5, 6, 7].map((row) => [row, 'error']));
    const [numeric, lacking] = shown.items;
    expect([numeric?.cells['idNumber'], numeric?.cells['phone']]).toEqual(['140928199001011230', '１３８']);
    expect([numeric?.cells['name'], numeric?.masked]).toEqual(['学**', ['name', 'birthDate']]);
    expect([lacking?.cells['idNumber'], lacking?.cells['residence']]).toEqual([
      expect.stringMatching(/^1000\*{10}\w{4}$/),
      '砚城镇/东关村',
    ]);

    const lawful = desk.person();
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
    const mended = await desk.correct(judged, change, { key });
    expect([mended.status, mended.headers.get('etag')]).toEqual([200, '"2"']);
    expect(mended.body).toMatchObject({ rows: 4, validRows: 4, errorRows: 0, correctedCells: 5, leftOutRows: 1, findings: [] });
    expect([mended.body['fileSha256'], await desk.enrolled(classId)]).toEqual([judged.body['fileSha256'], []]);
    const again = await desk.correct(judged, change, { key });
    expect([again.status, again.body, again.headers.get('idempotency-replayed')]).toEqual([200, mended.body, 'true']);
    expect(
      JSON.stringify(await desk.sql('select corrections_cipher::text from trainee.roster_import where class_id = $1', [classId])),
    ).not.toContain(Buffer.from(lawful.idNumber as string).toString('hex'));

    const file = (await app.as('hg.aimin', 'GET', `${desk.at(judged)}/annotated`)).bytes;
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(file.buffer as ArrayBuffer);
    const sheet = workbook.getWorksheet('填报');
    expect(['D5', 'H6'].map((cell) => sheet?.getCell(cell).value)).toEqual([lawful.idNumber, '高中']);
    expect((sheet?.getRow(7).values as string[]).at(-1)).toBe('已移出，不导入');

    expect((await desk.confirm(mended)).body['code']).toBe('VERSION_STALE');
    expect((await desk.confirm(mended, {}, '"2"')).body['enrolled']).toBe(4);
    expect((await desk.enrolled(classId)).map(({ row }) => row)).toEqual([3, 4, 5, 6]);
    expect(await desk.acts(classId)).toEqual(['uploaded', 'corrected', 'confirmed'].map((act) => `roster-${act}`));
    expect((await desk.rows(judged))['code']).toBe('ROSTER_IMPORT_CLOSED');
  });

  it('go back to what the file says, row by row and page by page', async () => {
    const judged = await desk.upload(await desk.newClass(), desk.people(3));
    const cell = { row: 4, field: 'education' };
    const emptied = await desk.correct(judged, { corrections: [{ ...cell, value: '' }], leaveOut: [5] });
    expect([desk.findings(emptied), emptied.body['rows']]).toEqual([['4H ROSTER_VALUE_MISSING'], 2]);
    const first = await desk.rows(judged, '?limit=2');
    expect(first.items.map(({ row, state, corrected }) => [row, state, corrected])).toEqual([
      [3, 'passed', []],
      [4, 'error', ['education']],
    ]);
    const { items, nextCursor } = await desk.rows(judged, `?limit=2&cursor=${String(first['nextCursor'])}`);
    expect([items.map(({ row, state }) => [row, state]), nextCursor]).toEqual([[[5, 'left-out']], null]);
    const back = await desk.correct(judged, { corrections: [cell], takeBack: [5] }, { version: '"2"' });
    expect(back.body).toMatchObject({ rows: 3, validRows: 3, correctedCells: 0, leftOutRows: 0, version: 3 });
    expect(await desk.sql('select corrections_cipher from trainee.roster_import where id = $1', [judged.body['id']])).toEqual([
      { corrections_cipher: null },
    ]);
  });

  it('refuse a correction of no place of theirs, too long a value and too many, naming the correction', async () => {
    const columns = { name: '姓名', idNumber: '证件号码', education: '学历', residence: '乡镇', phone: '电话', category: '人员类别' };
    const file = new Uint8Array(await rosterWorkbook(desk.people(1), { headings: columns }));
    const judged = await desk.send(await desk.newClass(), file);
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
      const { body, ...refused } = await desk.correct(judged, change);
      const places = [body, ...((body['errors'] ?? []) as Record<string, unknown>[])].map((one) => one['pointer']);
      expect([refused.status, body['code'], places.includes(pointer)]).toEqual([status, code, true]);
    }
    expect((await desk.correct(judged, { corrections: [cell] })).body['version']).toBe(2);
  });

  it('are mended by their own institution alone, from the version that was seen, while they wait', async () => {
    const classId = await desk.newClass();
    const judged = await desk.upload(classId, desk.people(1));
    const path = `${desk.at(judged)}/rows`;
    expect((await app.as('hg.huasen', 'GET', path)).status).toBe(404);
    expect((await app.as('hg.caseworker1', 'GET', path)).status).toBe(403);
    expect((await desk.correct(judged, {}, { login: 'hg.huasen' })).status).toBe(404);
    expect((await desk.correct(judged, {}, { version: '"9"' })).body).toMatchObject({ code: 'VERSION_STALE', params: { current: 1 } });
    await desk.correct(judged, { corrections: [{ row: 3, field: 'education', value: '高中' }] });
    const hostile = (set: string) => desk.sql(`update trainee.roster_import set ${set} where class_id = $1`, [classId]);
    await expect(hostile(`state = 'confirmed', confirmed_by = uploaded_by, enrolled = 1, valid_rows = 0`)).rejects.toThrow(
      'ROSTER_IMPORT_CLOSED',
    );
    await expect(hostile(`state = 'discarded'`)).rejects.toThrow('roster_import_discarded_is_forgotten');
    await expect(hostile(`header = '{}'`)).rejects.toThrow('ROSTER_IMPORT_CLOSED');
    expect((await desk.discard(judged, '"2"')).body['state']).toBe('discarded');
    expect(await desk.sql('select corrections_cipher from trainee.roster_import where class_id = $1', [classId])).toEqual([
      { corrections_cipher: null },
    ]);
    expect((await desk.correct(judged, {}, { version: '"3"' })).body['code']).toBe('ROSTER_IMPORT_CLOSED');
  });
});
