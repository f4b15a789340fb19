import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Role, type Actor } from '#libs/contracts';
import { Roles, regionScope, seesRegion, sightOf } from '#libs/identity';
import {
  ActorOf,
  type Answer,
  answered,
  ApiFile,
  Database,
  ETAG,
  IfMatch,
  decodeIdCursor,
  pageOf,
  PageQuery,
  RefusalError,
  type WriteRequest,
  WriteRequestOf,
  Writes,
  type WrittenAnswer,
} from '#libs/platform';
import type { Result } from '#libs/policy';
import { buildBatch } from '../application/build-batch.use-case.ts';
import { importResults, previewResults } from '../application/import-results.use-case.ts';
import { reissueOrder } from '../application/reissue-order.use-case.ts';
import { discardBatch, releaseBatch } from '../application/release-batch.use-case.ts';
import { paymentFileOf } from '../application/submit-batch.ts';
import { pain001 } from '../bank/pain001.ts';
import { paymentWorkbook } from '../bank/payment-workbook.ts';
import { batchById, batchPage, type BatchRow } from '../persistence/batch.query.ts';
import { orderPage, ordersOfBatch, type OrderRow } from '../persistence/payment.query.ts';
import { BankResultsRequest, BuildBatchRequest, FileQuery, OrderQuery, ReleaseBatchRequest } from './payment.request.ts';
import {
  AppliedResponse,
  BatchPage,
  BatchResponse,
  batchView,
  MatchedResultList,
  OrderPage,
  orderView,
  ReissuedResponse,
} from './payment.response.ts';

const XML = 'application/xml';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Payment orders and batches, under the database role `payments`: the only one that may make an order. */
@ApiTags('payments')
@ApiBearerAuth()
@Controller('v1')
export class PaymentController {
  constructor(
    private readonly database: Database,
    private readonly writes: Writes,
  ) {}

  @Get('payment-orders')
  @ApiOperation({ summary: '支付指令 · payment orders' })
  @ApiOkResponse({ type: OrderPage })
  orders(@ActorOf() actor: Actor, @Query() query: OrderQuery): Promise<OrderPage> {
    const sight = sightOf(actor);
    if (!sight) return Promise.resolve({ items: [], nextCursor: null });
    const after = answered(decodeIdCursor(query.cursor));
    return this.database.transaction(async (tx) => {
      const values = [
        query.limit + 1,
        after,
        sight.institutionId ?? null,
        sight.regionScope ?? null,
        sight.hidden,
        query.claimId ?? null,
        query.state ?? null,
      ];
      return pageOf(await tx.rows<OrderRow>(orderPage, values), query.limit, ({ id }) => [id], orderView);
    });
  }

  @Roles(Role.FinanceDisburser)
  @Post('payment-orders/:key/reissue')
  @HttpCode(201)
  @ApiOperation({ summary: '退汇、拒付后重新支付 · pay a rejected or returned order anew' })
  @ApiCreatedResponse({ type: ReissuedResponse })
  reissue(@WriteRequestOf() write: WriteRequest, @Param('key') key: string): Promise<WrittenAnswer<ReissuedResponse>> {
    return this.writes.run(write, (tx) => reissueOrder(tx, write.actor, key));
  }

  @Roles(Role.FinanceDisburser, Role.FinanceReviewer, Role.Auditor)
  @Get('payment-batches')
  @ApiOperation({ summary: '支付批次 · payment batches' })
  @ApiOkResponse({ type: BatchPage })
  batches(@ActorOf() actor: Actor, @Query() query: PageQuery): Promise<BatchPage> {
    const after = answered(decodeIdCursor(query.cursor));
    return this.database.transaction(async (tx) =>
      pageOf(
        await tx.rows<BatchRow>(batchPage, [query.limit + 1, after, regionScope(actor.region)]),
        query.limit,
        ({ id }) => [id],
        (row) => batchView(row),
      ),
    );
  }

  @Roles(Role.FinanceDisburser, Role.FinanceReviewer, Role.Auditor)
  @Get('payment-batches/:id')
  @ApiOperation({ summary: '批次明细 · a batch with its orders' })
  @ApiOkResponse({ type: BatchResponse, headers: ETAG })
  async batch(@ActorOf() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<Answer<BatchResponse>> {
    return this.database.transaction(async (tx) => {
      const row = await tx.one<BatchRow>(batchById, [id]);
      if (!row || !seesRegion(actor, row.region)) throw new RefusalError({ code: 'NOT_FOUND' });
      return { body: batchView(row, await tx.rows<OrderRow>(ordersOfBatch, [id])), version: row.version };
    });
  }

  @Roles(Role.FinanceDisburser)
  @Post('payment-batches')
  @HttpCode(201)
  @ApiOperation({ summary: '组成支付批次 · build a batch' })
  @ApiCreatedResponse({ type: BatchResponse, headers: ETAG })
  async build(@WriteRequestOf() write: WriteRequest, @Body() { orders }: BuildBatchRequest): Promise<WrittenAnswer<BatchResponse>> {
    return this.writes.run(write, async (tx) => viewed(await buildBatch(tx, write.actor, orders)));
  }

  @Roles(Role.FinanceDisburser)
  @Post('payment-batches/:id/release')
  @HttpCode(200)
  @ApiOperation({ summary: '另一人复核放行 · released by a second person' })
  @ApiOkResponse({ type: BatchResponse, headers: ETAG })
  release(
    @WriteRequestOf() write: WriteRequest,
    @IfMatch() version: number,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { contentSha256 }: ReleaseBatchRequest,
  ): Promise<WrittenAnswer<BatchResponse>> {
    return this.writes.run(write, async (tx) => viewed(await releaseBatch(tx, write.actor, id, version, contentSha256)));
  }

  @Roles(Role.FinanceDisburser)
  @Post('payment-batches/:id/discard')
  @HttpCode(200)
  @ApiOperation({ summary: '作废未放行的批次 · discard an unreleased batch' })
  @ApiOkResponse({ type: BatchResponse, headers: ETAG })
  discard(
    @WriteRequestOf() write: WriteRequest,
    @IfMatch() version: number,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<WrittenAnswer<BatchResponse>> {
    return this.writes.run(write, async (tx) => viewed(await discardBatch(tx, write.actor, id, version)));
  }

  @Roles(Role.FinanceDisburser)
  @Get('payment-batches/:id/file')
  @ApiOperation({ summary: '支付文件（pain.001 或 xlsx）· the file for the bank' })
  @ApiFile(XML, XLSX)
  async file(
    @ActorOf() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { format }: FileQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const content = await this.database.transaction(async (tx) => {
      const row = await tx.one<BatchRow>(batchById, [id]);
      if (!row || !seesRegion(actor, row.region)) throw new RefusalError({ code: 'NOT_FOUND' });
      if (row.state === 'draft' || row.state === 'discarded') throw new RefusalError({ code: 'BATCH_NOT_RELEASED' });
      return paymentFileOf(tx, row, await tx.rows<OrderRow>(ordersOfBatch, [id]));
    });
    const isXml = format === 'pain001';
    const bytes = isXml ? pain001(content) : await paymentWorkbook(content);
    void reply
      .type(isXml ? XML : XLSX)
      .header('content-disposition', `attachment; filename="${content.batch.number}.${isXml ? 'xml' : 'xlsx'}"`)
      .send(bytes);
  }

  @Roles(Role.FinanceDisburser)
  @Post('payment-batches/:id/results/preview')
  @HttpCode(200)
  @ApiOperation({ summary: '银行回单预览 · what importing the answer would do' })
  @ApiOkResponse({ type: MatchedResultList })
  async preview(
    @ActorOf() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { results }: BankResultsRequest,
  ): Promise<MatchedResultList> {
    return answered(await this.database.transaction((tx) => previewResults(tx, actor, id, results)));
  }

  @Roles(Role.FinanceDisburser)
  @Post('payment-batches/:id/results')
  @HttpCode(200)
  @ApiOperation({ summary: '导入银行回单 · import the answer of the bank' })
  @ApiOkResponse({ type: AppliedResponse })
  results(
    @WriteRequestOf() write: WriteRequest,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { results }: BankResultsRequest,
  ): Promise<WrittenAnswer<AppliedResponse>> {
    return this.writes.run(write, (tx) => importResults(tx, write.actor, id, results));
  }
}

function viewed(result: Result<Answer<BatchRow>>): Result<Answer<BatchResponse>> {
  return result.ok ? { ok: true, value: { ...result.value, body: batchView(result.value.body) } } : result;
}
