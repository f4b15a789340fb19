/** Where a fact about a person comes from, the most trusted first: an outside register, a paper, the institution's entry, the person's word. */
export const factSources = ['register', 'document', 'institution', 'declaration'] as const;
export type FactSource = (typeof factSources)[number];

export interface PersonFactField {
  readonly type: 'flag' | 'count' | 'codes' | 'code';
  readonly zh: string;
  readonly en: string;
  /** What to ask where it is not known. */
  readonly ask: string;
  readonly askEn: string;
}

/** What may be known of a person when somebody asks whether the person may join or be paid. */
export const personFacts = {
  hasTrainingIntent: {
    type: 'flag',
    zh: '培训意愿',
    en: 'wish to be trained',
    ask: '本人是否有培训意愿？',
    askEn: 'Does the person wish to be trained?',
  },
  canWork: { type: 'flag', zh: '就业能力', en: 'capacity for work', ask: '本人是否有就业能力？', askEn: 'Is the person able to work?' },
  age: { type: 'count', zh: '年龄', en: 'age', ask: '周岁年龄（以身份证为准）？', askEn: 'How many full years old, by the identity card?' },
  groups: {
    type: 'codes',
    zh: '人员类别',
    en: 'groups',
    ask: '属于哪些人员类别？请查有关部门名单或身份证明材料',
    askEn: 'Which groups does the person belong to? See the registers or the proof of identity',
  },
  isInGraduatingYear: {
    type: 'flag',
    zh: '毕业年度',
    en: 'graduating year',
    ask: '是否已进入毕业学年（以学籍信息为准）？',
    askEn: 'Has the person entered the graduating school year, by the school register?',
  },
  isInOtherClass: {
    type: 'flag',
    zh: '同期在其他班',
    en: 'in another class at the time',
    ask: '同一时间是否已在其他补贴性培训班？',
    askEn: 'Is the person in another subsidised class at the same time?',
  },
  isInsured: {
    type: 'flag',
    zh: '参加失业保险',
    en: 'unemployment insurance',
    ask: '是否缴纳失业保险？',
    askEn: 'Does the person pay unemployment insurance?',
  },
  contributionMonths: {
    type: 'count',
    zh: '失业保险缴费月数',
    en: 'months of contributions',
    ask: '失业保险累计缴费多少个月？',
    askEn: 'How many months of unemployment insurance are paid?',
  },
  qualifiesForIndividual: {
    type: 'flag',
    zh: '符合个人技能提升补贴',
    en: 'qualifies for the individual subsidy',
    ask: '是否符合个人领取技能提升补贴的条件（不论是否已领）？',
    askEn: 'Does the person qualify for the individual subsidy, received or not?',
  },
  employerKind: {
    type: 'code',
    zh: '用人单位种类',
    en: 'kind of employer',
    ask: '用人单位属于哪一类？',
    askEn: 'What kind of employer is it?',
  },
  classesThisYear: {
    type: 'count',
    zh: '本年已享受次数',
    en: 'subsidised classes this year',
    ask: '本年已享受几次补贴性培训？',
    askEn: 'How many subsidised classes this year?',
  },
  repeatsWithinLimit: {
    type: 'flag',
    zh: '限期内重复',
    en: 'repeats within the limit',
    ask: '限期内是否已参加同一职业同一等级的补贴性培训？',
    askEn: 'Was the same occupation and level subsidised within the limit?',
  },
  levelSubsidised: {
    type: 'flag',
    zh: '同等级证书已补贴',
    en: 'subsidised for this level before',
    ask: '同一等级证书是否已享受补贴？',
    askEn: 'Was a certificate of this level subsidised before?',
  },
} as const satisfies Readonly<Record<string, PersonFactField>>;

export type PersonFactName = keyof typeof personFacts;
export type PersonFactValue = boolean | number | string | readonly string[];

/** One fact about a person, with its source and the day it was true. */
export interface PersonFact {
  readonly fact: PersonFactName;
  readonly value: PersonFactValue;
  readonly source: FactSource;
  readonly asOf: string;
}

/** What is known of a fact on a day; `conflict`: equally good sources of the same day say different things. */
export type Known =
  | { readonly state: 'known'; readonly of: PersonFact }
  | { readonly state: 'unknown' }
  | { readonly state: 'conflict'; readonly of: readonly PersonFact[] };

const rank = (source: FactSource): number => factSources.indexOf(source);

/** The latest word on a fact up to a day; on the same day the better source wins. What was said later does not count yet. */
export function knownFact(facts: readonly PersonFact[], fact: PersonFactName, on: string): Known {
  const said = facts.filter((one) => one.fact === fact && one.asOf <= on);
  const [best] = [...said].sort((one, other) =>
    one.asOf === other.asOf ? rank(one.source) - rank(other.source) : one.asOf < other.asOf ? 1 : -1,
  );
  if (!best) return { state: 'unknown' };
  const rivals = said.filter(({ asOf, source }) => asOf === best.asOf && source === best.source);
  const isAgreed = rivals.every(({ value }) => JSON.stringify(value) === JSON.stringify(best.value));
  return isAgreed ? { state: 'known', of: best } : { state: 'conflict', of: rivals };
}
