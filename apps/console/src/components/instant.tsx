import { useLanguage } from '../app/i18n/language.ts';

const formats = {
  zh: new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' }),
  en: new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Shanghai', dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' }),
};

/** An instant as a clock in Shanghai shows it. */
export function Instant({ at }: { readonly at: string }) {
  const language = useLanguage();
  return <time dateTime={at}>{formats[language].format(new Date(at))}</time>;
}
