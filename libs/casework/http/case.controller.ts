import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Role, type Actor } from '#libs/contracts';
import { Roles, seesInstitution } from '#libs/identity';
import { ActorOf, answered, Database, PageQuery, type WriteRequest, WriteRequestOf, Writes, type WrittenAnswer } from '#libs/platform';
import { refuse } from '#libs/policy';
import { fileObjection, type ObjectionReceipt } from '../application/file-objection.use-case.ts';
import { auditOfCase, caseTimeline, trackCase, type CaseTimeline, type CaseTracking } from '../application/show-case.ts';
import { caseById, type CaseRow } from '../persistence/case.query.ts';
import { noticeById, type PublishedNotice } from '../persistence/public-notice.query.ts';
import { AuditPage, CaseTrackingResponse, ObjectionReceiptResponse, TimelineResponse } from './case.response.ts';
import { ObjectionRequest } from './task.request.ts';

/** Where a case is, and all that happened to it. */
@ApiTags('cases')
@ApiBearerAuth()
@Controller('v1')
export class CaseController {
  constructor(
    private readonly database: Database,
    private readonly writes: Writes,
  ) {}

  @Get('cases/:id')
  @ApiOperation({ summary: '办理进度：在哪、轮到谁、到何时、该做什么 · where, whose turn, until when, what to do' })
  @ApiOkResponse({ type: CaseTrackingResponse })
  async track(@ActorOf() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<CaseTracking> {
    return answered(await this.database.transaction((tx) => trackCase(tx, actor, id)));
  }

  @Get('cases/:id/timeline')
  @ApiOperation({ summary: '办理记录 · the timeline' })
  @ApiOkResponse({ type: TimelineResponse })
  async timeline(@ActorOf() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<CaseTimeline> {
    return answered(await this.database.transaction((tx) => caseTimeline(tx, actor, id)));
  }

  @Roles(Role.Auditor)
  @Get('cases/:id/audit')
  @ApiOperation({ summary: '审计链 · the audit entries of a case' })
  @ApiOkResponse({ type: AuditPage })
  async audit(@ActorOf() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Query() page: PageQuery): Promise<AuditPage> {
    return answered(await this.database.transaction((tx) => auditOfCase(tx, actor, id, page)));
  }

  @Roles(Role.Caseworker, Role.Reviewer, Role.Leader)
  @Post('notices/:id/objections')
  @HttpCode(201)
  @ApiOperation({ summary: '登记书面或逾期异议 · register an objection that came on paper or late' })
  @ApiCreatedResponse({ type: ObjectionReceiptResponse })
  register(
    @WriteRequestOf() write: WriteRequest,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ObjectionRequest,
  ): Promise<WrittenAnswer<ObjectionReceipt>> {
    return this.writes.run(write, async (tx) => {
      const notice = await tx.one<PublishedNotice>(noticeById, [id]);
      const of = notice && (await tx.one<CaseRow>(caseById, [notice.claimId]));
      if (!of || !seesInstitution(write.actor, of.institutionId, of.region)) return refuse('NOT_FOUND');
      return fileObjection(tx, id, body, write.actor);
    });
  }
}
