import { Body, Controller, Get, HttpCode, Param, ParseEnumPipe, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { Role, type Actor } from '#libs/contracts';
import { Roles } from '#libs/identity';
import { ActorOf, Database, type WriteRequest, WriteRequestOf, Writes, type WrittenAnswer } from '#libs/platform';
import { reassignTask, sendMessagesNow, startRoadAgain, whatIsStuck, type Stuck } from '../application/operations.ts';
import { ReassignedResponse, ReassignRequest, RepairedResponse, type RepairableRoad, ROADS, StuckResponse } from './operations.response.ts';

const road = new ParseEnumPipe(Object.fromEntries(ROADS.map((one) => [one, one])));

/** What does not move, and repairs that are safe: each starts, sends or hands on what the rows already say, and leaves its trace. */
@ApiTags('operations')
@ApiBearerAuth()
@Roles(Role.CountyAdministrator)
@Controller('v1/operations')
export class OperationsController {
  constructor(
    private readonly database: Database,
    private readonly writes: Writes,
  ) {}

  @Get('stuck')
  @ApiOperation({ summary: '卡住的事项：流程缺失或反复失败、消息未送达、超期、无人可办 · what does not move' })
  @ApiOkResponse({ type: StuckResponse })
  stuck(@ActorOf() actor: Actor): Promise<Stuck> {
    return whatIsStuck(this.database, actor);
  }

  @Post('roads/:road/:id/start')
  @HttpCode(200)
  @ApiParam({ name: 'road', enum: ROADS })
  @ApiOperation({ summary: '启动缺失的流程；已在运行的不受影响 · start a road that is missing; one that runs goes on' })
  @ApiOkResponse({ type: RepairedResponse })
  start(
    @WriteRequestOf() write: WriteRequest,
    @Param('road', road) of: RepairableRoad,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<WrittenAnswer<RepairedResponse>> {
    return this.writes.run(write, (tx) => startRoadAgain(tx, write.actor, { road: of, id }));
  }

  @Post('roads/:road/:id/send')
  @HttpCode(200)
  @ApiParam({ name: 'road', enum: ROADS })
  @ApiOperation({ summary: '立即重新送达未送达的消息 · send what still waits, now' })
  @ApiOkResponse({ type: RepairedResponse })
  send(
    @WriteRequestOf() write: WriteRequest,
    @Param('road', road) of: RepairableRoad,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<WrittenAnswer<RepairedResponse>> {
    return this.writes.run(write, (tx) => sendMessagesNow(tx, write.actor, { road: of, id }));
  }

  @Post('tasks/:id/reassign')
  @HttpCode(200)
  @ApiOperation({ summary: '改派超期待办，或退回本岗位 · hand late work on, or back to its group' })
  @ApiOkResponse({ type: ReassignedResponse })
  reassign(
    @WriteRequestOf() write: WriteRequest,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ReassignRequest,
  ): Promise<WrittenAnswer<ReassignedResponse>> {
    return this.writes.run(write, (tx) => reassignTask(tx, write.actor, id, body));
  }
}
