import type { Actor } from '#libs/contracts';
import { paperDay, paperInstant, type PaperSignature } from '#libs/papers';
import { RefusalError, type PaperOf, type Tx } from '#libs/platform';
import {
  classOnPaper,
  decisionsOfRound,
  lastRound,
  type ClassOnPaper,
  type DecisionOnPaper,
  type RoundOnPaper,
} from '../../persistence/paper.query.ts';
import { readPaperCase } from './read-case-on-paper.ts';

const OPINIONS: Readonly<Record<string, string>> = {
  approve: '同意结业，可组织结业考试和技能评价',
  return: '退回补正',
  refuse: '不予通过',
};

function opinionOf({ action, comment, office, at }: DecisionOnPaper): PaperSignature {
  const opinion = OPINIONS[action] ?? action;
  return {
    role: office ?? '人社部门',
    lines: [`意见：${opinion}${comment === null ? '' : `。${comment}`}`, '', `${office ?? ''}（盖章）    ${paperInstant(at)}`],
  };
}

/** DOC-14 《培训结业申请审核表》: carries the reviewer's decision (XZ24 二(二)(3)). A draft until the stage has its outcome. */
export async function readCompletionReview(tx: Tx, actor: Actor, caseId: string): Promise<PaperOf> {
  const of = await readPaperCase(tx, actor, caseId, 'class', false);
  const trained = await tx.one<ClassOnPaper>(classOnPaper, [caseId]);
  if (!trained) throw new RefusalError({ code: 'NOT_FOUND' });
  const round = await tx.one<RoundOnPaper>(lastRound, [caseId, 'completion']);
  const decisions = round ? await tx.rows<DecisionOnPaper>(decisionsOfRound, [round.id]) : [];
  const version = round?.outcome ? round.round : null;
  const fields = [
    { label: '培训机构', value: of.institution },
    { label: '班级名称', value: trained.name },
    { label: '培训工种', value: trained.occupationName },
    { label: '参训人数', value: `${trained.enrolled}人` },
    { label: '培训时间', value: `${paperDay(trained.startsOn)}至${paperDay(trained.endsOn)}`, wide: true as const },
  ];
  return {
    subjectId: caseId,
    caseId,
    version,
    paper: {
      kind: 'completion-review',
      reference: `班级编号 ${trained.number}${version === null ? '' : ` · 第${version}次审核`}`,
      blocks: [
        { is: 'form', fields },
        { is: 'text', text: '未经人社部门审核同意，不得组织学员参加结业考试和技能评价。' },
        {
          is: 'signatures',
          rows: [
            { role: '培训机构申请', lines: [] },
            ...(decisions.length > 0 ? decisions.map(opinionOf) : [{ role: '人社部门审核', lines: [] }]),
          ],
        },
      ],
    },
  };
}
