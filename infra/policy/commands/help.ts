import { classTypes, deadlineQuestions } from '#libs/policy';
import { say } from '../../local/progress.ts';

const QUESTIONS = Object.entries(deadlineQuestions)
  .map(
    ([name, { title, titleEn, needs, may }]) =>
      `      ${name.padEnd(18)} ${title} · ${titleEn}: ${[...needs, ...may.map((fact) => `[${fact}]`)].join(' ')}`,
  )
  .join('\n');

const HELP = `npm run policy -- COMMAND …      政策工具 · the tool for policies. Answers in Chinese, with --en in English.
With --json, use "npm run --silent policy -- …", so that nothing but JSON is printed.

  check                         检查全部政策文件 · every policy: shape, quotes, validity, totals, calendars
  coverage [--json]             需求条目在哪里落实 · every row of the requirements: carried (where), not data, missing
  list                          政策、有效期和快照 · policies, validity, hashes

  calculate FILE… [--json]      计算算例文件，与预期不符时退出码为1 · runs scenario files from anywhere; exit code 1 on a mismatch
  explain FILE…                 逐行说明金额、条款和还差什么 · each amount in words, with clauses and what would bring more
      How to write a scenario: docs/scenarios.md

  due QUESTION PACK [CLASS-TYPE] name=value…        计算期限，列出每一天是否计入 · a deadline with every day counted
      npm run policy -- due notice-close xinzhou-2024 order publishedOn=2024-09-27
      npm run policy -- due step xinzhou-2024 order step=opening-review beganOn=2026-03-02 suspensions=2026-03-03..2026-03-05
${QUESTIONS}

  materials PACK CLASS-TYPE opening|completion|claim [--special-task] [--overlay FILE]      材料清单 · the papers an application needs
  materials PACK SUBSIDY        不随班申领的材料 · the papers of a claim without a class
      FILE: what the county adds ("add:"); what the policy lists cannot be removed.

  show PACK [CLAUSE] [--stated] [--chosen] [--missing]      逐项查看，与条款原文对照 · value by value, beside the clause's text
  diff PACK PACK                两个政策逐项比较 · value by value
  impact NEW-PACK [--on DAY]    新政策对现有班级的影响 · what a new policy would change in the cases of the running installation
                                (or of DATABASE_URL), case by case; nothing is written

PACK is an id (see "list") or, for show, diff and impact, the folder of a draft. --on DAY asks a policy as it reads on that day.
Class types: ${classTypes.join(', ')}`;

/** `help`: what every command does, with examples. */
export function help(): number {
  say(HELP);
  return 0;
}
