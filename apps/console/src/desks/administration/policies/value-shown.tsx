import type { Language } from '../../../app/i18n/language.ts';
import { codeName } from './value-names.ts';

const yuan = (fen: number): string => `¥${(fen / 100).toLocaleString('en', { minimumFractionDigits: 2 })}`;

/** What a number of a policy counts, by the name it stands under. */
const units: readonly (readonly [pattern: RegExp, zh: string, en: string])[] = [
  [/workingDays$/i, ' 个工作日', ' working days'],
  [/Days(Before\w*|PerYear)?$|daysBefore/i, ' 天', ' days'],
  [/Months?$/, ' 个月', ' months'],
  [/Minutes\w*$/, ' 分钟', ' minutes'],
  [/Years$/, ' 年', ' years'],
  [/Percent$/, '%', '%'],
  [/signers|Trainees$|Persons$/, ' 人', ' persons'],
  [/hoursPerDay/, ' 学时', ' hours'],
];

function numberShown(value: number, key: string, language: Language): string {
  if (/fen/i.test(key)) return yuan(value);
  const unit = units.find(([pattern]) => pattern.test(key));
  return `${value}${unit?.[language === 'en' ? 2 : 1] ?? ''}`;
}

function tierShown({ upToDay, fenPerDay }: { readonly upToDay: number | null; readonly fenPerDay: number }, language: Language): string {
  if (language === 'en') return upToDay === null ? `${yuan(fenPerDay)} a day beyond` : `${yuan(fenPerDay)} a day up to day ${upToDay}`;
  return upToDay === null ? `其后每天 ${yuan(fenPerDay)}` : `前 ${upToDay} 天每天 ${yuan(fenPerDay)}`;
}

/**
 * A value of a policy in words: amounts in yuan, days with their unit, codes by their names.
 * @param names codes the policy itself names, such as groups of people.
 */
export function valueShown(value: unknown, path: string, language: Language, names: Readonly<Record<string, string>> = {}): string {
  const key = path.split('/').findLast((step) => !/^\d+$/.test(step) && step !== 'value') ?? '';
  const show = (one: unknown, at: string): string => {
    if (one === null || one === undefined) return '—';
    if (typeof one === 'boolean') return language === 'en' ? (one ? 'yes' : 'no') : one ? '是' : '否';
    if (typeof one === 'number') return numberShown(one, at, language);
    if (typeof one === 'string') return names[one] ?? codeName(one, language);
    if (Array.isArray(one)) return one.map((item) => show(item, at)).join(language === 'en' ? ', ' : '、');
    if (typeof one !== 'object') return '—';
    if ('fenPerDay' in one && 'upToDay' in one) return tierShown(one as { upToDay: number | null; fenPerDay: number }, language);
    return Object.entries(one)
      .filter(([, part]) => part !== null)
      .map(([name, part]) => `${names[name] ?? codeName(name, language)} ${show(part, name)}`)
      .join(language === 'en' ? '; ' : '；');
  };
  return show(value, key);
}
