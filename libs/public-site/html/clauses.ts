import type { Clause } from '../application/basis.ts';
import { html, type Html } from './html.ts';
import type { PageContext } from './page-context.ts';

const KINDS = {
  stated: ['文件原文', 'stated'],
  chosen: ['本地采用', 'chosen'],
  missing: ['文件未规定', 'not stated'],
} as const;

/** What a value decides, for somebody who is not an official. */
const NAMES: Readonly<Record<string, readonly [string, string]>> = {
  tiers: ['补贴标准', 'Standard'],
  fenPerDay: ['每天标准', 'Per day'],
  fenPerPerson: ['每人标准', 'Per person'],
  fenPerCertificate: ['每证标准', 'Per certificate'],
  fenByLevel: ['各等级标准', 'By level'],
  fenPerMonth: ['每月标准', 'Per month'],
  fenPerYear: ['每年标准', 'Per year'],
  fenPerUnit: ['每个标准', 'Each'],
  levels: ['各级标准', 'By level'],
  minimumFen: ['最低', 'At least'],
  maximumFen: ['最高', 'At most'],
  capFen: ['最高限额', 'Cap'],
  cap: ['最高限额', 'Cap'],
  fullPayFromPercent: ['全额发放的就业率', 'Employment rate for full payment'],
  belowRate: ['就业率未达到时', 'Below that rate'],
  minimumDays: ['最少天数', 'Least days'],
  needsCompletion: ['是否须结业', 'Completion needed'],
  groups: ['人员范围', 'Who is entitled'],
  eligible: ['人员和用人单位范围', 'Who is entitled'],
  repeats: ['重复享受', 'More than once'],
  firstTimeOnly: ['初次取证', 'First certificate'],
  excludeInsured: ['参保人员', 'Insured persons'],
  classesPerYear: ['每年次数', 'Classes a year'],
  repeatMonths: ['重复培训间隔', 'Months between classes'],
  minimumContributionMonths: ['最少缴费月数', 'Least months of contributions'],
  maximumMonths: ['最长月数', 'Most months'],
  onUpgrade: ['升级时', 'On an upgrade'],
  payee: ['补贴付给谁', 'Paid to'],
  fund: ['资金来源', 'Paid from'],
};

/** Whether the document says it, the county chose it, or nobody says it: visible everywhere (design section 4). */
export function kindTag({ say }: PageContext, kind: Clause['kind']): Html {
  const [zh, en] = KINDS[kind];
  return html`<span class="tag ${kind}">${say(zh, en)}</span>`;
}

/** A clause with its text. */
export function clauseText(context: PageContext, clause: Clause): Html {
  const name = NAMES[clause.name];
  return html`<p class="small">
      ${kindTag(context, clause.kind)}${name && html`<strong>${context.say(...name)}</strong> `}${clause.clause !== '' && context.han(clause.clause)}
    </p>
    <blockquote ${context.language === 'en' && html`lang="zh-CN"`}>${clause.text}</blockquote>`;
}
