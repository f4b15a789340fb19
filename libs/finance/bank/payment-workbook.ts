import { capitalYuan, formatYuan } from '#libs/policy';
import type { PaymentFile } from './payment-file.ts';

const HEADINGS = ['序号', '支付编号', '收款单位', '开户银行', '账号', '金额（元）', '用途', '处理结果', '处理日期', '失败原因'];

/** The batch as a workbook for banks that take one; the answer is written into its last three columns and imported again. */
export async function paymentWorkbook({ batch, payments, createdAt }: PaymentFile): Promise<Buffer> {
  const { default: ExcelJS } = await import('exceljs'); // only here: it is hundreds of modules, which no other act needs
  const workbook = new ExcelJS.Workbook();
  workbook.created = createdAt;
  workbook.modified = createdAt;
  const sheet = workbook.addWorksheet('支付清单');
  sheet.addRow([`支付批次 ${batch.number}`]);
  sheet.mergeCells(1, 1, 1, HEADINGS.length);
  sheet.addRow([`共 ${payments.length} 笔，合计 ${formatYuan(batch.totalFen)} 元（${capitalYuan(batch.totalFen)}）`]);
  sheet.mergeCells(2, 1, 2, HEADINGS.length);
  sheet.addRow(HEADINGS);
  payments.forEach(({ key, amountFen, payeeName, payeeBank, account, purpose }, index) => {
    sheet.addRow([index + 1, key, payeeName, payeeBank, account, formatYuan(amountFen), purpose]);
  });
  for (const column of ['B', 'E', 'F']) sheet.getColumn(column).numFmt = '@';
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
