import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query, Req, Res, UseFilters } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import { PublicObjections } from '#libs/casework';
import { Database, Public, publicWrite, RefusalError } from '#libs/platform';
import { findingOf } from '../application/finding-of.ts';
import { readObjection, textOf, typedObjection, type Form } from '../application/read-objection.ts';
import { contextOf } from '../html/page-context.ts';
import type { WrongField } from '../html/pieces.ts';
import * as pages from '../pages/objection.page.ts';
import { noticePageById, type NoticePage } from '../persistence/site.query.ts';
import { PageProblemFilter } from './page-problem.filter.ts';
import { sendPage } from './send-page.ts';

/** An address may object, look up and withdraw this often in a minute. */
const seldom = { rateLimit: { max: 20, timeWindow: 60_000 } };

function receiptOf(form: Form): pages.TypedReceipt {
  return {
    receipt: textOf(form, 'receipt').trim().toUpperCase().slice(0, 40),
    secret: textOf(form, 'secret').trim().toLowerCase().slice(0, 80),
  };
}

/** Objections by HTML form: nothing is lost when something is wrong, and sending twice files once. */
@ApiExcludeController()
@Public()
@UseFilters(PageProblemFilter)
@Controller(['public', 'en/public'])
export class ObjectionPagesController {
  constructor(
    private readonly database: Database,
    private readonly objections: PublicObjections,
  ) {}

  @Get('notices/:id/objection')
  async form(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: Form,
  ): Promise<void> {
    const notice = await this.noticeOf(id);
    const line = /^\d{1,6}$/.exec(textOf(query, 'line'))?.[0] ?? '';
    const typed = { key: randomUUID(), scope: line === '' ? '' : 'persons', lines: line, facts: '', contact: '' };
    await sendPage(request, reply, pages.objectionFormPage(contextOf(request), notice, typed, []));
  }

  @RouteConfig(seldom)
  @Post('notices/:id/objection')
  async file(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() form: Form,
  ): Promise<void> {
    const context = contextOf(request);
    const notice = await this.noticeOf(id);
    const typed = typedObjection(form);
    const read = readObjection(typed, context.say);
    const again = (wrong: readonly WrongField[]) => sendPage(request, reply, pages.objectionFormPage(context, notice, typed, wrong));
    if ('wrong' in read) return again(read.wrong);
    try {
      const { body } = await this.objections.file(publicWrite(request, typed.key, read.objection), id, read.objection);
      return await sendPage(request, reply, pages.receiptPage(context, notice, body));
    } catch (error) {
      const finding = findingOf(error, context, 'facts');
      if (!finding) throw error;
      return again([finding]);
    }
  }

  @Get('objections')
  async ask(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await sendPage(request, reply, pages.progressFormPage(contextOf(request), { receipt: '', secret: '' }, []));
  }

  @RouteConfig(seldom)
  @Post('objections')
  async follow(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Body() form: Form): Promise<void> {
    const context = contextOf(request);
    const typed = receiptOf(form);
    const found = await this.objections.follow(typed.receipt, typed.secret);
    if (found.ok) return sendPage(request, reply, pages.progressPage(context, typed, randomUUID(), found.value.items));
    const message = context.say(
      '没有与该回执编号和查询码相符的异议，请核对后重新输入',
      'No objection has this receipt number and code; check both',
    );
    return sendPage(request, reply, pages.progressFormPage(context, typed, [{ field: 'receipt', message }]));
  }

  @RouteConfig(seldom)
  @Post('objections/withdraw')
  async withdraw(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Body() form: Form): Promise<void> {
    const typed = receiptOf(form);
    await this.objections.withdraw(publicWrite(request, textOf(form, 'key'), typed), typed.receipt, typed.secret);
    const found = await this.objections.follow(typed.receipt, typed.secret);
    if (!found.ok) throw new RefusalError(found.refusal);
    await sendPage(request, reply, pages.progressPage(contextOf(request), typed, randomUUID(), found.value.items));
  }

  private async noticeOf(id: string): Promise<NoticePage> {
    const notice = await this.database.transaction((tx) => tx.one<NoticePage>(noticePageById, [id]));
    if (!notice) throw new RefusalError({ code: 'NOTICE_UNKNOWN' });
    return notice;
  }
}
