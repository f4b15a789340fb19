import { ApiProperty } from '@nestjs/swagger';
import type { Colleague } from '../application/desk.ts';
import type { OfficePersonRow, SavedFilterRow } from '../persistence/desk.query.ts';
import type { InboxCounts } from '../persistence/inbox.query.ts';

const uuid = { format: 'uuid' } as const;

export class InboxCountsResponse implements InboxCounts {
  @ApiProperty() readonly overdue: number;
  @ApiProperty() readonly today: number;
  @ApiProperty() readonly soon: number;
  @ApiProperty() readonly unassigned: number;
  @ApiProperty() readonly group: number;
  @ApiProperty() readonly mine: number;
  @ApiProperty() readonly doneToday: number;
}

export class ColleagueResponse implements Colleague {
  @ApiProperty(uuid) readonly accountId: string;
  @ApiProperty() readonly name: string;
  @ApiProperty({ description: '手上的待办 · tasks in hand' }) readonly load: number;
  @ApiProperty({ description: '是否可以办理（职责分离）· whether separation of duties lets them act' }) readonly isFit: boolean;
}

export class ColleagueList {
  @ApiProperty({ type: [ColleagueResponse] }) readonly items: readonly ColleagueResponse[];
}

export class OfficePersonResponse implements OfficePersonRow {
  @ApiProperty(uuid) readonly accountId: string;
  @ApiProperty() readonly name: string;
  @ApiProperty({ type: [String] }) readonly roles: readonly string[];
}

export class OfficePersonList {
  @ApiProperty({ type: [OfficePersonResponse] }) readonly items: readonly OfficePersonResponse[];
}

export class SavedFilterResponse implements SavedFilterRow {
  @ApiProperty(uuid) readonly id: string;
  @ApiProperty() readonly name: string;
  @ApiProperty({ example: 'view=group&bucket=today' }) readonly query: string;
  @ApiProperty() readonly isShared: boolean;
  @ApiProperty() readonly isMine: boolean;
}

export class SavedFilterList {
  @ApiProperty({ type: [SavedFilterResponse] }) readonly items: readonly SavedFilterResponse[];
}

export class DroppedFilterResponse {
  @ApiProperty(uuid) readonly id: string;
}

export class ViewedResponse {
  @ApiProperty() readonly sha256: string;
  @ApiProperty() readonly isViewed: boolean;
}
