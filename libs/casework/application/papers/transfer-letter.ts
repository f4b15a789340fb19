import type { Actor } from '#libs/contracts';
import { paperAmount, paperDay, type Paper } from '#libs/papers';
import { RefusalError, type PaperOf, type Tx } from '#libs/platform';
import { capitalYuan } from '#libs/policy';
import {
  lastRound,
  noticeOnPaper,
  objectionCounts,
  signaturesOnPaper,
  type NoticeOnPaper,
  type RoundOnPaper,
  type SignatureOnPaper,
} from '../../persistence/paper.query.ts';
import { basisOnPaper, readPaperCase, type PaperCase } from './read-case-on-paper.ts';

interface Objections {
  readonly filed: number;
  readonly open: number;
  readonly upheld: number;
}

function resultOf({ filed, open }: Objections): string {
  if (filed === 0) return '公示期满，无异议';
  return open === 0 ? `公示期满，收到异议${filed}件，均已办结` : `公示期满，收到异议${filed}件，其中${open}件尚在核查，所涉人员暂不拨付`;
}

const inShanghai = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });

function letter(
  of: PaperCase,
  notice: NoticeOnPaper,
  objections: Objections,
  signers: readonly SignatureOnPaper[],
  closedAt: Date | null,
): Paper {
  const names = signers.filter(({ kind }) => kind === 'handler').map(({ name }) => name ?? '');
  return {
    kind: 'transfer-letter',
    title: `关于报送${of.subsidyTitle}的函`,
    reference: `申领编号 ${of.number} · 第${notice.version}版`,
    addressee: of.financeOffice ?? '同级财政部门',
    blocks: [
      {
        is: 'text',
        text: `根据${basisOnPaper(of)}，${of.institution}申领的${of.subsidyTitle}已经我单位审核，由${names.join('、')}等${names.length}人经办审查并签字，并于${paperDay(notice.publishedOn)}至${paperDay(notice.closesOn)}公示。${resultOf(objections)}。`,
      },
      {
        is: 'text',
        text: `本次共${notice.lineCount}人，补贴金额${capitalYuan(notice.totalFen)}（¥${paperAmount(notice.totalFen)}）。现将有关材料报送你单位，请予复审并办理资金拨付手续。`,
      },
      { is: 'heading', text: '附件' },
      {
        is: 'text',
        text: '1. 职业技能提升培训（取证）补贴资金申请表；2. 补贴申请报告；3. 申请培训（取证）补贴人员花名册；4. 两人以上经办审查签字表；5. 公示；6. 申报材料。',
      },
      {
        is: 'closing',
        lines: [`${of.office ?? ''}（公章）`, closedAt === null ? '    年  月  日' : paperDay(inShanghai.format(closedAt))],
      },
    ],
  };
}

/** 报送财政函 (XZ24 三(二): 公示结果无异议后，由人社部门…报同级财政部门复审; AMB-46). A draft until the notice has ended clean. */
export async function readTransferLetter(tx: Tx, actor: Actor, caseId: string): Promise<PaperOf> {
  const of = await readPaperCase(tx, actor, caseId, 'claim', true);
  const round = await tx.one<RoundOnPaper>(lastRound, [caseId, 'public-notice']);
  const notice = await tx.one<NoticeOnPaper>(noticeOnPaper, [caseId, round?.packageVersion ?? null]);
  if (!round || !notice) throw new RefusalError({ code: 'PAPER_NOT_YET' });
  const objections = (await tx.one<Objections>(objectionCounts, [notice.id])) ?? { filed: 0, open: 0, upheld: 0 };
  const signers = await tx.rows<SignatureOnPaper>(signaturesOnPaper, [caseId, notice.version]);
  const isClean = round.outcome === 'clean';
  return {
    subjectId: caseId,
    caseId,
    version: isClean ? notice.version : null,
    paper: letter(of, notice, objections, signers, isClean ? round.outcomeAt : null),
  };
}
