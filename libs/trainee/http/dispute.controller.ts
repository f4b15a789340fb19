import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Role, type Actor } from '#libs/contracts';
import { Roles } from '#libs/identity';
import { ActorOf, answered, Database, type WriteRequest, WriteRequestOf, Writes, type WrittenAnswer } from '#libs/platform';
import { answerDispute, listDisputes, stateDispute } from '../application/phone/disputes.use-case.ts';
import { showSessionCode } from '../application/phone/show-session-code.ts';
import { DisputeAnswerRequest, DisputesQuery, DisputeStatementRequest } from './phone.request.ts';
import { DisputePage, FiledDisputeResponse, SessionCodeResponse } from './phone.response.ts';

/** The other end of the trainee's telephone: the code on the classroom's screen, and the bureau that answers disputes. */
@ApiTags('phone')
@ApiBearerAuth()
@Controller('v1')
export class DisputeController {
  constructor(
    private readonly database: Database,
    private readonly writes: Writes,
  ) {}

  @Roles(Role.InstitutionOperator)
  @Get('classes/:id/session-code')
  @ApiOperation({ summary: '当前课堂签到码 · the code trainees clock in with at this moment' })
  @ApiOkResponse({ type: SessionCodeResponse })
  async sessionCode(@ActorOf() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<SessionCodeResponse> {
    return answered(await this.database.transaction((tx) => showSessionCode(tx, actor, id)));
  }

  @Get('disputes')
  @ApiOperation({ summary: '学员异议列表 · disputes of trainees' })
  @ApiOkResponse({ type: DisputePage })
  async disputes(@ActorOf() actor: Actor, @Query() page: DisputesQuery): Promise<DisputePage> {
    return answered(await this.database.transaction((tx) => listDisputes(tx, actor, page)));
  }

  @Roles(Role.InstitutionOperator)
  @Post('disputes/:id/statement')
  @HttpCode(200)
  @ApiOperation({ summary: '培训机构对异议的说明（一次）· what the institution knows about a dispute, once' })
  @ApiOkResponse({ type: FiledDisputeResponse })
  state(
    @WriteRequestOf() write: WriteRequest,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { statement }: DisputeStatementRequest,
  ): Promise<WrittenAnswer<{ id: string }>> {
    return this.writes.run(write, (tx) => stateDispute(tx, write.actor, id, statement));
  }

  @Roles(Role.Caseworker, Role.Reviewer, Role.Leader)
  @Post('disputes/:id/answer')
  @HttpCode(200)
  @ApiOperation({ summary: '答复学员异议 · answer a dispute' })
  @ApiOkResponse({ type: FiledDisputeResponse })
  answer(
    @WriteRequestOf() write: WriteRequest,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: DisputeAnswerRequest,
  ): Promise<WrittenAnswer<{ id: string }>> {
    return this.writes.run(write, (tx) => answerDispute(tx, write.actor, id, body));
  }
}
