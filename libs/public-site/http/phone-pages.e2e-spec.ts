import { randomUUID } from 'node:crypto';
import { TestApplication } from '#libs/testing';
import { plantTrainee, type PlantedTrainee } from '../../trainee/testing/plant-trainee.ts';
import { PublicSiteModule } from '../public-site.module.ts';

interface Shown {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

describe('the pages of a trainee on the telephone', () => {
  let app: TestApplication;
  let sequence = 0;
  beforeAll(async () => {
    app = await TestApplication.start([PublicSiteModule]);
  });
  afterAll(() => app.stop());

  const planted = (): Promise<PlantedTrainee> => app.asOwner((tx) => plantTrainee(tx, ++sequence));
  const shown = async (path: string, more: RequestInit = {}): Promise<Shown> => {
    const response = await fetch(`${app.url}${path}`, { redirect: 'manual', ...more });
    return { status: response.status, headers: response.headers, text: await response.text() };
  };
  const post = (path: string, form: Record<string, string>, cookie = ''): Promise<Shown> =>
    shown(path, { method: 'POST', body: new URLSearchParams(form), headers: { cookie } });
  const get = (path: string, cookie = ''): Promise<Shown> => shown(path, { headers: { cookie } });
  const cookieOf = ({ headers }: Shown): string => headers.get('set-cookie')?.split(';')[0] ?? '';
  const signedIn = async ({ code, idLastSix }: PlantedTrainee): Promise<string> =>
    cookieOf(await post('/public/phone', { code, idLastSix }));
  const codeOnScreen = async (classId: string): Promise<string> =>
    String((await app.as('hg.aimin', 'GET', `/v1/classes/${classId}/session-code`)).body['code']);
  const clockInForm = (classId: string, code: string, key = randomUUID()): Record<string, string> => ({
    key,
    classId,
    [`code-${classId}`]: code,
  });

  it('asks a stranger for the voucher, and opens the own record with it, in the language of the address', async () => {
    const me = await planted();
    expect((await get('/public/phone')).text).toContain('培训券号码');
    const entered = await post('/en/public/phone', { code: ` ${me.code.toLowerCase()} `, idLastSix: me.idLastSix });
    expect([entered.status, entered.headers.get('location')]).toEqual([303, '/en/public/phone']);
    const page = await get('/en/public/phone', cookieOf(entered));
    for (const words of ['侯·买买提', '养老护理员一班', '0 of 5 days counted', 'Class today: clock in']) expect(page.text).toContain(words);
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(page.text).not.toContain(me.idLastSix);
    expect(page.text).not.toMatch(/<script|style="|onclick/);
  });

  it('says at each field what is wrong with a sign-in and keeps what was typed', async () => {
    const malformed = await post('/public/phone', { code: '?', idLastSix: '12' });
    expect(malformed.status).toBe(422);
    for (const words of ['href="#code"', 'href="#idLastSix"', 'value="12"']) expect(malformed.text).toContain(words);
    const me = await planted();
    const refused = await post('/public/phone', { code: me.code, idLastSix: '00000X' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('培训券号码与身份证后六位不相符');
    expect(refused.text).toContain(`value="${me.code}"`);
    expect(refused.headers.get('set-cookie')).toBeNull();
  });

  it('counts a day by the code of the classroom screen, typed as a telephone types it, and says so', async () => {
    const { classId, ...me } = await planted();
    const cookie = await signedIn({ classId, ...me });
    const code = await codeOnScreen(classId);
    const other = code === '000000' ? '000001' : '000000';
    expect((await post('/public/phone/clock-ins', clockInForm(classId, other), cookie)).text).toContain('签到码不对或已更换');
    expect((await post('/public/phone/clock-ins', clockInForm(classId, '12'), cookie)).status).toBe(422);
    const wide = [...code].map((digit) => String.fromCodePoint(0xff10 + Number(digit))).join('');
    const form = clockInForm(classId, wide);
    const done = await post('/public/phone/clock-ins', form, cookie);
    for (const words of ['签到成功', '今天已签到', '已计入1天，共5天']) expect(done.text).toContain(words);
    expect((await post('/public/phone/clock-ins', form, cookie)).status).toBe(200);
    expect((await post('/public/phone/clock-ins', clockInForm(classId, code), cookie)).text).toContain('今天已经签到过了');
  });

  it('files a dispute once and shows the answer of the bureau', async () => {
    const { classId, ...me } = await planted();
    const cookie = await signedIn({ classId, ...me });
    const form = { key: randomUUID(), classId, subject: 'attendance', text: '3月2日我在教室 <b>记录里没有我</b>' };
    const short = await post('/public/phone/disputes', { ...form, subject: '', text: '不' }, cookie);
    expect(short.status).toBe(422);
    for (const words of ['href="#subject"', 'href="#text"']) expect(short.text).toContain(words);
    for (const _ of ['sent', 'sent again']) expect((await post('/public/phone/disputes', form, cookie)).text).toContain('异议已提交');
    const { body } = await app.as('hg.caseworker1', 'GET', '/v1/disputes');
    const [mine, ...others] = (body['items'] as { id: string; classId: string }[]).filter((one) => one.classId === classId);
    expect(others).toEqual([]);
    await app.as('hg.caseworker1', 'POST', `/v1/disputes/${mine?.id ?? ''}/answer`, {
      outcome: 'upheld',
      answer: '已核对监控视频，补记签到',
    });
    const page = await get('/public/phone', cookie);
    for (const words of ['已核对监控视频，补记签到', '&lt;b&gt;记录里没有我']) expect(page.text).toContain(words);
  });

  it('keeps a dispute that was being written when the session ended, through the sign-in', async () => {
    const { classId, ...me } = await planted();
    const cookie = await signedIn({ classId, ...me });
    expect((await post('/public/phone/sign-out', {}, cookie)).headers.get('location')).toBe('/public/phone');
    const draft = { key: randomUUID(), classId, subject: 'result', text: '考核结果与成绩单不一致' };
    const asked = await post('/public/phone/disputes', draft, cookie);
    expect(asked.status).toBe(401);
    expect(asked.text).toContain(draft.text);
    const back = await post('/public/phone', { ...draft, code: me.code, idLastSix: me.idLastSix });
    expect(back.status).toBe(200);
    expect(back.text).toContain(`${draft.text}</textarea>`);
    expect(back.text).toMatch(/value="result"\s+checked/);
  });

  it('shows nobody a class they are not in', async () => {
    const [me, other] = [await planted(), await planted()];
    const cookie = await signedIn(me);
    const code = await codeOnScreen(other.classId);
    expect((await get(`/public/phone/disputes?class=${other.classId}`, cookie)).status).toBe(404);
    expect((await post('/public/phone/clock-ins', clockInForm(other.classId, code), cookie)).status).toBe(404);
    expect(
      (await post('/public/phone/disputes', { key: randomUUID(), classId: other.classId, subject: 'other', text: '不是我的班' }, cookie))
        .status,
    ).toBe(404);
  });
});
