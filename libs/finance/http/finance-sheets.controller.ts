import { Controller, Get, Param, ParseUUIDPipe, Query, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Role, type Actor } from '#libs/contracts';
import { regionScope, Roles } from '#libs/identity';
import type { SheetColumn } from '#libs/papers';
import { ActorOf, ApiFile, answered, Database, sendWorkbook, type Page } from '#libs/platform';
import { listClaims, showClaim, visibleClaim, type ShownLine } from '../application/read-claims.ts';
import type { ClaimRow } from '../persistence/claim.query.ts';
import { budgetLines, ledgerOf, type BudgetRow, type EntryRow } from '../persistence/ledger.query.ts';
import { LedgerQuery } from './claim.request.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const claims: readonly SheetColumn<ClaimRow>[] = [
  { title: '申领编号', width: 24, of: ({ number }) => number },
  { title: '补贴项目', width: 26, of: ({ subsidy }) => subsidy },
  { title: '地区', width: 9, of: ({ region }) => region },
  { title: '状态', width: 12, of: ({ state }) => state },
  { title: '申领金额（元）', width: 16, of: ({ amountFen }) => amountFen },
  { title: '应追回（元）', width: 14, of: ({ recoveryFen }) => recoveryFen },
  { title: '已下指令（元）', width: 16, of: ({ orderedFen }) => orderedFen },
  { title: '已支付（元）', width: 16, of: ({ paidFen }) => paidFen },
];

const lines: readonly SheetColumn<ShownLine>[] = [
  { title: '姓名（名称）', width: 14, of: ({ name }) => name },
  { title: '证件号码', width: 22, of: ({ maskedIdNumber }) => maskedIdNumber },
  { title: '金额（元）', width: 14, of: ({ amountFen }) => amountFen },
  { title: '应追回（元）', width: 14, of: ({ recoveryFen }) => recoveryFen },
  { title: '状态', width: 10, of: ({ state }) => (state === 'included' ? '计入' : '核减') },
];

const budget: readonly SheetColumn<BudgetRow>[] = [
  { title: '资金', width: 26, of: ({ fund }) => fund },
  { title: '地区', width: 9, of: ({ region }) => region },
  { title: '年度', width: 8, of: ({ year }) => year },
  { title: '总额（元）', width: 18, of: ({ totalFen }) => totalFen },
  { title: '已预留（元）', width: 18, of: ({ reservedFen }) => reservedFen },
  { title: '已支出（元）', width: 18, of: ({ spentFen }) => spentFen },
  { title: '可用（元）', width: 18, of: ({ totalFen, reservedFen, spentFen }) => totalFen - reservedFen - spentFen },
];

interface PostingRow {
  readonly entry: EntryRow;
  readonly account: string;
  readonly amountFen: bigint;
}

const postings: readonly SheetColumn<PostingRow>[] = [
  { title: '分录号', width: 10, of: ({ entry }) => entry.id },
  { title: '时间', width: 26, of: ({ entry }) => entry.at.toISOString() },
  { title: '事由', width: 18, of: ({ entry }) => entry.what },
  { title: '业务号', width: 34, of: ({ entry }) => entry.businessKey },
  { title: '科目', width: 18, of: ({ account }) => account },
  { title: '金额（元）', width: 16, of: ({ amountFen }) => amountFen },
];

/** A list that is short enough to be one page. */
function whole<Row>(items: readonly Row[]): Page<Row> {
  return { items, nextCursor: null };
}

/** The lists of finance as workbooks: the same rights, masks and rows as the lists themselves. */
@ApiTags('claims')
@ApiBearerAuth()
@Controller('v1')
export class FinanceSheetsController {
  constructor(private readonly database: Database) {}

  @Get('claims.xlsx')
  @ApiFile(XLSX)
  @ApiOperation({ summary: '补贴申领列表导出 · claims as a workbook' })
  async claims(@ActorOf() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    await sendWorkbook(reply, { title: '补贴申领', columns: claims }, async (at) =>
      answered(await this.database.transaction((tx) => listClaims(tx, actor, at))),
    );
  }

  @Get('claims/:id/lines.xlsx')
  @ApiFile(XLSX)
  @ApiOperation({ summary: '申领人员明细导出（脱敏）· the lines of a claim as a workbook, masked' })
  async lines(@ActorOf() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Res() reply: FastifyReply): Promise<void> {
    await sendWorkbook(reply, { title: '申领人员明细', columns: lines }, async () =>
      whole(answered(await this.database.transaction((tx) => showClaim(tx, actor, id))).lines),
    );
  }

  @Roles(Role.FinanceReviewer, Role.FinanceDisburser, Role.CountyAdministrator, Role.Auditor)
  @Get('budget-lines.xlsx')
  @ApiFile(XLSX)
  @ApiOperation({ summary: '预算科目导出 · budget lines as a workbook' })
  async budget(@ActorOf() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    await sendWorkbook(reply, { title: '预算科目', columns: budget }, async () =>
      whole(await this.database.transaction((tx) => tx.rows<BudgetRow>(budgetLines, [regionScope(actor.region), null, null]))),
    );
  }

  @Roles(Role.FinanceReviewer, Role.FinanceDisburser, Role.Auditor)
  @Get('ledger.xlsx')
  @ApiFile(XLSX)
  @ApiOperation({ summary: '一笔申领的账导出 · the journal of a claim as a workbook' })
  async ledger(@ActorOf() actor: Actor, @Query() { claimId }: LedgerQuery, @Res() reply: FastifyReply): Promise<void> {
    await sendWorkbook(reply, { title: '台账', columns: postings }, async () => {
      const entries = await this.database.transaction(async (tx) => {
        answered(await visibleClaim(tx, actor, claimId));
        return tx.rows<EntryRow>(ledgerOf, [claimId, null, null]);
      });
      return whole(
        entries.flatMap((entry) => entry.postings.map(({ account, amountFen }) => ({ entry, account, amountFen: BigInt(amountFen) }))),
      );
    });
  }
}
