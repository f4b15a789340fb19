import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Role, type Actor } from '#libs/contracts';
import { Roles } from '#libs/identity';
import {
  ActorOf,
  type Answer,
  answered,
  Database,
  ETAG,
  moneyOf,
  PageQuery,
  RefusalError,
  type WriteRequest,
  WriteRequestOf,
  Writes,
  type WrittenAnswer,
} from '#libs/platform';
import { createClaim } from '../application/create-claim.use-case.ts';
import { prepareAgain, prepareClaim } from '../application/prepare-claim.ts';
import { listClaims, showClaim, visibleClaim } from '../application/read-claims.ts';
import { submitClaim } from '../application/submit-claim.use-case.ts';
import { withdraw } from '../application/withdraw-claim.use-case.ts';
import { packageOf, type PackageRow } from '../persistence/package.query.ts';
import { recomputation, type RecomputedLine } from '../persistence/recompute.query.ts';
import { APPLICANTS } from './applicants.ts';
import { ClaimRequest } from './claim.request.ts';
import {
  ClaimDetailResponse,
  claimDetailView,
  ClaimPage,
  ClaimReference,
  claimView,
  DraftedResponse,
  PreviewResponse,
  previewView,
  RecomputationResponse,
  SubmittedResponse,
} from './claim.response.ts';

/** Claims for subsidies: preview, submission, package, and finance's own recomputation. */
@ApiTags('claims')
@ApiBearerAuth()
@Controller('v1/claims')
export class ClaimController {
  constructor(
    private readonly database: Database,
    private readonly writes: Writes,
  ) {}

  @Get()
  @ApiOperation({ summary: '补贴申领列表 · claims' })
  @ApiOkResponse({ type: ClaimPage })
  async list(@ActorOf() actor: Actor, @Query() page: PageQuery): Promise<ClaimPage> {
    const { items, nextCursor } = answered(await this.database.transaction((tx) => listClaims(tx, actor, page)));
    return { items: items.map(claimView), nextCursor };
  }

  @Get(':id')
  @ApiOperation({ summary: '申领详情，每人金额及计算说明 · a claim with each amount explained' })
  @ApiOkResponse({ type: ClaimDetailResponse, headers: ETAG })
  async show(@ActorOf() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<Answer<ClaimDetailResponse>> {
    const detail = answered(await this.database.transaction((tx) => showClaim(tx, actor, id)));
    return { body: claimDetailView(detail), version: detail.claim.version };
  }

  @Roles(...APPLICANTS)
  @Post('preview')
  @HttpCode(200)
  @ApiOperation({ summary: '试算：不写入任何内容 · what a claim would come to; writes nothing' })
  @ApiOkResponse({ type: PreviewResponse })
  async preview(@ActorOf() actor: Actor, @Body() body: ClaimRequest): Promise<PreviewResponse> {
    return previewView(answered(await this.database.transaction((tx) => prepareClaim(tx, actor, body))));
  }

  @Roles(...APPLICANTS)
  @Get(':id/preview')
  @ApiOperation({ summary: '按今天的情况试算该申领，不写入 · what this claim would come to today; writes nothing' })
  @ApiOkResponse({ type: PreviewResponse })
  async previewAgain(@ActorOf() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<PreviewResponse> {
    return this.database.transaction(async (tx) => {
      const claim = answered(await visibleClaim(tx, actor, id));
      if (claim.institutionId !== actor.institutionId) throw new RefusalError({ code: 'NOT_FOUND' });
      return previewView(answered(await prepareAgain(tx, actor, claim)));
    });
  }

  @Roles(...APPLICANTS)
  @Post()
  @HttpCode(201)
  @ApiOperation({ summary: '新建申领 · draft a claim' })
  @ApiCreatedResponse({ type: DraftedResponse, headers: ETAG })
  create(@WriteRequestOf() write: WriteRequest, @Body() body: ClaimRequest): Promise<WrittenAnswer<DraftedResponse>> {
    return this.writes.run(write, (tx) => createClaim(tx, write.actor, body));
  }

  @Roles(...APPLICANTS)
  @Post(':id/submit')
  @HttpCode(201)
  @ApiOperation({ summary: '提交申领（补正后重新提交同此）· submit, or submit a correction' })
  @ApiCreatedResponse({ type: SubmittedResponse, headers: ETAG })
  submit(@WriteRequestOf() write: WriteRequest, @Param('id', ParseUUIDPipe) id: string): Promise<WrittenAnswer<SubmittedResponse>> {
    return this.writes.run(write, (tx) => submitClaim(tx, write.actor, id));
  }

  @Roles(...APPLICANTS)
  @Post(':id/withdraw')
  @HttpCode(200)
  @ApiOperation({ summary: '撤回申领 · withdraw a claim' })
  @ApiOkResponse({ type: ClaimReference })
  withdraw(@WriteRequestOf() write: WriteRequest, @Param('id', ParseUUIDPipe) id: string): Promise<WrittenAnswer<ClaimReference>> {
    return this.writes.run(write, (tx) => withdraw(tx, write.actor, id));
  }

  @Get(':id/package')
  @ApiOperation({ summary: '所签材料包：逐字节原文，SHA-256 在 Repr-Digest 头 · exactly the bytes that are signed' })
  @ApiOkResponse({
    description: '材料包 · the package',
    content: { 'application/json': { schema: { type: 'object', additionalProperties: true } } },
    headers: {
      'Repr-Digest': { description: 'RFC 9530', schema: { type: 'string' } },
      'X-Package-Version': { schema: { type: 'integer' } },
    },
  })
  @ApiQuery({ name: 'version', required: false, type: Number, description: '缺省为最新 · the latest unless named' })
  async package(
    @ActorOf() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Res() reply: FastifyReply,
    @Query('version', new ParseIntPipe({ optional: true })) version?: number,
  ): Promise<void> {
    const sealed = await this.database.transaction(async (tx) => {
      answered(await visibleClaim(tx, actor, id));
      return tx.one<PackageRow>(packageOf, [id, version ?? null]);
    });
    if (!sealed) throw new RefusalError({ code: 'PACKAGE_MISSING' });
    const digest = Buffer.from(sealed.sha256, 'hex').toString('base64');
    void reply
      .type('application/json')
      .header('repr-digest', `sha-256=:${digest}:`)
      .header('x-package-version', String(sealed.version))
      .send(Buffer.from(sealed.document));
  }

  @Roles(Role.FinanceReviewer, Role.FinanceDisburser, Role.Caseworker, Role.Reviewer, Role.Leader, Role.Auditor)
  @Get(':id/recomputation')
  @ApiOperation({ summary: '财政独立复算及差异 · an independent recomputation in SQL and its differences' })
  @ApiOkResponse({ type: RecomputationResponse })
  async recompute(@ActorOf() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<RecomputationResponse> {
    const lines = await this.database.transaction(async (tx) => {
      answered(await visibleClaim(tx, actor, id));
      return tx.rows<RecomputedLine>(recomputation, [id]);
    });
    const total = lines.reduce((sum, { recomputedFen }) => sum + recomputedFen, 0n);
    const differing = lines.filter(({ differenceFen, recoveryDifferenceFen }) => differenceFen !== 0n || recoveryDifferenceFen !== 0n);
    return {
      agrees: differing.length === 0,
      persons: lines.length,
      total: moneyOf(total),
      differences: differing.map(({ personId, recomputedFen, sealedFen, differenceFen, recoveryDifferenceFen }) => ({
        ...{ personId, recomputed: moneyOf(recomputedFen), sealed: moneyOf(sealedFen), difference: moneyOf(differenceFen) },
        recoveryDifference: moneyOf(recoveryDifferenceFen),
      })),
    };
  }
}
