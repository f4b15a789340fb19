import { Controller, Get, Param, ParseUUIDPipe, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '#libs/contracts';
import { paperTitles, type SheetColumn } from '#libs/papers';
import { ActorOf, ApiFile, answered, Database, FileStore, PageQuery, Papers, sendPaper, sendWorkbook } from '#libs/platform';
import { listEnrollments, type ShownEnrollment } from '../application/enrollments.ts';
import { noDetails, readFiledDetails } from '../application/papers/roster-details.ts';
import { readRosterPaper, type RosterPaperKind } from '../application/papers/roster-papers.ts';

const columns: readonly SheetColumn<ShownEnrollment>[] = [
  { title: '姓名', width: 10, of: ({ name }) => name },
  { title: '证件号码', width: 22, of: ({ maskedIdNumber }) => maskedIdNumber },
  { title: '人员类别', width: 20, of: ({ category }) => category },
  { title: '状态', width: 10, of: ({ status }) => status },
  { title: '电子券', width: 10, of: ({ voucherState }) => voucherState },
  { title: '计补天数', width: 9, of: ({ payableDays }) => payableDays },
  { title: '是否结业', width: 9, of: ({ isCompleted }) => (isCompleted ? '是' : '否') },
  { title: '评价结果', width: 10, of: ({ outcome }) => outcome },
  { title: '就业证明', width: 9, of: ({ employmentProofs }) => employmentProofs },
];

/** The rosters of a class as papers, and its list as a workbook. */
@ApiTags('papers')
@ApiBearerAuth()
@Controller('v1/classes/:id')
export class RosterPaperController {
  constructor(
    private readonly database: Database,
    private readonly papers: Papers,
    private readonly files: FileStore,
  ) {}

  @Get('enrollments.xlsx')
  @ApiFile('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  @ApiOperation({ summary: '班级名单导出（脱敏）· who is in the class as a workbook, masked' })
  async sheet(@ActorOf() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Res() reply: FastifyReply): Promise<void> {
    const page = async (at: PageQuery) => answered(await this.database.transaction((tx) => listEnrollments(tx, actor, id, at)));
    await sendWorkbook(reply, { title: '班级名单', columns }, page);
  }

  @Get('papers/enrollment-roster.pdf')
  @ApiFile('application/pdf')
  @ApiOperation({ summary: '培训报名花名册 · the enrollment roster' })
  enrollment(@ActorOf() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Res() reply: FastifyReply): Promise<void> {
    return this.send(actor, id, 'enrollment-roster', reply);
  }

  @Get('papers/completion-roster.pdf')
  @ApiFile('application/pdf')
  @ApiOperation({ summary: '培训结业花名册 · the completion roster' })
  completion(@ActorOf() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Res() reply: FastifyReply): Promise<void> {
    return this.send(actor, id, 'completion-roster', reply);
  }

  private async send(actor: Actor, id: string, kind: RosterPaperKind, reply: FastifyReply): Promise<void> {
    const filed =
      kind === 'enrollment-roster' ? await readFiledDetails({ database: this.database, files: this.files }, actor, id) : noDetails;
    await sendPaper(reply, await this.papers.issue((tx) => readRosterPaper(tx, actor, { classId: id, kind, filed })), paperTitles[kind]);
  }
}
