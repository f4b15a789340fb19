import ExcelJS from 'exceljs';
import type { BatchRow } from '../persistence/batch.query.ts';
import { pain001 } from './pain001.ts';
import { paymentWorkbook } from './payment-workbook.ts';

const batch: BatchRow = {
  ...{
    id: '01900000-0000-7000-8000-000000000001',
    number: 'PC1409002026030200001',
    region: '140900',
    state: 'released',
    orderCount: 1,
    totalFen: 6_820_000n,
  },
  ...{ contentSha256: '', fileSha256: null, builtBy: '', releasedAt: null, submittedAt: null, version: 1 },
  builtAt: new Date('2026-03-02T01:00:00Z'),
};
const payment = {
  key: 'P-BT1409002026000001-0190-1-0',
  amountFen: 6_820_000n,
  payeeName: '甲<乙>&丙培训学校',
  payeeBank: '演示银行',
  account: '6222000000000001',
  purpose: '职业培训补贴',
};
const file = { batch, payments: [payment], createdAt: new Date('2026-03-02T01:00:00Z') };

describe('the file for the bank', () => {
  it('as pain.001.001.09 carries the key as end-to-end id, the exact amount, and text that cannot break out of its element', () => {
    const xml = pain001(file).toString('utf8');
    expect(xml).toContain('urn:iso:std:iso:20022:tech:xsd:pain.001.001.09');
    expect(xml).toContain('<EndToEndId>P-BT1409002026000001-0190-1-0</EndToEndId>');
    expect(xml).toContain('<InstdAmt Ccy="CNY">68200.00</InstdAmt>');
    expect(xml).toContain('<CtrlSum>68200.00</CtrlSum>');
    expect(xml).toContain('甲&lt;乙&gt;&amp;丙培训学校');
    expect(pain001(file)).toEqual(pain001(file));
  });

  it('as a workbook keeps the account as text and says the sum in capitals', async () => {
    const workbook = new ExcelJS.Workbook();
    const bytes = await paymentWorkbook(file);
    await workbook.xlsx.load(new Uint8Array(bytes).buffer);
    const sheet = workbook.getWorksheet('支付清单');
    expect(sheet?.getCell('A2').text).toContain('人民币陆万捌仟贰佰元整');
    expect([sheet?.getCell('B4').value, sheet?.getCell('E4').value, sheet?.getCell('F4').value]).toEqual([
      payment.key,
      payment.account,
      '68200.00',
    ]);
  });
});
