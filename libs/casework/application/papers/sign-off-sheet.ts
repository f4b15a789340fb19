import type { Actor } from '#libs/contracts';
import { paperAmount, paperHash, paperInstant, type PaperBlock, type PaperSignature } from '#libs/papers';
import { RefusalError, type PaperOf, type Tx } from '#libs/platform';
import { capitalYuan } from '#libs/policy';
import { packageOf, type PackageRow } from '../../persistence/detail.query.ts';
import { lastRound, signaturesOnPaper, type RoundOnPaper, type SignatureOnPaper } from '../../persistence/paper.query.ts';
import { basisOnPaper, readPaperCase } from './read-case-on-paper.ts';

function signed({ kind, name, office, at, sha256 }: SignatureOnPaper, index: number): PaperSignature {
  return {
    role: kind === 'finance' ? '财政复审签字' : `经办审查签字（${index + 1}）`,
    lines: [`${name ?? ''}（${office ?? ''}）`, `签字时间：${paperInstant(at)}`, `所签材料包：${paperHash(sha256)}`],
  };
}

function rowsOf(signatures: readonly SignatureOnPaper[], signers: number): readonly PaperSignature[] {
  const rows = signatures.filter(({ kind }) => kind === 'handler').map(signed);
  const missing = Math.max(0, signers - rows.length);
  return [...rows, ...Array.from({ length: missing }, (_, index) => ({ role: `经办审查签字（${rows.length + index + 1}）`, lines: [] }))];
}

/** 两人以上经办审查签字 (XZ24 四(二)3; HG24 三(三)): who signed which package, and when. A draft until all have signed. */
export async function readSignOffSheet(tx: Tx, actor: Actor, caseId: string): Promise<PaperOf> {
  const of = await readPaperCase(tx, actor, caseId, 'claim', true);
  const round = await tx.one<RoundOnPaper>(lastRound, [caseId, 'sign-off']);
  const sealed = await tx.one<PackageRow>(packageOf, [caseId]);
  if (!round || !sealed || round.packageVersion === null) throw new RefusalError({ code: 'PAPER_NOT_YET' });
  const signatures = await tx.rows<SignatureOnPaper>(signaturesOnPaper, [caseId, round.packageVersion]);
  const isSigned = round.outcome === 'signed';
  const form: PaperBlock = {
    is: 'form',
    fields: [
      { label: '申领单位', value: of.institution, wide: true },
      { label: '事项', value: of.title, wide: true },
      { label: '补贴项目', value: of.subsidyTitle, wide: true },
      { label: '政策依据', value: basisOnPaper(of), wide: true },
      { label: '人数', value: `${sealed.lines}人` },
      { label: '金额', value: `¥${paperAmount(sealed.amountFen)}` },
      { label: '大写', value: capitalYuan(sealed.amountFen), wide: true },
      { label: '材料包', value: `第${round.packageVersion}版，SHA-256：${paperHash(round.packageSha256 ?? '')}`, wide: true },
    ],
  };
  return {
    subjectId: caseId,
    caseId,
    version: isSigned ? round.packageVersion : null,
    paper: {
      kind: 'sign-off-sheet',
      reference: `申领编号 ${of.number} · 第${round.packageVersion}版`,
      blocks: [
        form,
        {
          is: 'text',
          text: `本补贴须由${round.signers ?? 2}名以上不同经办人审查并签字。签字覆盖材料包的全部内容；材料包如有变动，签字即失效。`,
        },
        { is: 'signatures', rows: rowsOf(signatures, round.signers ?? 2) },
      ],
    },
  };
}
