import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, Role } from '#libs/contracts';
import {
  ActorOf,
  type Answer,
  answered,
  blindIndex,
  Database,
  type Tx,
  type WriteRequest,
  WriteRequestOf,
  Writes,
  type WrittenAnswer,
  PageQuery,
} from '#libs/platform';
import type { Result } from '#libs/policy';
import { closeGrant } from '../application/close-grant.use-case.ts';
import { delegateRoles } from '../application/delegate-roles.use-case.ts';
import { endDelegation } from '../application/end-delegation.use-case.ts';
import { grantRole } from '../application/grant-role.use-case.ts';
import { accounts, delegations, regionDelegations } from '../application/list-people.use-case.ts';
import { openAccount } from '../application/open-account.use-case.ts';
import { previewRights } from '../application/preview-rights.ts';
import { resetSecondFactor } from '../application/reset-second-factor.use-case.ts';
import { ActorResolver } from '../guard/actor-resolver.ts';
import { Roles } from '../guard/roles.ts';
import {
  DelegateRolesRequest,
  DelegationsQuery,
  GrantRoleRequest,
  OpenAccountRequest,
  RightsPreviewRequest,
  SecondFactorResetRequest,
} from './people.request.ts';
import {
  AccountPage,
  type AccountResponse,
  DelegationPage,
  type DelegationResponse,
  EndedResponse,
  OpenedAccountResponse,
  PeriodResponse,
  RightsPreviewResponse,
  SecondFactorChangedResponse,
} from './people.response.ts';

/** Accounts, dated rights and delegations. */
@ApiTags('identity')
@ApiBearerAuth()
@Controller('v1')
export class RightsController {
  constructor(
    private readonly database: Database,
    private readonly writes: Writes,
    private readonly actors: ActorResolver,
  ) {}

  @Roles(Role.CountyAdministrator, Role.SystemAdministrator)
  @Get('accounts')
  @ApiOperation({ summary: '本辖区账号及岗位 · accounts of your region and their rights' })
  @ApiOkResponse({ type: AccountPage })
  accounts(@ActorOf() actor: Actor, @Query() query: PageQuery): Promise<AccountPage> {
    return this.database.transaction((tx) => accounts<AccountResponse>(tx, actor, query));
  }

  @Roles(Role.CountyAdministrator, Role.SystemAdministrator)
  @Post('accounts')
  @ApiOperation({ summary: '开设账号并授予首个岗位 · open an account with its first role' })
  @ApiCreatedResponse({ type: OpenedAccountResponse })
  openAccount(@WriteRequestOf() write: WriteRequest, @Body() body: OpenAccountRequest): Promise<WrittenAnswer<OpenedAccountResponse>> {
    // A plain hash of a request that holds a password could be tried out word by word: this one needs our key.
    const keyed = { ...write, bodySha256: blindIndex('account-request', write.bodySha256.toString('hex')) };
    return this.changing(keyed, (tx) => openAccount(tx, write.actor, body));
  }

  @Roles(Role.CountyAdministrator, Role.SystemAdministrator)
  @Post('accounts/:id/second-factor/reset')
  @HttpCode(200)
  @ApiOperation({ summary: '为丢失验证器的人解除绑定（不能为自己）· take a lost authenticator away, never one’s own' })
  @ApiOkResponse({ type: SecondFactorChangedResponse })
  resetSecondFactor(
    @WriteRequestOf() write: WriteRequest,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: SecondFactorResetRequest,
  ): Promise<WrittenAnswer<SecondFactorChangedResponse>> {
    return this.writes.run(write, (tx) => resetSecondFactor(tx, write.actor, id, body.reason));
  }

  @Roles(Role.CountyAdministrator, Role.SystemAdministrator)
  @Post('grants')
  @ApiOperation({ summary: '授予岗位 · grant a role in an office' })
  @ApiCreatedResponse({ type: PeriodResponse })
  grant(@WriteRequestOf() write: WriteRequest, @Body() body: GrantRoleRequest): Promise<WrittenAnswer<PeriodResponse>> {
    return this.changing(write, (tx) => grantRole(tx, write.actor, body));
  }

  @Roles(Role.CountyAdministrator, Role.SystemAdministrator)
  @Post('grants/:id/close')
  @HttpCode(200)
  @ApiOperation({ summary: '即时终止岗位 · end a grant now' })
  @ApiOkResponse({ type: EndedResponse })
  close(@WriteRequestOf() write: WriteRequest, @Param('id', ParseUUIDPipe) id: string): Promise<WrittenAnswer<EndedResponse>> {
    return this.changing(write, (tx) => closeGrant(tx, write.actor, id));
  }

  @Get('delegations')
  @ApiOperation({ summary: '我的委托与受托；管理员可看本辖区 · delegations from and to you, or of the region you administer' })
  @ApiOkResponse({ type: DelegationPage })
  delegations(@ActorOf() actor: Actor, @Query() { scope, ...page }: DelegationsQuery): Promise<DelegationPage> {
    const list = scope === 'region' ? regionDelegations : delegations;
    return this.database.transaction((tx) => list<DelegationResponse>(tx, actor, page));
  }

  @Post('rights/preview')
  @HttpCode(200)
  @ApiOperation({
    summary: '保存前预览：职责分离、回避、还剩几人可签字 · before saving: separation of duties, interests, who is left to sign',
  })
  @ApiOkResponse({ type: RightsPreviewResponse })
  async preview(@ActorOf() actor: Actor, @Body() body: RightsPreviewRequest): Promise<RightsPreviewResponse> {
    return answered(await this.database.transaction((tx) => previewRights(tx, actor, body)));
  }

  @Post('delegations')
  @ApiOperation({ summary: '外出期间委托同事 · delegate to a colleague while absent' })
  @ApiCreatedResponse({ type: PeriodResponse })
  delegate(@WriteRequestOf() write: WriteRequest, @Body() body: DelegateRolesRequest): Promise<WrittenAnswer<PeriodResponse>> {
    return this.changing(write, (tx) => delegateRoles(tx, write.actor, body));
  }

  @Post('delegations/:id/end')
  @HttpCode(200)
  @ApiOperation({ summary: '即时终止委托 · end a delegation now' })
  @ApiOkResponse({ type: EndedResponse })
  endDelegation(@WriteRequestOf() write: WriteRequest, @Param('id', ParseUUIDPipe) id: string): Promise<WrittenAnswer<EndedResponse>> {
    return this.changing(write, (tx) => endDelegation(tx, write.actor, id));
  }

  /** After a change of rights nothing read before it may decide anything in this process. */
  private changing<Body>(write: WriteRequest, work: (tx: Tx) => Promise<Result<Answer<Body>>>): Promise<WrittenAnswer<Body>> {
    return this.writes.run(write, (tx) => {
      tx.afterCommit.push(() => this.actors.forget());
      return work(tx);
    });
  }
}
