import { ApiProperty } from '@nestjs/swagger';
import { MoneyResponse, moneyOf } from '#libs/platform';
import type { ObjectionView } from '../application/follow-objection.ts';
import type { NoticeLine, PublishedNotice } from '../persistence/public-notice.query.ts';

export class PublicNoticeResponse implements Omit<PublishedNotice, 'totalFen' | 'claimId'> {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty() readonly number: string;
  @ApiProperty() readonly title: string;
  @ApiProperty({ example: '140427' }) readonly region: string;
  @ApiProperty() readonly institutionName: string;
  @ApiProperty() readonly className: string;
  @ApiProperty({ example: 'order-project-training' }) readonly subsidy: string;
  @ApiProperty({ type: String, nullable: true }) readonly officeName: string | null;
  @ApiProperty() readonly lineCount: number;
  @ApiProperty({ type: MoneyResponse }) readonly total: MoneyResponse;
  @ApiProperty({ format: 'date' }) readonly publishedOn: string;
  @ApiProperty({ format: 'date', description: '公示截止日 · last day to object' }) readonly closesOn: string;
  @ApiProperty() readonly isOpen: boolean;
  @ApiProperty() readonly rosterSha256: string;
}

export class PublicNoticePage {
  @ApiProperty({ type: [PublicNoticeResponse] }) readonly items: readonly PublicNoticeResponse[];
  @ApiProperty({ type: String, nullable: true }) readonly nextCursor: string | null;
}

export class NoticeLineResponse implements Omit<NoticeLine, 'amountFen'> {
  @ApiProperty() readonly lineNumber: number;
  @ApiProperty() readonly name: string;
  @ApiProperty({ description: '掩码 · masked', example: '1404**********1234' }) readonly idNumber: string;
  @ApiProperty({ description: '补贴标准 · standard of the subsidy' }) readonly standard: string;
  @ApiProperty({ type: MoneyResponse }) readonly amount: MoneyResponse;
}

export class NoticeDetailResponse extends PublicNoticeResponse {
  @ApiProperty({ type: [NoticeLineResponse] }) readonly lines: readonly NoticeLineResponse[];
}

export class FollowedObjectionResponse implements ObjectionView {
  @ApiProperty({ type: Number, nullable: true, description: '空：针对整笔申领 · null: the whole claim' }) readonly lineNumber:
    number | null;
  @ApiProperty({ enum: ['open', 'upheld', 'dismissed', 'withdrawn'] }) readonly state: string;
  @ApiProperty({ format: 'date-time' }) readonly filedAt: string;
  @ApiProperty({ format: 'date' }) readonly dueOn: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) readonly endedAt: string | null;
  @ApiProperty({ type: String, nullable: true }) readonly reply: string | null;
}

export class FollowedObjectionList {
  @ApiProperty({ type: [FollowedObjectionResponse] }) readonly items: readonly ObjectionView[];
}

export class WithdrawnResponse {
  @ApiProperty({ description: '撤回件数 · how many were taken back' }) readonly withdrawn: number;
}

/** The claim behind it is not the public's to know. */
export function noticeView({ totalFen, claimId: _claimId, ...notice }: PublishedNotice): PublicNoticeResponse {
  return { ...notice, total: moneyOf(totalFen) };
}

export function noticeLineView({ amountFen, ...line }: NoticeLine): NoticeLineResponse {
  return { ...line, amount: moneyOf(amountFen) };
}
