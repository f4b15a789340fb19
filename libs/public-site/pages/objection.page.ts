import type { ObjectionReceipt, ObjectionView } from '#libs/casework';
import type { TypedObjection } from '../application/read-objection.ts';
import { html, type Html } from '../html/html.ts';
import type { Page } from '../html/layout.ts';
import type { PageContext } from '../html/page-context.ts';
import { clockOf, dayOf, dayOfInstant, errorSummary, field, type WrongField } from '../html/pieces.ts';
import type { NoticePage } from '../persistence/site.query.ts';

function scopeField({ say }: PageContext, typed: TypedObjection, wrong: readonly WrongField[]): Html {
  const error = wrong.find(({ field: name }) => name === 'scope-persons')?.message;
  const choice = (value: string, words: string) =>
    html`<div class="choice">
      <input
        type="radio"
        id="scope-${value}"
        name="scope"
        value="${value}"
        ${typed.scope === value && html`checked`}
        ${error !== undefined && html`aria-describedby="scope-error"`}
      />
      <label for="scope-${value}">${words}</label>
    </div>`;
  return html`<fieldset class="field${error !== undefined && ' wrong'}">
    <legend>${say('对哪些内容提出异议？', 'What do you object to?')}</legend>
    ${error !== undefined && html`<span class="error" id="scope-error">${error}</span>`}
    ${choice('persons', say('名单中的部分人员', 'Persons on the list'))}${choice('whole', say('整个公示事项', 'The whole notice'))}
  </fieldset>`;
}

function fields(context: PageContext, typed: TypedObjection, wrong: readonly WrongField[]): Html {
  const { say } = context;
  const lines = {
    id: 'lines',
    label: say('名单序号', 'Numbers on the list'),
    hint: say('填写序号，如“3、5-7”；对整个事项提出异议的不填', 'Such as "3, 5-7"; leave empty for the whole notice'),
    wrong,
  };
  const facts = {
    id: 'facts',
    label: say('事实和理由', 'What is wrong, and how you know'),
    hint: say('内容加密保存，只有核查人员能看到', 'Kept encrypted; only the investigating officer reads it'),
    wrong,
  };
  const contact = {
    id: 'contact',
    label: say('联系方式（可不填）', 'How to reach you (optional)'),
    hint: say('不填也会受理；填写便于核查人员联系您', 'Not needed; it helps the investigating officer'),
    wrong,
  };
  return html`${scopeField(context, typed, wrong)}
  ${field(lines, (attributes) => html`<input type="text" class="short" ${attributes} value="${typed.lines}" inputmode="text" autocomplete="off" />`)}
  ${field(facts, (attributes) => html`<textarea rows="7" ${attributes}>${typed.facts}</textarea>`)}
  ${field(contact, (attributes) => html`<input type="text" ${attributes} value="${typed.contact}" autocomplete="off" />`)}`;
}

/** PB-03: the objection form; what was typed stays whatever was wrong. */
export function objectionFormPage(context: PageContext, notice: NoticePage, typed: TypedObjection, wrong: readonly WrongField[]): Page {
  const { say, to, han } = context;
  const title = say('提出异议', 'Object');
  const back = html`<p><a href="${to(`/public/notices/${notice.id}`)}">← ${han(notice.title)}</a></p>`;
  if (!notice.isOpen) {
    return {
      title,
      keep: 'never',
      status: 409,
      body: html`${back}
        <h1>${title}</h1>
        <div class="panel over">
          <p>${clockOf(context, notice)}</p>
          <p>
            ${say('公示期已满，不能再在网上提出异议。请向公示单位书面反映：', 'The notice has ended, so objections are not taken here any more. Write to the office that published it: ')}${han(notice.officeName ?? '')}
            ${notice.phone ?? ''}
          </p>
        </div>`,
    };
  }
  return {
    title: wrong.length > 0 ? say(`错误：${title}`, `Error: ${title}`) : title,
    keep: 'never',
    robots: 'noindex',
    ...(wrong.length > 0 ? { status: 422 } : {}),
    body: html`${back}${errorSummary(context, wrong)}
      <h1>${title}</h1>
      <p>${clockOf(context, notice)}</p>
      <p>
        ${say('提交后您会得到一个回执编号和查询码，凭它们查询办理结果。被提出异议的人员在核查期间暂不拨付，其他人员不受影响。', 'You will get a receipt number and a code to follow your objection with. Persons objected to are not paid while it is looked into; the others are not held up.')}
      </p>
      <form method="post" action="${to(`/public/notices/${notice.id}/objection`)}" novalidate>
        <input type="hidden" name="key" value="${typed.key}" />
        ${fields(context, typed, wrong)}
        <button>${say('提交异议', 'Send the objection')}</button>
      </form>`,
  };
}

/** Shown once, and again to whoever sends the same form twice. */
export function receiptPage(context: PageContext, notice: NoticePage, receipt: ObjectionReceipt): Page {
  const { say, to, han } = context;
  return {
    title: say('异议已提交', 'Objection received'),
    keep: 'never',
    status: 201,
    robots: 'noindex',
    body: html`<h1>${say('异议已提交', 'Objection received')}</h1>
      <div class="receipt" role="status">
        <p>${say('回执编号', 'Receipt number')}</p>
        <p class="big">${receipt.receiptNumber}</p>
        <p>${say('查询码（只显示这一次，请抄下或打印本页）', 'Code (shown this once: write it down or print this page)')}</p>
        <p class="big">${receipt.secret}</p>
        <p>${say(`最迟于${dayOf(context, receipt.dueOn)}答复。`, `You will be answered by ${dayOf(context, receipt.dueOn)}.`)}</p>
      </div>
      <h2>${say('接下来', 'What happens next')}</h2>
      <p>
        ${say('公示单位指定专人核查，被提出异议的人员暂不拨付。属实的，更正名单并重新公示；不属实的，说明理由。', 'An officer looks into it, and whoever you objected to is not paid meanwhile. If you are right the list is corrected and published again; if not, you are told why.')}
      </p>
      <p><a href="${to('/public/objections')}">${say('查询办理进度或撤回异议', 'Follow or withdraw the objection')}</a></p>
      <p><a href="${to(`/public/notices/${notice.id}`)}">← ${han(notice.title)}</a></p>`,
  };
}

export interface TypedReceipt {
  readonly receipt: string;
  readonly secret: string;
}

const STATES: Readonly<Record<string, readonly [string, string]>> = {
  open: ['核查中', 'Being looked into'],
  upheld: ['属实，已更正', 'Upheld, list corrected'],
  dismissed: ['不属实，不予更正', 'Dismissed'],
  withdrawn: ['已撤回', 'Withdrawn'],
};

/** PB-04: the form that asks for receipt and code. Neither ever stands in an address. */
export function progressFormPage(context: PageContext, typed: TypedReceipt, wrong: readonly WrongField[]): Page {
  const { say, to } = context;
  const title = say('异议进度查询', 'Follow an objection');
  const receipt = {
    id: 'receipt',
    label: say('回执编号', 'Receipt number'),
    hint: say('如 YY-2026-000001', 'Such as YY-2026-000001'),
    wrong,
  };
  const secret = {
    id: 'secret',
    label: say('查询码', 'Code'),
    hint: say('提交异议时显示的24位字母和数字', 'The 24 letters and figures shown when you objected'),
    wrong,
  };
  return {
    title: wrong.length > 0 ? say(`错误：${title}`, `Error: ${title}`) : title,
    ...(wrong.length > 0 ? { keep: 'never', status: 422 } : { keep: 3600 }),
    body: html`${errorSummary(context, wrong)}
      <h1>${title}</h1>
      <form method="post" action="${to('/public/objections')}" novalidate>
        ${field(receipt, (attributes) => html`<input type="text" ${attributes} value="${typed.receipt}" autocomplete="off" />`)}
        ${field(secret, (attributes) => html`<input type="text" ${attributes} value="${typed.secret}" autocomplete="off" spellcheck="false" />`)}
        <button>${say('查询', 'Show')}</button>
      </form>
      <h2>${say('回执丢失怎么办', 'If you lost the receipt')}</h2>
      <p>
        ${say('查询码只有您自己知道，本站无法找回。请拨打公示页上的电话，向公示单位说明情况。', 'Only you know the code; it cannot be found again here. Call the number on the notice.')}
      </p>`,
  };
}

export function progressPage(context: PageContext, typed: TypedReceipt, key: string, items: readonly ObjectionView[]): Page {
  const { say, to, han } = context;
  const isOpen = items.some(({ state }) => state === 'open');
  const about = (line: number | null) =>
    line === null ? say('整个公示事项', 'The whole notice') : say(`名单第${line}号`, `Number ${line} of the list`);
  const stateOf = (state: string) => say(...(STATES[state] ?? [state, state]));
  return {
    title: say('异议办理情况', 'Your objection'),
    keep: 'never',
    robots: 'noindex',
    body: html`<h1>${say(`异议 ${typed.receipt} 的办理情况`, `Objection ${typed.receipt}`)}</h1>
      <ul class="cards">
        ${items.map(
          (one) =>
            html`<li>
              <h2>${about(one.lineNumber)}</h2>
              <p><strong>${stateOf(one.state)}</strong></p>
              <p class="quiet small">
                ${say(`${dayOf(context, dayOfInstant(one.filedAt))}提交，最迟${dayOf(context, one.dueOn)}答复`, `filed ${dayOf(context, dayOfInstant(one.filedAt))}, answer due ${dayOf(context, one.dueOn)}`)}
              </p>
              ${
                one.reply !== null &&
                html`<h3>${say('答复', 'Answer')}</h3>
                  <blockquote>${han(one.reply)}</blockquote>`
              }
            </li>`,
        )}
      </ul>
      ${
        isOpen &&
        html`<form method="post" action="${to('/public/objections/withdraw')}">
          <input type="hidden" name="receipt" value="${typed.receipt}" /><input type="hidden" name="secret" value="${typed.secret}" /><input
            type="hidden"
            name="key"
            value="${key}"
          />
          <p>
            ${say('撤回后，被提出异议的人员继续按程序办理。撤回不能取消。', 'Once withdrawn, the persons concerned go on. This cannot be undone.')}
          </p>
          <button class="second">${say('撤回异议', 'Withdraw')}</button>
        </form>`
      }
      <p><a href="${to('/public/objections')}">${say('查询另一件', 'Another receipt')}</a></p>`,
  };
}
