import { paperAmount, paperDay, paperHash, type Paper, type PaperBlock, type PaperKind } from '#libs/papers';
import { capitalYuan } from '#libs/policy';
import type { PaperClaim } from './read-claim-on-paper.ts';

const inShanghai = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });

function reference({ claim, sealed }: PaperClaim): string {
  return `申领编号 ${claim.number}${sealed === null ? '' : ` · 第${sealed.version}版`}`;
}

function basis({ policy }: PaperClaim): string {
  return `${policy.documentNumber}《${policy.title}》`;
}

function trainedAt({ names }: PaperClaim): string {
  return names.startsOn === null || names.endsOn === null ? '—' : `${paperDay(names.startsOn)}至${paperDay(names.endsOn)}`;
}

function moneyForm(of: PaperClaim): PaperBlock {
  const { names, claim, subsidy, lines, totalFen } = of;
  return {
    is: 'form',
    fields: [
      { label: '申领单位', value: names.institution, wide: true },
      { label: '补贴项目', value: subsidy, wide: true },
      { label: '培训班', value: names.classNames ?? '—', wide: true },
      ...(claim.orderId === null ? [] : [{ label: '订单编号', value: claim.orderId, wide: true as const }]),
      { label: '培训时间', value: trainedAt(of), wide: true },
      { label: '政策依据', value: basis(of), wide: true },
      { label: '申领人数', value: `${lines.length}人` },
      { label: '结算方式', value: claim.settlement === 'advance' ? '分时段阶段性结算' : '一次结算' },
      { label: '申领金额', value: `¥${paperAmount(totalFen)}` },
      { label: '大写', value: capitalYuan(totalFen) },
      ...(claim.payeeKind === 'subject'
        ? [{ label: '收款人', value: '享受补贴的个人（见花名册）', wide: true as const }]
        : [
            { label: '收款户名', value: names.payeeName ?? '未登记', wide: true as const },
            { label: '开户银行', value: names.payeeBank ?? '未登记' },
            { label: '收款账号', value: names.payeeAccount ?? '未登记' },
          ]),
    ],
  };
}

/** DOC-18 《职业技能提升培训（取证）补贴资金申请表》 (XZ24 三(一)). */
function application(of: PaperClaim): readonly PaperBlock[] {
  return [
    moneyForm(of),
    ...(of.sealed === null ? [] : [{ is: 'text' as const, text: `本表所附材料包 SHA-256：${paperHash(of.sealed.sha256)}` }]),
    {
      is: 'signatures',
      rows: [
        {
          role: '申领单位承诺',
          lines: [
            '所报材料真实、完整，未重复享受同类补贴。如有虚假，愿退回补贴并承担责任。',
            '',
            '负责人（签字、盖章）                    年    月    日',
          ],
        },
        { role: '人社部门审核', lines: [] },
        { role: '行业主管部门审核', lines: [] },
        { role: '财政部门复审', lines: [] },
      ],
    },
  ];
}

/** DOC-19 《职业技能提升培训（取证）补贴申请报告》. */
function report(of: PaperClaim): readonly PaperBlock[] {
  const { names, subsidy, lines, totalFen, claim } = of;
  const trained = names.classNames === null ? '' : `我单位于${trainedAt(of)}组织“${names.classNames}”培训，`;
  const day = names.submittedAt === null ? '    年  月  日' : paperDay(inShanghai.format(names.submittedAt));
  return [
    { is: 'text', text: `根据${basis(of)}，${trained}现申请${subsidy}。` },
    {
      is: 'text',
      text: `本次共${lines.length}人符合条件，申请补贴${capitalYuan(totalFen)}（¥${paperAmount(totalFen)}）。${claim.settlement === 'advance' ? '本次为阶段性结算，结业后按全班统一核算。' : ''}人员和每人金额见《申请培训（取证）补贴人员花名册》。`,
    },
    { is: 'text', text: '所报人员、考勤、结业、证书和就业材料均已核对，特此报告，请予审核。' },
    { is: 'closing', lines: [`${names.institution}（公章）`, day] },
  ];
}

/** DOC-20 《申请培训（取证）补贴人员花名册》: per-person lines, the basis of the notice. */
function roster(of: PaperClaim): readonly PaperBlock[] {
  const { names, lines, totalFen, subsidy } = of;
  return [
    {
      is: 'form',
      fields: [
        { label: '申领单位', value: names.institution },
        { label: '补贴项目', value: subsidy },
        { label: '培训班', value: names.classNames ?? '—', wide: true },
      ],
    },
    {
      is: 'table',
      columns: [
        { title: '序号', width: 'narrow', align: 'center' },
        { title: '姓名（名称）', width: 3 },
        { title: '证件号码', width: 4 },
        { title: '补贴金额（元）', width: 2.4, align: 'right' },
        { title: '本人签字', width: 3 },
        { title: '备注', width: 2 },
      ],
      rows: lines.map(({ name, maskedIdNumber, amountFen }, index) => [
        String(index + 1),
        name,
        maskedIdNumber,
        paperAmount(amountFen),
        '',
        '',
      ]),
      total: ['', `合计 ${lines.length}人`, capitalYuan(totalFen), paperAmount(totalFen), '', ''],
    },
    {
      is: 'signatures',
      rows: [
        { role: '申领单位经办人', lines: [] },
        { role: '申领单位负责人', lines: [] },
      ],
    },
  ];
}

const writers = {
  'subsidy-application': application,
  'subsidy-report': report,
  'claimant-roster': roster,
} as const satisfies Partial<Record<PaperKind, (of: PaperClaim) => readonly PaperBlock[]>>;

export type ClaimPaperKind = keyof typeof writers;
/** Each under its own name, as a validator of paths wants it. */
export const claimPaperKinds = Object.fromEntries(Object.keys(writers).map((kind) => [kind, kind])) as Record<
  ClaimPaperKind,
  ClaimPaperKind
>;

/** What a paper of a claim says. */
export function claimPaper(kind: ClaimPaperKind, of: PaperClaim): Paper {
  const addressee = kind === 'subsidy-report' && of.names.office !== null ? { addressee: of.names.office } : {};
  return { kind, reference: reference(of), ...addressee, blocks: writers[kind](of) };
}
