import { syntheticIdentityNumber } from '#libs/policy';
import type { Page } from 'playwright-core';
import { settled } from '../support/settled.ts';
import { choose, chooseFile, confirmed, PAPER, readDownload, supplyPapers, type Hand } from './hand.ts';
import { lastDay, type Road } from './road.ts';

/** Registers what a class needs, plans it, and imports the roster the sandbox hands out. Answers the class's address in the console. */
export async function planClass(hand: Hand, road: Road): Promise<string> {
  const page = await hand.be(road.school, '/resources');
  await page.getByLabel('姓名').fill('高文华');
  await page.getByLabel('身份证号码').fill(syntheticIdentityNumber({ region: '100000', birthDate: '1980-05-01', sequence: 778 }));
  await page.getByLabel('资质').fill('高级技师');
  await page.getByRole('button', { name: '登记教师' }).click();
  await page.getByRole('rowheader', { name: '高**' }).waitFor();
  await page.getByLabel('场地名称').fill('实训中心');
  await page.getByLabel('地址').fill(road.address);
  await page.getByRole('button', { name: '登记场地' }).click();
  await page.getByRole('rowheader', { name: '实训中心' }).waitFor();

  await page.getByRole('link', { name: '我的班级' }).click();
  await page.getByRole('button', { name: '新建班级' }).first().click();
  await page.getByLabel('班级名称').fill(road.title);
  await choose(page, '培训类型', road.type);
  if (road.orderId !== undefined) await page.getByLabel('订单编号').fill(road.orderId);
  await page.getByLabel('培训职业（工种）').fill('养老护理员');
  await page.getByLabel('职业编码').fill('4-10-01-05');
  await choose(page, '培训场地', '实训中心');
  await choose(page, '赋予任务的人社部门', road.office);
  await page.getByLabel('开班日期').fill(road.days[0]);
  await page.getByLabel('结业日期').fill(lastDay(road));
  await choose(page, /^评价机构/, road.evaluationBody);
  await page.getByLabel('默认课程').fill('养老护理实务');
  await choose(page, '授课教师', '高');
  await page.getByRole('button', { name: '按日期生成' }).click();
  for (const course of ['安全', '消防', '法制', '普通话']) await page.getByRole('button', { name: `列入“${course}”` }).click();
  await page.getByRole('button', { name: '保存班级' }).click();
  await page.getByRole('heading', { name: road.title }).waitFor();
  const at = new URL(page.url()).pathname.replace('/console', '');
  await importRoster(page);
  return at;
}

/** 导入培训报名花名册: the sample of the guide, judged, then confirmed. */
async function importRoster(page: Page): Promise<void> {
  await page.getByRole('button', { name: /演示向导/ }).click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '示例花名册' }).click()]);
  const buffer = await readDownload(download);
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: '导入培训报名花名册' }).click();
  const button = page.getByRole('button', { name: '选择 Excel 文件' });
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  await chooseFile(page, button, { name: '花名册.xlsx', mimeType, buffer });
  await page.getByText('5 行可导入').waitFor();
  await page.getByRole('button', { name: '确认导入 5 人' }).click();
  await page.getByText('已导入 5 人').waitFor();
}

/** Files the opening: impossible before the papers are there. */
export async function fileOpening(hand: Hand, { school }: Road, at: string): Promise<void> {
  const page = await hand.be(school, `${at}/filing/opening`);
  await page.getByText('提交前还需要').waitFor();
  if (await page.getByRole('button', { name: '提交申请' }).isEnabled()) throw new Error('the opening could be filed without its papers');
  await supplyPapers(page);
  await page.getByText('内容齐全，可以提交。').waitFor();
  await confirmed(page, '提交申请', '提交申请');
  await page.getByText('申请正在审核，内容已固定。').waitFor();
  await hand.picture('opening-filed');
}

/** Corrects what the bureau marked and files again. */
export async function correctOpening(hand: Hand, { school }: Road, at: string, mark: string): Promise<void> {
  const page = await hand.next(school, `${at}/filing/opening`);
  await page.getByText(mark).first().waitFor();
  await page.getByRole('link', { name: 'sample.pdf' }).first().waitFor();
  await settled(page);
  await hand.picture('opening-corrections');
  await supplyPapers(page);
  await confirmed(page, '重新提交（补正）', '提交申请');
  await page.getByText('申请正在审核，内容已固定。').waitFor();
}

/** Issues the vouchers and verifies them on the first day. Answers nothing: the codes are the trainees'. */
export async function issueVouchers(hand: Hand, { school }: Road, at: string): Promise<void> {
  const page = await hand.next(school, `${at}/training`);
  await page.getByRole('button', { name: '为 5 人领取培训券' }).click();
  await page.getByText('新领取的券号只显示这一次').waitFor();
  await page.getByRole('button', { name: '验券（5 张）' }).click();
  await page.getByText('已验券 5').waitFor();
}

/** Whose rights the authorities above have not opened yet can issue vouchers, but verify none. */
export async function cannotVerifyYet(hand: Hand, { school }: Road, at: string): Promise<void> {
  const page = await hand.be(school, `${at}/training`);
  await page.getByRole('button', { name: '为 5 人领取培训券' }).click();
  await page.getByText('新领取的券号只显示这一次').waitFor();
  await page.getByRole('button', { name: '验券（5 张）' }).click();
  await page.getByRole('alert').filter({ hasText: '权限已开通' }).waitFor();
  await hand.picture('vouchers-refused');
}

/** Verifies on the first day the vouchers issued before. */
export async function verifyVouchers(hand: Hand, { school }: Road, at: string): Promise<void> {
  const page = await hand.next(school, `${at}/training`);
  await page.getByRole('button', { name: '验券（5 张）' }).click();
  await page.getByText('已验券 5').waitFor();
}

/** Records everybody as present today. */
export async function attendToday(hand: Hand, { school }: Road, at: string): Promise<void> {
  const page = await hand.next(school, `${at}/training`);
  await page.getByLabel('全选今日未签到人员').check();
  await page.getByRole('button', { name: '登记 5 人今日签到' }).click();
  await page.getByText('已登记 5 人').waitFor();
  await hand.picture('attendance');
}

export async function fileCompletion(hand: Hand, { school }: Road, at: string): Promise<void> {
  const page = await hand.next(school, `${at}/filing/completion`);
  await supplyPapers(page);
  await confirmed(page, '提交申请', '提交申请');
  await page.getByText('申请正在审核，内容已固定。').waitFor();
}

/** 评价机构: accepts the roster, records results and certificates. */
export async function assess(hand: Hand, road: Road): Promise<void> {
  const page = await hand.next(road.evaluator, '/assessments');
  await page.getByRole('link', { name: road.title }).click();
  await page.getByRole('button', { name: '接收结业名单' }).click();
  await page.getByText('已接收，应考 5 人').waitFor();
  await page.getByRole('button', { name: '全部设为合格' }).click();
  await page
    .getByLabel(/的证书编号/)
    .first()
    .fill(road.certificate);
  await page.getByRole('button', { name: '按首个编号顺次填写' }).click();
  await hand.picture('assessment');
  await confirmed(page, '登记 5 人的结果', '登记 5 人的结果');
  await page.getByText('全部结果已登记').waitFor();
}

/** Four of five are employed: exactly the 80 % that pays everybody. */
export async function proveEmployment(hand: Hand, { school }: Road, at: string, employedOn: string): Promise<void> {
  const page = await hand.next(school, `${at}/employment`);
  for (let index = 0; index < 4; index++) {
    await page
      .getByRole('button', { name: /登记证明/ })
      .nth(index)
      .click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('用工单位').fill('康养服务有限公司');
    await dialog.getByLabel('就业日期').fill(employedOn);
    await chooseFile(page, dialog.getByRole('button', { name: '选择文件' }), {
      name: 'proof.pdf',
      mimeType: 'application/pdf',
      buffer: PAPER,
    });
    await dialog.getByRole('button', { name: '登记', exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
  }
  await page.getByText('已登记就业 4 人').waitFor();
}

/** Previews the claim, with every fen explained, and submits it. */
export async function fileClaim(hand: Hand, { school, total }: Road, at: string): Promise<void> {
  const page = await hand.next(school, `${at}/claims`);
  await page.getByRole('radio').first().check();
  await page.getByText(total).first().waitFor();
  await hand.picture('claim-preview');
  await page.getByRole('button', { name: '新建申领' }).click();
  await settled(page);
  await supplyPapers(page);
  await hand.picture('claim-ready');
  await confirmed(page, '提交申领', '提交申领');
  await page.getByText('申领已提交').or(page.getByText('审核中')).first().waitFor();
}
