import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiCookieAuth, ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { answered, Public, PublicWriteRequestOf, type WriteRequest, type WrittenAnswer } from '#libs/platform';
import type { ClockedIn } from '../application/phone/clock-in.use-case.ts';
import { TraineePhone } from '../application/phone/trainee-phone.ts';
import { phoneCookie } from './phone-cookie.ts';
import { ClockInRequest, DisputeRequest, PhoneSignInRequest } from './phone.request.ts';
import { ClockedInResponse, FiledDisputeResponse, PhoneResponse, PhoneSessionResponse } from './phone.response.ts';

/** 学员手机页 for applications: what a trainee sees and does without an account. The pages themselves are the public site's. */
@ApiTags('phone')
@ApiCookieAuth()
@Public()
@Controller('v1/phone')
export class PhoneController {
  constructor(private readonly phone: TraineePhone) {}

  @Post('session')
  @HttpCode(201)
  @ApiOperation({ summary: '凭培训券登录 · sign in by voucher' })
  @ApiCreatedResponse({ type: PhoneSessionResponse })
  async signIn(@Body() body: PhoneSignInRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<PhoneSessionResponse> {
    const { token, expiresAt } = answered(await this.phone.signIn(body));
    phoneCookie.set(reply, token);
    return { expiresAt };
  }

  @Delete('session')
  @HttpCode(204)
  @ApiOperation({ summary: '退出 · sign out' })
  @ApiNoContentResponse()
  async signOut(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.phone.signOut(phoneCookie.read(request));
    phoneCookie.clear(reply);
  }

  @Get('me')
  @ApiOperation({ summary: '我的班级 · my classes' })
  @ApiOkResponse({ type: PhoneResponse })
  async me(@Req() request: FastifyRequest): Promise<PhoneResponse> {
    return answered(await this.phone.view(phoneCookie.read(request)));
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
    return this.phone.clockIn(write, phoneCookie.read(request), body);
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
    return this.phone.dispute(write, phoneCookie.read(request), body);
  }
}
