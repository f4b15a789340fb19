import { disputeSubjects, type OwnClass } from '#libs/trainee';
import type { TypedDispute } from '../application/read-phone-form.ts';
import { html } from '../html/html.ts';
import type { Page } from '../html/layout.ts';
import type { PageContext } from '../html/page-context.ts';
import { errorSummary, field, type WrongField } from '../html/pieces.ts';
import { disputeSubjectWords } from './phone-words.ts';

/** 学员异议: what in the own record of a class is wrong; what was typed stays. */
export function phoneDisputePage(context: PageContext, one: OwnClass, typed: TypedDispute, wrong: readonly WrongField[]): Page {
  const { say, to, han } = context;
  const title = say('提出异议', 'Say what is wrong');
  const wrongSubject = wrong.find((finding) => finding.field === 'subject')?.message;
  const text = {
    id: 'text',
    label: say('哪里不对，应当是什么', 'What is wrong, and how it should be'),
    hint: say('例如：3月4日我在教室，记录里没有签到', 'For instance: I was in class on 4 March and the record does not say so'),
    wrong,
  };
  return {
    title: wrong.length > 0 ? say(`错误：${title}`, `Error: ${title}`) : title,
    keep: 'never',
    isOwn: true,
    robots: 'noindex',
    ...(wrong.length > 0 ? { status: 422 } : {}),
    body: html`<p><a href="${to('/public/phone')}">← ${say('我的培训', 'My training')}</a></p>
      ${errorSummary(context, wrong)}
      <h1>${title}</h1>
      <p>${han(one.className)}，${han(one.institution)}</p>
      <form method="post" action="${to('/public/phone/disputes')}" novalidate>
        <input type="hidden" name="key" value="${typed.key}" /><input type="hidden" name="classId" value="${typed.classId}" />
        <fieldset ${wrongSubject !== undefined && html`class="field wrong" aria-describedby="subject-error"`}>
          <legend>${say('哪一项有误', 'What is it about')}</legend>
          ${wrongSubject !== undefined && html`<span class="error" id="subject-error">${wrongSubject}</span>`}
          ${disputeSubjects.map((subject, index) => {
            const id = index === 0 ? 'subject' : `subject-${subject}`;
            return html`<div class="choice">
              <input type="radio" id="${id}" name="subject" value="${subject}" ${typed.subject === subject && html`checked`} />
              <label for="${id}">${say(...(disputeSubjectWords[subject] ?? [subject, subject]))}</label>
            </div>`;
          })}
        </fieldset>
        ${field(text, (attributes) => html`<textarea rows="6" ${attributes}>${typed.text}</textarea>`)}
        <p class="quiet">
          ${say('由人社部门核查并在本页答复，培训机构也会看到。', 'The bureau looks into it and answers on your page; the institution sees it too.')}
        </p>
        <button>${say('提交异议', 'Send')}</button>
      </form>`,
  };
}
