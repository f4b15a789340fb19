import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, Role } from '#libs/contracts';
import {
  ActorOf,
  type Answer,
  Database,
  type Tx,
  type WriteRequest,
  WriteRequestOf,
  Writes,
  type WrittenAnswer,
  PageQuery,
} from '#libs/platform';
import type { Result } from '#libs/policy';
import { declareInterest } from '../application/declare-interest.use-case.ts';
import { endInterest } from '../application/end-interest.use-case.ts';
import { interests } from '../application/list-people.use-case.ts';
import { ActorResolver } from '../guard/actor-resolver.ts';
import { Roles } from '../guard/roles.ts';
import { DeclareInterestRequest } from './people.request.ts';
import { DeclaredInterestPage, type DeclaredInterestResponse, DeclaredResponse, InterestEndedResponse } from './people.response.ts';

/** Conflicts of interest between a natural person and an institution. */
@ApiTags('identity')
@ApiBearerAuth()
@Controller('v1/declared-interests')
export class DeclaredInterestsController {
  constructor(
    private readonly database: Database,
    private readonly writes: Writes,
    private readonly actors: ActorResolver,
  ) {}

  @Get()
  @ApiOperation({ summary: '利害关系申报（本人；管理员为本辖区） · declared interests: your own, or those of your region' })
  @ApiOkResponse({ type: DeclaredInterestPage })
  list(@ActorOf() actor: Actor, @Query() query: PageQuery): Promise<DeclaredInterestPage> {
    return this.database.transaction((tx) => interests<DeclaredInterestResponse>(tx, actor, query));
  }

  @Post()
  @ApiOperation({ summary: '申报与机构的利害关系（回避） · declare an interest in an institution' })
  @ApiCreatedResponse({ type: DeclaredResponse })
  declare(@WriteRequestOf() write: WriteRequest, @Body() body: DeclareInterestRequest): Promise<WrittenAnswer<DeclaredResponse>> {
    return this.changing(write, (tx) => declareInterest(tx, write.actor, body));
  }

  @Roles(Role.CountyAdministrator, Role.SystemAdministrator)
  @Post(':id/end')
  @HttpCode(200)
  @ApiOperation({ summary: '解除回避（管理员） · lift a declared interest (administrators)' })
  @ApiOkResponse({ type: InterestEndedResponse })
  end(@WriteRequestOf() write: WriteRequest, @Param('id', ParseUUIDPipe) id: string): Promise<WrittenAnswer<InterestEndedResponse>> {
    return this.changing(write, (tx) => endInterest(tx, write.actor, id));
  }

  private changing<Body>(write: WriteRequest, work: (tx: Tx) => Promise<Result<Answer<Body>>>): Promise<WrittenAnswer<Body>> {
    return this.writes.run(write, (tx) => {
      tx.afterCommit.push(() => this.actors.forget());
      return work(tx);
    });
  }
}
