import { Body, Controller, Get, Headers, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  answered,
  Database,
  decodeIdCursor,
  type Page,
  pageOf,
  Public,
  PublicWriteRequestOf,
  RefusalError,
  type WriteRequest,
  type WrittenAnswer,
} from '#libs/platform';
import { formatYuan } from '#libs/policy';
import type { ObjectionReceipt } from '../application/file-objection.use-case.ts';
import type { ObjectionView } from '../application/follow-objection.ts';
import { PublicObjections } from '../application/public-objections.ts';
import { noticeById, noticeLines, noticePage, type NoticeLine, type PublishedNotice } from '../persistence/public-notice.query.ts';
import { NoticeQuery, ObjectionRequest } from './task.request.ts';

const SECRET = 'x-receipt-secret';

type NoticeView = Omit<PublishedNotice, 'totalFen' | 'claimId'> & { readonly total: { readonly amount: string; readonly currency: 'CNY' } };

function noticeView({ totalFen, claimId: _claimId, ...notice }: PublishedNotice): NoticeView {
  return { ...notice, total: { amount: formatYuan(totalFen), currency: 'CNY' } };
}

/** Public notices and objections to them: nobody signs in here, and only the masked projection is read. */
@ApiTags('public')
@Public()
@Controller('v1/public')
export class PublicNoticeController {
  constructor(
    private readonly database: Database,
    private readonly objections: PublicObjections,
  ) {}

  @Get('notices')
  @ApiOperation({ summary: '补贴公示 · public notices' })
  async list(@Query() { region, open, cursor, limit }: NoticeQuery): Promise<Page<NoticeView>> {
    const after = answered(decodeIdCursor(cursor));
    const scope = region.replace(/(00)+$/, '');
    const rows = await this.database.transaction((tx) => tx.rows<PublishedNotice>(noticePage, [limit + 1, after, scope, open]));
    return pageOf(rows, limit, ({ id }) => [id], noticeView);
  }

  @Get('notices/:id')
  @ApiOperation({ summary: '公示名单（脱敏）· a notice with its masked roster' })
  async show(@Param('id', ParseUUIDPipe) id: string): Promise<NoticeView & { readonly lines: readonly object[] }> {
    return this.database.transaction(async (tx) => {
      const notice = await tx.one<PublishedNotice>(noticeById, [id]);
      if (!notice) throw new RefusalError({ code: 'NOTICE_UNKNOWN' });
      const lines = (await tx.rows<NoticeLine>(noticeLines, [id])).map(({ amountFen, ...line }) => ({
        ...line,
        amount: formatYuan(amountFen),
        currency: 'CNY',
      }));
      return { ...noticeView(notice), lines };
    });
  }

  @Post('notices/:id/objections')
  @HttpCode(201)
  @ApiOperation({ summary: '提出异议，取得回执编号 · object; the answer is a receipt number' })
  object(
    @PublicWriteRequestOf() write: WriteRequest,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ObjectionRequest,
  ): Promise<WrittenAnswer<ObjectionReceipt>> {
    return this.objections.file(write, id, body);
  }

  @Get('objections/:receipt')
  @ApiOperation({ summary: `查询异议办理情况（请求头 ${SECRET}）· follow an objection` })
  async follow(@Param('receipt') receipt: string, @Headers(SECRET) secret = ''): Promise<{ items: readonly ObjectionView[] }> {
    return answered(await this.objections.follow(receipt, secret));
  }

  @Post('objections/:receipt/withdraw')
  @HttpCode(200)
  @ApiOperation({ summary: `撤回异议（请求头 ${SECRET}）· withdraw an objection` })
  withdraw(
    @PublicWriteRequestOf() write: WriteRequest,
    @Param('receipt') receipt: string,
    @Headers(SECRET) secret = '',
  ): Promise<WrittenAnswer<{ withdrawn: number }>> {
    return this.objections.withdraw(write, receipt, secret);
  }
}
