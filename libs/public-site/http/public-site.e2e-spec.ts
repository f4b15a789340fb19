import { randomUUID } from 'node:crypto';
import { Database, statement } from '#libs/platform';
import { TestApplication } from '#libs/testing';
import { PublicSiteModule } from '../public-site.module.ts';
import { plantNotice, type PlantedNotice } from '../testing/plant-notice.ts';

/** What the site must never answer: a whole identity number, a telephone of a person, a card. */
const PERSONAL = /\d{17}[\dXx]|(?<!\d)1[3-9]\d{9}(?!\d)|\d{16,19}/;

describe('the public site', () => {
  let app: TestApplication;
  let notice: PlantedNotice;
  beforeAll(async () => {
    app = await TestApplication.start([PublicSiteModule]);
    notice = await app.asOwner((tx) => plantNotice(tx, { names: ['牛桂花', '买买提·阿不都', '𠮷野〇'] }));
  });
  afterAll(() => app.stop());

  const sql = <Row extends object>(text: string, values: readonly unknown[] = []) =>
    app.asOwner((tx) => tx.rows<Row>(statement(`test.site.${text.slice(0, 40)}`, text), values));
  const get = async (path: string, headers: Record<string, string> = {}) => {
    const response = await fetch(`${app.url}${path}`, { headers, redirect: 'manual' });
    return { status: response.status, headers: response.headers, text: await response.text() };
  };
  const post = async (path: string, form: Record<string, string>) => {
    const response = await fetch(`${app.url}${path}`, { method: 'POST', body: new URLSearchParams(form), redirect: 'manual' });
    return { status: response.status, headers: response.headers, text: await response.text() };
  };
  const objection = (more: Record<string, string> = {}) => ({
    key: randomUUID(),
    scope: 'persons',
    lines: '1、3',
    facts: '此人未参加培训',
    contact: '',
    ...more,
  });
  const bigs = (text: string) => [...text.matchAll(/class="big">([^<]+)</g)].map(([, shown]) => shown ?? '');

  it('shows a notice with its window, basis, masked rows and total, and nothing personal', async () => {
    const page = await get(`/public/notices/${notice.id}`);
    expect(page.status).toBe(200);
    for (const shown of [
      '养老护理员一班补贴公示',
      '2026年3月9日',
      '还剩5个工作日',
      '前10天每人每天150元',
      '壶技能办发〔2024〕1号',
      '买买提·阿不都',
      '𠮷野〇',
      '1404**********0011',
      '¥4,500.00',
      '人民币肆仟伍佰元整',
      '公示时间不少于5个工作日',
      '最高每人不超过5000元',
      '0000-',
    ])
      expect(page.text).toContain(shown);
    expect(page.text).not.toMatch(PERSONAL);
    expect(page.headers.get('content-security-policy')).toContain(`default-src 'none'`);
    expect(page.text).not.toMatch(/<script|style="|onclick/);
  });

  it('finds notices by institution, class and place, and looks for nobody by a number', async () => {
    const search = async (query: string) => (await get(`/public/notices?${query}`)).text.includes(notice.id);
    expect(await search(`q=${encodeURIComponent('爱民')}`)).toBe(true);
    expect(await search(`q=${encodeURIComponent('养老护理员')}&region=140427&show=open`)).toBe(true);
    expect(await search('region=140928')).toBe(false);
    expect(await search('show=ended')).toBe(false);
    expect(await search(`q=${encodeURIComponent('牛桂花')}`)).toBe(false);
    const personal = await get('/en/public/notices?q=1101%200519491231%200021');
    expect([personal.status, personal.headers.get('location')]).toEqual([303, '/en/public/notices?refused=number']);
    expect((await get('/public/notices?refused=number')).text).toContain('本站不按个人查询');
  });

  it('is kept by its ETag, and told apart by language and text size', async () => {
    const first = await get('/public/notices');
    const etag = first.headers.get('etag') ?? '';
    expect((await get('/public/notices', { 'if-none-match': etag })).status).toBe(304);
    expect((await get('/public/notices', { 'if-none-match': etag, cookie: 'kbt_text_size=large' })).status).toBe(200);
    expect((await get('/en/public/notices')).text).toContain('<html lang="en"');
    const sized = await get('/en/public/text-size?size=large&to=%2Fpublic%2Fnotices%3Fshow%3Dall');
    expect([sized.status, sized.headers.get('location')]).toEqual([303, '/en/public/notices?show=all']);
    for (const to of ['https://evil.example/', '//evil.example', '/public/../console']) {
      expect((await get(`/public/text-size?size=large&to=${encodeURIComponent(to)}`)).headers.get('location')).toBe('/public/notices');
    }
  });

  it('takes an objection without a script, once however often it is sent, and follows it by receipt and code', async () => {
    const form = objection();
    const filed = await post(`/public/notices/${notice.id}/objection`, form);
    expect(filed.status).toBe(201);
    const [receipt = '', secret = ''] = bigs(filed.text);
    expect(receipt).toMatch(/^YY-2026-\d{6}$/);
    expect(bigs((await post(`/public/notices/${notice.id}/objection`, form)).text)).toEqual([receipt, secret]);
    expect(await sql('select 1 as one from casework.objection where receipt_number = $1', [receipt])).toHaveLength(2);
    const progress = await post('/public/objections', { receipt: ` ${receipt.toLowerCase()} `, secret });
    for (const shown of ['名单第1号', '名单第3号', '核查中']) expect(progress.text).toContain(shown);
    expect((await post('/public/objections', { receipt, secret: 'guess' })).status).toBe(422);
    const withdrawn = await post('/public/objections/withdraw', { receipt, secret, key: randomUUID() });
    expect(withdrawn.text).toContain('已撤回');
    expect(withdrawn.text).not.toContain('核查中');
  });

  it('keeps what was typed and tells everything that is wrong at once, as a page', async () => {
    const wrong = await post(`/public/notices/${notice.id}/objection`, objection({ lines: '一二三', facts: '<b>"', contact: 'x' }));
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('<title>错误：提出异议');
    for (const kept of [
      'value="一二三"',
      '&lt;b&gt;&quot;',
      'value="x"',
      'href="#lines"',
      'href="#facts"',
      'href="#contact"',
      'role="alert"',
    ])
      expect(wrong.text).toContain(kept);
    const stranger = await post(`/public/notices/${notice.id}/objection`, objection({ lines: '9' }));
    expect([stranger.status, stranger.text.includes('href="#lines"')]).toEqual([422, true]);
    expect(stranger.text).toContain('此人未参加培训');
    const english = await post(`/en/public/notices/${notice.id}/objection`, objection({ scope: '', facts: '' }));
    expect(english.text).toContain('Say what you object to');
    expect((await post(`/public/notices/${notice.id}/objection`, objection({ key: '' }))).status).toBe(422);
    expect((await post(`/public/notices/${notice.id}/objection`, objection({ facts: 'x'.repeat(5000) }))).status).toBe(422);
    expect((await post(`/public/notices/${notice.id}/objection`, objection({ facts: `x${'\0'.repeat(9)}` }))).status).toBe(400);
  });

  it('shows hostile names and titles as text', async () => {
    const hostile = ['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', "'; drop table x; --"];
    const planted = await app.asOwner((tx) =>
      plantNotice(tx, { names: hostile, title: '</title><script>alert(2)</script>', className: '<svg/onload=alert(3)>' }),
    );
    for (const path of [`/public/notices/${planted.id}`, '/public/notices', `/public/notices/${planted.id}/objection?line=1"><script>`]) {
      const { status, text } = await get(path);
      expect(status).toBe(200);
      expect(text).not.toMatch(/<script|<img|<svg/);
    }
    expect((await get(`/public/notices?q=${encodeURIComponent('"><script>alert(4)</script>')}`)).text).not.toContain('<script');
  });

  it('answers what is not there and what cannot be read with a page, never with a fault', async () => {
    for (const [path, status] of [
      ['/public/nothing', 404],
      ['/en/public/nothing', 404],
      [`/public/notices/${randomUUID()}`, 404],
      ['/public/notices/x', 400],
      ['/public/notices?after=forged', 400],
      ['/public/policies/0', 404],
    ] as const) {
      const page = await get(path);
      expect([path, page.status, page.headers.get('content-type')]).toEqual([path, status, 'text/html; charset=utf-8']);
    }
    expect((await get('/')).headers.get('location')).toBe('/public/notices');
  });

  it('computes a subsidy with its clauses, and says which number is wrong', async () => {
    const [policy] = await sql<{ hash: string }>(`select hash from rulebook.published_in_force where region = '140427' limit 1`);
    const base = `/public/calculator?policy=${policy?.hash}&subsidy=order-project-training`;
    expect((await get(base)).text).toContain('计补天数');
    const answer = await get(`${base}&go=1&count=40&employed=31&payableDays=25`);
    for (const shown of ['¥93,000.00', '人民币玖万叁仟元整', '再落实 1 人就业', '¥27,000.00']) expect(answer.text).toContain(shown);
    const wrong = await get(`${base}&go=1&count=40&employed=41&payableDays=abc`);
    expect(wrong.status).toBe(422);
    for (const kept of ['href="#payableDays"', 'href="#employed"', 'value="abc"', 'value="41"']) expect(wrong.text).toContain(kept);
  });

  it('shows directories and policies, each value stated, chosen or missing', async () => {
    const directory = await get('/public/directories?region=140427');
    for (const shown of ['长治市爱民职业培训学校', '附件3 二', '文件原文']) expect(directory.text).toContain(shown);
    expect((await get('/public/directories?region=140900')).text).toContain('文件未规定');
    const list = await get('/public/policies');
    expect(list.text).toContain('忻人社函〔2024〕29号');
    const link = /href="(\/public\/policies\/[0-9a-f]{64})"/.exec(list.text)?.[1] ?? '';
    expect((await get(link)).text).toContain('文件原文');
  });

  it('verifies a paper by its code without naming anybody', async () => {
    const sha256 = Buffer.alloc(32, 7);
    await sql(`insert into platform.file (sha256, size_bytes, media_type) values ($1, 1, 'application/pdf')`, [sha256]);
    await sql(
      `insert into platform.paper (code, kind, subject_id, subject_version, sha256) values ('7K2M9QXD0A4BZW3E', 'opening-report', gen_random_uuid(), 1, $1)`,
      [sha256],
    );
    const found = await get('/public/papers?code=7k2m-9qxd-oa4b-zw3e');
    for (const shown of ['培训开班报告', '2026年3月2日', sha256.toString('hex')]) expect(found.text).toContain(shown);
    expect((await get('/public/papers?code=7K2M-9QXD-0A4B-ZW3F')).text).toContain('没有这个核验码的文书');
    expect((await get('/public/papers?code=abc')).status).toBe(422);
  });

  it('reads under a role that sees the masked projection and nothing else', async () => {
    const database = new Database('public');
    const read = (text: string) => database.transaction((tx) => tx.rows(statement(`test.public.${text}`, text)));
    try {
      for (const secret of [
        'casework.public_notice_line',
        'casework.objection',
        'trainee.person',
        'trainee.published_person',
        'finance.claim',
        'institution.institution',
        'identity.account',
        'platform.paper',
      ])
        await expect(read(`select * from ${secret}`)).rejects.toMatchObject({ code: '42501' });
      await expect(read('delete from casework.notice_display')).rejects.toMatchObject({ code: '42501' });
    } finally {
      await database.close();
    }
  });

  it('takes the rows down when the window has passed, keeps title and dates, and the proof of display', async () => {
    const [window] = await sql<{ closesAt: Date }>('select closes_at as "closesAt" from casework.public_notice where id = $1', [notice.id]);
    await sql('select platform.move_clock($1::timestamptz)', [window?.closesAt.toISOString()]);
    const page = await get(`/public/notices/${notice.id}`);
    for (const shown of ['养老护理员一班补贴公示', '公示期已满（2026年3月9日）', 'noindex', '2026年3月2日'])
      expect(page.text).toContain(shown);
    for (const gone of ['买买提', '牛桂花', '1404*****']) expect(page.text).not.toContain(gone);
    expect((await app.call('GET', `/v1/public/notices/${notice.id}`, {})).body).toMatchObject({ isOpen: false, lines: [] });
    expect((await get('/public/notices?show=ended')).text).toContain(notice.id);
    expect((await get(`/public/notices/${notice.id}/objection`)).status).toBe(409);
    expect((await post(`/public/notices/${notice.id}/objection`, objection())).text).toContain('公示期已满');
    expect(await sql('select day from casework.notice_display where notice_id = $1', [notice.id])).toEqual([{ day: '2026-03-02' }]);
  });
});
