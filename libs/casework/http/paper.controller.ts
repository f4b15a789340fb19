import { Controller, Get, Param, ParseUUIDPipe, Query, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '#libs/contracts';
import { paperTitles, type PaperKind } from '#libs/papers';
import { ActorOf, ApiFile, PaperQuery, Papers, sendPaper, type PaperOf, type Tx } from '#libs/platform';
import { readCompletionReview } from '../application/papers/completion-review.ts';
import { readNoticePaper } from '../application/papers/notice-paper.ts';
import { readSignOffSheet } from '../application/papers/sign-off-sheet.ts';
import { readTransferLetter } from '../application/papers/transfer-letter.ts';

/** The papers the bureau makes of a case: review, signatures, notice, letter to finance. */
@ApiTags('papers')
@ApiBearerAuth()
@Controller('v1/cases/:id/papers')
export class CasePaperController {
  constructor(private readonly papers: Papers) {}

  @Get('completion-review.pdf')
  @ApiFile('application/pdf')
  @ApiOperation({ summary: '培训结业申请审核表 · the completion review form' })
  review(@ActorOf() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Res() reply: FastifyReply): Promise<void> {
    return this.send(reply, 'completion-review', (tx) => readCompletionReview(tx, actor, id));
  }

  @Get('sign-off-sheet.pdf')
  @ApiFile('application/pdf')
  @ApiOperation({ summary: '两人以上经办审查签字表 · the sign-off sheet' })
  signOff(@ActorOf() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Res() reply: FastifyReply): Promise<void> {
    return this.send(reply, 'sign-off-sheet', (tx) => readSignOffSheet(tx, actor, id));
  }

  @Get('public-notice.pdf')
  @ApiFile('application/pdf')
  @ApiOperation({ summary: '公示（脱敏）· the notice as published, masked' })
  notice(
    @ActorOf() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: PaperQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.send(reply, 'public-notice', (tx) => readNoticePaper(tx, actor, id, query.version ?? null));
  }

  @Get('transfer-letter.pdf')
  @ApiFile('application/pdf')
  @ApiOperation({ summary: '报送财政函 · the letter to finance' })
  letter(@ActorOf() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Res() reply: FastifyReply): Promise<void> {
    return this.send(reply, 'transfer-letter', (tx) => readTransferLetter(tx, actor, id));
  }

  private async send(reply: FastifyReply, kind: PaperKind, read: (tx: Tx) => Promise<PaperOf>): Promise<void> {
    await sendPaper(reply, await this.papers.issue(read), paperTitles[kind]);
  }
}
