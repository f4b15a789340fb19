/** Columns of the 培训报名花名册 in the template's order (reference/ux.md 3.1). */
export const rosterFields = [
  'sequence',
  'name',
  'idType',
  'idNumber',
  'gender',
  'birthDate',
  'ethnicity',
  'education',
  'household',
  'residence',
  'phone',
  'category',
  'categoryProof',
  'employer',
  'occupation',
  'level',
  'firstTime',
  'card',
  'bank',
  'voucher',
  'remark',
] as const;

export type RosterField = (typeof rosterFields)[number];

/** Position of each field in a row's values. */
export const fieldIndex = Object.fromEntries(rosterFields.map((field, index) => [field, index])) as Readonly<Record<RosterField, number>>;

export interface RosterColumn {
  /** The heading of the template. */
  readonly title: string;
  /** Headings seen in the wild, without marks, brackets and spaces. */
  readonly aliases: readonly string[];
  /** A roster without this column is not read at all. */
  readonly required: boolean;
  /** Filled by a formula in the template, so a formula is no fault there. */
  readonly automatic?: boolean;
}

export const rosterColumns: Readonly<Record<RosterField, RosterColumn>> = {
  sequence: { title: '序号', aliases: ['编号', '行号'], required: false, automatic: true },
  name: { title: '姓名', aliases: ['学员姓名', '参训人员姓名', '人员姓名', '参训学员'], required: true },
  // A roster without 证件类型 is a roster of identity cards; without 申报工种 it is the class's own occupation.
  idType: { title: '证件类型', aliases: ['证件种类', '证件名称'], required: false },
  idNumber: {
    title: '证件号码',
    aliases: ['身份证号', '身份证号码', '公民身份号码', '公民身份证号码', '证件号', '身份证'],
    required: true,
  },
  gender: { title: '性别', aliases: [], required: false, automatic: true },
  birthDate: { title: '出生日期', aliases: ['出生年月', '出生年月日'], required: false, automatic: true },
  ethnicity: { title: '民族', aliases: [], required: false },
  education: { title: '文化程度', aliases: ['学历', '学历层次', '受教育程度'], required: true },
  household: { title: '户籍地址', aliases: ['户口所在地', '户籍所在地', '户籍', '家庭住址'], required: false },
  residence: {
    title: '常住乡镇/村',
    aliases: ['常住乡镇', '常住乡镇村', '乡镇', '乡镇村', '常住地', '常住地址', '现住址', '居住地址'],
    required: true,
  },
  phone: { title: '联系电话', aliases: ['电话', '手机', '手机号', '手机号码', '联系方式', '电话号码'], required: true },
  category: { title: '人员类别', aliases: ['类别', '人员身份', '人员类型', '学员类别', '人员身份类别', '培训对象类别'], required: true },
  categoryProof: { title: '类别证明号', aliases: ['类别证明编号', '证明编号', '类别证件号', '就业创业证号'], required: false },
  employer: { title: '工作单位/统一社会信用代码', aliases: ['工作单位', '所在单位', '单位', '统一社会信用代码'], required: false },
  occupation: { title: '申报工种', aliases: ['培训工种', '工种', '职业工种', '职业', '培训职业', '申报职业'], required: false },
  level: { title: '等级', aliases: ['技能等级', '培训等级', '申报等级', '级别'], required: false },
  firstTime: { title: '是否首次参加', aliases: ['是否首次', '首次参加'], required: false },
  card: { title: '社保卡号/银行账号', aliases: ['社保卡号', '银行账号', '银行卡号', '社会保障卡号', '银行账户', '账号'], required: false },
  bank: { title: '开户行', aliases: ['开户银行', '银行'], required: false },
  voucher: { title: '电子券号', aliases: ['培训券号', '券号', '电子培训券号'], required: false },
  remark: { title: '备注', aliases: ['说明'], required: false },
};

const byHeading = new Map<string, RosterField>(
  rosterFields.flatMap((field) =>
    [rosterColumns[field].title, ...rosterColumns[field].aliases].map((title) => [bare(title), field] as const),
  ),
);

/** The field a heading names, whatever marks, brackets, spaces and line breaks stand around it. */
export function fieldOf(heading: string): RosterField | undefined {
  return byHeading.get(bare(heading));
}

function bare(heading: string): string {
  return heading
    .normalize('NFKC')
    .replace(/\([^)]*\)|\[[^\]]*\]|【[^】]*】/g, '')
    .replace(/[\s*/、:_-]/g, '');
}
