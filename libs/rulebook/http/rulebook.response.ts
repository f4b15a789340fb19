import { ApiProperty } from '@nestjs/swagger';
import { Matches } from 'class-validator';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export class CalendarQuery {
  @ApiProperty({ example: '2026-01-01' })
  @Matches(DAY, { message: '请填写日期，如 2026-01-01' })
  readonly from: string;

  @ApiProperty({ example: '2026-12-31' })
  @Matches(DAY, { message: '请填写日期，如 2026-12-31' })
  readonly to: string;
}

export class CalendarDayResponse {
  @ApiProperty() readonly day: string;
  @ApiProperty() readonly isWorking: boolean;
  @ApiProperty({ type: String, nullable: true }) readonly name: string | null;
  @ApiProperty({ description: '国务院办公厅通知文号 · notice of the State Council' }) readonly source: string;
}

export class CalendarResponse {
  @ApiProperty({ type: [CalendarDayResponse] }) readonly items: readonly CalendarDayResponse[];
}

export class PolicyResponse {
  @ApiProperty() readonly region: string;
  @ApiProperty() readonly hash: string;
  @ApiProperty() readonly packId: string;
  @ApiProperty() readonly title: string;
  @ApiProperty() readonly documentNumber: string;
  @ApiProperty() readonly effectiveFrom: string;
  @ApiProperty({ type: String, nullable: true }) readonly effectiveTo: string | null;
}

export class PolicyList {
  @ApiProperty({ type: [PolicyResponse] }) readonly items: readonly PolicyResponse[];
}
