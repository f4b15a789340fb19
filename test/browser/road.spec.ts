import { ownStack, type OwnStack } from '../own-stack.ts';
import { approve, approveAndSign, cannotSignAgain, sign } from './road/bureau.ts';
import { fileOpeningByKeyboard, planClassByKeyboard, returnOpeningByKeyboard } from './road/by-keyboard.ts';
import { Hand } from './road/hand.ts';
import * as school from './road/institution.ts';
import { pay } from './road/payment.ts';
import { huguan, xinzhou, type Road } from './road/road.ts';
import { Browsing } from './support/browsing.ts';

const MARK = '教学大纲缺少实操学时';

/** From the first class day to the last, and the completion. */
async function train(hand: Hand, road: Road, at: string): Promise<void> {
  const [first, ...rest] = road.days;
  await hand.goTo(first);
  if (road.bureau === 'xz') await school.issueVouchers(hand, road, at);
  else await school.verifyVouchers(hand, road, at);
  await school.attendToday(hand, road, at);
  for (const day of rest) {
    await hand.goTo(day);
    await school.attendToday(hand, road, at);
  }
  await school.fileCompletion(hand, road, at);
  await approve(hand, `${road.bureau}.caseworker1`, '结业审核');
}

/** From the assessment to the money; everybody who may not act twice is told so. */
async function settle(
  hand: Hand,
  road: Road,
  at: string,
  days: { readonly assessedOn: string; readonly noticeOverOn: string },
): Promise<void> {
  const { bureau, total } = road;
  await hand.goTo(days.assessedOn);
  await school.assess(hand, road);
  await school.proveEmployment(hand, road, at, days.assessedOn);
  await school.fileClaim(hand, road, at);
  await approve(hand, `${bureau}.caseworker2`, '补贴审核', total);
  await sign(hand, `${bureau}.caseworker1`);
  await cannotSignAgain(hand, `${bureau}.caseworker1`);
  await sign(hand, `${bureau}.leader`);
  await hand.goTo(days.noticeOverOn);
  await approveAndSign(hand, `${bureau}.finance-reviewer`, '财政复审', total);
  await pay(hand, { builder: `${bureau}.disburser1`, releaser: `${bureau}.disburser2`, total });
}

describe('the whole road by hand', () => {
  let stack: OwnStack;
  let browsing: Browsing;
  beforeAll(async () => {
    stack = await ownStack('2024-08-28T08:00:00+08:00');
    browsing = await Browsing.start(stack.url);
  }, 240_000);
  afterAll(async () => {
    await browsing.stop();
    await stack.stop();
  });

  it('takes an order class of Xinzhou from the opening to the payment, its filing and the first review by keyboard alone', async () => {
    const hand = new Hand(browsing);
    const institution = await hand.type(xinzhou.school, '/resources');
    const at = await planClassByKeyboard(institution, xinzhou);
    await fileOpeningByKeyboard(institution);
    await hand.picture('opening-filed');
    await returnOpeningByKeyboard(await hand.type('xz.caseworker1', '/inbox'), MARK);
    await school.correctOpening(hand, xinzhou, at, MARK);
    await approve(hand, 'xz.caseworker1', '开班审批');
    await train(hand, xinzhou, at);
    await settle(hand, xinzhou, at, { assessedOn: '2024-09-09', noticeOverOn: '2024-09-20' });
    expect(await browsing.leave()).toEqual([]);
  }, 600_000);

  it('takes a project class of Huguan there, its rights opened by county, city and province', async () => {
    const hand = new Hand(browsing);
    await hand.goTo('2024-09-20');
    const at = await school.planClass(hand, huguan);
    await school.fileOpening(hand, huguan, at);
    await approve(hand, 'hg.caseworker1', '开班审批');
    await approve(hand, 'hg.finance-reviewer', '开班审批');
    await school.cannotVerifyYet(hand, huguan, at);
    for (const login of ['hg.caseworker1', 'cz.caseworker', 'sx.caseworker']) await approve(hand, login, '权限开通');
    await train(hand, huguan, at);
    await settle(hand, huguan, at, { assessedOn: '2024-10-08', noticeOverOn: '2024-10-17' });
    expect(await browsing.leave()).toEqual([]);
  }, 600_000);
});
