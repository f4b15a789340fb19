import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Role, type Actor } from '#libs/contracts';
import { regionScope, Roles } from '#libs/identity';
import {
  ActorOf,
  answered,
  Database,
  decodeCursor,
  decodeIdCursor,
  ETAG,
  IfMatch,
  pageOf,
  PageQuery,
  RefusalError,
  WriteRequestOf,
  Writes,
  type Answer,
  type WriteRequest,
  type WrittenAnswer,
} from '#libs/platform';
import type { Result } from '#libs/policy';
import { addBudgetLine, changeBudgetLine } from '../application/budget.use-case.ts';
import { visibleClaim } from '../application/read-claims.ts';
import { budgetLines, ledgerOf, type BudgetRow, type EntryRow } from '../persistence/ledger.query.ts';
import { BudgetLineRequest, BudgetTotalRequest, LedgerPageQuery } from './claim.request.ts';
import { BudgetLineList, BudgetLineResponse, budgetView, entryView, LedgerResponse } from './budget.response.ts';

function viewed(result: Result<Answer<BudgetRow>>): Result<Answer<BudgetLineResponse>> {
  return result.ok ? { ok: true, value: { ...result.value, body: budgetView(result.value.body) } } : result;
}

/** Budget lines and the ledger. */
@ApiTags('budget')
@ApiBearerAuth()
@Controller('v1')
export class BudgetController {
  constructor(
    private readonly database: Database,
    private readonly writes: Writes,
  ) {}

  @Roles(Role.FinanceReviewer, Role.FinanceDisburser, Role.CountyAdministrator, Role.Auditor)
  @Get('budget-lines')
  @ApiOperation({ summary: '预算科目：总额、已预留、已支出、可用 · budget lines' })
  @ApiOkResponse({ type: BudgetLineList })
  async lines(@ActorOf() actor: Actor, @Query() { cursor, limit }: PageQuery): Promise<BudgetLineList> {
    const values = [regionScope(actor.region), answered(decodeIdCursor(cursor)), limit + 1];
    const rows = await this.database.transaction((tx) => tx.rows<BudgetRow>(budgetLines, values));
    return pageOf(rows, limit, ({ id }) => [id], budgetView);
  }

  @Roles(Role.FinanceReviewer)
  @Post('budget-lines')
  @HttpCode(201)
  @ApiOperation({ summary: '新增预算科目 · add a budget line' })
  @ApiCreatedResponse({ type: BudgetLineResponse, headers: ETAG })
  add(@WriteRequestOf() write: WriteRequest, @Body() body: BudgetLineRequest): Promise<WrittenAnswer<BudgetLineResponse>> {
    return this.writes.run(write, async (tx) => viewed(await addBudgetLine(tx, write.actor, body)));
  }

  @Roles(Role.FinanceReviewer)
  @Patch('budget-lines/:id')
  @ApiOperation({ summary: '调整预算总额 · change the total of a line' })
  @ApiOkResponse({ type: BudgetLineResponse, headers: ETAG })
  change(
    @WriteRequestOf() write: WriteRequest,
    @IfMatch() version: number,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { total }: BudgetTotalRequest,
  ): Promise<WrittenAnswer<BudgetLineResponse>> {
    return this.writes.run(write, async (tx) => viewed(await changeBudgetLine(tx, write.actor, id, version, total)));
  }

  @Roles(Role.FinanceReviewer, Role.FinanceDisburser, Role.Auditor)
  @Get('ledger')
  @ApiOperation({ summary: '一笔申领的账 · the journal of a claim' })
  @ApiOkResponse({ type: LedgerResponse })
  async ledger(@ActorOf() actor: Actor, @Query() { claimId, cursor, limit }: LedgerPageQuery): Promise<LedgerResponse> {
    const [after = null] = answered(decodeCursor(cursor, ['count'])) ?? [];
    const entries = await this.database.transaction(async (tx) => {
      const claim = await visibleClaim(tx, actor, claimId);
      if (!claim.ok) throw new RefusalError(claim.refusal);
      return tx.rows<EntryRow>(ledgerOf, [claimId, after, limit + 1]);
    });
    return pageOf(entries, limit, ({ id }) => [id], entryView);
  }
}
