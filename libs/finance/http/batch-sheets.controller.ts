import { Controller, Get, Param, ParseUUIDPipe, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Role, type Actor } from '#libs/contracts';
import { regionScope, Roles, seesRegion } from '#libs/identity';
import type { SheetColumn } from '#libs/papers';
import { ActorOf, ApiFile, answered, Database, decodeIdCursor, pageOf, RefusalError, sendWorkbook } from '#libs/platform';
import { batchById, batchPage, type BatchRow } from '../persistence/batch.query.ts';
import { ordersOfBatch, type OrderRow } from '../persistence/payment.query.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const batches: readonly SheetColumn<BatchRow>[] = [
  { title: '批次号', width: 24, of: ({ number }) => number },
  { title: '地区', width: 9, of: ({ region }) => region },
  { title: '状态', width: 12, of: ({ state }) => state },
  { title: '笔数', width: 8, of: ({ orderCount }) => orderCount },
  { title: '总额（元）', width: 16, of: ({ totalFen }) => totalFen },
  { title: '制单时间', width: 26, of: ({ builtAt }) => builtAt.toISOString() },
  { title: '放行时间', width: 26, of: ({ releasedAt }) => releasedAt?.toISOString() ?? null },
  { title: '提交时间', width: 26, of: ({ submittedAt }) => submittedAt?.toISOString() ?? null },
  { title: '内容 SHA-256', width: 66, of: ({ contentSha256 }) => contentSha256 },
];

const orders: readonly SheetColumn<OrderRow>[] = [
  { title: '支付指令号', width: 34, of: ({ key }) => key },
  { title: '申领编号', width: 24, of: ({ claimNumber }) => claimNumber },
  { title: '收款户名', width: 28, of: ({ payeeName }) => payeeName },
  { title: '人数', width: 8, of: ({ persons }) => persons },
  { title: '金额（元）', width: 16, of: ({ amountFen }) => amountFen },
  { title: '状态', width: 12, of: ({ state }) => state },
  { title: '原因', width: 30, of: ({ reason }) => reason },
];

/** Payment batches as workbooks, under the database role `payments`. */
@ApiTags('payments')
@ApiBearerAuth()
@Roles(Role.FinanceDisburser, Role.FinanceReviewer, Role.Auditor)
@Controller('v1')
export class BatchSheetsController {
  constructor(private readonly database: Database) {}

  @Get('payment-batches.xlsx')
  @ApiFile(XLSX)
  @ApiOperation({ summary: '支付批次导出 · payment batches as a workbook' })
  async batches(@ActorOf() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    await sendWorkbook(reply, { title: '支付批次', columns: batches }, async ({ cursor, limit }) => {
      const values = [limit + 1, answered(decodeIdCursor(cursor)), regionScope(actor.region)];
      const rows = await this.database.transaction((tx) => tx.rows<BatchRow>(batchPage, values));
      return pageOf(
        rows,
        limit,
        ({ id }) => [id],
        (row) => row,
      );
    });
  }

  @Get('payment-batches/:id/orders.xlsx')
  @ApiFile(XLSX)
  @ApiOperation({ summary: '批次明细导出 · the orders of a batch as a workbook' })
  async orders(@ActorOf() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Res() reply: FastifyReply): Promise<void> {
    await sendWorkbook(reply, { title: '批次明细', columns: orders }, async () => {
      const items = await this.database.transaction(async (tx) => {
        const row = await tx.one<BatchRow>(batchById, [id]);
        if (!row || !seesRegion(actor, row.region)) throw new RefusalError({ code: 'NOT_FOUND' });
        return tx.rows<OrderRow>(ordersOfBatch, [id]);
      });
      return { items, nextCursor: null };
    });
  }
}
