import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { ApiFile, config, Public, RefusalError } from '#libs/platform';
import { sampleRoster } from '../application/sample-roster.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

class SampleRosterQuery {
  @ApiPropertyOptional({ default: 30, minimum: 1, maximum: 200, description: '人数 · people' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  readonly people: number = 30;
}

/** Whoever tries the product out has no roster at hand, and must not use one of real people. Only in a sandbox. */
@ApiTags('rosters')
@Controller('v1/sandbox')
export class SandboxRosterController {
  @Public()
  @Get('roster')
  @ApiOperation({ summary: '演示用花名册（虚构人员）· sandbox: a roster of made-up people' })
  @ApiFile(XLSX)
  async roster(@Query() { people }: SampleRosterQuery, @Res() reply: FastifyReply): Promise<void> {
    if (config.profile() !== 'sandbox') throw new RefusalError({ code: 'NOT_FOUND' });
    const disposition = `attachment; filename="roster.xlsx"; filename*=UTF-8''${encodeURIComponent('示例花名册.xlsx')}`;
    await reply
      .type(XLSX)
      .header('content-disposition', disposition)
      .send(await sampleRoster(people));
  }
}
