import { html } from '../html/html.ts';
import type { Page } from '../html/layout.ts';
import type { PageContext } from '../html/page-context.ts';

/** Something cannot be shown or done: what, and what to do instead. */
export function problemPage({ say, to }: PageContext, status: number, message: string, traceId: string): Page {
  const isMissing = status === 404;
  const title = isMissing ? say('没有找到这个页面', 'Page not found') : say('未能完成', 'That did not work');
  return {
    title,
    status,
    keep: 'never',
    robots: 'noindex',
    body: html`<h1>${title}</h1>
      <p class="lead">${message}</p>
      <p><a href="${to('/public/notices')}">${say('回到补贴公示', 'Back to the notices')}</a></p>
      ${!isMissing && html`<p class="quiet small">${say('编号：', 'Trace id: ')}<code>${traceId}</code></p>`}`,
  };
}
