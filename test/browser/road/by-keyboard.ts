import { syntheticIdentityNumber } from '#libs/policy';
import { drawn, PAPER, readDownload } from './hand.ts';
import type { Keyboard } from './keyboard.ts';
import { lastDay, type Road } from './road.ts';

async function registerResources(keyboard: Keyboard, { address }: Road): Promise<void> {
  const { page } = keyboard;
  await keyboard.compose('姓名', '高文华');
  await keyboard.type('身份证号码', syntheticIdentityNumber({ region: '100000', birthDate: '1980-05-01', sequence: 778 }));
  await keyboard.compose('资质', '高级技师');
  await keyboard.keys('Enter');
  await page.getByRole('rowheader', { name: '高**' }).waitFor();
  await keyboard.compose('场地名称', '实训中心');
  await keyboard.compose('地址', address);
  await keyboard.keys('Enter');
  await page.getByRole('rowheader', { name: '实训中心' }).waitFor();
}

async function planClass(keyboard: Keyboard, road: Road): Promise<void> {
  const { page } = keyboard;
  await keyboard.press(page.getByRole('link', { name: '我的班级' }));
  await keyboard.button('新建班级');
  await keyboard.compose('班级名称', road.title);
  await keyboard.choose('培训类型', road.type);
  if (road.orderId !== undefined) await keyboard.type('订单编号', road.orderId);
  await keyboard.compose('培训职业（工种）', '养老护理员');
  await keyboard.type('职业编码', '4-10-01-05');
  await keyboard.choose('培训场地', '实训中心');
  await keyboard.choose('赋予任务的人社部门', road.office);
  await keyboard.day('开班日期', road.days[0]);
  await keyboard.day('结业日期', lastDay(road));
  await keyboard.choose(/^评价机构/, road.evaluationBody);
  await keyboard.compose('默认课程', '养老护理实务');
  await keyboard.choose('授课教师', '高');
  await keyboard.button('按日期生成');
  for (const course of ['安全', '消防', '法制', '普通话']) await keyboard.button(`列入“${course}”`);
  await keyboard.button('保存班级');
  await page.getByRole('heading', { name: road.title }).waitFor();
}

async function importRoster(keyboard: Keyboard): Promise<void> {
  const { page } = keyboard;
  await keyboard.button(/演示向导/);
  const sample = page.getByRole('link', { name: '示例花名册' });
  const [download] = await Promise.all([page.waitForEvent('download'), keyboard.press(sample)]);
  const buffer = await readDownload(download);
  await keyboard.keys('Escape');
  await keyboard.press(page.getByRole('link', { name: '导入培训报名花名册' }));
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  await keyboard.file(page.getByRole('button', { name: '选择 Excel 文件' }), { name: '花名册.xlsx', mimeType, buffer });
  await page.getByText('5 行可导入').waitFor();
  await keyboard.button('确认导入 5 人');
  await page.getByText('已导入 5 人').waitFor();
}

/** 开班申请 without a pointer: teacher, site, class, timetable, plan and roster. Answers the class's address in the console. */
export async function planClassByKeyboard(keyboard: Keyboard, road: Road): Promise<string> {
  await registerResources(keyboard, road);
  await planClass(keyboard, road);
  const at = new URL(keyboard.page.url()).pathname.replace('/console', '');
  await importRoster(keyboard);
  return at;
}

/** The papers and the filing itself; it cannot be filed before they are there. */
export async function fileOpeningByKeyboard(keyboard: Keyboard): Promise<void> {
  const { page } = keyboard;
  await keyboard.press(page.getByRole('link', { name: '回到班级' }));
  await keyboard.press(page.getByRole('link', { name: /提交开班申请/ }));
  await page.getByText('提交前还需要').waitFor();
  if (await page.getByRole('button', { name: '提交申请' }).isEnabled()) throw new Error('the opening could be filed without its papers');
  const table = page.getByRole('region', { name: '申报材料' });
  const lacking = table
    .getByRole('row')
    .filter({ hasText: '缺少' })
    .filter({ has: page.getByRole('button') });
  for (let left = await lacking.count(); left > 0; left--) {
    const row = lacking.first();
    const title = await row.getByRole('rowheader').innerText();
    await keyboard.file(row.getByRole('button').first(), { name: 'sample.pdf', mimeType: 'application/pdf', buffer: PAPER });
    await table.getByRole('row').filter({ hasText: title }).filter({ hasText: '已齐' }).waitFor();
  }
  await page.getByText('内容齐全，可以提交。').waitFor();
  await keyboard.button('提交申请');
  await keyboard.press(page.getByRole('dialog').getByRole('button', { name: '提交申请', exact: true }));
  await page.getByText('申请正在审核，内容已固定。').waitFor();
}

/** 审核 without a pointer: every paper looked at, a comment at its place, and the return with its letter. */
export async function returnOpeningByKeyboard(keyboard: Keyboard, mark: string): Promise<void> {
  const { page } = keyboard;
  const row = page.locator('[data-task]').filter({ hasText: '开班审批' }).first();
  await keyboard.to(row);
  await keyboard.keys('Space');
  await page.getByRole('button', { name: '领取', exact: true }).waitFor();
  await keyboard.keys('Enter');
  await page.waitForURL(/\/tasks\//);
  await drawn(page);
  const looked = page.getByRole('region', { name: '材料' }).getByRole('checkbox');
  for (let index = 0; index < (await looked.count()); index++) {
    await keyboard.to(looked.nth(index));
    await keyboard.keys('Space');
  }
  await keyboard.press(page.getByRole('button', { name: '教学大纲', exact: true }));
  await keyboard.press(page.getByRole('button', { name: '对“教学大纲 第 1 页”提意见' }));
  await page.locator('#kbt-mark-text:focus').waitFor();
  await keyboard.compose('问题和要求', mark);
  await keyboard.button('加入补正清单');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await keyboard.to(page.getByRole('tab', { selected: true }));
  await keyboard.keys('ArrowRight');
  await page.getByRole('tab', { name: '花名册', selected: true }).waitFor();
  await keyboard.button('一次性告知补正');
  await keyboard.choose('原因', '材料不全');
  await keyboard.compose('说明', '请补正后重新提交');
  await keyboard.button('确认一次性告知补正');
  await page
    .getByText(/已办理/)
    .first()
    .waitFor();
}
