import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Role, type Actor } from '#libs/contracts';
import { Roles } from '#libs/identity';
import {
  ActorOf,
  ApiFile,
  Database,
  ETAG,
  IfMatch,
  FileStore,
  readUpload,
  RefusalError,
  sha256Of,
  WriteRequestOf,
  Writes,
  type Answer,
  type WriteRequest,
  type WrittenAnswer,
} from '#libs/platform';
import { annotateRoster } from '../application/annotate-roster.ts';
import { confirmRoster, discardRoster } from '../application/confirm-roster.use-case.ts';
import { readRoster } from '../application/judge-roster.ts';
import { ownClass } from '../application/own-class.ts';
import { ownRoster } from '../application/own-roster.ts';
import { rosterTemplate } from '../application/roster-template.ts';
import { keepRoster } from '../application/upload-roster.use-case.ts';
import { RosterResponse, rosterAnswer, rosterView } from './roster.response.ts';
import { ConfirmRosterRequest } from './trainee.request.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Rosters: uploaded and judged, confirmed or discarded; nobody is enrolled before. */
@ApiTags('rosters')
@ApiBearerAuth()
@Roles(Role.InstitutionOperator)
@Controller('v1')
export class RosterController {
  constructor(
    private readonly database: Database,
    private readonly writes: Writes,
    private readonly files: FileStore,
  ) {}

  @Get('rosters/template')
  @ApiOperation({ summary: '花名册模板 · the template' })
  @ApiFile(XLSX)
  async template(@ActorOf() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    void reply
      .type(XLSX)
      .header('content-disposition', 'attachment; filename="roster.xlsx"')
      .send(await this.database.transaction((tx) => rosterTemplate(tx, actor)));
  }

  @Post('classes/:id/rosters')
  @HttpCode(201)
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } } })
  @ApiOperation({ summary: '上传花名册并校验（不写入名单）· upload and judge; nobody is enrolled yet' })
  @ApiCreatedResponse({ type: RosterResponse, headers: ETAG })
  async upload(
    @WriteRequestOf() write: WriteRequest,
    @Req() request: FastifyRequest,
    @Param('id', ParseUUIDPipe) classId: string,
  ): Promise<WrittenAnswer<RosterResponse>> {
    const upload = await readUpload(request);
    const of = await this.database.transaction(async (tx) => ownClass(tx, write.actor, classId));
    if (!of.ok) throw new RefusalError(of.refusal);
    const roster = await readRoster(upload.bytes, of.value);
    const bodySha256 = sha256Of({ sha256: upload.sha256.toString('hex') });
    return this.writes.run({ ...write, bodySha256 }, async (tx) =>
      rosterAnswer(await keepRoster(tx, write.actor, { classId, upload, roster, files: this.files })),
    );
  }

  @Get('rosters/:id')
  @ApiOperation({ summary: '校验结果 · the findings' })
  @ApiOkResponse({ type: RosterResponse, headers: ETAG })
  async show(@ActorOf() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<Answer<RosterResponse>> {
    const { row } = await ownRoster(this.database, actor, id);
    return { body: rosterView(row), version: row.version };
  }

  @Get('rosters/:id/annotated')
  @ApiOperation({ summary: '带校验结果的原表 · your own workbook with the findings in it' })
  @ApiFile(XLSX)
  async annotated(@ActorOf() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Res() reply: FastifyReply): Promise<void> {
    const { row, corrections } = await ownRoster(this.database, actor, id);
    const bytes = await annotateRoster(await this.files.get(row.fileSha256), row, corrections);
    void reply
      .type(XLSX)
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(`校验结果-${row.fileName}`)}`)
      .send(bytes);
  }

  @Post('rosters/:id/confirm')
  @HttpCode(200)
  @ApiOperation({ summary: '确认导入 · enroll the people' })
  @ApiOkResponse({ type: RosterResponse, headers: ETAG })
  confirm(
    @WriteRequestOf() write: WriteRequest,
    @IfMatch() version: number,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { partial }: ConfirmRosterRequest,
  ): Promise<WrittenAnswer<RosterResponse>> {
    return this.writes.run(write, async (tx) => rosterAnswer(await confirmRoster(tx, write.actor, id, version, partial)));
  }

  @Delete('rosters/:id')
  @ApiOperation({ summary: '放弃导入 · discard' })
  @ApiOkResponse({ type: RosterResponse, headers: ETAG })
  discard(
    @WriteRequestOf() write: WriteRequest,
    @IfMatch() version: number,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<WrittenAnswer<RosterResponse>> {
    return this.writes.run(write, async (tx) => rosterAnswer(await discardRoster(tx, write.actor, id, version)));
  }
}
