import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#libs/contracts';
import { ActorOf, answered, Database, type WriteRequest, WriteRequestOf, Writes, type WrittenAnswer } from '#libs/platform';
import { colleaguesFor, forgetFilter, keepFilter, listFilters, officeColleagues, tickViewed } from '../application/desk.ts';
import { countTasks } from '../application/list-tasks.use-case.ts';
import { SavedFilterRequest, ViewedRequest } from './task.request.ts';
import {
  ColleagueList,
  DroppedFilterResponse,
  InboxCountsResponse,
  OfficePersonList,
  SavedFilterList,
  SavedFilterResponse,
  ViewedResponse,
} from './desk.response.ts';

/** What a desk needs around the tasks themselves: counts, filters, colleagues, what has been looked at. */
@ApiTags('desk')
@ApiBearerAuth()
@Controller('v1')
export class DeskController {
  constructor(
    private readonly database: Database,
    private readonly writes: Writes,
  ) {}

  @Get('inbox/counts')
  @ApiOperation({ summary: '待办数：超期、今日到期、即将到期、未领取、我的 · how much waits in each bucket (up to 10,000)' })
  @ApiOkResponse({ type: InboxCountsResponse })
  counts(@ActorOf() actor: Actor): Promise<InboxCountsResponse> {
    return this.database.transaction((tx) => countTasks(tx, actor));
  }

  @Get('colleagues')
  @ApiOperation({ summary: '本单位同事 · colleagues of your office' })
  @ApiOkResponse({ type: OfficePersonList })
  people(@ActorOf() actor: Actor): Promise<OfficePersonList> {
    return this.database.transaction((tx) => officeColleagues(tx, actor));
  }

  @Get('inbox/filters')
  @ApiOperation({ summary: '已保存的筛选：自己的和同事共享的 · saved filters, own and shared' })
  @ApiOkResponse({ type: SavedFilterList })
  filters(@ActorOf() actor: Actor): Promise<SavedFilterList> {
    return this.database.transaction((tx) => listFilters(tx, actor));
  }

  @Post('inbox/filters')
  @HttpCode(201)
  @ApiOperation({ summary: '保存筛选（同名则更新）· save a filter' })
  @ApiCreatedResponse({ type: SavedFilterResponse })
  save(@WriteRequestOf() write: WriteRequest, @Body() body: SavedFilterRequest): Promise<WrittenAnswer<SavedFilterResponse>> {
    return this.writes.run(write, (tx) => keepFilter(tx, write.actor, body));
  }

  @Delete('inbox/filters/:id')
  @ApiOperation({ summary: '删除筛选 · delete a filter of one’s own' })
  @ApiOkResponse({ type: DroppedFilterResponse })
  drop(@WriteRequestOf() write: WriteRequest, @Param('id', ParseUUIDPipe) id: string): Promise<WrittenAnswer<DroppedFilterResponse>> {
    return this.writes.run(write, (tx) => forgetFilter(tx, write.actor, id));
  }

  @Get('tasks/:id/colleagues')
  @ApiOperation({ summary: '可转办的同事 · to whom a task can be handed' })
  @ApiOkResponse({ type: ColleagueList })
  async colleagues(@ActorOf() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<ColleagueList> {
    return answered(await this.database.transaction((tx) => colleaguesFor(tx, actor, id)));
  }

  @Post('tasks/:id/viewed')
  @HttpCode(200)
  @ApiOperation({ summary: '标记材料已查看 · tick a paper as looked at' })
  @ApiOkResponse({ type: ViewedResponse })
  viewed(
    @WriteRequestOf() write: WriteRequest,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ViewedRequest,
  ): Promise<WrittenAnswer<ViewedResponse>> {
    return this.writes.run(write, (tx) => tickViewed(tx, write.actor, id, body.sha256, body.isViewed));
  }
}
