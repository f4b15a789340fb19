import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiCookieAuth, ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  answered,
  config,
  Database,
  Public,
  PublicWriteRequestOf,
  type Tx,
  type WriteRequest,
  Writes,
  type WrittenAnswer,
} from '#libs/platform';
import type { Answer } from '#libs/platform';
import type { Result } from '#libs/policy';
import { clockIn, type ClockedIn } from '../application/phone/clock-in.use-case.ts';
import { disputesOf, fileDispute } from '../application/phone/disputes.use-case.ts';
import { myClasses } from '../application/phone/my-classes.ts';
import { endPhone, personOfPhone, signInByVoucher } from '../application/phone/sign-in.use-case.ts';
import { ClockInRequest, DisputeRequest, PhoneSignInRequest } from './phone.request.ts';
import { ClockedInResponse, FiledDisputeResponse, PhoneResponse, PhoneSessionResponse } from './phone.response.ts';

const COOKIE = 'kbt_phone';

/** 学员手机页: what a trainee sees and does without an account. The cookie is sent by our own pages alone (SameSite=Strict). */
@ApiTags('phone')
@ApiCookieAuth()
@Public()
@Controller('v1/phone')
export class PhoneController {
  constructor(
    private readonly database: Database,
    private readonly writes: Writes,
  ) {}

  @Post('session')
  @HttpCode(201)
  @ApiOperation({ summary: '凭培训券登录 · sign in by voucher' })
  @ApiCreatedResponse({ type: PhoneSessionResponse })
  async signIn(@Body() body: PhoneSignInRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<PhoneSessionResponse> {
    const result = await this.database.transaction((tx) => signInByVoucher(tx, body));
    const { token, expiresAt } = answered(result);
    const secure = config.publicUrl().startsWith('https:');
    reply.setCookie(COOKIE, token, { httpOnly: true, sameSite: 'strict', secure, path: '/' });
    return { expiresAt };
  }

  @Delete('session')
  @HttpCode(204)
  @ApiOperation({ summary: '退出 · sign out' })
  @ApiNoContentResponse()
  async signOut(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.database.transaction((tx) => endPhone(tx, request.cookies[COOKIE]));
    reply.clearCookie(COOKIE, { path: '/' });
  }

  @Get('me')
  @ApiOperation({ summary: '我的班级 · my classes' })
  @ApiOkResponse({ type: PhoneResponse })
  me(@Req() request: FastifyRequest): Promise<PhoneResponse> {
    return this.database.transaction(async (tx) => {
      const { personId, name, maskedIdNumber } = answered(await personOfPhone(tx, request.cookies[COOKIE]));
      return { name, maskedIdNumber, classes: await myClasses(tx, personId), disputes: await disputesOf(tx, personId) };
    });
  }

  @Post('clock-ins')
  @HttpCode(200)
  @ApiOperation({ summary: '手机签到 · clock in with the code on the classroom screen' })
  @ApiOkResponse({ type: ClockedInResponse })
  clockIn(
    @Req() request: FastifyRequest,
    @PublicWriteRequestOf() write: WriteRequest,
    @Body() body: ClockInRequest,
  ): Promise<WrittenAnswer<ClockedIn>> {
    return this.write(request, write, (tx, personId) => clockIn(tx, personId, body));
  }

  @Post('disputes')
  @HttpCode(201)
  @ApiOperation({ summary: '学员异议 · say that something about one’s own record is wrong' })
  @ApiCreatedResponse({ type: FiledDisputeResponse })
  dispute(
    @Req() request: FastifyRequest,
    @PublicWriteRequestOf() write: WriteRequest,
    @Body() body: DisputeRequest,
  ): Promise<WrittenAnswer<{ id: string }>> {
    return this.write(request, write, (tx, personId) => fileDispute(tx, personId, body));
  }

  private write<Answered>(
    request: FastifyRequest,
    write: WriteRequest,
    work: (tx: Tx, personId: string) => Promise<Result<Answer<Answered>>>,
  ): Promise<WrittenAnswer<Answered>> {
    return this.writes.run(write, async (tx) => {
      const person = await personOfPhone(tx, request.cookies[COOKIE]);
      return person.ok ? work(tx, person.value.personId) : person;
    });
  }
}
