import { Body, Controller, Get, Header, HttpCode, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#libs/contracts';
import { ActorOf, Database, type WriteRequest, WriteRequestOf, Writes, type WrittenAnswer } from '#libs/platform';
import { beginSecondFactor, confirmSecondFactor, showSecondFactor } from '../application/own-second-factor.use-case.ts';
import { SecondFactorCodeRequest } from './people.request.ts';
import { SecondFactorChangedResponse, SecondFactorResponse } from './people.response.ts';

/** A person's own authenticator (ASVS 7.5.3): what makes a sign-in good for a signature. */
@ApiTags('identity')
@ApiBearerAuth()
@Controller('v1/me/second-factor')
export class SecondFactorController {
  constructor(
    private readonly database: Database,
    private readonly writes: Writes,
  ) {}

  @Get()
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: '我的动态码：是否已绑定，待确认的密钥 · your authenticator, and the secret to confirm' })
  @ApiOkResponse({ type: SecondFactorResponse })
  show(@ActorOf() actor: Actor): Promise<SecondFactorResponse> {
    return this.database.transaction((tx) => showSecondFactor(tx, actor));
  }

  @Post()
  @ApiOperation({
    summary: '开始绑定或更换验证器；更换须用原动态码登录 · begin to enrol, or to replace with the former code at sign-in',
  })
  @ApiCreatedResponse({ type: SecondFactorChangedResponse })
  begin(@WriteRequestOf() write: WriteRequest): Promise<WrittenAnswer<SecondFactorChangedResponse>> {
    return this.writes.run(write, (tx) => beginSecondFactor(tx, write.actor));
  }

  @Post('confirm')
  @HttpCode(200)
  @ApiOperation({ summary: '输入新验证器的动态码，完成绑定 · a code of the new authenticator puts it in force' })
  @ApiOkResponse({ type: SecondFactorChangedResponse })
  confirm(
    @WriteRequestOf() write: WriteRequest,
    @Body() body: SecondFactorCodeRequest,
  ): Promise<WrittenAnswer<SecondFactorChangedResponse>> {
    return this.writes.run(write, (tx) => confirmSecondFactor(tx, write.actor, body.code, Math.floor(Date.now() / 1000)));
  }
}
