import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Role, type Actor } from '#libs/contracts';
import { Roles } from '#libs/identity';
import {
  ActorOf,
  type Answer,
  answered,
  Database,
  ETAG,
  IfMatch,
  moneyOf,
  PageQuery,
  type WriteRequest,
  WriteRequestOf,
  Writes,
  type WrittenAnswer,
} from '#libs/platform';
import type { Result } from '#libs/policy';
import { decideRelease, listReleases, visibleRelease } from '../application/decide-release.use-case.ts';
import { previewRelease } from '../application/preview-release.ts';
import { proposeRelease } from '../application/propose-release.use-case.ts';
import { releaseChanges } from '../application/release-changes.ts';
import { releaseImpact, type ReleaseImpact } from '../application/release-impact.ts';
import type { ReleaseRow } from '../persistence/release.query.ts';
import { ReleaseRequest } from './release.request.ts';
import { ReleaseChangesResponse, ReleaseImpactResponse, ReleasePage, ReleasePreviewResponse, ReleaseResponse } from './release.response.ts';

function viewOf({ proposedBy, ...row }: ReleaseRow, { personId }: Actor): ReleaseResponse {
  return { ...row, isMine: proposedBy === personId };
}

function viewed(result: Result<Answer<ReleaseRow>>, actor: Actor): Result<Answer<ReleaseResponse>> {
  return result.ok ? { ok: true, value: { ...result.value, body: viewOf(result.value.body, actor) } } : result;
}

function impactView({ claims, ...rest }: ReleaseImpact): ReleaseImpactResponse {
  const amounts = claims.map(({ amountFen, wouldBeFen, ...claim }) => ({
    ...claim,
    amount: moneyOf(amountFen),
    wouldBe: wouldBeFen === null ? null : moneyOf(wouldBeFen),
  }));
  return { ...rest, claims: amounts };
}

/** Putting a policy or a year of working days in force: one person proposes, another releases. */
@ApiTags('rulebook')
@ApiBearerAuth()
@Controller('v1/policy-releases')
export class ReleaseController {
  constructor(
    private readonly database: Database,
    private readonly writes: Writes,
  ) {}

  @Roles(Role.CountyAdministrator, Role.Leader, Role.Auditor)
  @Get()
  @ApiOperation({ summary: '政策和日历的发布 · releases of policies and calendars' })
  @ApiOkResponse({ type: ReleasePage })
  async list(@ActorOf() actor: Actor, @Query() page: PageQuery): Promise<ReleasePage> {
    const { items, nextCursor } = answered(await this.database.transaction((tx) => listReleases(tx, actor, page)));
    return { items: items.map((row) => viewOf(row, actor)), nextCursor };
  }

  @Roles(Role.CountyAdministrator, Role.Leader, Role.Auditor)
  @Get(':id')
  @ApiOperation({ summary: '一项发布 · a release' })
  @ApiOkResponse({ type: ReleaseResponse, headers: ETAG })
  async show(@ActorOf() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<Answer<ReleaseResponse>> {
    const row = answered(await this.database.transaction((tx) => visibleRelease(tx, actor, id)));
    return { body: viewOf(row, actor), version: row.version };
  }

  @Roles(Role.CountyAdministrator, Role.Leader, Role.Auditor)
  @Get(':id/impact')
  @ApiOperation({ summary: '发布前的影响：待批班级、已申领金额对比、期限 · what it would change' })
  @ApiOkResponse({ type: ReleaseImpactResponse })
  async impact(@ActorOf() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<ReleaseImpactResponse> {
    return impactView(answered(await this.database.transaction((tx) => releaseImpact(tx, actor, id))));
  }

  @Roles(Role.CountyAdministrator, Role.Leader, Role.Auditor)
  @Get(':id/changes')
  @ApiOperation({ summary: '发布内容：逐项对比现行政策，或全年各日 · what it puts in force, against what holds' })
  @ApiOkResponse({ type: ReleaseChangesResponse })
  async changes(@ActorOf() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<ReleaseChangesResponse> {
    return answered(await this.database.transaction((tx) => releaseChanges(tx, actor, id)));
  }

  @Roles(Role.CountyAdministrator)
  @Post('preview')
  @HttpCode(200)
  @ApiOperation({ summary: '预览：同样的检查，列出变化和影响，不登记 · dry run: the same checks, changes and impact; nothing is written' })
  @ApiOkResponse({ type: ReleasePreviewResponse })
  async preview(@ActorOf() actor: Actor, @Body() body: ReleaseRequest): Promise<ReleasePreviewResponse> {
    const { changes, impact } = answered(await this.database.transaction((tx) => previewRelease(tx, actor, body)));
    return { changes, impact: impactView(impact) };
  }

  @Roles(Role.CountyAdministrator)
  @Post()
  @HttpCode(201)
  @ApiOperation({ summary: '提出新政策、县级补充或放假安排 · propose a pack, county values, or a year of working days' })
  @ApiCreatedResponse({ type: ReleaseResponse, headers: ETAG })
  propose(@WriteRequestOf() write: WriteRequest, @Body() body: ReleaseRequest): Promise<WrittenAnswer<ReleaseResponse>> {
    return this.writes.run(write, async (tx) => viewed(await proposeRelease(tx, write.actor, body), write.actor));
  }

  @Roles(Role.CountyAdministrator, Role.Leader)
  @Post(':id/release')
  @HttpCode(200)
  @ApiOperation({ summary: '另一人发布，自生效日起施行 · released by a second person, in force from its first day' })
  @ApiOkResponse({ type: ReleaseResponse, headers: ETAG })
  release(
    @WriteRequestOf() write: WriteRequest,
    @IfMatch() version: number,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<WrittenAnswer<ReleaseResponse>> {
    const of = { id, version, state: 'released' } as const;
    return this.writes.run(write, async (tx) => viewed(await decideRelease(tx, write.actor, of), write.actor));
  }

  @Roles(Role.CountyAdministrator, Role.Leader)
  @Post(':id/refuse')
  @HttpCode(200)
  @ApiOperation({ summary: '不予发布 · refuse a release' })
  @ApiOkResponse({ type: ReleaseResponse, headers: ETAG })
  refuse(
    @WriteRequestOf() write: WriteRequest,
    @IfMatch() version: number,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<WrittenAnswer<ReleaseResponse>> {
    const of = { id, version, state: 'refused' } as const;
    return this.writes.run(write, async (tx) => viewed(await decideRelease(tx, write.actor, of), write.actor));
  }
}
