import { limits } from './limits.ts';

/** Everything a calculation may know of one line: a person, a unit, or several equal ones. Complete: what was not said has its default. */
export interface Facts {
  readonly people: number;
  readonly payableDays: number;
  readonly isCompleted: boolean;
  readonly isEmployed: boolean;
  readonly groups: readonly string[];
  readonly paidFen: bigint;
  readonly approvedFen: bigint | null;
  readonly overrideCapFen: bigint | null;
  readonly classesThisYear: number;
  readonly overrideYearlyLimit: boolean;
  readonly monthsSinceSame: number | null;
  readonly certificate: string | null;
  readonly isFirst: boolean;
  readonly subsidised: readonly string[];
  readonly isInsured: boolean;
  readonly qualifiesForIndividual: boolean;
  readonly level: string | null;
  readonly paidLevel: string | null;
  readonly contributionMonths: number;
  readonly months: number;
  readonly monthsPaid: number;
  readonly employerKind: string | null;
  readonly years: number;
  readonly capacity: number;
  readonly count: number;
  readonly trained: number;
  readonly exported: number;
  readonly awardedFen: bigint;
}

export type FactName = keyof Facts;

/** One line as it is handed in; `ref` is the caller's own reference, e.g. an enrollment id, never a name. */
export type LineFacts = { readonly ref: string } & { readonly [Name in FactName]?: Facts[Name] | undefined };

/** How a fact is asked for, checked and shown. Drives scenarios, command line, HTTP, forms and the frozen facts of a claim. */
export interface FactField {
  readonly type: 'count' | 'fen' | 'flag' | 'code' | 'codes';
  readonly zh: string;
  readonly en: string;
  /** What the value means, for an official. */
  readonly meaning: string;
  /** 天, 人 …; only for counts. */
  readonly unit?: string;
  /** The greatest value anybody may give: a limit of this program (exact integers, honest forms), never of a policy. */
  readonly max?: number;
  /** Whether "none" (null) can be said. */
  readonly isNullable?: true;
}

/** The registry: name of a fact → its form. An amount may also be given in yuan under its name without `Fen`, e.g. `paid: "2500.00"`. */
export const factFields = {
  people: { type: 'count', zh: '人数', en: 'persons', unit: '人', max: limits.count, meaning: '情况相同的人数（或单位数），默认1' },
  payableDays: {
    type: 'count',
    zh: '计补天数',
    en: 'payable days',
    unit: '天',
    max: limits.days,
    meaning: '计划上课且有效打卡的天数，自第一天累计（AMB-16、AMB-17）',
  },
  isCompleted: { type: 'flag', zh: '已结业', en: 'completed', meaning: '在经审核的结业名单上（AMB-09），默认是' },
  isEmployed: { type: 'flag', zh: '已就业', en: 'employed', meaning: '申领日已就业并有证明（AMB-10、AMB-11），默认否' },
  groups: { type: 'codes', zh: '所属群体', en: 'groups', meaning: '政策包 groups.yaml 中的群体代码' },
  paidFen: { type: 'fen', zh: '此前已付', en: 'paid before', max: limits.fen, meaning: '同一补贴此前阶段已付金额（AMB-18），默认0' },
  approvedFen: {
    type: 'fen',
    zh: '核定金额',
    en: 'approved amount',
    max: limits.fen,
    isNullable: true,
    meaning: '文件只有上限或区间时，县里核定的每人（每人每年）金额（AMB-22、AMB-28）',
  },
  overrideCapFen: {
    type: 'fen',
    zh: '批准的上限',
    en: 'raised cap',
    max: limits.fen,
    isNullable: true,
    meaning: '“原则上”的上限经书面理由和第二人批准后的数额（AMB-15）',
  },
  classesThisYear: {
    type: 'count',
    zh: '本年已享受次数',
    en: 'classes this year',
    unit: '次',
    max: limits.count,
    meaning: '本自然年此前已享受补贴培训的次数（AMB-35），默认0',
  },
  overrideYearlyLimit: {
    type: 'flag',
    zh: '批准超次',
    en: 'yearly limit lifted',
    meaning: '“原则上”的次数限制经书面理由和第二人批准后放宽（AMB-15），默认否',
  },
  monthsSinceSame: {
    type: 'count',
    zh: '距上次同工种同等级月数',
    en: 'months since the same class',
    unit: '月',
    max: limits.months,
    isNullable: true,
    meaning: '距上次同一职业同一等级补贴培训结业的满月数；没有则不填（AMB-35）',
  },
  certificate: {
    type: 'code',
    zh: '证书',
    en: 'certificate',
    isNullable: true,
    meaning:
      '证书等级或种类：elementary 初级工、intermediate 中级工、advanced 高级工、technician 技师、senior-technician 高级技师、special-operation 特种作业、special-equipment 特种设备、special-competency 专项职业能力',
  },
  isFirst: { type: 'flag', zh: '初次取得', en: 'first certificate', meaning: '此种证书为初次取得，默认否' },
  subsidised: { type: 'codes', zh: '已补贴证书', en: 'subsidised before', meaning: '此人此前已享受补贴的证书等级或种类（AMB-20）' },
  isInsured: { type: 'flag', zh: '参加失业保险', en: 'insured', meaning: '缴纳失业保险' },
  qualifiesForIndividual: {
    type: 'flag',
    zh: '符合个人技能提升补贴',
    en: 'qualifies for the individual subsidy',
    meaning: '符合个人领取技能提升补贴的条件，不论是否已领（AMB-24）',
  },
  level: { type: 'code', zh: '等级', en: 'level', isNullable: true, meaning: '证书等级，或工作室、品牌的级别' },
  paidLevel: { type: 'code', zh: '已奖补级别', en: 'level paid before', isNullable: true, meaning: '此前已按哪一级别奖补（AMB-27）' },
  contributionMonths: {
    type: 'count',
    zh: '缴费月数',
    en: 'months of contributions',
    unit: '月',
    max: limits.months,
    meaning: '失业保险累计缴费月数',
  },
  months: {
    type: 'count',
    zh: '满月数',
    en: 'full months',
    unit: '月',
    max: limits.months,
    meaning: '本次申领的满月数；学徒为整年之外的月数',
  },
  monthsPaid: {
    type: 'count',
    zh: '已补贴月数',
    en: 'months paid before',
    unit: '月',
    max: limits.months,
    meaning: '此人此前已享受补贴的月数（AMB-56），默认0',
  },
  employerKind: {
    type: 'code',
    zh: '吸纳主体',
    en: 'kind of employer',
    isNullable: true,
    meaning: '用人单位种类代码，如 insured-enterprise 参保企业',
  },
  years: { type: 'count', zh: '整年数', en: 'whole years', unit: '年', max: limits.years, meaning: '学徒培养的整年数（AMB-28）' },
  capacity: { type: 'count', zh: '同时培训人数', en: 'capacity', unit: '人', max: limits.count, meaning: '可同时培训的人数' },
  count: { type: 'count', zh: '数量', en: 'count', unit: '个', max: limits.count, meaning: '计补单位的数量' },
  trained: { type: 'count', zh: '培训人数', en: 'persons trained', unit: '人', max: limits.count, meaning: '品牌当年培训人数' },
  exported: { type: 'count', zh: '输出人数', en: 'persons placed elsewhere', unit: '人', max: limits.count, meaning: '品牌当年输出人数' },
  awardedFen: {
    type: 'fen',
    zh: '历年累计奖励',
    en: 'awarded in earlier years',
    max: limits.fen,
    meaning: '此品牌此级别此前各年累计奖励（AMB-25），默认0',
  },
} as const satisfies Readonly<Record<FactName, FactField>>;

/** What holds of a line where nothing else was said. */
export const factDefaults: Facts = {
  ...{ people: 1, payableDays: 0, isCompleted: true, isEmployed: false, groups: [], paidFen: 0n, approvedFen: null, overrideCapFen: null },
  ...{ classesThisYear: 0, overrideYearlyLimit: false, monthsSinceSame: null, certificate: null, isFirst: false, subsidised: [] },
  ...{ isInsured: false, qualifiesForIndividual: false, level: null, paidLevel: null, contributionMonths: 0, months: 0, monthsPaid: 0 },
  ...{ employerKind: null, years: 0, capacity: 0, count: 0, trained: 0, exported: 0, awardedFen: 0n },
};
