import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Role, type Actor } from '#libs/contracts';
import { Roles } from '#libs/identity';
import {
  ActorOf,
  type Answer,
  answered,
  Database,
  requireVersion,
  type WriteRequest,
  WriteRequestOf,
  Writes,
  type WrittenAnswer,
} from '#libs/platform';
import type { Result } from '#libs/policy';
import { decide, listOverrides, propose } from '../application/override.use-case.ts';
import type { OverrideRow } from '../persistence/override.query.ts';
import { moneyOf, type MoneyResponse } from './money.ts';
import { OverrideRequest } from './subject.request.ts';

/** Officials of the deciding office. */
const OFFICIALS = [Role.Caseworker, Role.Reviewer, Role.Leader] as const;

interface OverrideView extends Omit<OverrideRow, 'valueFen' | 'proposedBy'> {
  readonly value: MoneyResponse | null;
}

function viewOf({ valueFen, proposedBy: _proposedBy, ...row }: OverrideRow): OverrideView {
  return { ...row, value: valueFen === null ? null : moneyOf(valueFen) };
}

function viewed(result: Result<Answer<OverrideRow>>): Result<Answer<OverrideView>> {
  return result.ok ? { ok: true, value: { ...result.value, body: viewOf(result.value.body) } } : result;
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
  async list(@ActorOf() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<{ items: readonly OverrideView[] }> {
    return { items: answered(await this.database.transaction((tx) => listOverrides(tx, actor, id))).map(viewOf) };
  }

  @Roles(...OFFICIALS)
  @Post()
  @HttpCode(201)
  @ApiOperation({ summary: '提出核定，须写明理由 · propose an override, with a written reason' })
  propose(
    @WriteRequestOf() write: WriteRequest,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: OverrideRequest,
  ): Promise<WrittenAnswer<OverrideView>> {
    return this.writes.run(write, async (tx) => viewed(await propose(tx, write.actor, id, body)));
  }

  @Roles(...OFFICIALS)
  @Post(':override/approve')
  @HttpCode(200)
  @ApiOperation({ summary: '另一人同意 · approved by a second person' })
  approve(
    @WriteRequestOf() write: WriteRequest,
    @Param('id', ParseUUIDPipe) claimId: string,
    @Param('override', ParseUUIDPipe) overrideId: string,
  ): Promise<WrittenAnswer<OverrideView>> {
    const of = { claimId, overrideId, version: requireVersion(write), state: 'approved' } as const;
    return this.writes.run(write, async (tx) => viewed(await decide(tx, write.actor, of)));
  }

  @Roles(...OFFICIALS)
  @Post(':override/refuse')
  @HttpCode(200)
  @ApiOperation({ summary: '另一人不同意 · refused by a second person' })
  refuse(
    @WriteRequestOf() write: WriteRequest,
    @Param('id', ParseUUIDPipe) claimId: string,
    @Param('override', ParseUUIDPipe) overrideId: string,
  ): Promise<WrittenAnswer<OverrideView>> {
    const of = { claimId, overrideId, version: requireVersion(write), state: 'refused' } as const;
    return this.writes.run(write, async (tx) => viewed(await decide(tx, write.actor, of)));
  }
}
