import type { SubjectColumn } from './subject-columns.ts';
import { readPasted, subjectOf } from './subject-rows.ts';

const columns: readonly SubjectColumn[] = [
  { path: 'name', label: '姓名', type: 'text', isNeeded: true },
  { path: 'idNumber', label: '身份证号码', type: 'text', isNeeded: true },
  {
    path: 'facts/certificate',
    label: '证书',
    type: 'code',
    isNeeded: true,
    options: [{ value: 'advanced', label: '高级工（三级）' }],
  },
  { path: 'facts/contributionMonths', label: '缴费月数', type: 'count', isNeeded: true },
  { path: 'facts/isFirst', label: '初次取得', type: 'flag', isNeeded: false },
  { path: 'facts/groups', label: '所属群体', type: 'codes', isNeeded: false, options: [{ value: 'veteran', label: '退役军人' }] },
  { path: 'account/bank', label: '开户银行', type: 'text', isNeeded: true },
];

describe('a list pasted from a spreadsheet', () => {
  it('skips its titles and understands the words of the form', () => {
    const text = '姓名\t身份证号码\t证书\t缴费月数\t初次取得\t所属群体\t开户银行\n申建国\t 1405\t高级工\t12\t是\t退役军人\t晋城银行\n\n';
    expect(readPasted(text, columns)).toEqual([
      {
        ...{ name: '申建国', idNumber: '1405', 'facts/certificate': 'advanced', 'facts/contributionMonths': '12' },
        ...{ 'facts/isFirst': 'yes', 'facts/groups': 'veteran', 'account/bank': '晋城银行' },
      },
    ]);
  });

  it('reads cells apart by commas where there is no tab, and leaves out what is not there', () => {
    expect(readPasted('申建国,1405,技师', columns)).toMatchObject([{ name: '申建国', 'facts/certificate': '技师', 'account/bank': '' }]);
  });

  it('is sent as the server takes it: what is empty is not said', () => {
    const [row] = readPasted('申建国\t1405\t高级工\t12\t\t\t', columns);
    expect(subjectOf(row ?? {}, columns)).toEqual({
      name: '申建国',
      idNumber: '1405',
      facts: { certificate: 'advanced', contributionMonths: 12 },
    });
    const [other] = readPasted('申建国\t1405\t高级工\t一年\t1\t退役军人；其他\t晋城银行', columns);
    expect(subjectOf(other ?? {}, columns)).toMatchObject({
      account: { bank: '晋城银行' },
      facts: { contributionMonths: '一年', isFirst: true, groups: ['veteran', '其他'] },
    });
  });
});
