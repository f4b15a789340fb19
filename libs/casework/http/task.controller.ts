import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#libs/contracts';
import {
  ActorOf,
  type Answer,
  answered,
  Database,
  ETAG,
  IfMatch,
  type Page,
  type WriteRequest,
  WriteRequestOf,
  Writes,
  type WrittenAnswer,
} from '#libs/platform';
import { claimTask, releaseTask, transferTask, type Assigned } from '../application/assign-task.use-case.ts';
import { decideTask, type DecisionAnswer } from '../application/decide-task.use-case.ts';
import { listTasks, type InboxItem } from '../application/list-tasks.use-case.ts';
import { showTask, type TaskDetail } from '../application/show-task.use-case.ts';
import { TaskDetailResponse } from './task-detail.response.ts';
import { DecisionRequest, InboxQuery, TransferRequest } from './task.request.ts';
import { AssignedResponse, DecisionResponse, InboxPage } from './task.response.ts';

/** The inbox and what is done in it. */
@ApiTags('tasks')
@ApiBearerAuth()
@Controller('v1/tasks')
export class TaskController {
  constructor(
    private readonly database: Database,
    private readonly writes: Writes,
  ) {}

  @Get()
  @ApiOperation({ summary: '待办：我的、本岗位、未领取、超期、已办 · the inbox' })
  @ApiOkResponse({ type: InboxPage })
  async list(@ActorOf() actor: Actor, @Query() query: InboxQuery): Promise<Page<InboxItem>> {
    return answered(await this.database.transaction((tx) => listTasks(tx, actor, query)));
  }

  @Get(':id')
  @ApiOperation({ summary: '待办详情：材料、记录、可用操作 · everything needed to decide' })
  @ApiOkResponse({ type: TaskDetailResponse, headers: ETAG })
  async show(@ActorOf() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<Answer<TaskDetail>> {
    return answered(await this.database.transaction((tx) => showTask(tx, actor, id)));
  }

  @Post(':id/claim')
  @HttpCode(200)
  @ApiOperation({ summary: '领取 · take a task' })
  @ApiOkResponse({ type: AssignedResponse, headers: ETAG })
  claim(@WriteRequestOf() write: WriteRequest, @Param('id', ParseUUIDPipe) id: string): Promise<WrittenAnswer<Assigned>> {
    return this.writes.run(write, (tx) => claimTask(tx, write.actor, id));
  }

  @Post(':id/release')
  @HttpCode(200)
  @ApiOperation({ summary: '退回本岗位 · give it back' })
  @ApiOkResponse({ type: AssignedResponse, headers: ETAG })
  release(@WriteRequestOf() write: WriteRequest, @Param('id', ParseUUIDPipe) id: string): Promise<WrittenAnswer<Assigned>> {
    return this.writes.run(write, (tx) => releaseTask(tx, write.actor, id));
  }

  @Post(':id/transfer')
  @HttpCode(200)
  @ApiOperation({ summary: '转办给同事 · hand it to a colleague' })
  @ApiOkResponse({ type: AssignedResponse, headers: ETAG })
  transfer(
    @WriteRequestOf() write: WriteRequest,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: TransferRequest,
  ): Promise<WrittenAnswer<Assigned>> {
    return this.writes.run(write, (tx) => transferTask(tx, write.actor, id, body));
  }

  @Post(':id/decision')
  @HttpCode(200)
  @ApiOperation({ summary: '办理：通过、退回、不予通过、签字 · decide or sign' })
  @ApiOkResponse({ type: DecisionResponse, headers: ETAG })
  decide(
    @WriteRequestOf() write: WriteRequest,
    @IfMatch() version: number,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: DecisionRequest,
  ): Promise<WrittenAnswer<DecisionAnswer>> {
    return this.writes.run(write, (tx) => decideTask(tx, write.actor, id, version, body));
  }
}
