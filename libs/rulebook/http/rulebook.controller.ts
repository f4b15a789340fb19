import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Database, Public, RefusalError } from '#libs/platform';
import { addDays } from '#libs/policy';
import { policyNamed } from '../application/snapshots.ts';
import { calendarDays, policiesInForce, type PolicyRow } from '../persistence/rulebook.query.ts';
import { PoliciesQuery } from './policy.request.ts';
import { CalendarQuery, CalendarResponse, PolicyList, PolicySnapshotResponse, type CalendarDayResponse } from './rulebook.response.ts';

/** Longest span of one answer, in days. */
const MAX_SPAN = 800;

/** Policies and working days are public: anybody may read what decides. */
@ApiTags('rulebook')
@Controller('v1')
export class RulebookController {
  constructor(private readonly database: Database) {}

  @Public()
  @Get('policies')
  @ApiOperation({ summary: '各地现行政策 · policies in force' })
  @ApiOkResponse({ type: PolicyList })
  async policies(@Query() { region, on }: PoliciesQuery): Promise<PolicyList> {
    return { items: await this.database.transaction((tx) => tx.rows<PolicyRow>(policiesInForce, [region ?? null, on ?? null])) };
  }

  @Public()
  @Get('policies/:hash')
  @ApiOperation({ summary: '政策快照：每个数值及其条款 · a snapshot: each value with its clause' })
  @ApiOkResponse({ type: PolicySnapshotResponse })
  async policy(@Param('hash') policy: string): Promise<PolicySnapshotResponse> {
    return (await this.database.transaction((tx) => policyNamed(tx, policy))).snapshot;
  }

  @Public()
  @Get('calendar')
  @ApiOperation({ summary: '工作日历 · announced working days' })
  @ApiOkResponse({ type: CalendarResponse })
  async calendar(@Query() { from, to }: CalendarQuery): Promise<CalendarResponse> {
    if (from > to || to > addDays(from, MAX_SPAN))
      throw new RefusalError({ code: 'CALENDAR_SPAN', pointer: '/to', params: { days: MAX_SPAN } });
    return { items: await this.database.transaction((tx) => tx.rows<CalendarDayResponse>(calendarDays, [from, to])) };
  }
}
