import { capitalYuan, formatYuan } from '#libs/policy';
import { html, type Html } from './html.ts';
import type { PageContext } from './page-context.ts';

/** ¥3,000.00 */
export function yuan(fen: bigint): string {
  const [whole = '', cents = ''] = formatYuan(fen).split('.');
  return `¥${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${cents}`;
}

/** An amount in figures and, as papers carry it, in capital numerals. */
export function yuanInWords({ han }: PageContext, fen: bigint): Html {
  return html`${yuan(fen)}（${han(capitalYuan(fen))}）`;
}

/** 2026年3月9日, or 9 March 2026. */
export function dayOf({ language }: PageContext, day: string): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
  return language === 'en' ? `${date} ${months[month - 1] ?? ''} ${year}` : `${year}年${month}月${date}日`;
}

const inShanghai = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });

/** The calendar day of an instant, where the notices are: `YYYY-MM-DD`. */
export function dayOfInstant(instant: string): string {
  return inShanghai.format(new Date(instant));
}

export interface WrongField {
  /** The id of the field it is about. */
  readonly field: string;
  readonly message: string;
}

/** What is wrong with a form, in one place; it takes the focus when the page opens, without a script. */
export function errorSummary({ say }: PageContext, wrong: readonly WrongField[]): Html | false {
  if (wrong.length === 0) return false;
  return html`<div class="summary" role="alert" tabindex="-1" autofocus aria-labelledby="summary-title">
    <h2 id="summary-title">${say('请更正以下内容', 'There is a problem')}</h2>
    <ul>
      ${wrong.map(({ field, message }) => html`<li><a href="#${field}">${message}</a></li>`)}
    </ul>
  </div>`;
}

export interface Field {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly wrong: readonly WrongField[];
}

/** A labelled field with its hint and its error, tied together for those who cannot see the layout. `control` gets the attributes it must carry. */
export function field({ id, label, hint, wrong }: Field, control: (attributes: Html) => Html): Html {
  const error = wrong.find((one) => one.field === id)?.message;
  const described = [hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`].filter(Boolean).join(' ');
  const attributes = html`id="${id}" name="${id}" ${described !== '' && html`aria-describedby="${described}"`}
  ${error !== undefined && html`aria-invalid="true"`}`;
  return html`<div class="field${error !== undefined && ' wrong'}">
    <label for="${id}">${label}</label> ${hint !== undefined && html`<span class="hint" id="${id}-hint">${hint}</span>`}
    ${error !== undefined && html`<span class="error" id="${id}-error">${error}</span>`} ${control(attributes)}
  </div>`;
}

/** How long a notice may still be objected to: words, a sign and a number, never color alone. */
export function clockOf(
  context: PageContext,
  { isOpen, daysLeft, closesOn }: { readonly isOpen: boolean; readonly daysLeft: number; readonly closesOn: string },
): Html {
  const { say } = context;
  const day = dayOf(context, closesOn);
  if (!isOpen)
    return html`<span class="clock over"><span aria-hidden="true">■</span>${say(`公示期已满（${day}）`, `Ended on ${day}`)}</span>`;
  if (daysLeft === 0)
    return html`<span class="clock last"
      ><span aria-hidden="true">▲</span>${say(`今天是最后一天（${day}）`, `Last day to object: today, ${day}`)}</span
    >`;
  return html`<span class="clock open"
    ><span aria-hidden="true">●</span
    >${say(`公示中，还剩${daysLeft}个工作日，截至${day}`, `Open: ${daysLeft} working days left, until ${day}`)}</span
  >`;
}
