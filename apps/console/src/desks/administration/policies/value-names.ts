import { type Role, roleNames } from '#libs/contracts';
import type { Language } from '../../../app/i18n/language.ts';

type Names = Readonly<Record<string, readonly [zh: string, en: string]>>;

/** The parts of a policy. */
export const partNames: Names = {
  process: ['培训流程', 'Process'],
  subsidies: ['补贴项目', 'Subsidies'],
  deadlines: ['年度期限', 'Dates of the year'],
  eligibility: ['参加和享受条件', 'Eligibility'],
  groups: ['人员类别', 'Groups of people'],
  targets: ['目标任务', 'Targets'],
  directories: ['承担机构名单', 'Directories'],
  statements: ['其他规定', 'Other rules'],
};

const steps: Names = {
  order: ['订单式培训', 'Order-based training'],
  project: ['项目制培训', 'Project-based training'],
  universal: ['普惠制培训', 'Universal training'],
  enterprise: ['企业职工培训', 'In-service training'],
  'labour-brand': ['特色劳务品牌培训', 'Labor brand training'],
  entrepreneurship: ['创业培训', 'Start-up training'],
  apprenticeship: ['企业新型学徒制', 'Apprenticeship'],
  menu: ['菜单式培训', 'Menu training'],
  'work-for-training': ['以工代训', 'Work for training'],
  'labour-preparation': ['劳动预备制培训', 'Labor preparation'],
  claim: ['补贴申领', 'Claim'],
  opening: ['开班备案', 'Opening'],
  delivery: ['培训实施', 'Delivery'],
  objection: ['异议', 'Objection'],
  assessment: ['评价', 'Assessment'],
  completion: ['结业', 'Completion'],
  correction: ['补正', 'Correction'],
  eligibility: ['参训人员', 'Trainees'],
  activation: ['权限开通', 'Activation'],
  payout: ['拨付', 'Payout'],
  review: ['审核', 'Review'],
  signOff: ['两人签字', 'Sign-off'],
  settlement: ['结算方式', 'Settlement'],
  publicNotice: ['公示', 'Public notice'],
  financeReview: ['财政复审', 'Finance review'],
  employmentProof: ['就业证明', 'Employment proof'],
  steps: ['审批环节', 'Step'],
  filing: ['提交时间', 'Filing window'],
  evidence: ['过程佐证', 'Evidence'],
  figures: ['指标', 'Figure'],
  tables: ['分解表', 'Table'],
  conditions: ['条件', 'Condition'],
};

/** What a value is called where it stands; the last step of its path. */
const leaves: Names = {
  workingDays: ['时限', 'Time limit'],
  signers: ['签字人数', 'Signers'],
  contents: ['公示内容', 'Contents'],
  kinds: ['认可的证明', 'Accepted proofs'],
  minimumMonths: ['最短期限', 'Minimum term'],
  latestDaysBefore: ['最迟提前', 'Latest, before start'],
  earliestDaysBefore: ['最早提前', 'Earliest, before start'],
  video: ['录像', 'Video'],
  clockIn: ['签到方式', 'Clock-in'],
  siteCheck: ['实地检查', 'Site check'],
  spotChecks: ['现场抽查', 'Spot checks'],
  faceClipsPerDay: ['每日人脸识别视频', 'Face clips a day'],
  keepsWholeCourse: ['保存全程视频', 'Keeps the whole course'],
  showsAllTrainees: ['画面覆盖全体学员', 'Shows all trainees'],
  continuousMinutesPerHour: ['每学时连续录像', 'Continuous video an hour'],
  teachingClipMinutesPerDay: ['每日授课视频', 'Teaching clip a day'],
  hoursPerDay: ['每日学时', 'Hours a day'],
  maximumDays: ['最长天数', 'Most days'],
  minimumDays: ['最短天数', 'Fewest days'],
  basicCourses: ['基本课程', 'Basic courses'],
  maximumTrainees: ['人数上限', 'Most trainees'],
  minimumTrainees: ['人数下限', 'Fewest trainees'],
  daysBeforeEnd: ['结业前提交', 'Before the end'],
  groups: ['人员范围', 'Groups'],
  excluded: ['不得参加', 'Excluded'],
  settlement: ['结算方式', 'Settlement'],
  payee: ['收款人', 'Payee'],
  repeats: ['享受次数', 'Repeats'],
  firstTimeOnly: ['限初次取得', 'First time only'],
  excludeInsured: ['不含已参保人员', 'Excludes the insured'],
  fenPerCertificate: ['每证标准', 'Per certificate'],
  fenPerDay: ['每日标准', 'Per day'],
  fenPerPerson: ['每人标准', 'Per person'],
  fenPerYear: ['每年标准', 'Per year'],
  fenPerMonth: ['每月标准', 'Per month'],
  fenPerUnit: ['每个标准', 'Per unit'],
  fenByLevel: ['按等级标准', 'By level'],
  needsCompletion: ['须完成培训', 'Needs completion'],
  tiers: ['按天分档', 'Tiers by days'],
  capFen: ['每人封顶', 'Cap per person'],
  belowRate: ['就业率不足时', 'Below the rate'],
  fullPayFromPercent: ['全额就业率', 'Full pay from'],
  fund: ['资金来源', 'Fund'],
  onUpgrade: ['晋级时', 'On upgrade'],
  minimumContributionMonths: ['最短缴费', 'Contributions'],
  maximumFen: ['上限', 'Maximum'],
  minimumFen: ['下限', 'Minimum'],
  cap: ['总额控制', 'Cap'],
  baseFen: ['基础金额', 'Base amount'],
  stepFen: ['每级增加', 'Per step'],
  baseUpTo: ['基础规模', 'Base up to'],
  stepPersons: ['每级人数', 'Persons a step'],
  fromCapacity: ['起点规模', 'From capacity'],
  eligible: ['享受对象', 'Who is eligible'],
  maximumMonths: ['最长月数', 'Most months'],
  levels: ['分级标准', 'By level of award'],
  repeatMonths: ['间隔', 'Interval'],
  classesPerYear: ['每年次数', 'Classes a year'],
  earlierHigherStandard: ['原较高标准', 'Earlier, higher standard'],
  undecidedBelowMonths: ['不足月数未定', 'Undecided below'],
  aliases: ['又称', 'Also called'],
  countsInTotal: ['计入合计', 'Counts in the total'],
};

const deadlineNames: Names = {
  claimUntil: ['申领截止', 'Claims until'],
  filingDays: ['备案提前量', 'Filing days'],
  checkpoints: ['进度节点', 'Checkpoints'],
  trainingUntil: ['培训截止', 'Training until'],
  statisticsUntil: ['统计口径截止', 'Statistics until'],
  rankingFromMonth: ['排名起始月', 'Ranking from month'],
  rankingWorkingDays: ['月度调度', 'Monthly ranking'],
  claimExceptionUntil: ['特殊原因最迟', 'With special reason until'],
  reminderWorkingDays: ['提醒提前量', 'Reminder ahead'],
  videoRetentionYears: ['视频保存', 'Video kept'],
  rectificationWorkingDays: ['整改期限', 'Rectification'],
};

/** Codes a value may hold, as people say them. */
const codes: Names = {
  once: ['一单一结算', 'once for the order'],
  staged: ['分时段阶段性结算', 'stage by stage'],
  contract: ['劳动合同', 'contract'],
  wage: ['工资发放', 'wage record'],
  'social-insurance': ['社会保险', 'social insurance'],
  phone: ['手机签到', 'by phone'],
  voucher: ['电子培训券', 'by voucher'],
  none: ['不要求', 'none'],
  organizer: ['组织培训的单位', 'organizer'],
  person: ['本人', 'the person'],
  institution: ['培训机构', 'institution'],
  enterprise: ['企业', 'enterprise'],
  brand: ['劳务品牌单位', 'the brand'],
  studio: ['工作室', 'studio'],
  each: ['每次', 'each time'],
  'once-per-level': ['每等级一次', 'once a level'],
  'employed-only': ['按已就业人数', 'only for the employed'],
  difference: ['补差额', 'the difference'],
  full: ['全额', 'in full'],
  'special-operation': ['特种作业', 'special operation'],
  'special-equipment': ['特种设备', 'special equipment'],
  intermediate: ['中级工', 'intermediate'],
  advanced: ['高级工', 'advanced'],
  calendar: ['自然日', 'calendar days'],
  working: ['工作日', 'working days'],
};

const say = (names: Names, key: string, language: Language): string | undefined => names[key]?.[language === 'en' ? 1 : 0];

/** A code of a value in words; itself where it is text already. */
export function codeName(code: string, language: Language): string {
  return say(codes, code, language) ?? say(steps, code, language) ?? roleNames[code as Role]?.[language] ?? code;
}

const isIndex = (step: string): boolean => /^\d+$/.test(step);

/** Where a value belongs: its part of the policy, and the class type, subsidy or the like within. */
export function groupOf(path: string): string {
  const [part = '', within = ''] = path.split('/').slice(1);
  return part === 'process' || part === 'subsidies' ? `${part}/${within}` : part;
}

/** The title of a group of values. @param titles the policy's own titles of its subsidies. */
export function groupName(group: string, language: Language, titles: Readonly<Record<string, string>>): string {
  const [part = '', within] = group.split('/');
  const name = say(partNames, part, language) ?? part;
  return within === undefined ? name : `${name} · ${titles[within] ?? codeName(within, language)}`;
}

/** What a value is called within its group. @param label of a group of people, its name. */
export function valueName(path: string, language: Language): string {
  const [part = '', ...rest] = path.split('/').slice(1);
  const within = part === 'process' || part === 'subsidies' ? rest.slice(1) : rest;
  if (part === 'deadlines') return say(deadlineNames, rest[0] ?? '', language) ?? rest.join(' ');
  const said = within
    .filter((step) => step !== 'value' && step !== 'steps' && step !== 'figures' && step !== 'conditions')
    .map((step) => (isIndex(step) ? String(Number(step) + 1) : (say(steps, step, language) ?? say(leaves, step, language) ?? step)));
  const last = within.at(-1) ?? '';
  const leaf = say(leaves, last, language);
  return [...said.slice(0, -1), leaf ?? said.at(-1) ?? partNames[part]?.[language === 'en' ? 1 : 0] ?? part].join(' · ');
}
