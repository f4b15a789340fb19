import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiConsumes, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Role, type Actor } from '#libs/contracts';
import { Roles } from '#libs/identity';
import {
  ActorOf,
  Database,
  FileStore,
  readUpload,
  RefusalError,
  requireVersion,
  sha256Of,
  WriteRequestOf,
  Writes,
  type Answer,
  type WriteRequest,
  type WrittenAnswer,
} from '#libs/platform';
import type { Result } from '#libs/policy';
import { annotateRoster, wordFinding } from '../application/annotate-roster.ts';
import { confirmRoster, discardRoster } from '../application/confirm-roster.use-case.ts';
import { ownClass } from '../application/own-class.ts';
import { rosterTemplate } from '../application/roster-template.ts';
import { keepRoster, readRoster } from '../application/upload-roster.use-case.ts';
import { importById, type ImportRow } from '../persistence/roster.query.ts';
import { rosterColumns } from '../roster/roster-columns.ts';
import { ConfirmRosterRequest } from './trainee.request.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** An import as it is shown: each finding with its place and its words. */
type RosterView = Omit<ImportRow, 'header' | 'findings'> & { readonly findings: readonly object[] };

function rosterView({ header, findings, ...row }: ImportRow): RosterView {
  return {
    ...row,
    findings: findings.map((finding) => ({
      ...finding,
      column: finding.field === undefined ? null : (header.letters[finding.field] ?? null),
      title: finding.field === undefined ? null : rosterColumns[finding.field].title,
      ...wordFinding(finding),
    })),
  };
}

function viewed(result: Result<Answer<ImportRow>>): Result<Answer<RosterView>> {
  return result.ok ? { ok: true, value: { ...result.value, body: rosterView(result.value.body) } } : result;
}

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
  async template(@Res() reply: FastifyReply): Promise<void> {
    void reply
      .type(XLSX)
      .header('content-disposition', 'attachment; filename="roster.xlsx"')
      .send(await rosterTemplate());
  }

  @Post('classes/:id/rosters')
  @HttpCode(201)
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } } })
  @ApiOperation({ summary: '上传花名册并校验（不写入名单）· upload and judge; nobody is enrolled yet' })
  async upload(
    @WriteRequestOf() write: WriteRequest,
    @Req() request: FastifyRequest,
    @Param('id', ParseUUIDPipe) classId: string,
  ): Promise<WrittenAnswer<RosterView>> {
    const upload = await readUpload(request);
    const of = await this.database.transaction(async (tx) => ownClass(tx, write.actor, classId));
    if (!of.ok) throw new RefusalError(of.refusal);
    const roster = await readRoster(upload.bytes, of.value);
    const bodySha256 = sha256Of({ sha256: upload.sha256.toString('hex') });
    return this.writes.run({ ...write, bodySha256 }, async (tx) =>
      viewed(await keepRoster(tx, write.actor, { classId, upload, roster, files: this.files })),
    );
  }

  @Get('rosters/:id')
  @ApiOperation({ summary: '校验结果 · the findings' })
  async show(@ActorOf() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<Answer<RosterView>> {
    const row = await this.own(actor, id);
    return { body: rosterView(row), version: row.version };
  }

  @Get('rosters/:id/annotated')
  @ApiOperation({ summary: '带校验结果的原表 · your own workbook with the findings in it' })
  async annotated(@ActorOf() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Res() reply: FastifyReply): Promise<void> {
    const row = await this.own(actor, id);
    const bytes = await annotateRoster(await this.files.get(row.fileSha256), row);
    void reply
      .type(XLSX)
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(`校验结果-${row.fileName}`)}`)
      .send(bytes);
  }

  @Post('rosters/:id/confirm')
  @HttpCode(200)
  @ApiOperation({ summary: '确认导入 · enroll the people' })
  confirm(
    @WriteRequestOf() write: WriteRequest,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { partial }: ConfirmRosterRequest,
  ): Promise<WrittenAnswer<RosterView>> {
    const version = requireVersion(write);
    return this.writes.run(write, async (tx) => viewed(await confirmRoster(tx, write.actor, id, version, partial)));
  }

  @Delete('rosters/:id')
  @ApiOperation({ summary: '放弃导入 · discard' })
  discard(@WriteRequestOf() write: WriteRequest, @Param('id', ParseUUIDPipe) id: string): Promise<WrittenAnswer<RosterView>> {
    const version = requireVersion(write);
    return this.writes.run(write, async (tx) => viewed(await discardRoster(tx, write.actor, id, version)));
  }

  private async own(actor: Actor, id: string): Promise<ImportRow> {
    const row = await this.database.transaction((tx) => tx.one<ImportRow>(importById, [id]));
    if (!row || row.institutionId !== actor.institutionId) throw new RefusalError({ code: 'NOT_FOUND' });
    return row;
  }
}
