import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor, Stage } from '#libs/contracts';
import type { SheetColumn } from '#libs/papers';
import { ActorOf, ApiFile, answered, Database, sendWorkbook } from '#libs/platform';
import { listTasks, type InboxItem } from '../application/list-tasks.use-case.ts';
import { stageWords } from '../domain/words.ts';
import { InboxQuery } from './task.request.ts';

const columns: readonly SheetColumn<InboxItem>[] = [
  { title: '环节', width: 12, of: ({ stage }) => stageWords[stage as Stage]?.zh ?? stage },
  { title: '编号', width: 22, of: ({ number }) => number },
  { title: '事项', width: 34, of: ({ title }) => title },
  { title: '机构', width: 28, of: ({ institutionName }) => institutionName },
  { title: '地区', width: 9, of: ({ region }) => region },
  { title: '办理期限', width: 12, of: ({ dueOn }) => dueOn },
  { title: '剩余工作日', width: 11, of: ({ workingDaysLeft }) => workingDaysLeft },
  { title: '已领取', width: 8, of: ({ isAssigned }) => (isAssigned ? '是' : '否') },
  { title: '超期上报', width: 9, of: ({ isEscalated }) => (isEscalated ? '是' : '否') },
  { title: '办结时间', width: 22, of: ({ closedAt }) => closedAt },
];

/** The inbox as a workbook: the same view, the same rights. */
@ApiTags('tasks')
@ApiBearerAuth()
@Controller('v1')
export class InboxSheetController {
  constructor(private readonly database: Database) {}

  @Get('tasks.xlsx')
  @ApiFile('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  @ApiOperation({ summary: '待办导出 · the inbox as a workbook' })
  async sheet(@ActorOf() actor: Actor, @Query() query: InboxQuery, @Res() reply: FastifyReply): Promise<void> {
    await sendWorkbook(reply, { title: '待办', columns }, async (at) =>
      answered(await this.database.transaction((tx) => listTasks(tx, actor, { ...query, ...at }))),
    );
  }
}
