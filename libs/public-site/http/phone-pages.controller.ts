import { Body, Controller, Get, Post, Query, Req, Res, UseFilters } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import { Public, publicWrite, RefusalError, refusalOf } from '#libs/platform';
import { phoneCookie, TraineePhone, type OwnClass, type PhoneView } from '#libs/trainee';
import { findingOf } from '../application/finding-of.ts';
import { textOf, type Form } from '../application/read-objection.ts';
import * as read from '../application/read-phone-form.ts';
import { contextOf } from '../html/page-context.ts';
import type { WrongField } from '../html/pieces.ts';
import { phoneDisputePage } from '../pages/phone-dispute.page.ts';
import { phoneSignInPage } from '../pages/phone-sign-in.page.ts';
import { phonePage } from '../pages/phone.page.ts';
import { PageProblemFilter } from './page-problem.filter.ts';
import { sendPage } from './send-page.ts';

/** A whole class signs in from the one address of its classroom; a voucher is closed after five wrong attempts whatever the address. */
const asAClass = { rateLimit: { max: 240, timeWindow: 60_000 } };

const NOTHING: read.TypedVoucher = { code: '', idLastSix: '' };

/** 学员手机页 as plain pages: no app, no script, no account. */
@ApiExcludeController()
@Public()
@UseFilters(PageProblemFilter)
@Controller(['public/phone', 'en/public/phone'])
export class PhonePagesController {
  constructor(private readonly phone: TraineePhone) {}

  @Get()
  async home(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const view = await this.phone.view(phoneCookie.read(request));
    if (!view.ok) return sendPage(request, reply, phoneSignInPage(contextOf(request), NOTHING, []));
    await this.show(request, reply, view.value);
  }

  @RouteConfig(asAClass)
  @Post()
  async signIn(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Body() form: Form): Promise<void> {
    const context = contextOf(request);
    const [typed, draft] = [read.typedVoucher(form), read.typedDispute(form)];
    const more = draft.classId === '' ? {} : { draft };
    const voucher = read.readVoucher(typed, context.say);
    if ('wrong' in voucher) return sendPage(request, reply, phoneSignInPage(context, typed, voucher.wrong, more));
    const session = await this.phone.signIn(voucher.value);
    if (!session.ok) {
      const finding = findingOf(new RefusalError(session.refusal), context, 'code');
      return sendPage(request, reply, phoneSignInPage(context, typed, finding ? [finding] : [], more));
    }
    phoneCookie.set(reply, session.value.token);
    if (draft.classId === '') return void (await reply.redirect(context.to('/public/phone'), 303));
    const view = await this.phone.view(session.value.token);
    const one = view.ok ? view.value.classes.find(({ classId }) => classId === draft.classId) : undefined;
    if (!one) throw new RefusalError({ code: 'NOT_FOUND' });
    await sendPage(request, reply, phoneDisputePage(context, one, draft, []));
  }

  @Post('sign-out')
  async signOut(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.phone.signOut(phoneCookie.read(request));
    phoneCookie.clear(reply);
    await reply.redirect(contextOf(request).to('/public/phone'), 303);
  }

  @RouteConfig(asAClass)
  @Post('clock-ins')
  async clockIn(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Body() form: Form): Promise<void> {
    const context = contextOf(request);
    const token = phoneCookie.read(request);
    const before = await this.phone.view(token);
    if (!before.ok) return this.askToSignIn(request, reply);
    const classId = this.classOf(before.value, textOf(form, 'classId')).classId;
    const code = read.readSessionCode(form, classId, context.say);
    if ('wrong' in code) return this.show(request, reply, before.value, { wrong: code.wrong });
    const input = { classId, code: code.value };
    try {
      const { body } = await this.phone.clockIn(publicWrite(request, textOf(form, 'key'), input), token, input);
      const done = body.again
        ? context.say('今天已经签到过了', 'You had clocked in already')
        : context.say('签到成功', 'You have clocked in');
      const after = await this.phone.view(token);
      return await this.show(request, reply, after.ok ? after.value : before.value, { done });
    } catch (error) {
      const finding = findingOf(error, context, read.sessionCodeField(classId));
      if (!finding) throw error;
      return this.show(request, reply, before.value, { wrong: [{ ...finding, field: read.sessionCodeField(classId) }] });
    }
  }

  @Get('disputes')
  async disputeForm(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Query() query: Form): Promise<void> {
    const view = await this.phone.view(phoneCookie.read(request));
    if (!view.ok) return this.askToSignIn(request, reply);
    const one = this.classOf(view.value, textOf(query, 'class'));
    const typed = { key: randomUUID(), classId: one.classId, subject: '', text: '' };
    await sendPage(request, reply, phoneDisputePage(contextOf(request), one, typed, []));
  }

  @Post('disputes')
  async dispute(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Body() form: Form): Promise<void> {
    const context = contextOf(request);
    const token = phoneCookie.read(request);
    const typed = read.typedDispute(form);
    const view = await this.phone.view(token);
    if (!view.ok) return this.askToSignIn(request, reply, typed);
    const one = this.classOf(view.value, typed.classId);
    const again = (wrong: readonly WrongField[]) => sendPage(request, reply, phoneDisputePage(context, one, typed, wrong));
    const dispute = read.readDispute(typed, context.say);
    if ('wrong' in dispute) return again(dispute.wrong);
    try {
      await this.phone.dispute(publicWrite(request, typed.key, dispute.value), token, dispute.value);
    } catch (error) {
      if (refusalOf(error)?.code === 'PHONE_SESSION_ENDED') return this.askToSignIn(request, reply, typed);
      const finding = findingOf(error, context, 'text');
      if (!finding) throw error;
      return again([finding]);
    }
    const after = await this.phone.view(token);
    const done = context.say('异议已提交，人社部门核查后在本页答复', 'Sent: the bureau looks into it and answers on this page');
    await this.show(request, reply, after.ok ? after.value : view.value, { done });
  }

  private async show(
    request: FastifyRequest,
    reply: FastifyReply,
    view: PhoneView,
    more: { readonly wrong?: readonly WrongField[]; readonly done?: string } = {},
  ): Promise<void> {
    await sendPage(request, reply, phonePage(contextOf(request), { wrong: [], ...more, view, key: randomUUID() }));
  }

  private async askToSignIn(request: FastifyRequest, reply: FastifyReply, draft?: read.TypedDispute): Promise<void> {
    const context = contextOf(request);
    const notice = context.say('登录已过期，请重新登录；已填写的内容还在', 'You are signed out; sign in again. What you typed is kept');
    await sendPage(request, reply, { ...phoneSignInPage(context, NOTHING, [], { notice, draft }), status: 401 });
  }

  private classOf({ classes }: PhoneView, classId: string): OwnClass {
    const one = classes.find((own) => own.classId === classId);
    if (!one) throw new RefusalError({ code: 'NOT_FOUND' });
    return one;
  }
}
