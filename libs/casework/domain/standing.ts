import type { Stage } from '#libs/contracts';
import { stageAfter } from './what-follows.ts';
import { nextSentence, stageWords, type Turn, type Words } from './words.ts';

/** The last stage of a case, as its rows leave it. */
export interface Standing {
  readonly stage: Stage;
  readonly outcome: string | null;
  readonly dueOn: string | null;
  /** The day the stage waits for, where it waits for one. */
  readonly waitsUntilOn: string | null;
  readonly turn: Turn | null;
  readonly today: string;
}

/** What somebody must know of a road that has ended, but not for good: to file again, or that some are still to be paid. */
const endedFor: Readonly<Record<string, Words>> = {
  lapsed: {
    zh: '开班日期已过而申请未办结，申请失效，未获批准；请修改开班日期后重新提交。',
    en: 'The start has passed undecided: the application has lapsed and is not approved. Change the start and file it again.',
  },
  refused: {
    zh: '申请未获批准，理由见办理记录；改正后可重新提交。',
    en: 'Not approved, for the reason in the record; mend it and file it again.',
  },
  'partly-held': {
    zh: '资金拨付：无异议人员的补贴已拨付；被提出异议的人员待人社部门办结异议后继续办理。',
    en: 'payment: everybody without an objection is paid; the others go on once the bureau has decided their objections.',
  },
  withdrawn: { zh: '申请已撤回；需要办理的，请修改后重新提交。', en: 'Withdrawn; to go on, change it and file it again.' },
};

/** Training has nobody's task: it is the institution's turn, until its completion is due and after. */
function inTraining(dueOn: string | null, today: string): Words {
  if (dueOn === null) return { zh: '培训实施：由培训机构办理。', en: "training: the institution's turn." };
  return dueOn < today
    ? {
        zh: `结业申请应于${dueOn}前提交，已超期；请培训机构立即提交，人社部门已收到提醒。`,
        en: `The completion was to be filed by ${dueOn} and is overdue; the institution files it now, and the bureau has been told.`,
      }
    : {
        zh: `培训实施：由培训机构按课程安排培训并记录考勤，于${dueOn}前提交结业申请。`,
        en: `training: the institution trains, records attendance and files the completion by ${dueOn}.`,
      };
}

/** Payment has nobody's task: finance's disbursers see its orders, also those that came back. */
function inPayment(dueOn: string | null): Words {
  const [until, by] = dueOn === null ? ['', ''] : [`于${dueOn}前`, ` by ${dueOn}`];
  return {
    zh: `资金拨付：由财政部门拨付人员${until}组成批次、由另一人复核放行，银行回单导入后办结；银行拒付或退汇的须重新支付。`,
    en: `payment: finance's disbursers build a batch and another releases it${by}; the bank's answer ends it, and what it rejects or returns is paid anew.`,
  };
}

/** One sentence that answers where a case stands, whose turn it is, until when, and what must be done (issue 3, 4). */
export function standingSentence({ stage, outcome, dueOn, waitsUntilOn, turn, today }: Standing): Words {
  if (outcome !== null) {
    const next = stageAfter(stage, outcome);
    return (next === 'end' && Object.hasOwn(endedFor, outcome) ? endedFor[outcome] : undefined) ?? nextSentence(next, null);
  }
  if (turn !== null) return nextSentence(stage, turn);
  if (stage === 'delivery') return inTraining(dueOn, today);
  if (stage === 'payout') return inPayment(dueOn);
  const { zh, en } = stageWords[stage];
  if (waitsUntilOn === null) return { zh: `${zh}：系统正在办理。`, en: `${en}: the system is at it.` };
  return {
    zh: `${zh}：等到${waitsUntilOn}，届时自动转入下一步，无需操作。`,
    en: `${en}: waits until ${waitsUntilOn} and goes on by itself; nothing to do.`,
  };
}
