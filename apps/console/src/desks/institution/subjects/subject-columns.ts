import { codesFor, factFields, factsOfRule, type FactName, type PolicySnapshot, type SubsidyRule } from '#libs/policy';
import { wordsIn } from '../../../app/i18n/define-words.ts';
import type { Language } from '../../../app/i18n/language.ts';
import { worded } from '../../../components/case-words.ts';
import { factCodeWords } from '../../../components/fact-words.ts';
import { subjectWords } from './words.ts';

/** One thing asked of each person or unit; a value is text, a flag is `yes`, several codes stand with semicolons. */
export interface SubjectColumn {
  /** Pointer below the subject, as the server's findings name it. */
  readonly path: string;
  readonly label: string;
  readonly type: 'text' | 'month' | 'count' | 'money' | 'flag' | 'code' | 'codes';
  readonly isNeeded: boolean;
  readonly options?: readonly { readonly value: string; readonly label: string }[] | undefined;
}

export interface AskedOf {
  readonly basis: 'list' | 'unit';
  readonly needs: readonly string[];
  readonly may: readonly string[];
  readonly payeeKind: 'applicant' | 'subject';
  readonly rule: SubsidyRule;
  readonly groups: PolicySnapshot['groups'];
}

const TYPES = { count: 'count', fen: 'money', flag: 'flag', code: 'code', codes: 'codes' } as const;

function isFact(name: string): name is FactName {
  return Object.hasOwn(factFields, name);
}

function factColumn(name: FactName, { rule, groups }: AskedOf, isNeeded: boolean, language: Language): SubjectColumn {
  const codes = wordsIn(factCodeWords, language);
  const field = factFields[name];
  const known = codesFor(rule, name, Object.keys(groups));
  const labelOf = (code: string): string => {
    const group = name === 'groups' ? groups[code] : undefined;
    if (group) return language === 'en' ? group.titleEn : (group.names[0] ?? code);
    return worded(codes, code);
  };
  return {
    path: `facts/${name}`,
    label: language === 'en' ? field.en : field.zh,
    type: TYPES[field.type],
    isNeeded,
    options: known?.map((value) => ({ value, label: labelOf(value) })),
  };
}

/** Whether the subsidy is for months or years, which follow from the period. */
function asksPeriod(rule: SubsidyRule): boolean {
  const { needs, may } = factsOfRule(rule);
  return [...needs, ...may].some((name) => name === 'months' || name === 'years');
}

/** Everything asked of each subject of a claim, in the order of form and table. */
export function subjectColumns(asked: AskedOf, language: Language): readonly SubjectColumn[] {
  const words = wordsIn(subjectWords, language);
  const text = (path: string, label: string, isNeeded = true): SubjectColumn => ({ path, label, type: 'text', isNeeded });
  const who = asked.basis === 'unit' ? [text('unitName', words.unitName)] : [text('name', words.name), text('idNumber', words.idNumber)];
  const period: readonly SubjectColumn[] = asksPeriod(asked.rule)
    ? [
        { path: 'period/from', label: words.from, type: 'month', isNeeded: true },
        { path: 'period/to', label: words.to, type: 'month', isNeeded: true },
      ]
    : [];
  const account =
    asked.payeeKind === 'subject'
      ? [text('account/bank', words.bank), text('account/number', words.account), text('account/holder', words.holder, false)]
      : [];
  const facts = (names: readonly string[], isNeeded: boolean) =>
    names.filter(isFact).map((name) => factColumn(name, asked, isNeeded, language));
  return [
    ...who,
    ...period,
    ...facts(asked.needs, true),
    ...(asked.basis === 'list' ? [text('reference', words.reference, false)] : []),
    ...account,
    ...facts(asked.may, false),
  ];
}
