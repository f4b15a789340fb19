import type { Actor } from '#libs/contracts';
import { paperAmount, type Paper } from '#libs/papers';
import { RefusalError, type PaperOf, type Tx } from '#libs/platform';
import { capitalYuan } from '#libs/policy';
import { ordersOnPaper, reservedFrom, type OrderOnPaper } from '../../persistence/paper.query.ts';
import { readPaperClaim, type PaperClaim } from './read-claim-on-paper.ts';

function paperOf(of: PaperClaim, orders: readonly OrderOnPaper[], fund: string): Paper {
  const totalFen = orders.reduce((sum, { amountFen }) => sum + amountFen, 0n);
  const { claim, names, policy, subsidy, sealed } = of;
  return {
    kind: 'payment-request',
    reference: `申领编号 ${claim.number} · 第${sealed?.version ?? 0}版`,
    blocks: [
      {
        is: 'form',
        fields: [
          { label: '申领单位', value: names.institution, wide: true },
          { label: '补贴项目', value: subsidy, wide: true },
          { label: '政策依据', value: `${policy.documentNumber}《${policy.title}》`, wide: true },
          { label: '资金来源', value: fund, wide: true },
          { label: '拨付金额', value: `¥${paperAmount(totalFen)}` },
          { label: '大写', value: capitalYuan(totalFen) },
        ],
      },
      {
        is: 'table',
        columns: [
          { title: '支付指令号', width: 4 },
          { title: '收款户名', width: 4 },
          { title: '开户银行', width: 3 },
          { title: '账号', width: 2.4 },
          { title: '人数', width: 'narrow', align: 'right' },
          { title: '金额（元）', width: 2.4, align: 'right' },
        ],
        rows: orders.map((order) => [
          order.key,
          order.payeeName ?? '',
          order.payeeBank ?? '',
          order.payeeAccount ?? '',
          String(order.persons),
          paperAmount(order.amountFen),
        ]),
        total: ['合计', '', '', '', String(orders.reduce((sum, { persons }) => sum + persons, 0)), paperAmount(totalFen)],
      },
      { is: 'text', text: '以上款项已经公示无异议、财政复审通过并预留指标，申请拨付。' },
      {
        is: 'signatures',
        rows: [
          { role: '制单人', lines: [] },
          { role: '复核人', lines: [] },
          { role: '负责人', lines: [] },
        ],
      },
    ],
  };
}

/** 拨付申请: what finance asks its treasury to pay for a claim (XZ24 三(二) 完成资金拨付手续; AMB-55). A draft until orders stand. @throws RefusalError NOT_FOUND. */
export async function readPaymentRequest(tx: Tx, actor: Actor, claimId: string): Promise<PaperOf> {
  const of = await readPaperClaim(tx, actor, claimId, null);
  const orders = await tx.rows<OrderOnPaper>(ordersOnPaper, [claimId]);
  const from = await tx.one<{ fund: string; year: number }>(reservedFrom, [claimId]);
  if (orders.length === 0) throw new RefusalError({ code: 'PAPER_NOT_YET' });
  const fund = from ? `${from.fund}（${from.year}年）` : '未预留';
  // The number of orders is part of the version: held persons are paid later, by a request of their own.
  return { subjectId: claimId, caseId: claimId, version: orders.length, paper: paperOf(of, orders, fund) };
}
