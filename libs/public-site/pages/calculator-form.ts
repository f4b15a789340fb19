import { codesFor, factFields, type FactField, type FactName, type SubsidyRule } from '#libs/policy';
import { factsAsked, type AskedCalculation } from '../application/read-calculation.ts';
import { textOf } from '../application/read-objection.ts';
import { html, type Content, type Html } from '../html/html.ts';
import type { PageContext } from '../html/page-context.ts';
import { field } from '../html/pieces.ts';

/** Codes a reader chooses from, in the documents' words. A code that is not here is shown as it is. */
const CODES: Readonly<Record<string, readonly [string, string]>> = {
  elementary: ['五级/初级工', 'Level 5, elementary'],
  intermediate: ['四级/中级工', 'Level 4, intermediate'],
  advanced: ['三级/高级工', 'Level 3, advanced'],
  technician: ['二级/技师', 'Level 2, technician'],
  'senior-technician': ['一级/高级技师', 'Level 1, senior technician'],
  'special-operation': ['特种作业', 'Special operation'],
  'special-equipment': ['特种设备作业', 'Special equipment'],
  'special-competency': ['专项职业能力', 'Special competency'],
  county: ['县级', 'County'],
  city: ['市级', 'City'],
  province: ['省级', 'Province'],
  national: ['国家级', 'National'],
  no: ['否', 'No'],
  yes: ['是', 'Yes'],
  other: ['其他', 'Other'],
};

function wordOf({ say }: PageContext, code: string): string {
  return say(...(CODES[code] ?? [code, code]));
}

function options(context: PageContext, codes: readonly string[], chosen: string, isNullable: boolean): Content {
  const none = isNullable && html`<option value="">${context.say('无', 'None')}</option>`;
  return html`${none}${codes.map((code) => html`<option value="${code}" ${code === chosen && html`selected`}>${wordOf(context, code)}</option>`)}`;
}

function control(context: PageContext, name: FactName, { rule, typed }: AskedCalculation, attributes: Html): Html {
  const spec: FactField = factFields[name];
  const value = textOf(typed, name);
  if (spec.type === 'flag')
    return html`<select class="short" ${attributes}>
      ${options(context, ['no', 'yes'], value, false)}
    </select>`;
  const codes = codesFor(rule, name, null);
  if (spec.type === 'code' && codes !== null)
    return html`<select ${attributes}>
      ${options(context, codes, value, spec.isNullable ?? false)}
    </select>`;
  if (spec.type === 'codes' && codes !== null)
    return html`<select multiple ${attributes}>
      ${options(context, codes, value, false)}
    </select>`;
  const mode = spec.type === 'count' ? 'numeric' : spec.type === 'fen' ? 'decimal' : 'text';
  return html`<input type="text" class="short" inputmode="${mode}" ${attributes} value="${value}" autocomplete="off" />`;
}

function labelOf({ say }: PageContext, { zh, en, type, unit }: FactField): string {
  const suffix = type === 'fen' ? say('（元）', ' (yuan)') : unit === undefined ? '' : say(`（${unit}）`, '');
  return `${say(zh, en.charAt(0).toUpperCase() + en.slice(1))}${suffix}`;
}

function factField(context: PageContext, name: FactName, asked: AskedCalculation): Html {
  const spec: FactField = factFields[name];
  const shape = {
    id: name,
    label: labelOf(context, spec),
    wrong: asked.wrong,
    ...(context.language === 'zh' ? { hint: spec.meaning } : {}),
  };
  return field(shape, (attributes) => control(context, name, asked, attributes));
}

function numbers(context: PageContext, rule: SubsidyRule, asked: AskedCalculation): Html | false {
  if (rule.claimedBy !== 'class') return false;
  const { say } = context;
  const number = (id: string, label: string, hint?: string) =>
    field(
      { id, label, wrong: asked.wrong, ...(hint === undefined ? {} : { hint }) },
      (attributes) =>
        html`<input type="text" class="short" inputmode="numeric" ${attributes} value="${textOf(asked.typed, id)}" autocomplete="off" />`,
    );
  return html`${number('count', say('参训人数', 'Persons trained'))}
  ${number('completed', say('结业人数', 'Persons who completed'), say('不填即全部结业', 'Leave empty if everybody did'))}
  ${number('employed', say('就业人数', 'Persons employed'), say('有劳动合同、工资或社会保险证明的人数；不填为0', 'With a contract, wages or social insurance to show; empty is 0'))}`;
}

/** The form of one subsidy, made from what its rule asks; further facts may be opened. */
export function calculatorForm(context: PageContext, hash: string, asked: AskedCalculation): Html {
  const { say, to } = context;
  const { needs, may } = factsAsked(asked.rule);
  const isOpen =
    may.some((name) => textOf(asked.typed, name) !== '' && textOf(asked.typed, name) !== 'no') ||
    asked.wrong.some(({ field: id }) => may.some((name) => name === id));
  return html`<form method="get" action="${to('/public/calculator')}" novalidate>
    <input type="hidden" name="policy" value="${hash}" /><input type="hidden" name="subsidy" value="${asked.key}" /><input
      type="hidden"
      name="go"
      value="1"
    />
    ${numbers(context, asked.rule, asked)}${needs.map((name) => factField(context, name, asked))}
    ${
      may.length > 0 &&
      html`<details class="field" ${isOpen && html`open`}>
        <summary>${say('更多情况（没有就不用填）', 'More circumstances (leave what does not apply)')}</summary>
        <div class="more">${may.map((name) => factField(context, name, asked))}</div>
      </details>`
    }
    <button>${say('计算', 'Calculate')}</button>
  </form>`;
}
