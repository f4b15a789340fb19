import { paperTitles } from '#libs/papers';
import { html, type Html } from '../html/html.ts';
import type { Page } from '../html/layout.ts';
import type { PageContext } from '../html/page-context.ts';
import { dayOf, errorSummary, field } from '../html/pieces.ts';
import type { PaperRow } from '../persistence/site.query.ts';

export interface PaperQuestion {
  /** As typed. */
  readonly typed: string;
  readonly answer: 'not-asked' | 'malformed' | 'unknown' | PaperRow;
}

function answerOf(context: PageContext, { answer }: PaperQuestion): Html | false {
  const { say, han } = context;
  if (answer === 'not-asked' || answer === 'malformed') return false;
  if (answer === 'unknown')
    return html`<div class="panel over" role="status">
      <p><strong>${say('没有这个核验码的文书', 'No paper has this code')}</strong></p>
      <p>
        ${say('请对照纸面逐位核对。确认无误仍查不到的，不要采信该文书，并请向出具单位求证。', 'Compare it with the paper sign by sign. If it is right and still unknown, do not rely on the paper; ask the office that issued it.')}
      </p>
    </div>`;
  return html`<div class="receipt" role="status">
    <p><strong>${say('该文书由本系统出具', 'This paper was issued by this system')}</strong></p>
    <dl class="facts">
      <dt>${say('文书', 'Paper')}</dt>
      <dd>${han(paperTitles[answer.kind as keyof typeof paperTitles] ?? answer.kind)}</dd>
      <dt>${say('出具日期', 'Issued on')}</dt>
      <dd>${dayOf(context, answer.issuedOn)}</dd>
      <dt>SHA-256</dt>
      <dd><code>${answer.sha256}</code></dd>
    </dl>
    <p class="small">
      ${say('手中电子文件的 SHA-256 与此一致，即为原件，未被改动。', 'If the file you hold has this SHA-256 it is the original, unchanged.')}
    </p>
  </div>`;
}

/** Whether a paper is genuine: kind, day and hash, and nothing of anybody. */
export function paperPage(context: PageContext, question: PaperQuestion): Page {
  const { say, to } = context;
  const title = say('文书核验', 'Verify a paper');
  const wrong =
    question.answer === 'malformed'
      ? [
          {
            field: 'code',
            message: say('核验码为16位字母和数字，印在文书页脚', 'A code has 16 letters and figures; it stands at the foot of the paper'),
          },
        ]
      : [];
  return {
    title: wrong.length > 0 ? say(`错误：${title}`, `Error: ${title}`) : title,
    ...(wrong.length > 0 ? { status: 422 } : {}),
    keep: 'revalidate',
    body: html`${errorSummary(context, wrong)}
      <h1>${title}</h1>
      ${answerOf(context, question)}
      <form method="get" action="${to('/public/papers')}">
        ${field(
          {
            id: 'code',
            label: say('核验码', 'Code'),
            hint: say('如 7K2M-9QXD-0A4B-ZW3E，横线可不输', 'Such as 7K2M-9QXD-0A4B-ZW3E; dashes may be left out'),
            wrong,
          },
          (attributes) =>
            html`<input type="text" ${attributes} value="${question.typed}" maxlength="40" autocomplete="off" spellcheck="false" />`,
        )}<button>${say('核验', 'Verify')}</button>
      </form>`,
  };
}
