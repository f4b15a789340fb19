import { readFileSync } from 'node:fs';
import path from 'node:path';
import { clausesById, clausesOf } from './clauses-of.ts';

const read = (pack: string) => clausesOf(readFileSync(path.join(__dirname, '../../../policies', pack, 'document.txt'), 'utf8'));

describe('the clauses of a document', () => {
  it.each([
    ['xinzhou-2024', '二（二）（2）', '（2）开班申请'],
    ['xinzhou-2024', '四(二)3', '3. 及时拨付资金'],
    ['xinzhou-2024', '一（三）', '(三)各县(市、区)要结合本区域实际'],
    ['huguan-2024', '二（六）', '（六）严格执行培训补贴标准'],
    ['huguan-2024', '附件3 五', '五、选优确定“新业态”承担培训任务的机构'],
    ['huguan-2024', '附件4 三（1）', '(1)每日课间能识别清楚人脸的流水摄像'],
    ['wuzhai-2023', '七（二）', '（二）做好重大专项抓落实机制报表工作'],
    ['wuzhai-2023', '附件', '附件：'],
    ['jincheng-2020', '三（五）', '(五) 开展六万人次重点就业群体免费就业技能培训行动'],
    ['jincheng-2020', '施行', '本方案自发布之日起执行'],
    ['shanxi-2022', '五（二十一）', '（二十一）推动职业技能培训信息化建设'],
  ])('%s has %s, whichever brackets it is asked with', (pack, id, heading) => {
    expect(clausesById(read(pack), id)[0]?.heading).toContain(heading);
  });

  it('gives a clause with the text of those under it, and its lines', () => {
    const [clause] = clausesById(read('xinzhou-2024'), '四（三）');
    expect(clause?.text).toMatch(/^\(三\) 监督结果运用[\s\S]*追回补贴资金[\s\S]*接受社会监督/);
    expect([clause?.firstLine, clausesById(read('xinzhou-2024'), '四（三）2')[0]?.firstLine]).toEqual([118, 121]);
  });

  it('keeps what stands before the first chapter, and takes a list of annexes for no clauses', () => {
    const ids = read('huguan-2024').map(({ id }) => id);
    expect(ids[0]).toBe('文头');
    expect(ids.filter((id) => id.startsWith('附件') && !id.includes(' '))).toEqual(['附件', '附件1', '附件2', '附件3', '附件4']);
  });

  it('finds nothing to cite in a text without numbers', () => {
    expect(clausesOf('各县：\n请及时报告。').map(({ id }) => id)).toEqual(['文头']);
  });
});
