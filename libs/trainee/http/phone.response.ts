import { ApiProperty } from '@nestjs/swagger';
import { disputeOutcomes, disputeSubjects, type Dispute } from '../application/phone/disputes.use-case.ts';
import type { OwnClass } from '../application/phone/my-classes.ts';
import type { PhoneView } from '../application/phone/trainee-phone.ts';

export class PhoneSessionResponse {
  @ApiProperty({ type: String, format: 'date-time' }) readonly expiresAt: Date;
}

export class OwnClassResponse implements OwnClass {
  @ApiProperty() readonly classId: string;
  @ApiProperty() readonly enrollmentId: string;
  @ApiProperty() readonly className: string;
  @ApiProperty() readonly institution: string;
  @ApiProperty() readonly occupation: string;
  @ApiProperty() readonly startsOn: string;
  @ApiProperty() readonly endsOn: string;
  @ApiProperty({ description: 'enrolled, excluded, left' }) readonly status: string;
  @ApiProperty({ type: String, nullable: true }) readonly voucherState: string | null;
  @ApiProperty({ type: [String] }) readonly plannedDays: readonly string[];
  @ApiProperty({ type: [String], description: '计入的培训日 · days that count (AMB-16)' }) readonly attendedDays: readonly string[];
  @ApiProperty() readonly isCompleted: boolean;
  @ApiProperty({ type: String, nullable: true }) readonly outcome: string | null;
  @ApiProperty({ type: String, nullable: true, description: '证书编号 · number of the certificate' }) readonly certificate: string | null;
  @ApiProperty() readonly isClassToday: boolean;
}

export class DisputeResponse implements Dispute {
  @ApiProperty() readonly id: string;
  @ApiProperty() readonly classId: string;
  @ApiProperty() readonly enrollmentId: string;
  @ApiProperty() readonly className: string;
  @ApiProperty({ type: String, nullable: true }) readonly institution: string | null;
  @ApiProperty({ enum: disputeSubjects }) readonly subject: string;
  @ApiProperty() readonly text: string;
  @ApiProperty() readonly name: string;
  @ApiProperty({ type: String, format: 'date-time' }) readonly filedAt: Date;
  @ApiProperty({ type: String, nullable: true, description: '机构说明 · what the institution says' }) readonly statement: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) readonly statedAt: Date | null;
  @ApiProperty({ type: String, nullable: true }) readonly answer: string | null;
  @ApiProperty({ type: String, enum: disputeOutcomes, nullable: true, description: '异议是否成立 · whether the trainee was right' })
  readonly outcome: Dispute['outcome'];
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) readonly answeredAt: Date | null;
  @ApiProperty() readonly version: number;
}

export class PhoneResponse implements PhoneView {
  @ApiProperty() readonly name: string;
  @ApiProperty() readonly maskedIdNumber: string;
  @ApiProperty({ format: 'date' }) readonly today: string;
  @ApiProperty({ type: [OwnClassResponse] }) readonly classes: readonly OwnClass[];
  @ApiProperty({ type: [DisputeResponse] }) readonly disputes: readonly Dispute[];
}

export class ClockedInResponse {
  @ApiProperty() readonly day: string;
  @ApiProperty({ type: String, format: 'date-time' }) readonly at: Date;
  @ApiProperty({ description: '当天已签到 · the day counted already' }) readonly again: boolean;
}

export class SessionCodeResponse {
  @ApiProperty({ example: '402817' }) readonly code: string;
  @ApiProperty({ type: String, format: 'date-time' }) readonly validUntil: Date;
}

export class DisputePage {
  @ApiProperty({ type: [DisputeResponse] }) readonly items: readonly Dispute[];
  @ApiProperty({ type: String, nullable: true }) readonly nextCursor: string | null;
}

export class FiledDisputeResponse {
  @ApiProperty() readonly id: string;
}
