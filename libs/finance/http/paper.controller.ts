import { Controller, Get, Param, ParseEnumPipe, ParseUUIDPipe, Query, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Role, type Actor } from '#libs/contracts';
import { Roles } from '#libs/identity';
import { paperTitles } from '#libs/papers';
import { ActorOf, ApiFile, PaperQuery, Papers, sendPaper } from '#libs/platform';
import { claimPaper, claimPaperKinds, type ClaimPaperKind } from '../application/papers/claim-papers.ts';
import { readPaymentRequest } from '../application/papers/payment-request.ts';
import { readPaperClaim } from '../application/papers/read-claim-on-paper.ts';

/** The official papers of a claim. */
@ApiTags('papers')
@ApiBearerAuth()
@Controller('v1/claims/:id/papers')
export class ClaimPaperController {
  constructor(private readonly papers: Papers) {}

  @Roles(Role.FinanceReviewer, Role.FinanceDisburser, Role.Auditor)
  @Get('payment-request.pdf')
  @ApiFile('application/pdf')
  @ApiOperation({ summary: '补贴资金拨付申请 · the request to pay' })
  async request(@ActorOf() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Res() reply: FastifyReply): Promise<void> {
    await sendPaper(reply, await this.papers.issue((tx) => readPaymentRequest(tx, actor, id)), paperTitles['payment-request']);
  }

  @Get(':kind.pdf')
  @ApiParam({ name: 'kind', enum: Object.keys(claimPaperKinds) })
  @ApiFile('application/pdf')
  @ApiOperation({ summary: '申领文书（封存版本原样保存）· an official paper of the claim; of a sealed version kept byte for byte' })
  async paper(
    @ActorOf() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('kind', new ParseEnumPipe(claimPaperKinds)) kind: ClaimPaperKind,
    @Query() query: PaperQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const issued = await this.papers.issue(async (tx) => {
      const of = await readPaperClaim(tx, actor, id, query.version ?? null);
      return { subjectId: id, caseId: id, version: of.sealed?.version ?? null, paper: claimPaper(kind, of) };
    });
    await sendPaper(reply, issued, paperTitles[kind]);
  }
}
