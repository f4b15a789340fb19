import { answerWords, dayWords } from '#libs/contracts';
import { weekday, type Deadline } from '#libs/policy';
import { wordsFor, type Language } from './language.ts';
import { table } from './table.ts';
import { sourceText } from './value.ts';

const WEEKDAYS = { zh: ['一', '二', '三', '四', '五', '六', '日'], en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] } as const;

function resultTexts({ earliestOn, dueOn, nextOn, year, percent, remindOn, timeliness }: Deadline, language: Language): string[] {
  const isZh = language === 'zh';
  const lines: (string | null)[] = [
    earliestOn && `${isZh ? '最早' : 'earliest'}: ${earliestOn}`,
    `${isZh ? '到期日' : 'due'}: ${dueOn}`,
    nextOn && `${isZh ? '其后' : 'then'}: ${nextOn}`,
    year === null ? null : `${isZh ? '年度' : 'year'}: ${year}`,
    percent === null ? null : `${isZh ? '进度' : 'progress'}: ${percent} %`,
    remindOn.length > 0 ? `${isZh ? '提醒' : 'reminders'}: ${remindOn.join(', ')}` : null,
    timeliness && `${isZh ? '办理情况' : 'timeliness'}: ${wordsFor(answerWords, timeliness, language)}`,
  ];
  return lines.filter((line) => line !== null);
}

/** A deadline in words: the day, what it rests on, and every day counted with its reason. */
export function deadlineText(deadline: Deadline, language: Language): string {
  const isZh = language === 'zh';
  const days = deadline.days.map(({ day, number, reason, name }) => [
    day,
    WEEKDAYS[language][weekday(day) - 1] ?? '',
    number === null ? '–' : String(number),
    `${wordsFor(dayWords, reason, language)}${name === null ? '' : ` (${name})`}`,
  ]);
  const basis = deadline.basis.map(
    ({ name, value }) => `  ${name} = ${value.kind === 'missing' ? '?' : JSON.stringify(value.value)}  ${sourceText(value, language)}`,
  );
  return [
    ...resultTexts(deadline, language),
    isZh ? '依据：' : 'Because:',
    ...basis,
    ...(days.length > 0 ? [table(isZh ? ['日期', '星期', '第几天', '说明'] : ['day', '', 'number', 'why'], days)] : []),
  ].join('\n');
}
