import type { TypedDispute, TypedVoucher } from '../application/read-phone-form.ts';
import { html, type Html } from '../html/html.ts';
import type { Page } from '../html/layout.ts';
import type { PageContext } from '../html/page-context.ts';
import { errorSummary, field, type WrongField } from '../html/pieces.ts';

/** What was being written when the session ended comes along through the sign-in, so that nothing typed is lost. */
function carried(draft: TypedDispute | undefined): Html | false {
  if (draft === undefined) return false;
  return html`<input type="hidden" name="key" value="${draft.key}" /><input type="hidden" name="classId" value="${draft.classId}" /><input
      type="hidden"
      name="subject"
      value="${draft.subject}"
    /><input type="hidden" name="text" value="${draft.text}" />`;
}

/** 学员登录: the voucher and the last six signs of the identity number; no account, nothing to install. */
export function phoneSignInPage(
  context: PageContext,
  typed: TypedVoucher,
  wrong: readonly WrongField[],
  more: { readonly notice?: string; readonly draft?: TypedDispute } = {},
): Page {
  const { say, to } = context;
  const title = say('学员登录', 'Sign in as a trainee');
  const code = {
    id: 'code',
    label: say('培训券号码', 'Code of your voucher'),
    hint: say('如 7K2M9QWERT45，空格和大小写不限', 'Such as 7K2M9QWERT45'),
    wrong,
  };
  const idLastSix = {
    id: 'idLastSix',
    label: say('身份证号码后六位', 'Last six signs of your identity number'),
    hint: say('末位是 X 的填 X', 'The last may be an X'),
    wrong,
  };
  return {
    title: wrong.length > 0 ? say(`错误：${title}`, `Error: ${title}`) : title,
    keep: 'never',
    isOwn: true,
    robots: 'noindex',
    ...(wrong.length > 0 ? { status: 422 } : {}),
    body: html`${errorSummary(context, wrong)}
      <h1>${title}</h1>
      ${more.notice !== undefined && html`<p class="panel over" role="status">${more.notice}</p>`}
      <p>
        ${say('用培训券登录后，可以签到、查看自己的培训记录，对记录有不同意见可以提出异议。', 'With your voucher you clock in, see your own training record, and say when something in it is wrong.')}
      </p>
      <form method="post" action="${to('/public/phone')}" novalidate>
        ${carried(more.draft)}
        ${field(code, (attributes) => html`<input type="text" class="short" ${attributes} value="${typed.code}" autocomplete="off" autocapitalize="characters" spellcheck="false" />`)}
        ${field(idLastSix, (attributes) => html`<input type="text" class="short" ${attributes} value="${typed.idLastSix}" autocomplete="off" autocapitalize="characters" spellcheck="false" />`)}
        <button>${say('登录', 'Sign in')}</button>
      </form>
      <p class="quiet small">
        ${say('券号遗失，请向培训机构查询。借用他人手机的，用完请退出。', 'Lost the code? Ask the institution. On a borrowed telephone, sign out afterwards.')}
      </p>`,
  };
}
