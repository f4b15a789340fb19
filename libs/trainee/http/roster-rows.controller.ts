import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Role, type Actor } from '#libs/contracts';
import { Roles } from '#libs/identity';
import {
  ActorOf,
  Database,
  ETAG,
  FileStore,
  IfMatch,
  RefusalError,
  WriteRequestOf,
  Writes,
  type Answer,
  type WriteRequest,
  type WrittenAnswer,
} from '#libs/platform';
import { judgeCorrections, keepCorrections } from '../application/correct-roster.use-case.ts';
import { listRosterRows } from '../application/list-roster-rows.ts';
import { ownRoster } from '../application/own-roster.ts';
import { RosterRowsResponse, columnsOf } from './roster-rows.response.ts';
import { CorrectRosterRequest, RosterRowsQuery } from './roster-rows.request.ts';
import { RosterResponse, rosterAnswer } from './roster.response.ts';

/** The rows of a waiting roster, and putting them right on the screen. */
@ApiTags('rosters')
@ApiBearerAuth()
@Roles(Role.InstitutionOperator)
@Controller('v1')
export class RosterRowsController {
  constructor(
    private readonly database: Database,
    private readonly writes: Writes,
    private readonly files: FileStore,
  ) {}

  @Get('rosters/:id/rows')
  @ApiOperation({ summary: '待确认花名册的各行，供在线更正 · the rows, to be mended on the screen' })
  @ApiOkResponse({ type: RosterRowsResponse, headers: ETAG })
  async list(
    @ActorOf() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() wish: RosterRowsQuery,
  ): Promise<Answer<RosterRowsResponse>> {
    const { row, corrections } = await ownRoster(this.database, actor, id);
    const page = await listRosterRows(await this.files.get(row.fileSha256), row, corrections, wish);
    if (!page.ok) throw new RefusalError(page.refusal);
    return { body: { ...page.value, columns: columnsOf(row) }, version: row.version };
  }

  @Post('rosters/:id/corrections')
  @HttpCode(200)
  @ApiOperation({ summary: '更正后重新校验（不写入名单，原文件不变）· mend and judge again; nobody is enrolled, the file stays' })
  @ApiOkResponse({ type: RosterResponse, headers: ETAG })
  async correct(
    @WriteRequestOf() write: WriteRequest,
    @IfMatch() version: number,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() change: CorrectRosterRequest,
  ): Promise<WrittenAnswer<RosterResponse>> {
    const corrected = await judgeCorrections({ database: this.database, files: this.files }, write.actor, id, version, change);
    return this.writes.run(write, async (tx) => rosterAnswer(await keepCorrections(tx, write.actor, id, version, corrected)));
  }
}
