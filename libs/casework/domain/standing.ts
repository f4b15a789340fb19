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

/** Ended stages an application may be filed for again, and what its applicant must know to do so. */
const filedAgain: Readonly<Record<string, Words>> = {
  lapsed: {
    zh: '开班日期已过而申请未办结，申请失效，未获批准；请修改开班日期后重新提交。',
    en: 'The start has passed undecided: the application has lapsed and is not approved. Change the start and file it again.',
  },
  refused: {
    zh: '申请未获批准，理由见办理记录；改正后可重新提交。',
    en: 'Not approved, for the reason in the record; mend it and file it again.',
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

/** One sentence that answers where a case stands, whose turn it is, until when, and what must be done (issue 3, 4). */
export function standingSentence({ stage, outcome, dueOn, waitsUntilOn, turn, today }: Standing): Words {
  if (outcome !== null) {
    const next = stageAfter(stage, outcome);
    return (next === 'end' && Object.hasOwn(filedAgain, outcome) ? filedAgain[outcome] : undefined) ?? nextSentence(next, null);
  }
  if (turn !== null) return nextSentence(stage, turn);
  if (stage === 'delivery') return inTraining(dueOn, today);
  const { zh, en } = stageWords[stage];
  if (waitsUntilOn === null) return { zh: `${zh}：系统正在办理。`, en: `${en}: the system is at it.` };
  return {
    zh: `${zh}：等到${waitsUntilOn}，届时自动转入下一步，无需操作。`,
    en: `${en}: waits until ${waitsUntilOn} and goes on by itself; nothing to do.`,
  };
}
