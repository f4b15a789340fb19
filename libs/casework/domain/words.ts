import { Role, type Stage } from '#libs/contracts';

export interface Words {
  readonly zh: string;
  readonly en: string;
}

/** Stages in the field's terms (docs/glossary.md). */
export const stageWords: Readonly<Record<Stage | 'objection' | 'end', Words>> = {
  opening: { zh: '开班审批', en: 'opening approval' },
  activation: { zh: '权限开通', en: 'activation' },
  delivery: { zh: '培训实施', en: 'training' },
  completion: { zh: '结业审核', en: 'completion review' },
  assessment: { zh: '评价取证', en: 'assessment' },
  review: { zh: '补贴审核', en: 'claim review' },
  'sign-off': { zh: '经办签字', en: 'sign-off' },
  'public-notice': { zh: '公示', en: 'public notice' },
  'finance-review': { zh: '财政复审', en: 'finance review' },
  payout: { zh: '资金拨付', en: 'payout' },
  objection: { zh: '异议处理', en: 'objection' },
  end: { zh: '办结', en: 'closed' },
};

const roleWords: Readonly<Record<Role, Words>> = {
  [Role.InstitutionOperator]: { zh: '培训机构经办人', en: "the institution's operator" },
  [Role.EvaluationBody]: { zh: '评价机构', en: 'the evaluation body' },
  [Role.Caseworker]: { zh: '经办人', en: 'a caseworker' },
  [Role.Reviewer]: { zh: '复核人', en: 'a reviewer' },
  [Role.Leader]: { zh: '分管领导', en: 'the leader' },
  [Role.FinanceReviewer]: { zh: '财政复审人', en: 'a finance reviewer' },
  [Role.FinanceDisburser]: { zh: '财政拨付人', en: 'a finance disburser' },
  [Role.Auditor]: { zh: '审计人员', en: 'an auditor' },
  [Role.CountyAdministrator]: { zh: '县级管理员', en: 'the county administrator' },
  [Role.SystemAdministrator]: { zh: '系统管理员', en: 'the system administrator' },
};

/** Whose turn it is, until when. */
export interface Turn {
  readonly taskId: string;
  readonly kind: string;
  readonly role: string;
  readonly officeId: string | null;
  readonly officeName: string | null;
  readonly dueOn: string;
}

function roleOf(role: string): Words {
  return Object.hasOwn(roleWords, role) ? roleWords[role as Role] : { zh: role, en: role };
}

/** One sentence that says what is next and whose turn it is. */
export function nextSentence(stage: Stage | 'objection' | 'end', turn: Turn | null): Words {
  const name = stageWords[stage];
  if (stage === 'end') return { zh: '本事项已办结。', en: 'This case is closed.' };
  if (turn === null) return { zh: `下一环节：${name.zh}，系统正在转交。`, en: `Next: ${name.en}; the system is handing it over.` };
  const role = roleOf(turn.role);
  const office = turn.officeName ?? '';
  if (turn.kind === 'correct') {
    return {
      zh: `已退回培训机构补正，请于${turn.dueOn}前重新提交；审核期限暂停。`,
      en: `Returned to the institution, which corrects by ${turn.dueOn}; the clock stands still meanwhile.`,
    };
  }
  const act = turn.kind === 'sign' ? { zh: '签字', en: 'signs' } : { zh: '办理', en: 'acts' };
  return {
    zh: `${name.zh}：由${office}${role.zh}于${turn.dueOn}前${act.zh}。`,
    en: `${name.en}: ${role.en}${office === '' ? '' : ` of ${office}`} ${act.en} by ${turn.dueOn}.`,
  };
}
