import type { PolicySnapshot, SubsidyRule } from '#libs/policy';
import { clausesOfRule } from '../application/basis.ts';
import { clauseText } from '../html/clauses.ts';
import { html, type Html } from '../html/html.ts';
import type { Page } from '../html/layout.ts';
import type { PageContext } from '../html/page-context.ts';
import { dayOf } from '../html/pieces.ts';
import type { PlaceRow } from '../persistence/site.query.ts';

export interface PolicyInForce {
  readonly region: string;
  readonly hash: string;
  readonly title: string;
  readonly documentNumber: string;
  readonly effectiveFrom: string;
  readonly effectiveTo: string | null;
}

function period(context: PageContext, { effectiveFrom, effectiveTo }: PolicyInForce): string {
  const from = dayOf(context, effectiveFrom);
  if (effectiveTo === null) return context.say(`自${from}起施行，至有新文件为止`, `in force since ${from}, until replaced`);
  return context.say(`${from}至${dayOf(context, effectiveTo)}`, `from ${from} to ${dayOf(context, effectiveTo)}`);
}

/** Which document decides where, and for which days. */
export function policyListPage(context: PageContext, policies: readonly PolicyInForce[], places: readonly PlaceRow[]): Page {
  const { say, to, han } = context;
  const title = say('政策依据', 'Policies');
  const nameOf = (region: string) => places.find((place) => place.region === region)?.name ?? region;
  return {
    title,
    keep: 300,
    body: html`<h1>${title}</h1>
      <p class="lead">
        ${say('每一笔补贴都按所在地的文件计算。下面是各地的文件；点开可以看到每个数值出自哪一条原文。', 'Every subsidy is computed by the document of its place. Open one to see which clause each value comes from.')}
      </p>
      <ul class="cards">
        ${policies.map(
          (one) =>
            html`<li>
              <h2><a href="${to(`/public/policies/${one.hash}`)}">${han(`${one.documentNumber}《${one.title}》`)}</a></h2>
              <p>${han(nameOf(one.region))}</p>
              <p class="quiet small">${period(context, one)}</p>
            </li>`,
        )}
      </ul>`,
  };
}

function subsidy(context: PageContext, hash: string, [key, rule]: readonly [string, SubsidyRule]): Html {
  const { say, to, language } = context;
  const query = new URLSearchParams({ policy: hash, subsidy: key }).toString();
  return html`<h2>${language === 'en' ? rule.titleEn : rule.title}</h2>
    ${clausesOfRule(rule).map((clause) => clauseText(context, clause))}
    <p class="noprint"><a href="${to(`/public/calculator?${query}`)}">${say('试算这项补贴', 'Try this subsidy in the calculator')}</a></p>`;
}

/** One document: each subsidy with the clauses its values come from, stated, chosen or not said. */
export function policyPage(context: PageContext, hash: string, { pack, subsidies }: PolicySnapshot): Page {
  const { say, han } = context;
  return {
    title: pack.documentNumber,
    keep: 300,
    body: html`<h1>${han(`${pack.documentNumber}《${pack.title}》`)}</h1>
      <p>
        ${say(
          '“文件原文”是文件写明的；“本地采用”是文件没有写明、由本地选定的理解；“文件未规定”的，在补齐之前不发放。',
          '"Stated": the document says it. "Chosen": the document is silent and the county has picked a reading. "Not stated": nothing is paid until somebody decides.',
        )}
      </p>
      ${Object.entries(subsidies).map((entry) => subsidy(context, hash, entry))}
      <p class="quiet small">${say('本页数据的校验值：', 'Hash of this data: ')}<code>${hash}</code></p>`,
  };
}
