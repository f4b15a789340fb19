import { Controller, Get, Param, ParseEnumPipe, ParseUUIDPipe, Query, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '#libs/contracts';
import { paperTitles } from '#libs/papers';
import { ActorOf, ApiFile, answered, Database, PageQuery, PaperQuery, Papers, sendPaper, sendWorkbook } from '#libs/platform';
import { classPaperKinds, type ClassPaperKind } from '../application/papers/class-papers.ts';
import { readClassPaper } from '../application/papers/issue-class-paper.ts';
import { listClasses } from '../application/read-classes.ts';
import { classColumns } from './class-sheet.ts';

/** The official papers of a class, and the list of classes as a workbook. */
@ApiTags('papers')
@ApiBearerAuth()
@Controller('v1')
export class ClassPaperController {
  constructor(
    private readonly database: Database,
    private readonly papers: Papers,
  ) {}

  @Get('classes.xlsx')
  @ApiFile('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  @ApiOperation({ summary: '班级列表导出 · the list of classes as a workbook' })
  async sheet(@ActorOf() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    const page = async (at: PageQuery) => answered(await this.database.transaction((tx) => listClasses(tx, actor, at)));
    await sendWorkbook(reply, { title: '班级列表', columns: classColumns }, page);
  }

  @Get('classes/:id/papers/:kind.pdf')
  @ApiParam({ name: 'kind', enum: Object.keys(classPaperKinds) })
  @ApiFile('application/pdf')
  @ApiOperation({ summary: '班级文书（已申报的原样保存）· an official paper of the class; what was filed is kept byte for byte' })
  async paper(
    @ActorOf() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('kind', new ParseEnumPipe(classPaperKinds)) kind: ClassPaperKind,
    @Query() query: PaperQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const issued = await this.papers.issue((tx) => readClassPaper(tx, actor, id, kind, query.version ?? null));
    await sendPaper(reply, issued, paperTitles[kind]);
  }
}
