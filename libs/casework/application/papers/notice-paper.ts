import type { Actor } from '#libs/contracts';
import { paperAmount, paperDay, paperHash, type Paper } from '#libs/papers';
import { RefusalError, type PaperOf, type Tx } from '#libs/platform';
import { capitalYuan } from '#libs/policy';
import { noticeOnPaper, noticeRowsOnPaper, type NoticeOnPaper, type NoticeRowOnPaper } from '../../persistence/paper.query.ts';
import { basisOnPaper, readPaperCase, type PaperCase } from './read-case-on-paper.ts';

function paperOf(of: PaperCase, notice: NoticeOnPaper, rows: readonly NoticeRowOnPaper[]): Paper {
  const phone = of.phone === null ? '' : `，电话：${of.phone}`;
  return {
    kind: 'public-notice',
    title: notice.title,
    reference: `公示编号 ${notice.number}`,
    blocks: [
      {
        is: 'text',
        text: `根据${basisOnPaper(of)}，现将${of.institution}${notice.className === '' ? '' : `“${notice.className}”`}${notice.subsidy}拟发放人员公示如下。公示期自${paperDay(notice.publishedOn)}发布之次日起满${notice.workingDays}个工作日，至${paperDay(notice.closesOn)}止。`,
      },
      { is: 'text', text: `对公示内容有异议的，请在公示期内向${of.office ?? '公示单位'}反映${phone}，或在网上提出。` },
      {
        is: 'table',
        columns: [
          { title: '序号', width: 'narrow', align: 'center' },
          { title: '姓名', width: 2.2 },
          { title: '证件号码', width: 3.8 },
          { title: '补贴标准', width: 5 },
          { title: '金额（元）', width: 2.2, align: 'right' },
        ],
        rows: rows.map((row) => [String(row.lineNumber), row.name, row.idNumber, row.standard, paperAmount(row.amountFen)]),
        total: ['', `共${notice.lineCount}人`, '', capitalYuan(notice.totalFen), paperAmount(notice.totalFen)],
      },
      { is: 'text', text: `名单 SHA-256：${paperHash(notice.rosterSha256)}` },
      { is: 'closing', lines: [of.office ?? '', paperDay(notice.publishedOn)] },
    ],
  };
}

/** The notice as it was published, masked (PRC-43, PRC-44): for those who may see the case, also after it was taken down. */
export async function readNoticePaper(tx: Tx, actor: Actor, caseId: string, version: number | null): Promise<PaperOf> {
  const of = await readPaperCase(tx, actor, caseId, 'claim', false);
  const notice = await tx.one<NoticeOnPaper>(noticeOnPaper, [caseId, version]);
  if (!notice) throw new RefusalError({ code: 'PAPER_NOT_YET' });
  const rows = await tx.rows<NoticeRowOnPaper>(noticeRowsOnPaper, [notice.id]);
  return { subjectId: caseId, caseId, version: notice.version, paper: paperOf(of, notice, rows) };
}
