import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { clockOf } from '../database/clock.ts';
import { Database } from '../database/database.ts';
import { IsInstant } from '../http/is-day.ts';
import { Public } from '../http/public.ts';
import { WriteRequestOf, type WriteRequest } from '../http/write-request.ts';
import { Writes, type WrittenAnswer } from '../http/writes.ts';
import { moveSandboxClock, type Clock } from './move-clock.use-case.ts';

class MoveClockRequest {
  @ApiProperty({ example: '2026-12-01T09:00:00+08:00', description: '向前拨到的时刻 · the instant to move forward to' })
  @IsInstant()
  readonly to: string;
}

class ClockResponse implements Clock {
  @ApiProperty() readonly now: string;
  @ApiProperty() readonly today: string;
}

/** The clock everybody reads; only a sandbox has one that can be moved (design section 3). */
@ApiTags('clock')
@ApiBearerAuth()
@Controller('v1')
export class SandboxController {
  constructor(
    private readonly database: Database,
    private readonly writes: Writes,
  ) {}

  @Public()
  @Get('clock')
  @ApiOperation({ summary: '业务时钟 · the clock of the business' })
  @ApiOkResponse({ type: ClockResponse })
  async clock(): Promise<ClockResponse> {
    const { now, today } = await this.database.transaction(clockOf);
    return { now: now.toISOString(), today };
  }

  @Post('sandbox/clock')
  @HttpCode(200)
  @ApiOperation({ summary: '演示环境：向前拨钟 · sandbox: move the clock forward' })
  @ApiOkResponse({ type: ClockResponse })
  move(@WriteRequestOf() write: WriteRequest, @Body() body: MoveClockRequest): Promise<WrittenAnswer<Clock>> {
    return this.writes.run(write, (tx) => moveSandboxClock(tx, write.actor, body.to));
  }
}
