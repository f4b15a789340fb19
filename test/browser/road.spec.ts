import { ownStack, type OwnStack } from '../own-stack.ts';
import { approve, approveAndSign, cannotSignAgain, returnOpening, sign } from './road/bureau.ts';
import { Hand } from './road/hand.ts';
import * as school from './road/institution.ts';
import { pay } from './road/payment.ts';
import { Browsing } from './support/browsing.ts';

const DAYS = ['2024-09-02', '2024-09-03', '2024-09-04', '2024-09-05', '2024-09-06'];
const MARK = '教学大纲缺少实操学时';
/** Five people, five days at 150 yuan, four of the five employed. */
const TOTAL = '3,750.00';

describe('the whole road by hand', () => {
  let stack: OwnStack;
  let browsing: Browsing;
  beforeAll(async () => {
    stack = await ownStack('2024-08-27T08:00:00+08:00');
    browsing = await Browsing.start(stack.url);
  }, 240_000);
  afterAll(async () => {
    await browsing.stop();
    await stack.stop();
  });

  it('takes an order class of Xinzhou from the opening to the payment, each person at their own screen', async () => {
    const hand = new Hand(browsing);
    const [first = '', ...rest] = DAYS;
    const at = await school.planClass(hand, { startsOn: first, endsOn: DAYS.at(-1) ?? '' });
    await school.fileOpening(hand, at);
    await hand.goTo('2024-08-28');
    await returnOpening(hand, 'xz.caseworker1', MARK);
    await school.correctOpening(hand, at, MARK);
    await approve(hand, 'xz.caseworker1', '开班审批');
    await hand.goTo(first);
    await school.issueVouchers(hand, at);
    await school.attendToday(hand, at);
    for (const day of rest) {
      await hand.goTo(day);
      await school.attendToday(hand, at);
    }
    await school.fileCompletion(hand, at);
    await approve(hand, 'xz.caseworker1', '结业审核');
    await hand.goTo('2024-09-09');
    await school.assess(hand);
    await school.proveEmployment(hand, at, '2024-09-09');
    await school.fileClaim(hand, at, TOTAL);
    await approve(hand, 'xz.caseworker2', '补贴审核', TOTAL);
    await sign(hand, 'xz.caseworker1');
    await cannotSignAgain(hand, 'xz.caseworker1');
    await sign(hand, 'xz.leader');
    await hand.goTo('2024-09-20');
    await approveAndSign(hand, 'xz.finance-reviewer', '财政复审', TOTAL);
    await pay(hand, { builder: 'xz.disburser1', releaser: 'xz.disburser2', total: TOTAL });
    expect(await browsing.leave()).toEqual([]);
  }, 600_000);
});
