import type { PolicySnapshot } from '#libs/policy';
import { clauseText, kindTag } from '../html/clauses.ts';
import { html, type Html } from '../html/html.ts';
import type { Page } from '../html/layout.ts';
import type { PageContext } from '../html/page-context.ts';
import type { DirectoryRow, PlaceRow } from '../persistence/site.query.ts';

export interface DirectoryContent {
  readonly place: string;
  readonly places: readonly PlaceRow[];
  readonly registered: readonly DirectoryRow[];
  /** The policies in force there, each with its own directory. */
  readonly policies: readonly PolicySnapshot[];
}

function placeForm({ say, to }: PageContext, { place, places }: DirectoryContent): Html {
  return html`<form class="search noprint" method="get" action="${to('/public/directories')}">
    <div>
      <label for="region">${say('地区', 'Place')}</label>
      <select id="region" name="region">
        <option value="">${say('全部地区', 'All places')}</option>
        ${places.map((one) => html`<option value="${one.region}" ${one.region === place && html`selected`}>${one.name}</option>`)}
      </select>
    </div>
    <div class="act"><button>${say('查询', 'Show')}</button></div>
  </form>`;
}

function policyDirectory(context: PageContext, { pack, directories }: PolicySnapshot): Html {
  const { say, han } = context;
  const title = html`<h2>${han(`${pack.documentNumber} ${say('承担任务机构', 'Institutions named in the document')}`)}</h2>`;
  if (directories.kind === 'missing')
    return html`${title}${clauseText(context, { name: '', kind: 'missing', clause: '', text: directories.reason })}`;
  const names = [say('机构', 'Institution'), say('工种', 'Occupations'), say('人数限额', 'Quota'), say('依据', 'Clause')] as const;
  return html`${title}
    <p>${kindTag(context, directories.kind)}</p>
    <div class="scroll">
      <table class="stack">
        <caption>
          ${say('工种栏为“不限”的，文件未限定工种。', '"Any" means the document sets no limit.')}
        </caption>
        <thead>
          <tr>
            ${names.map((name) => html`<th scope="col">${name}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${directories.value.map(
            (entry) =>
              html`<tr>
                <td data-name="${names[0]}">${han(entry.institution)}</td>
                <td data-name="${names[1]}">${entry.occupations.length === 0 ? say('不限', 'Any') : han(entry.occupations.join('、'))}</td>
                <td data-name="${names[2]}">${entry.quota ?? say('未规定', 'Not set')}</td>
                <td data-name="${names[3]}">${han(entry.clause)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
}

function registeredList({ say, han }: PageContext, { registered, places }: DirectoryContent): Html {
  const placeName = (region: string) => places.find((one) => one.region === region)?.name ?? region;
  const names = [say('名称', 'Name'), say('类别', 'Kind'), say('所在地', 'Place')] as const;
  return html`<h2>${say('已登记的机构', 'Registered here')}</h2>
    ${
      registered.length === 0
        ? html`<p>${say('该地区还没有登记机构。', 'No institution is registered for this place.')}</p>`
        : html`<div class="scroll">
            <table class="stack">
              <thead>
                <tr>
                  ${names.map((name) => html`<th scope="col">${name}</th>`)}
                </tr>
              </thead>
              <tbody>
                ${registered.map(
                  (row) =>
                    html`<tr>
                      <td data-name="${names[0]}">${han(row.name)}</td>
                      <td data-name="${names[1]}">
                        ${row.kind === 'training' ? say('培训机构', 'Training institution') : say('评价机构', 'Evaluation body')}
                      </td>
                      <td data-name="${names[2]}">${han(placeName(row.region))}</td>
                    </tr>`,
                )}
              </tbody>
            </table>
          </div>`
    }`;
}

/** PB-04: who may train what, and who assesses (两目录). */
export function directoryPage(context: PageContext, content: DirectoryContent): Page {
  const title = context.say('机构和工种目录', 'Institutions and occupations');
  return {
    title,
    body: html`<h1>${title}</h1>
      ${placeForm(context, content)}${registeredList(context, content)}${content.policies.map((policy) => policyDirectory(context, policy))}`,
  };
}
