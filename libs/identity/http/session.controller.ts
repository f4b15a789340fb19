import { Body, Controller, Get, HttpCode, Post, Put, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { answered, config, Public, RefusalError } from '#libs/platform';
import { CodeFlow, openAttempt, sealAttempt } from '../application/code-flow.ts';
import { ConsoleSession, type OpenSession } from '../application/console-session.ts';
import { giveSecret, isActOfPerson, isFromOurPage, secretIn, signInCookie, takeSecret } from '../guard/session-cookie.ts';
import { CallbackQuery, OfficeChoiceRequest, SessionResponse, SignInQuery } from './session.dto.ts';

const CONSOLE = '/console/';
const SIGN_IN_SECONDS = 30 * 60;

/** An address within this installation, and nowhere else: what a link asks for must not lead to a stranger's page. */
function within(address: string | undefined): string {
  const own = new URL(config.publicUrl());
  const wished = URL.parse(address ?? '', own.href) ?? own;
  return wished.origin === own.origin && wished.pathname.startsWith(CONSOLE) ? `${wished.pathname}${wished.search}${wished.hash}` : CONSOLE;
}

function shown(open: OpenSession | undefined): SessionResponse {
  const sandbox = config.profile() === 'sandbox';
  if (!open) return { person: null, officeId: null, secondsLeft: 0, signSecondsLeft: 0, sandbox };
  const { accountId, name, offices, secondFactor } = open.person;
  return {
    person: { accountId, name, login: open.login, offices, secondFactor, hasSecondFactor: open.hasSecondFactor },
    officeId: open.officeId,
    secondsLeft: open.secondsLeft,
    signSecondsLeft: open.signSecondsLeft,
    sandbox,
  };
}

/** The console's sign-in: this server is the OpenID client, the browser holds a cookie only. */
@ApiTags('session')
@Controller('session')
export class SessionController {
  constructor(
    private readonly flow: CodeFlow,
    private readonly session: ConsoleSession,
  ) {}

  @Public()
  @Get()
  @ApiOperation({ summary: '当前会话 · who this browser is signed in as, and for how long' })
  @ApiOkResponse({ type: SessionResponse })
  async read(@Req() request: FastifyRequest): Promise<SessionResponse> {
    return shown(await this.session.read(secretIn(request), false));
  }

  @Public()
  @Get('sign-in')
  @ApiExcludeEndpoint()
  async signIn(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Query() query: SignInQuery): Promise<void> {
    if (request.host !== new URL(config.publicUrl()).host) {
      await reply.redirect(`${config.publicUrl()}${request.url}`, 302); // the cookie must be set where the provider sends people back to
      return;
    }
    const known = await this.session.read(secretIn(request), false);
    const { address, attempt } = await this.flow.begin(within(query.returnTo), known?.login, query.acr);
    const { name, attributes } = signInCookie(attempt.state);
    await reply.setCookie(name, sealAttempt(attempt), { ...attributes, maxAge: SIGN_IN_SECONDS }).redirect(address, 302);
  }

  @Public()
  @Get('callback')
  @ApiExcludeEndpoint()
  async callback(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Query() query: CallbackQuery): Promise<void> {
    const { name, attributes } = signInCookie(query.state ?? '');
    const attempt = openAttempt(request.cookies[name]);
    reply.clearCookie(name, attributes);
    const isOurs = attempt !== undefined && attempt.state === query.state;
    const proof = isOurs && query.code !== undefined ? await this.flow.finish(query.code, attempt) : undefined;
    if (!proof?.ok) {
      await reply.redirect(`${CONSOLE}?sign-in=unfinished`, 302);
      return;
    }
    giveSecret(reply, await this.session.open(proof.value, secretIn(request)));
    await reply.redirect(attempt?.returnTo ?? CONSOLE, 302);
  }

  @Public()
  @Post('renew')
  @HttpCode(200)
  @ApiOperation({ summary: '继续使用 · go on: the session lives on' })
  @ApiOkResponse({ type: SessionResponse })
  async renew(@Req() request: FastifyRequest): Promise<SessionResponse> {
    requireOurPage(request);
    return shown(await this.session.read(secretIn(request), isActOfPerson(request)));
  }

  @Public()
  @Put('office')
  @ApiOperation({ summary: '选择任职单位 · act for an office from now on' })
  @ApiOkResponse({ type: SessionResponse })
  async office(@Req() request: FastifyRequest, @Body() body: OfficeChoiceRequest): Promise<SessionResponse> {
    requireOurPage(request);
    return shown(answered(await this.session.actFor(secretIn(request), body.officeId)));
  }

  @Public()
  @Post('sign-out')
  @HttpCode(200)
  @ApiOperation({ summary: '退出登录 · sign out' })
  @ApiOkResponse({ type: SessionResponse })
  async signOut(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<SessionResponse> {
    requireOurPage(request);
    await this.session.end(secretIn(request));
    takeSecret(reply);
    return shown(undefined);
  }
}

function requireOurPage(request: FastifyRequest): void {
  if (!isFromOurPage(request)) throw new RefusalError({ code: 'REQUEST_CROSS_SITE' });
}
