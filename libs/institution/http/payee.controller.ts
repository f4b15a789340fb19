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
  PageQuery,
  type Tx,
  type WriteRequest,
  WriteRequestOf,
  Writes,
  type WrittenAnswer,
} from '#libs/platform';
import type { Result } from '#libs/policy';
import { decidePayee, listPayeeChanges, proposePayee, stopPayee } from '../application/payee-change.use-case.ts';
import { confirmerRoles, registrarRoles } from '../domain/registrar.ts';
import type { PayeeChangeRow } from '../persistence/payee.query.ts';
import { PayeeRequest } from './registration.request.ts';
import { PayeeChangePage, PayeeChangeResponse } from './registration.response.ts';

function viewOf({ proposedBy, ...row }: PayeeChangeRow, actor: Actor): PayeeChangeResponse {
  return { ...row, isMine: proposedBy === actor.personId };
}

/** Where an institution's money goes: two officials, a time in which it can be stopped, and the institution sees all of it (F19). */
@ApiTags('institutions')
@ApiBearerAuth()
@Controller('v1/institutions/:id/payee-changes')
export class PayeeController {
  constructor(
    private readonly database: Database,
    private readonly writes: Writes,
  ) {}

  @Get()
  @ApiOperation({ summary: '收款账户登记与变更记录 · the institution’s account and its changes' })
  @ApiOkResponse({ type: PayeeChangePage })
  async list(@ActorOf() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Query() page: PageQuery): Promise<PayeeChangePage> {
    const { items, nextCursor } = answered(await this.database.transaction((tx) => listPayeeChanges(tx, actor, id, page)));
    return { items: items.map((row) => viewOf(row, actor)), nextCursor };
  }

  @Roles(...registrarRoles)
  @Post()
  @HttpCode(201)
  @ApiOperation({ summary: '提出登记或变更收款账户（须五分钟内登录）· propose an account; asks for a sign-in within five minutes' })
  @ApiCreatedResponse({ type: PayeeChangeResponse, headers: ETAG })
  propose(
    @WriteRequestOf() write: WriteRequest,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: PayeeRequest,
  ): Promise<WrittenAnswer<PayeeChangeResponse>> {
    return this.written(write, (tx) => proposePayee(tx, write.actor, id, body));
  }

  @Roles(...confirmerRoles)
  @Post(':change/confirm')
  @HttpCode(200)
  @ApiOperation({
    summary: '另一人确认；替换原账户的，三个工作日后生效 · confirmed by a second person; a replacement waits three working days',
  })
  @ApiOkResponse({ type: PayeeChangeResponse, headers: ETAG })
  confirm(
    @WriteRequestOf() write: WriteRequest,
    @IfMatch() version: number,
    @Param('id', ParseUUIDPipe) institutionId: string,
    @Param('change', ParseUUIDPipe) changeId: string,
  ): Promise<WrittenAnswer<PayeeChangeResponse>> {
    return this.written(write, (tx) => decidePayee(tx, write.actor, { institutionId, changeId, version }, 'confirmed'));
  }

  @Roles(...confirmerRoles)
  @Post(':change/refuse')
  @HttpCode(200)
  @ApiOperation({ summary: '另一人不同意 · refused by a second person' })
  @ApiOkResponse({ type: PayeeChangeResponse, headers: ETAG })
  refuse(
    @WriteRequestOf() write: WriteRequest,
    @IfMatch() version: number,
    @Param('id', ParseUUIDPipe) institutionId: string,
    @Param('change', ParseUUIDPipe) changeId: string,
  ): Promise<WrittenAnswer<PayeeChangeResponse>> {
    return this.written(write, (tx) => decidePayee(tx, write.actor, { institutionId, changeId, version }, 'refused'));
  }

  @Roles(Role.InstitutionOperator, Role.EvaluationBody, Role.Leader, ...registrarRoles)
  @Post(':change/stop')
  @HttpCode(200)
  @ApiOperation({ summary: '生效前中止：机构本身或人社部门 · stopped before it is in force, by the institution or the bureau' })
  @ApiOkResponse({ type: PayeeChangeResponse, headers: ETAG })
  stop(
    @WriteRequestOf() write: WriteRequest,
    @IfMatch() version: number,
    @Param('id', ParseUUIDPipe) institutionId: string,
    @Param('change', ParseUUIDPipe) changeId: string,
  ): Promise<WrittenAnswer<PayeeChangeResponse>> {
    return this.written(write, (tx) => stopPayee(tx, write.actor, { institutionId, changeId, version }));
  }

  private written(
    write: WriteRequest,
    work: (tx: Tx) => Promise<Result<Answer<PayeeChangeRow>>>,
  ): Promise<WrittenAnswer<PayeeChangeResponse>> {
    return this.writes.run(write, async (tx) => {
      const result = await work(tx);
      return result.ok ? { ok: true, value: { ...result.value, body: viewOf(result.value.body, write.actor) } } : result;
    });
  }
}
