import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { demoAccount } from '#libs/identity';
import { Database, statement } from '#libs/platform';
import { TestApplication, type Answered } from '#libs/testing';
import { RulebookModule } from '../rulebook.module.ts';

const REASON = '县人社局、财政局会商确定，见会议纪要';
const huguan = path.join(__dirname, '../../../policies/huguan-2024');

const addedPapers = statement(
  'test.added-papers',
  `select document::jsonb #> '{process,order,opening,materials}' as materials from rulebook.release where hash = $1`,
);

/** The files of a pack as somebody would send them next year. */
function filesOf(change: (name: string, text: string) => string): Record<string, string> {
  const names = readdirSync(huguan).filter((name) => name.endsWith('.yaml') || name === 'document.txt');
  return Object.fromEntries(names.map((name) => [name, change(name, readFileSync(path.join(huguan, name), 'utf8'))]));
}

function nextYear(name: string, text: string): string {
  if (name !== 'pack.yaml') return text;
  return text
    .replace('id: huguan-2024', 'id: huguan-2026')
    .replace(/issuedOn: .*/, 'issuedOn: 2026-03-01')
    .replace(/effectiveFrom: .*/, 'effectiveFrom: { chosen: 2026-05-01, amb: AMB-36, reason: 自2026年5月1日起 }')
    .replace(/ {2}- \{ pack: shanxi-2022 \}\n/, '');
}

describe('putting policies and calendars in force', () => {
  let app: TestApplication;
  beforeAll(async () => {
    app = await TestApplication.start([RulebookModule]);
  });
  afterAll(() => app.stop());

  const told = ({ status, body }: Answered) => [status, body['code']];
  const faults = ({ body }: Answered) =>
    ((body['errors'] ?? []) as { code: string; pointer?: string }[]).map(({ code, pointer }) => `${code} ${pointer ?? ''}`);
  const propose = (body: object, login = 'hg.admin') => app.as(login, 'POST', '/v1/policy-releases', { reason: REASON, ...body });
  const decide = (login: string, { body }: Answered, act = 'release', version = 1, secondFactor = true) =>
    app.as(
      login,
      'POST',
      `/v1/policy-releases/${String(body['id'])}/${act}`,
      {},
      { headers: { 'if-match': `"${version}"` }, secondFactor },
    );
  const overlay = (value: unknown, effectiveFrom: string, target = '/subsidies/living-allowance/fenPerDay') => ({
    overlay: { policy: 'huguan-2024', effectiveFrom, values: [{ path: target, value, amb: 'AMB-42', reason: '县级会商标准' }] },
  });
  const inForce = async (on: string) =>
    ((await app.call('GET', `/v1/policies?region=140427&on=${on}`, {})).body['items'] as { packId: string; releaseId: string | null }[])[0];

  it('lets a second person put county values in force, from their first day on, marked as the county’s', async () => {
    const proposed = await propose(overlay(1500, '2026-04-01'));
    expect([proposed.status, proposed.body['state'], proposed.body['proposedBy']]).toEqual([201, 'proposed', undefined]);
    expect(await inForce('2026-04-02')).toMatchObject({ packId: 'huguan-2024', releaseId: null });
    const impact = await app.as('hg.leader', 'GET', `/v1/policy-releases/${String(proposed.body['id'])}/impact`);
    expect(impact.body).toEqual({ classes: [], claims: [], calendar: null });
    expect(told(await decide('hg.admin', proposed))).toEqual([403, 'RELEASE_SAME_PERSON']);
    expect(told(await decide('hg.leader', proposed, 'release', 9))).toEqual([412, 'VERSION_STALE']);
    expect(told(await decide('wz.admin', proposed))).toEqual([404, 'NOT_FOUND']);
    expect(told(await decide('hg.leader', proposed, 'release', 1, false))).toEqual([401, 'SECOND_FACTOR_REQUIRED']);
    expect((await decide('hg.leader', proposed)).body['state']).toBe('released');
    expect(told(await decide('hg.leader', proposed, 'refuse', 2))).toEqual([409, 'RELEASE_FIXED']);
    expect(await inForce('2026-03-31')).toMatchObject({ packId: 'huguan-2024' });
    const now = await inForce('2026-04-01');
    expect(now).toMatchObject({ packId: 'huguan-2024+140427-2026-04-01', releaseId: proposed.body['id'] });
    const { body } = await app.call('GET', `/v1/policies/${String(now?.packId)}/values?kind=chosen`, {});
    expect(body['items']).toContainEqual(
      expect.objectContaining({ path: '/subsidies/living-allowance/fenPerDay', kind: 'chosen', value: 1500, amb: 'AMB-42' }),
    );
    expect(told(await propose(overlay(1600, '2026-03-20')))).toEqual([409, 'RELEASE_OVERLAPS']);
  });

  it('shows before anything is written what a proposal would change, and afterwards to the second person', async () => {
    const wanted = overlay(1700, '2026-03-15', '/subsidies/universal-training/needsCompletion');
    const count = async () => ((await app.as('hg.admin', 'GET', '/v1/policy-releases')).body['items'] as object[]).length;
    const before = await count();
    const preview = (value: unknown, login = 'hg.admin') =>
      app.as(login, 'POST', '/v1/policy-releases/preview', {
        reason: REASON,
        ...overlay(value, '2026-03-15', '/subsidies/universal-training/needsCompletion'),
      });
    const shown = await preview(false);
    expect(shown.status).toBe(200);
    expect(shown.body['changes']).toMatchObject({ base: { packId: 'huguan-2024' }, days: [] });
    expect((shown.body['changes'] as { values: object[] }).values).toMatchObject([
      { path: wanted.overlay.values[0]?.path, before: { kind: 'chosen', value: true }, after: { kind: 'chosen', value: false } },
    ]);
    expect(told(await preview('yes'))).toEqual([422, 'OVERLAY_INVALID']);
    expect((await preview(false, 'hg.leader')).status).toBe(403);
    expect(await count()).toBe(before);
  });

  it('never lets a county change what the document states, or leave its form', async () => {
    const stated = await propose(overlay(99_999, '2026-06-01', '/subsidies/order-project-training/capFen'));
    expect([told(stated), faults(stated)]).toEqual([[422, 'OVERLAY_INVALID'], ['OVERLAY_STATED /values/0/path']]);
    expect(faults(await propose(overlay(1, '2026-06-01', '/subsidies/nothing')))).toEqual(['OVERLAY_PATH_UNKNOWN /values/0/path']);
    expect(faults(await propose(overlay('fifteen', '2026-06-01')))).toEqual(['OVERLAY_SHAPE /values']);
    expect(faults(await propose(overlay(-5, '2026-06-01')))).toEqual(['OVERLAY_SHAPE /values']);
    expect(told(await propose({}))).toEqual([422, 'RELEASE_FORM']);
    expect((await propose(overlay(1, '2026-06-01'), 'hg.caseworker1')).status).toBe(403);
    const foreign = { overlay: { ...overlay(1, '2026-06-01').overlay, policy: 'xinzhou-2024' } };
    expect(told(await propose(foreign))).toEqual([403, 'RELEASE_REGION']);
  });

  it('lets a county ask for more papers than its policy, never for fewer', async () => {
    const paper = { slot: 'insurance-proof', title: '学员意外险保单', titleEn: 'accident insurance', per: 'application', when: 'always' };
    const add = (of: object, effectiveFrom = '2026-04-20') => ({
      overlay: {
        policy: 'huguan-2024',
        effectiveFrom,
        materials: [{ ...paper, classType: 'order', stage: 'opening', reason: '县人社局会议纪要', ...of }],
      },
    });
    const listed = await propose(add({ slot: 'roster' }));
    expect([told(listed), faults(listed)]).toEqual([[422, 'OVERLAY_INVALID'], ['MATERIAL_LISTED_ALREADY /materials/0']]);
    expect(faults(await propose(add({ subsidy: 'living-allowance' })))).toEqual(['OVERLAY_MATERIAL_PLACE /materials/0']);
    expect(faults(await propose(add({ stage: undefined })))).toEqual(['OVERLAY_MATERIAL_PLACE /materials/0']);
    expect(faults(await propose(add({ classType: undefined, stage: undefined, subsidy: 'nothing' })))).toEqual([
      'SUBSIDY_UNKNOWN /materials/0',
    ]);
    expect(told(await propose({ overlay: { policy: 'huguan-2024', effectiveFrom: '2026-04-20' } }))).toEqual([422, 'OVERLAY_EMPTY']);
    const good = await propose(add({}));
    expect(good.status).toBe(201);
    const [row] = await app.asOwner((tx) => tx.rows<{ materials: object[] }>(addedPapers, [String(good.body['hash'])]));
    expect(row?.materials.at(-1)).toEqual({ ...paper, form: 'file', clause: 'AMB-41', reason: '县人社局会议纪要' });
  });

  it('takes a whole pack by its files, checks every quote, and replaces the old one from its first day', async () => {
    const misquote = (name: string, text: string) => (name === 'subsidies.yaml' ? text.replace('按每人 300 元', '按每人 301 元') : text);
    const broken = await propose({ files: filesOf((name, text) => nextYear(name, misquote(name, text))) });
    expect(told(broken)).toEqual([422, 'PACK_INVALID']);
    expect(faults(broken).join()).toContain('PACK_QUOTE /files/');
    const typo = await propose({ files: filesOf((name, text) => nextYear(name, name === 'subsidies.yaml' ? `${text}\nx: {` : text)) });
    expect(faults(typo).join()).toContain('PACK_FAULT /files/subsidies.yaml');
    expect(told(await propose({ files: { 'evil.sh': 'x' } }))).toEqual([422, 'PACK_FILE_UNKNOWN']);
    const good = await propose({ files: filesOf(nextYear) });
    expect([good.status, good.body['packId']]).toEqual([201, 'huguan-2026']);
    expect((await decide('hg.leader', good)).status).toBe(200);
    expect(await inForce('2026-05-01')).toMatchObject({ packId: 'huguan-2026' });
    expect((await app.call('GET', '/v1/policies/huguan-2026/clauses', {})).status).toBe(200);
  });

  it('takes the next year of working days the same way, whole or not at all', async () => {
    const calendar = {
      year: 2027,
      source: '国办发明电〔2026〕9号',
      holidays: {
        元旦: ['2027-01-01', '2027-01-03'],
        春节: ['2027-02-05', '2027-02-11'],
        清明节: ['2027-04-03', '2027-04-05'],
        劳动节: ['2027-05-01', '2027-05-05'],
        端午节: ['2027-06-09', '2027-06-11'],
        中秋节: ['2027-09-15', '2027-09-17'],
        国庆节: ['2027-10-01', '2027-10-07'],
      },
      makeUpDays: ['2027-02-14', '2027-10-09'],
    };
    const none = await propose({ calendar: { ...calendar, holidays: {} } });
    expect([told(none)[1], faults(none).length > 0]).toEqual(['PACK_INVALID', true]);
    const preview = await app.as('hg.admin', 'POST', '/v1/policy-releases/preview', { reason: REASON, calendar });
    expect(preview.body['impact']).toMatchObject({ calendar: { year: 2027, workedWeekends: 2, held: [] } });
    const proposed = await propose({ calendar });
    expect([proposed.status, proposed.body['isMine']]).toEqual([201, true]);
    const changes = await app.as('hg.leader', 'GET', `/v1/policy-releases/${String(proposed.body['id'])}/changes`);
    expect([(changes.body['days'] as object[]).length, changes.body['values']]).toEqual([365, []]);
    expect((await app.as('wz.admin', 'GET', `/v1/policy-releases/${String(proposed.body['id'])}/changes`)).status).toBe(404);
    const impact = await app.as('hg.leader', 'GET', `/v1/policy-releases/${String(proposed.body['id'])}/impact`);
    expect(impact.body['calendar']).toMatchObject({ openTasks: 0, openCases: 0 });
    expect((await decide('hg.leader', proposed)).status).toBe(200);
    const { body } = await app.call('GET', '/v1/calendar?from=2027-02-05&to=2027-02-14', {});
    expect((body['items'] as { isWorking: boolean }[]).map(({ isWorking }) => isWorking).filter(Boolean)).toHaveLength(2);
    expect(told(await propose({ calendar }))).toEqual([409, 'CALENDAR_ANNOUNCED']);
  });

  it('lists what was proposed to those of the region alone', async () => {
    const own = (await app.as('hg.auditor', 'GET', '/v1/policy-releases')).body['items'] as object[];
    expect(own.length).toBeGreaterThan(1);
    expect((await app.as('wz.admin', 'GET', '/v1/policy-releases')).body['items']).toEqual([]);
    expect((await app.as('hg.caseworker1', 'GET', '/v1/policy-releases')).status).toBe(403);
  });

  it.each([
    [
      'releases what one proposed oneself',
      `update rulebook.release set state = 'released', decided_by = proposed_by`,
      'RELEASE_SAME_PERSON',
    ],
    [
      "releases another one's without any sign-in",
      `update rulebook.release set state = 'released', decided_by = gen_random_uuid()`,
      'SECOND_FACTOR_REQUIRED',
    ],
    [
      'releases by a password alone',
      `update rulebook.release set state = 'released', decided_by = gen_random_uuid(), decision_authenticated_at = platform.now(), decision_second_factor = false`,
      'SECOND_FACTOR_REQUIRED',
    ],
    [
      'refuses by a code of six minutes ago',
      `update rulebook.release set state = 'refused', decided_by = gen_random_uuid(), decision_authenticated_at = platform.now() - interval '6 minutes',
       decision_second_factor = true where state = 'proposed'`,
      'STEP_UP_REQUIRED',
    ],
    [
      'proves a sign-in before deciding',
      `update rulebook.release set decision_second_factor = true where state = 'proposed'`,
      'RELEASE_FIXED',
    ],
    ['alters a proposal', `update rulebook.release set document = '{}'`, 'permission denied'],
    [
      'takes a decided release up again',
      `update rulebook.release set state = 'refused', decided_by = gen_random_uuid() where state = 'released'`,
      'RELEASE_FIXED',
    ],
    ['removes one', `delete from rulebook.release`, 'permission denied'],
    [
      'puts a policy in force past a release',
      `insert into rulebook.in_force (region, effective_from, hash) select region, '2027-01-01', hash from rulebook.published_snapshot limit 1`,
      'permission denied',
    ],
    [
      'registers a policy under another hash',
      `insert into rulebook.release (kind, region, pack_id, hash, document, effective_from, reason, proposed_by)
       values ('policy', '140427', 'x', repeat('a', 64), '{"pack":{"region":"140427"}}', '2026-09-01', '${REASON}', gen_random_uuid())`,
      'RELEASE_HASH',
    ],
  ])('is refused by the database itself when somebody %s', async (_what, sql, code) => {
    const values = [demoAccount('hg.admin').personId];
    await app.asOwner((tx) =>
      tx.rows(
        statement(
          'test.plant-release',
          `insert into rulebook.release (kind, region, pack_id, hash, document, effective_from, reason, proposed_by)
           select 'policy', '140427', 'p', encode(sha256(convert_to(d, 'UTF8')), 'hex'), d, '2026-08-01'::date + (random() * 100)::int, '${REASON}', $1
           from (select '{"pack":{"region":"140427"},"n":"' || random() || '"}' as d) x`,
        ),
        values,
      ),
    );
    const casework = new Database('casework');
    const only = sql.startsWith("update rulebook.release set state = 'released'")
      ? `${sql} where state = 'proposed' and pack_id = 'p'`
      : sql;
    await expect(casework.transaction((tx) => tx.client.query(only))).rejects.toThrow(code);
    await casework.close();
  });
});
