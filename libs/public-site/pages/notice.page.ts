import { createHash } from 'node:crypto';
import type { Basis } from '../application/basis.ts';
import { clauseText } from '../html/clauses.ts';
import { html, type Html } from '../html/html.ts';
import type { Page } from '../html/layout.ts';
import type { PageContext } from '../html/page-context.ts';
import { clockOf, dayOf, yuan, yuanInWords } from '../html/pieces.ts';
import type { NoticeDisplay, NoticePage, NoticeRow } from '../persistence/site.query.ts';

export interface NoticeContent {
  readonly notice: NoticePage;
  readonly rows: readonly NoticeRow[];
  readonly basis: Basis | undefined;
  readonly displays: readonly NoticeDisplay[];
}

/** The hash of what a reader sees of a notice: its row of the proof of display. */
export function displayedSha256({ notice, rows }: NoticeContent): Buffer {
  const shown = [
    notice.number,
    notice.title,
    notice.publishedOn,
    notice.closesOn,
    ...rows.map((row) => [row.lineNumber, row.name, row.idNumber, row.standard, String(row.amountFen)]),
  ];
  return createHash('sha256').update(JSON.stringify(shown)).digest();
}

function objecting(context: PageContext, notice: NoticePage): Html {
  const { say, to, han } = context;
  const phone = notice.phone === null ? '' : say(`，电话 ${notice.phone}`, `, telephone ${notice.phone}`);
  const office = html`${han(notice.officeName ?? '')}${phone}`;
  if (!notice.isOpen) {
    return html`<div class="panel over">
      <p>${clockOf(context, notice)}</p>
      <p>
        ${say('公示名单已按规定撤下，标题和起止日期保留备查。', 'The list of names has been taken down; title and dates remain.')}
        ${notice.replacedBy !== null && html`<a href="${to(`/public/notices/${notice.replacedBy}`)}">${say('本公示已更正，查看更正后的公示', 'This notice was corrected: see the new one')}</a>`}
      </p>
      <p>${say('期满后仍有问题的，可书面向公示单位反映：', 'After the end, write to the office that published it: ')}${office}</p>
    </div>`;
  }
  return html`<div class="panel">
    <p>${clockOf(context, notice)}</p>
    <p>${say('对名单中任何人员或金额有异议，请在截止日24时前提出。', 'Object to any person or amount until midnight of the last day.')}</p>
    ${notice.replacedBy !== null && html`<p><a href="${to(`/public/notices/${notice.replacedBy}`)}">${say('本公示已更正，查看更正后的公示', 'This notice was corrected: see the new one')}</a></p>`}
    <p class="noprint"><a class="button" href="${to(`/public/notices/${notice.id}/objection`)}">${say('提出异议', 'Object')}</a></p>
    <p>${say('公示单位：', 'Published by: ')}${office}</p>
  </div>`;
}

function factsOf(context: PageContext, notice: NoticePage): Html {
  const { say, han } = context;
  const window = say(
    `${dayOf(context, notice.publishedOn)}发布，${dayOf(context, notice.closesOn)}截止（发布次日起满${notice.workingDays}个工作日）`,
    `published ${dayOf(context, notice.publishedOn)}, last day ${dayOf(context, notice.closesOn)} (${notice.workingDays} full working days after the day of publication)`,
  );
  const entries: readonly (readonly [string, Html | string])[] = [
    [say('公示编号', 'Number'), notice.number],
    [say('公示期', 'Window'), window],
    [say('申领单位', 'Claimed by'), han(notice.institutionName)],
    ...(notice.className === '' ? [] : [[say('培训班', 'Class'), han(notice.className)] as const]),
    [say('补贴项目', 'Subsidy'), han(notice.subsidy)],
    [say('人数', 'Persons'), String(notice.lineCount)],
    [say('合计金额', 'Total'), yuanInWords(context, notice.totalFen)],
  ];
  return html`<dl class="facts">
    ${entries.map(
      ([name, value]) =>
        html`<dt>${name}</dt>
          <dd>${value}</dd>`,
    )}
  </dl>`;
}

function rosterOf(context: PageContext, { notice, rows }: NoticeContent): Html | false {
  if (!notice.isOpen) return false;
  const { say, to, han } = context;
  const names = [
    say('序号', 'No.'),
    say('姓名', 'Name'),
    say('证件号码', 'Identity number'),
    say('补贴标准', 'Standard'),
    say('补贴金额', 'Amount'),
    say('异议', 'Objection'),
  ] as const;
  return html`<h2>${say('拟发放人员名单', 'Persons to be paid')}</h2>
    <div class="scroll">
      <table class="stack">
        <caption>
          ${say('证件号码已按规定隐去部分数字。', 'Identity numbers are masked as the rules require.')}
        </caption>
        <thead>
          <tr>
            ${names.map((name, index) => html`<th scope="col" class="${index === 4 && 'money'}${index === 5 && 'act'}">${name}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            (row) =>
              html`<tr id="line-${row.lineNumber}">
                <td data-name="${names[0]}">${row.lineNumber}</td>
                <td data-name="${names[1]}">${han(row.name)}</td>
                <td data-name="${names[2]}">${row.idNumber}</td>
                <td data-name="${names[3]}">${han(row.standard)}</td>
                <td class="money" data-name="${names[4]}">${yuan(row.amountFen)}</td>
                <td class="act" data-name="${names[5]}">
                  <a
                    href="${to(`/public/notices/${notice.id}/objection?line=${row.lineNumber}`)}"
                    rel="nofollow"
                    aria-label="${say(`对第${row.lineNumber}号提出异议`, `Object to number ${row.lineNumber}`)}"
                    >${say('提出异议', 'Object')}</a
                  >
                </td>
              </tr>`,
          )}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colspan="4">${say(`合计 ${notice.lineCount} 人`, `${notice.lineCount} persons in all`)}</th>
            <td class="money">${yuan(notice.totalFen)}</td>
            <td class="act"></td>
          </tr>
        </tfoot>
      </table>
    </div>`;
}

function basisText(context: PageContext, basis: Basis | undefined): Html | false {
  if (!basis) return false;
  const { say, to, han } = context;
  return html`<h2>${say('政策依据', 'Legal basis')}</h2>
    <p><a href="${to(`/public/policies/${basis.snapshotHash}`)}">${han(`${basis.documentNumber}《${basis.title}》`)}</a></p>
    ${
      basis.standard.length > 0 &&
      html`<h3>${say('补贴标准', 'Standard')}</h3>
        ${basis.standard.map((clause) => clauseText(context, clause))}`
    }
    ${
      basis.notice &&
      html`<h3>${say('公示', 'Public notice')}</h3>
        ${clauseText(context, basis.notice)}`
    }`;
}

function proofOf(context: PageContext, { notice, displays }: NoticeContent): Html {
  const { say } = context;
  const days = displays.map(({ day }) => dayOf(context, day)).join(say('、', ', '));
  return html`<h2>${say('公示存证', 'Proof of display')}</h2>
    <p class="small">${say('公示名单的 SHA-256：', 'SHA-256 of the list: ')}<code>${notice.rosterSha256}</code></p>
    ${displays.length > 0 && html`<p class="small">${say(`本页已有人查看并留存校验值的日期：${days}。`, `Days on which this page was read and its hash recorded: ${days}.`)}</p>`}`;
}

/** PB-02: one notice. After its window the rows are gone; title and dates stay. */
export function noticePage(context: PageContext, content: NoticeContent): Page {
  const { notice } = content;
  const { say, han } = context;
  return {
    title: notice.title,
    keep: 'revalidate',
    robots: notice.isOpen ? 'noarchive' : 'noindex',
    body: html`<h1>${han(notice.title)}</h1>
      ${objecting(context, notice)} ${factsOf(context, notice)} ${rosterOf(context, content)} ${basisText(context, content.basis)}
      ${proofOf(context, content)}
      <p class="printed">${say(`本页为公示编号 ${notice.number} 的打印件。`, `Printed from public notice ${notice.number}.`)}</p>`,
  };
}
