import { Body, Controller, Get, Headers, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
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
import type { ObjectionReceipt } from '../application/file-objection.use-case.ts';
import { PublicObjections } from '../application/public-objections.ts';
import { noticeById, noticeLines, noticePage, type NoticeLine, type PublishedNotice } from '../persistence/public-notice.query.ts';
import { ObjectionReceiptResponse } from './case.response.ts';
import {
  FollowedObjectionList,
  NoticeDetailResponse,
  noticeLineView,
  noticeView,
  PublicNoticePage,
  type PublicNoticeResponse,
  WithdrawnResponse,
} from './public-notice.response.ts';
import { NoticeQuery, ObjectionRequest } from './task.request.ts';

const SECRET = 'x-receipt-secret';
const secretHeader = { name: SECRET, required: true, description: '回执的查询口令 · secret of the receipt' };

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
  @ApiOkResponse({ type: PublicNoticePage })
  async list(@Query() { region, open, cursor, limit }: NoticeQuery): Promise<Page<PublicNoticeResponse>> {
    const after = answered(decodeIdCursor(cursor));
    const scope = region.replace(/(00)+$/, '');
    const rows = await this.database.transaction((tx) => tx.rows<PublishedNotice>(noticePage, [limit + 1, after, scope, open]));
    return pageOf(rows, limit, ({ id }) => [id], noticeView);
  }

  @Get('notices/:id')
  @ApiOperation({ summary: '公示名单（脱敏）· a notice with its masked roster' })
  @ApiOkResponse({ type: NoticeDetailResponse })
  async show(@Param('id', ParseUUIDPipe) id: string): Promise<NoticeDetailResponse> {
    return this.database.transaction(async (tx) => {
      const notice = await tx.one<PublishedNotice>(noticeById, [id]);
      if (!notice) throw new RefusalError({ code: 'NOTICE_UNKNOWN' });
      return { ...noticeView(notice), lines: (await tx.rows<NoticeLine>(noticeLines, [id])).map(noticeLineView) };
    });
  }

  @Post('notices/:id/objections')
  @HttpCode(201)
  @ApiOperation({ summary: '提出异议，取得回执编号 · object; the answer is a receipt number' })
  @ApiCreatedResponse({ type: ObjectionReceiptResponse })
  object(
    @PublicWriteRequestOf() write: WriteRequest,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ObjectionRequest,
  ): Promise<WrittenAnswer<ObjectionReceipt>> {
    return this.objections.file(write, id, body);
  }

  @Get('objections/:receipt')
  @ApiHeader(secretHeader)
  @ApiOperation({ summary: '查询异议办理情况 · follow an objection' })
  @ApiOkResponse({ type: FollowedObjectionList })
  async follow(@Param('receipt') receipt: string, @Headers(SECRET) secret = ''): Promise<FollowedObjectionList> {
    return answered(await this.objections.follow(receipt, secret));
  }

  @Post('objections/:receipt/withdraw')
  @HttpCode(200)
  @ApiHeader(secretHeader)
  @ApiOperation({ summary: '撤回异议 · withdraw an objection' })
  @ApiOkResponse({ type: WithdrawnResponse })
  withdraw(
    @PublicWriteRequestOf() write: WriteRequest,
    @Param('receipt') receipt: string,
    @Headers(SECRET) secret = '',
  ): Promise<WrittenAnswer<WithdrawnResponse>> {
    return this.objections.withdraw(write, receipt, secret);
  }
}
