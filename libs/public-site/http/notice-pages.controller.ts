import { Controller, Get, Param, ParseUUIDPipe, Query, Req, Res, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { answered, Database, decodeIdCursor, pageOf, Public, RefusalError, type Tx } from '#libs/platform';
import { snapshotOf } from '#libs/rulebook';
import { basisOf } from '../application/basis.ts';
import { contextOf } from '../html/page-context.ts';
import { noticeListPage, type NoticeSearch, type Shown } from '../pages/notice-list.page.ts';
import { displayedSha256, noticePage, type NoticeContent } from '../pages/notice.page.ts';
import * as site from '../persistence/site.query.ts';
import { PageProblemFilter } from './page-problem.filter.ts';
import { sendPage } from './send-page.ts';

const PAGE = 20;
const MAX_WORDS = 60;
/** As long a run of figures as an identity, card or telephone number. */
const PERSONAL = /\d{11}/;
/** Whether somebody looks for a person by a number: it would stand in addresses, histories and logs. */
function isPersonal(words: string): boolean {
  return PERSONAL.test(words.normalize('NFKC').replace(/[\s-]/g, ''));
}

const open: Readonly<Record<Shown, boolean | null>> = { open: true, ended: false, all: null };

function searchOf(query: Readonly<Record<string, unknown>>): NoticeSearch {
  const text = (name: string) => (typeof query[name] === 'string' ? query[name].normalize('NFC').trim().slice(0, MAX_WORDS) : '');
  const region = /^[1-9]\d{5}$/.test(text('region')) ? text('region') : '';
  const show = Object.keys(open).find((one) => one === text('show')) as Shown | undefined;
  return { words: text('q'), region, show: show ?? 'open', isRefused: text('refused') !== '' };
}

/** Public notices as pages: only the masked projection is read, under a role that can read nothing else. */
@ApiExcludeController()
@Public()
@UseFilters(PageProblemFilter)
@Controller(['public/notices', 'en/public/notices'])
export class NoticePagesController {
  constructor(private readonly database: Database) {}

  @Get()
  async list(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Query() query: Record<string, unknown>): Promise<void> {
    const search = searchOf(query);
    if (isPersonal(search.words)) {
      await reply.redirect(contextOf(request).to('/public/notices?refused=number'), 303);
      return;
    }
    const after = answered(decodeIdCursor(typeof query['after'] === 'string' ? query['after'] : undefined));
    const { places, rows } = await this.database.transaction(async (tx) => ({
      places: await tx.rows<site.PlaceRow>(site.places),
      rows: search.isRefused
        ? []
        : await tx.rows<site.NoticePage>(site.noticePages, [
            PAGE + 1,
            after,
            search.region.replace(/(00)+$/, ''),
            open[search.show],
            search.words,
          ]),
    }));
    const page = pageOf(
      rows,
      PAGE,
      ({ id }) => [id],
      (row) => row,
    );
    await sendPage(request, reply, noticeListPage(contextOf(request), search, places, page));
  }

  @Get(':id')
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    const content = await this.database.transaction((tx) => this.contentOf(tx, id));
    await sendPage(request, reply, noticePage(contextOf(request), content));
  }

  private async contentOf(tx: Tx, id: string): Promise<NoticeContent> {
    const notice = await tx.one<site.NoticePage>(site.noticePageById, [id]);
    if (!notice) throw new RefusalError({ code: 'NOTICE_UNKNOWN' });
    const { snapshotHash } = notice;
    const basis = snapshotHash === null ? undefined : basisOf(await snapshotOf(tx, snapshotHash), snapshotHash, notice);
    const content = { notice, basis, rows: await tx.rows<site.NoticeRow>(site.noticeRows, [id]), displays: [] };
    await tx.rows(site.recordDisplay, [id, displayedSha256(content)]);
    return { ...content, displays: await tx.rows<site.NoticeDisplay>(site.noticeDisplays, [id]) };
  }
}
