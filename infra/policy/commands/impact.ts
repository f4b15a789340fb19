import { weighPolicy, type WeighedCase } from '#libs/finance';
import { Database } from '#libs/platform';
import { formatYuan, type Calculation } from '#libs/policy';
import type { PolicyShelf } from '#libs/rulebook';
import { runningEnvironment } from '../../local/environment.ts';
import { dataFolder } from '../../local/folders.ts';
import { PlainError } from '../../local/plain-error.ts';
import { say } from '../../local/progress.ts';
import { readCommandLine } from '../command-line.ts';
import { policyNamed } from '../policy-named.ts';
import { jsonOf } from '../print/json.ts';
import { languageOf, type Language } from '../print/language.ts';
import { table } from '../print/table.ts';

/** The database of DATABASE_URL, else that of the installation that runs here. */
function database(): Database {
  const url = process.env['DATABASE_URL'];
  if (url !== undefined && url !== '') return new Database('finance', [], url);
  Object.assign(process.env, { ...runningEnvironment(dataFolder()), KBT_POLICIES: process.env['KBT_POLICIES'] });
  return new Database('finance');
}

function amountText(calculation: Calculation | null, language: Language): string {
  if (calculation === null) return language === 'zh' ? '无此补贴' : 'no such subsidy';
  const { held, amountFen, recoveryFen } = calculation;
  if (held.length > 0) return `${language === 'zh' ? '暂挂' : 'held'} ${held.map(({ name }) => name).join(', ')}`;
  return `${formatYuan(amountFen)}${recoveryFen === 0n ? '' : ` (−${formatYuan(recoveryFen)})`}`;
}

/** How much more or less; nothing where one side has no amount. */
function changeText({ before, after }: WeighedCase): string {
  if (after === null || before.held.length > 0 || after.held.length > 0) return '';
  const change = after.amountFen - before.amountFen;
  return `${change > 0n ? '+' : ''}${formatYuan(change)}`;
}

async function weigh(snapshot: Parameters<typeof weighPolicy>[1]): Promise<readonly WeighedCase[]> {
  const source = database();
  try {
    return await source.transaction((tx) => weighPolicy(tx, snapshot));
  } catch (error) {
    const { code } = error as { readonly code?: string };
    if (code === 'ECONNREFUSED' || code === 'ENOTFOUND')
      throw new PlainError('The database does not answer: start it, or correct DATABASE_URL.');
    throw error;
  } finally {
    await source.close();
  }
}

/** `impact NEW-PACK`: what a new policy would change in the cases of a database, case by case with amounts; nothing is written. */
export async function impact(shelf: PolicyShelf, args: readonly string[]): Promise<number> {
  const { words, flags, values } = readCommandLine(args, { flags: ['en', 'json'], values: ['on'] });
  const language = languageOf(flags);
  const { snapshot } = policyNamed(shelf, words[0], values.get('on') ?? null, language);
  const cases = await weigh(snapshot);
  if (flags.has('json')) {
    say(jsonOf(cases));
    return 0;
  }
  const isZh = language === 'zh';
  const rows = cases.map((one) => [
    ...[one.ref, one.title, one.subsidy, one.state, one.policy],
    ...[amountText(one.before, language), amountText(one.after, language), changeText(one)],
  ]);
  const headings = isZh
    ? ['编号', '名称', '补贴', '状态', '现行', '现应付', `按 ${snapshot.pack.id}`, '差额']
    : ['case', 'name', 'subsidy', 'state', 'policy', 'now', `by ${snapshot.pack.id}`, 'change'];
  say(table(headings, rows));
  const sum = cases.reduce((total, { before, after }) => total + (after?.amountFen ?? 0n) - before.amountFen, 0n);
  const kept = isZh
    ? '已批准开班的班级保留原政策（AMB-36），以上仅供比较。'
    : 'Classes that are approved keep the policy they have (AMB-36); this only compares.';
  say(`${isZh ? `${cases.length} 件，合计差额` : `${cases.length} cases, in all`} ${formatYuan(sum)}. ${kept}`);
  return 0;
}
