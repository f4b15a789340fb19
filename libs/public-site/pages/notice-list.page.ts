import type { Page as Rows } from '#libs/platform';
import { html, type Html } from '../html/html.ts';
import type { Page } from '../html/layout.ts';
import type { PageContext } from '../html/page-context.ts';
import { clockOf, dayOf, yuan } from '../html/pieces.ts';
import type { NoticePage, PlaceRow } from '../persistence/site.query.ts';

export type Shown = 'open' | 'ended' | 'all';

export interface NoticeSearch {
  readonly words: string;
  readonly region: string;
  readonly show: Shown;
  /** An identity or telephone number was looked for: the reader is told why it is not. */
  readonly isRefused: boolean;
}

function searchForm({ say, to }: PageContext, search: NoticeSearch, places: readonly PlaceRow[]): Html {
  const option = (value: string, words: Html | string, chosen: string) =>
    html`<option value="${value}" ${value === chosen && html`selected`}>${words}</option>`;
  const shows: readonly (readonly [Shown, string])[] = [
    ['open', say('公示中', 'Open')],
    ['ended', say('已期满', 'Ended')],
    ['all', say('全部', 'All')],
  ];
  return html`<form class="search noprint" method="get" action="${to('/public/notices')}" role="search">
    <div>
      <label for="q">${say('培训机构、班级或公示编号', 'Institution, class or notice number')}</label>
      <input type="search" id="q" name="q" maxlength="60" value="${search.words}" autocomplete="off" />
    </div>
    <div>
      <label for="region">${say('地区', 'Place')}</label>
      <select id="region" name="region">
        ${option('', say('全部地区', 'All places'), search.region)}${places.map((place) => option(place.region, place.name, search.region))}
      </select>
    </div>
    <div>
      <label for="show">${say('状态', 'State')}</label
      ><select id="show" name="show">
        ${shows.map(([value, words]) => option(value, words, search.show))}
      </select>
    </div>
    <div class="act"><button>${say('查询', 'Search')}</button></div>
  </form>`;
}

function card(context: PageContext, notice: NoticePage): Html {
  const { say, to, han } = context;
  return html`<li>
    <h2><a href="${to(`/public/notices/${notice.id}`)}">${han(notice.title)}</a></h2>
    <p>${han(notice.institutionName)}</p>
    <p>${clockOf(context, notice)}</p>
    <p class="quiet small">
      ${say(
        `${notice.number} · ${dayOf(context, notice.publishedOn)}发布 · ${notice.lineCount}人 · 合计 ${yuan(notice.totalFen)}`,
        `${notice.number} · published ${dayOf(context, notice.publishedOn)} · ${notice.lineCount} persons · ${yuan(notice.totalFen)} in all`,
      )}
    </p>
  </li>`;
}

function nothing({ say, to }: PageContext, search: NoticeSearch): Html {
  if (search.isRefused)
    return html`<div class="panel over">
      <p>
        ${say(
          '请勿输入身份证号等个人号码：本站不按个人查询，也不保存这类内容。请改用培训机构、班级名称或公示编号查询。',
          'Please do not enter identity numbers: notices are not searched by person. Search by institution, class or notice number.',
        )}
      </p>
    </div>`;
  if (search.words !== '' || search.region !== '')
    return html`<div class="panel over">
      <p>
        ${say('没有符合条件的公示。查不到不等于没有享受补贴资格。', 'No notice matches. Not being listed does not mean not being entitled.')}
      </p>
      <p><a href="${to('/public/notices?show=all')}">${say('查看全部公示', 'See all notices')}</a></p>
    </div>`;
  return html`<div class="panel over">
    <p>${say('当前没有正在公示的事项。', 'Nothing is on public notice at present.')}</p>
    <p><a href="${to('/public/notices?show=ended')}">${say('查看往期公示', 'See earlier notices')}</a></p>
  </div>`;
}

function nextPage({ say, to }: PageContext, { words, region, show }: NoticeSearch, cursor: string | null): Html | false {
  if (cursor === null) return false;
  const query = new URLSearchParams({ q: words, region, show, after: cursor }).toString();
  return html`<p class="pages noprint">
    <a href="${to(`/public/notices?${query}`)}" rel="next">${say('更早的公示', 'Earlier notices')} →</a>
  </p>`;
}

/** PB-01: what is on notice, the newest first. */
export function noticeListPage(
  context: PageContext,
  search: NoticeSearch,
  places: readonly PlaceRow[],
  { items, nextCursor }: Rows<NoticePage>,
): Page {
  const { say } = context;
  return {
    title: say('补贴公示', 'Public notices'),
    keep: search.words === '' ? 30 : 'revalidate',
    body: html`<h1>${say('职业技能培训补贴公示', 'Public notices of training subsidies')}</h1>
      <p class="lead">
        ${say(
          '拨付补贴之前，拟发放的人员、标准和金额在这里公示，不少于5个工作日。任何人都可以查看并提出异议。',
          'Before a subsidy is paid, the persons, the standard and the amounts are published here for at least five working days. Anybody may read them and object.',
        )}
      </p>
      ${searchForm(context, search, places)}
      ${
        items.length === 0
          ? nothing(context, search)
          : html`<ul class="cards">
              ${items.map((notice) => card(context, notice))}
            </ul>`
      }
      ${nextPage(context, search, nextCursor)}`,
  };
}
