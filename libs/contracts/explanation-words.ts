/** A word or sentence in both languages; `{name}` stands for an input or parameter. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

type Table = Readonly<Record<string, Words>>;

/** What each step of a calculation does. */
export const stepWords: Table = {
  tiers: { zh: '按天分档', en: 'tiers by day' },
  cap: { zh: '每人（单位）上限', en: 'cap' },
  'cap-left': { zh: '累计上限的余额', en: 'what is left of the cap' },
  approved: { zh: '县里核定的金额', en: 'amount approved by the county' },
  'daily-rate': { zh: '按天计算', en: 'daily rate' },
  'earlier-standard': { zh: '原有较高标准继续执行', en: 'the earlier, higher standard continues' },
  'per-person': { zh: '按人计算', en: 'amount per person' },
  'per-certificate': { zh: '按证书计算', en: 'amount per certificate' },
  'individual-level': { zh: '按证书等级（个人）', en: 'individual amount by level' },
  'per-month': { zh: '按月计算', en: 'amount per month' },
  'month-tiers': { zh: '按培训月数分档', en: 'tier by months' },
  'per-year': { zh: '按年计算', en: 'amount per year' },
  capacity: { zh: '按培训规模分档', en: 'steps by capacity' },
  'per-level': { zh: '按级别', en: 'amount by level' },
  upgrade: { zh: '升级补差', en: 'difference on upgrade' },
  'per-unit': { zh: '按数量计算', en: 'amount per unit' },
  counts: { zh: '按培训和输出人数', en: 'by persons trained and placed' },
  'paid-before': { zh: '减去此前已付', en: 'less what was paid before' },
  people: { zh: '人数相乘', en: 'times persons' },
};

/** Why a line is 0. */
export const exclusionWords: Table = {
  NOT_COMPLETED: { zh: '不在结业名单上', en: 'not on the completion roster' },
  NOT_EMPLOYED: { zh: '就业率未达到，本人未就业', en: 'employment rate not reached and not employed' },
  NOT_IN_GROUP: { zh: '不属于政策列明的人员类别', en: 'in none of the groups the policy names' },
  YEARLY_LIMIT_REACHED: { zh: '本年享受次数已满', en: 'the classes of this year are used up' },
  REPEATED_TOO_SOON: { zh: '限期内同一职业同一等级重复', en: 'the same occupation and level again too soon' },
  DAYS_BELOW_MINIMUM: { zh: '培训天数不足', en: 'too few days' },
  NO_CERTIFICATE: { zh: '没有证书', en: 'no certificate' },
  NOT_FIRST_CERTIFICATE: { zh: '不是初次取得', en: 'not the first certificate' },
  LEVEL_SUBSIDISED_BEFORE: { zh: '同一等级已享受过', en: 'subsidised for this level before' },
  SUBSIDISED_BEFORE: { zh: '已享受过一次', en: 'subsidised once before' },
  QUALIFIES_FOR_INDIVIDUAL: { zh: '缴纳失业保险且符合个人技能提升补贴', en: 'insured and qualified for the individual subsidy' },
  NO_LEVEL: { zh: '没有等级', en: 'no level' },
  CONTRIBUTIONS_BELOW_MINIMUM: { zh: '缴费月数不足', en: 'too few months of contributions' },
  EMPLOYER_NOT_ELIGIBLE: { zh: '用人单位不在范围内', en: 'this kind of employer is not covered' },
  MONTHS_USED_UP: { zh: '补贴月数已满', en: 'the months are used up' },
  MONTHS_BELOW_MINIMUM: { zh: '月数不足', en: 'too few months' },
  CAPACITY_BELOW_MINIMUM: { zh: '培训规模不足', en: 'capacity too small' },
  LEVEL_PAID_BEFORE: { zh: '此级别或更高级别已奖补', en: 'this level or a higher one was paid before' },
};

/** What would bring more. */
export const hintWords: Table = {
  EMPLOYMENT_RATE_BELOW: { zh: '再有 {missing} 人就业即达到 {percent}%（现 {employed}/{trained}），全员拨付', en: '{missing} more employed reaches {percent} % (now {employed} of {trained}) and pays everybody' },
  ONE_MORE_DAY: { zh: '再多1个培训日（{people} 人）', en: 'one more day ({people} persons)' },
  ONE_MORE_MONTH: { zh: '再多1个月（{people} 人）', en: 'one more month ({people} persons)' },
  NEXT_TIER: { zh: '达到下一档（{people} 人）', en: 'the next tier ({people} persons)' },
  NEXT_CAPACITY_STEP: { zh: '达到下一档规模', en: 'the next step of capacity' },
  SOFT_CAP_REACHED: { zh: '“原则上”的上限：经书面理由和第二人批准可提高（{people} 人）', en: 'a cap "in principle": a written reason and a second approver may raise it ({people} persons)' },
  SOFT_YEARLY_LIMIT: { zh: '“原则上”的次数限制：经书面理由和第二人批准可放宽（{people} 人）', en: 'a yearly limit "in principle": a written reason and a second approver may lift it ({people} persons)' },
  CONTRIBUTIONS_BELOW_MINIMUM: { zh: '缴费月数达到要求后（{people} 人）', en: 'once enough contributions are paid ({people} persons)' },
  DAYS_BELOW_MINIMUM: { zh: '培训天数达到要求后（{people} 人）', en: 'once there are enough days ({people} persons)' },
};

/** Why a day was or was not counted. */
export const dayWords: Table = {
  start: { zh: '起算日，不计', en: 'day 0' },
  'calendar-day': { zh: '自然日', en: 'calendar day' },
  'working-day': { zh: '工作日', en: 'working day' },
  'make-up-day': { zh: '调休上班，计入', en: 'make-up day, counts' },
  weekend: { zh: '周末，不计', en: 'weekend' },
  holiday: { zh: '放假，不计', en: 'holiday' },
  suspended: { zh: '补正期间，不计', en: 'clock stopped' },
};

/** The three kinds of a value (design section 4). */
export const valueKindWords: Table = {
  stated: { zh: '文件规定', en: 'stated' },
  chosen: { zh: '本地选择', en: 'chosen' },
  missing: { zh: '未明确', en: 'missing' },
};

/** How an act lies to its deadline, and the answers to who may. */
export const answerWords: Table = {
  early: { zh: '早于窗口，届时转交', en: 'early, waits for the window' },
  'in-time': { zh: '在期限内', en: 'in time' },
  late: { zh: '已逾期', en: 'late' },
  'needs-special-reason': { zh: '须记录特殊原因', en: 'needs a recorded special reason' },
  yes: { zh: '可以', en: 'yes' },
  no: { zh: '不可以', en: 'no' },
  unknown: { zh: '待核实', en: 'unknown' },
};
