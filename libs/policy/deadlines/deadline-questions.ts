import type { DeadlineContext, DeadlineFacts, DeadlineResult } from './deadline.ts';
import { completionFiling, lawfulStart, openingFiling, routingDay } from './filing-deadlines.ts';
import { noticeClose, rectification, reminders, stepDue } from './stage-deadlines.ts';
import { checkpoint, claimDue, ranking, statisticalYear, trainingEnd, videoRetention } from './year-deadlines.ts';

type Fact = keyof DeadlineFacts;

export interface DeadlineQuestion {
  readonly title: string;
  readonly titleEn: string;
  /** Whether it is about a class of a type. */
  readonly ofClass: boolean;
  readonly needs: readonly Fact[];
  readonly may: readonly Fact[];
  readonly compute: (context: DeadlineContext) => DeadlineResult;
}

/** Every question about a date, with what it must and may be asked with. */
export const deadlineQuestions = {
  'opening-filing': { title: '开班申请提交期', titleEn: 'window for filing the opening', ofClass: true, needs: ['startsOn'], may: ['filedOn'], compute: openingFiling },
  'routing-day': { title: '开班申请转交审核日', titleEn: 'day the opening reaches its reviewer', ofClass: true, needs: ['startsOn', 'filedOn'], may: [], compute: routingDay },
  'lawful-start': { title: '最早开班日', titleEn: 'earliest lawful start', ofClass: true, needs: ['filedOn'], may: [], compute: lawfulStart },
  'completion-filing': { title: '结业申请截止日', titleEn: 'last day for filing the completion', ofClass: true, needs: ['endsOn'], may: ['filedOn'], compute: completionFiling },
  step: { title: '环节办理期限', titleEn: 'due day of a step', ofClass: true, needs: ['step', 'beganOn'], may: ['suspensions'], compute: stepDue },
  'notice-close': { title: '公示截止日', titleEn: 'last day of the public notice', ofClass: true, needs: ['publishedOn'], may: [], compute: noticeClose },
  claim: { title: '补贴申领期限', titleEn: 'last day for claiming', ofClass: false, needs: ['completedOn'], may: ['filedOn', 'hasSpecialReason'], compute: claimDue },
  'statistical-year': { title: '统计年度', titleEn: 'statistical year', ofClass: false, needs: ['completedOn'], may: [], compute: statisticalYear },
  'training-end': { title: '年度培训评价完成日', titleEn: "end of the year's training and evaluation", ofClass: false, needs: ['year'], may: [], compute: trainingEnd },
  'video-retention': { title: '培训视频保存期限', titleEn: 'until when video is kept', ofClass: false, needs: ['completedOn'], may: ['lastPaidOn', 'hasOpenCase'], compute: videoRetention },
  ranking: { title: '月度调度排队', titleEn: 'days of the monthly ranking', ofClass: false, needs: ['month'], may: [], compute: ranking },
  checkpoint: { title: '进度节点', titleEn: 'next checkpoint of progress', ofClass: false, needs: ['on'], may: [], compute: checkpoint },
  rectification: { title: '限期整改', titleEn: 'rectification after an inspection', ofClass: false, needs: ['foundOn'], may: ['suspensions'], compute: rectification },
  reminder: { title: '到期提醒', titleEn: 'reminders before a due day', ofClass: false, needs: ['dueOn'], may: [], compute: reminders },
} as const satisfies Readonly<Record<string, DeadlineQuestion>>;

export type DeadlineName = keyof typeof deadlineQuestions;
