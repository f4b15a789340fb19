import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
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
  type WriteRequest,
  WriteRequestOf,
  Writes,
  type WrittenAnswer,
} from '#libs/platform';
import type { Result } from '#libs/policy';
import { decide, listOverrides, propose } from '../application/override.use-case.ts';
import type { OverrideRow } from '../persistence/override.query.ts';
import { OverrideList, OverrideResponse } from './claim-content.response.ts';
import { OverrideRequest } from './subject.request.ts';

/** Officials of the deciding office. */
const OFFICIALS = [Role.Caseworker, Role.Reviewer, Role.Leader] as const;

function viewOf({ valueFen, proposedBy, ...row }: OverrideRow, actor: Actor): OverrideResponse {
  return { ...row, value: valueFen === null ? null : moneyOf(valueFen), isMine: proposedBy === actor.personId };
}

function viewed(result: Result<Answer<OverrideRow>>, actor: Actor): Result<Answer<OverrideResponse>> {
  return result.ok ? { ok: true, value: { ...result.value, body: viewOf(result.value.body, actor) } } : result;
}

/** Limits put as a principle (原则上) that two persons raise for somebody, and amounts the policy leaves to the county. */
@ApiTags('claims')
@ApiBearerAuth()
@Controller('v1/claims/:id/overrides')
export class OverrideController {
  constructor(
    private readonly database: Database,
    private readonly writes: Writes,
  ) {}

  @Get()
  @ApiOperation({ summary: '对个人的核定：提高上限、放宽次数、核定金额 · overrides of a claim' })
  @ApiOkResponse({ type: OverrideList })
  async list(@ActorOf() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<OverrideList> {
    const { overrides, ...room } = answered(await this.database.transaction((tx) => listOverrides(tx, actor, id)));
    return { items: overrides.map((row) => viewOf(row, actor)), ...room };
  }

  @Roles(...OFFICIALS)
  @Post()
  @HttpCode(201)
  @ApiOperation({ summary: '提出核定，须写明理由 · propose an override, with a written reason' })
  @ApiCreatedResponse({ type: OverrideResponse, headers: ETAG })
  propose(
    @WriteRequestOf() write: WriteRequest,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: OverrideRequest,
  ): Promise<WrittenAnswer<OverrideResponse>> {
    return this.writes.run(write, async (tx) => viewed(await propose(tx, write.actor, id, body), write.actor));
  }

  @Roles(...OFFICIALS)
  @Post(':override/approve')
  @HttpCode(200)
  @ApiOperation({ summary: '另一人同意 · approved by a second person' })
  @ApiOkResponse({ type: OverrideResponse, headers: ETAG })
  approve(
    @WriteRequestOf() write: WriteRequest,
    @IfMatch() version: number,
    @Param('id', ParseUUIDPipe) claimId: string,
    @Param('override', ParseUUIDPipe) overrideId: string,
  ): Promise<WrittenAnswer<OverrideResponse>> {
    const of = { claimId, overrideId, version, state: 'approved' } as const;
    return this.writes.run(write, async (tx) => viewed(await decide(tx, write.actor, of), write.actor));
  }

  @Roles(...OFFICIALS)
  @Post(':override/refuse')
  @HttpCode(200)
  @ApiOperation({ summary: '另一人不同意 · refused by a second person' })
  @ApiOkResponse({ type: OverrideResponse, headers: ETAG })
  refuse(
    @WriteRequestOf() write: WriteRequest,
    @IfMatch() version: number,
    @Param('id', ParseUUIDPipe) claimId: string,
    @Param('override', ParseUUIDPipe) overrideId: string,
  ): Promise<WrittenAnswer<OverrideResponse>> {
    const of = { claimId, overrideId, version, state: 'refused' } as const;
    return this.writes.run(write, async (tx) => viewed(await decide(tx, write.actor, of), write.actor));
  }
}
