import {
  capitalYuan,
  type Calculation,
  type CalculationHint,
  type CalculationStep,
  type PolicySnapshot,
  type SubsidyRule,
} from '#libs/policy';
import { clausesOfRule } from '../application/basis.ts';
import type { AskedCalculation } from '../application/read-calculation.ts';
import { clauseText, kindTag } from '../html/clauses.ts';
import { html, type Html } from '../html/html.ts';
import type { Page } from '../html/layout.ts';
import type { PageContext } from '../html/page-context.ts';
import { errorSummary, yuan } from '../html/pieces.ts';
import type { PlaceRow } from '../persistence/site.query.ts';
import { calculatorForm } from './calculator-form.ts';
import type { PolicyInForce } from './policy.page.ts';

export interface CalculatorContent {
  readonly policies: readonly PolicyInForce[];
  readonly places: readonly PlaceRow[];
  readonly chosen: { readonly hash: string; readonly snapshot: PolicySnapshot } | undefined;
  readonly asked: AskedCalculation | undefined;
}

function chooser({ say, to, han, language }: PageContext, { policies, places, chosen, asked }: CalculatorContent): Html {
  const nameOf = (region: string) => places.find((place) => place.region === region)?.name ?? region;
  const policy = html`<div>
    <label for="policy">${say('地区和文件', 'Place and document')}</label
    ><select id="policy" name="policy">
      ${policies.map(
        (one) =>
          html`<option value="${one.hash}" ${one.hash === chosen?.hash && html`selected`}>
            ${nameOf(one.region)} · ${one.documentNumber}
          </option>`,
      )}
    </select>
  </div>`;
  const subsidy =
    chosen &&
    html`<div>
      <label for="subsidy">${say('补贴项目', 'Subsidy')}</label
      ><select id="subsidy" name="subsidy">
        ${Object.entries(chosen.snapshot.subsidies).map(
          ([key, rule]) =>
            html`<option value="${key}" ${key === asked?.key && html`selected`}>${language === 'en' ? rule.titleEn : rule.title}</option>`,
        )}
      </select>
    </div>`;
  return html`<form class="search noprint" method="get" action="${to('/public/calculator')}">
      ${policy}${subsidy}
      <div class="act"><button>${chosen ? say('选定', 'Choose') : say('下一步', 'Next')}</button></div>
    </form>
    ${chosen && html`<p>${han(`${chosen.snapshot.pack.documentNumber}《${chosen.snapshot.pack.title}》`)}</p>`}`;
}

const REFS: Readonly<Record<string, readonly [string, string]>> = {
  employed: ['已就业的结业人员', 'Completed and employed'],
  'not-employed': ['未就业的结业人员', 'Completed, not employed'],
  'not-completed': ['未结业的人员', 'Did not complete'],
};

const EXCLUSIONS: Readonly<Record<string, readonly [string, string]>> = {
  NOT_COMPLETED: ['不在结业名单上', 'not on the completion roster'],
  NOT_EMPLOYED: ['未就业，且就业率未达到全额发放的比例', 'not employed, and the employment rate is too low to pay everybody'],
  NOT_IN_GROUP: ['不属于文件规定的人员范围', 'in none of the groups the document names'],
  YEARLY_LIMIT_REACHED: ['本年享受次数已满', 'the yearly number of classes is reached'],
  REPEATED_TOO_SOON: ['同一职业同一等级重复培训间隔不足', 'the same occupation and level again too soon'],
};

function steps(context: PageContext, items: readonly CalculationStep[]): Html {
  return html`<ol>
    ${items.map((step) => html`<li>${kindTag(context, step.kind)}<code>${step.arithmetic}</code> = ${yuan(step.resultFen)} <span class="quiet small">${context.han(step.clause)}</span></li>`)}
  </ol>`;
}

function hint({ say }: PageContext, { code, params, differenceFen }: CalculationHint): Html | false {
  const more = yuan(differenceFen);
  if (code === 'EMPLOYMENT_RATE_BELOW')
    return html`<p>
      ${say(
        `再落实 ${params['missing'] ?? ''} 人就业，就业率达到 ${params['percent'] ?? ''}%，即可按全部 ${params['trained'] ?? ''} 人申领，增加 ${more}。`,
        `With ${params['missing'] ?? ''} more employed the rate reaches ${params['percent'] ?? ''} % and all ${params['trained'] ?? ''} are paid: ${more} more.`,
      )}
    </p>`;
  if (code === 'ONE_MORE_DAY') return html`<p>${say(`每人多培训一天，增加 ${more}。`, `One more day each: ${more} more.`)}</p>`;
  return false;
}

function result(context: PageContext, calculation: Calculation, { claimedBy }: SubsidyRule): Html {
  const { say, han } = context;
  const unit = claimedBy === 'unit' ? say('个', '') : say('人', ' persons');
  if (calculation.held.length > 0) {
    return html`<div class="panel over" role="status">
      <p><strong>${say('还算不出金额：文件没有规定', 'No amount yet: the document does not say')}</strong></p>
      <ul>
        ${calculation.held.map(({ reason }) => html`<li>${han(reason)}</li>`)}
      </ul>
      <p>
        ${say('在补齐之前，这类申领暂挂，不会按0发放，也不会估算。', 'Until somebody decides, such a claim is held; it is neither paid as 0 nor guessed.')}
      </p>
    </div>`;
  }
  return html`<div class="receipt" role="status">
      <p>${say('按所填情况，补贴金额为', 'By what you entered, the subsidy is')}</p>
      <p class="big">${yuan(calculation.amountFen)}</p>
      <p>${han(capitalYuan(calculation.amountFen))}</p>
    </div>
    <h2>${say('为什么是这个数', 'Why this amount')}</h2>
    ${calculation.lines.map((line) => {
      const name = say(...(REFS[line.ref] ?? (['申领对象', 'Claimed for'] as const)));
      const why = line.exclusion && (EXCLUSIONS[line.exclusion.code] ?? [line.exclusion.code, line.exclusion.code]);
      return html`<h3>${name} · ${line.people}${unit} · ${yuan(line.amountFen)}</h3>
        ${
          why && line.exclusion
            ? html`<p>${say(`不发放：${why[0]}`, `Not paid: ${why[1]}`)} <span class="quiet small">${han(line.exclusion.clause)}</span></p>`
            : steps(context, line.steps)
        }`;
    })}
    ${calculation.hints.map((one) => hint(context, one))}`;
}

/** PB-04: what a subsidy comes to, step by step, with its clauses. Nothing is kept of what was typed. */
export function calculatorPage(context: PageContext, content: CalculatorContent): Page {
  const { say, language } = context;
  const { chosen, asked } = content;
  const title = say('补贴试算', 'Subsidy calculator');
  const rule = asked?.rule;
  return {
    title: asked && asked.wrong.length > 0 ? say(`错误：${title}`, `Error: ${title}`) : title,
    ...(asked && asked.wrong.length > 0 ? { status: 422 } : {}),
    keep: 'revalidate',
    body: html`${asked && errorSummary(context, asked.wrong)}
      <h1>${title}</h1>
      <p>
        ${say('选择地区和补贴项目，填写情况，就能看到金额和每一步的依据。试算不代表审核结果。', 'Choose a place and a subsidy, enter the circumstances, and see the amount with the clause of every step. It is not a decision.')}
      </p>
      ${chooser(context, content)} ${rule && html`<h2>${language === 'en' ? rule.titleEn : rule.title}</h2>`}
      ${asked?.calculation && result(context, asked.calculation, asked.rule)}
      ${asked && chosen && html`<h2>${say('填写情况', 'Circumstances')}</h2>`}${asked && chosen && calculatorForm(context, chosen.hash, asked)}
      ${
        rule &&
        html`<h2>${say('条款', 'Clauses')}</h2>
          ${clausesOfRule(rule).map((clause) => clauseText(context, clause))}`
      }`,
  };
}
