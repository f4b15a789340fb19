import type { Material } from '#libs/policy';
import type { Language } from './language.ts';
import { table } from './table.ts';

/** The papers of an application as a list: name, how often, how given, where the policy asks for it. */
export function papersText(papers: readonly Material[], language: Language): string {
  const isZh = language === 'zh';
  const per = { application: isZh ? '每次申请' : 'application', trainee: isZh ? '每名学员' : 'trainee' };
  const form = { file: isZh ? '上传' : 'upload', form: isZh ? '在线填写' : 'filled in here' };
  const rows = papers.map((one) => [one.slot, isZh ? one.title : one.titleEn, per[one.per], form[one.form], one.clause]);
  return table(isZh ? ['代码', '材料', '份数', '方式', '条款'] : ['slot', 'paper', 'per', 'form', 'clause'], rows);
}
