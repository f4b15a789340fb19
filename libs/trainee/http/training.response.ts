import { ApiProperty } from '@nestjs/swagger';
import type { ShownEnrollment, ShownRosterChange } from '../application/enrollments.ts';
import { PageResponse } from '#libs/platform';
import type { IssuedVoucher } from '../application/vouchers.use-case.ts';
import type { ProofRow, ResultRow } from '../persistence/assessment.query.ts';
import type { AttendanceDaysRow, VoucherRow } from '../persistence/enrollment.query.ts';

const outcomes = ['passed', 'failed', 'absent'];
const voucherStates = ['claimed', 'verified', 'redeemed', 'written-off', 'released', 'cancelled'];

export class ReferenceResponse {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
}

export class EnrollmentResponse implements ShownEnrollment {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty({ format: 'uuid' }) readonly classId: string;
  @ApiProperty({ format: 'uuid' }) readonly personId: string;
  @ApiProperty({ enum: ['enrolled', 'excluded', 'left'] }) readonly status: string;
  @ApiProperty({ example: '农村转移就业劳动者' }) readonly category: string;
  @ApiProperty({ description: '姓氏加星号 · surname and stars' }) readonly name: string;
  @ApiProperty() readonly maskedIdNumber: string;
  @ApiProperty({ type: String, enum: voucherStates, nullable: true }) readonly voucherState: string | null;
  @ApiProperty({ description: '有效培训日 · days that count' }) readonly payableDays: number;
  @ApiProperty() readonly isCompleted: boolean;
  @ApiProperty({ type: String, enum: outcomes, nullable: true }) readonly outcome: string | null;
  @ApiProperty() readonly employmentProofs: number;
  @ApiProperty() readonly version: number;
}

export class EnrollmentPage {
  @ApiProperty({ type: [EnrollmentResponse] }) readonly items: readonly ShownEnrollment[];
  @ApiProperty({ type: String, nullable: true }) readonly nextCursor: string | null;
}

export class VoucherResponse implements VoucherRow {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty({ format: 'uuid' }) readonly enrollmentId: string;
  @ApiProperty({ enum: voucherStates }) readonly state: string;
  @ApiProperty({ type: String, format: 'date-time' }) readonly claimedAt: Date;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) readonly verifiedAt: Date | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) readonly redeemedAt: Date | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) readonly writtenOffAt: Date | null;
}

export class VoucherList extends PageResponse {
  @ApiProperty({ type: [VoucherResponse] }) readonly items: readonly VoucherRow[];
}

export class IssuedVoucherResponse implements IssuedVoucher {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty({ format: 'uuid' }) readonly enrollmentId: string;
  @ApiProperty({ description: '券号，只显示一次 · shown once' }) readonly code: string;
}

export class IssuedVoucherList {
  @ApiProperty({ type: [IssuedVoucherResponse] }) readonly items: readonly IssuedVoucher[];
}

export class MovedResponse {
  @ApiProperty() readonly moved: number;
}

export class RosterChangeResponse implements ShownRosterChange {
  @ApiProperty({ description: '名单中的行号 · the row in the list' }) readonly row: number;
  @ApiProperty({ format: 'uuid' }) readonly enrollmentId: string;
  @ApiProperty() readonly name: string;
  @ApiProperty() readonly maskedIdNumber: string;
  @ApiProperty() readonly category: string;
  @ApiProperty({ enum: ['added', 'removed'] }) readonly change: ShownRosterChange['change'];
  @ApiProperty({ type: String, format: 'date-time' }) readonly at: Date;
  @ApiProperty({ type: String, nullable: true, description: '移出理由 · why somebody was taken off' }) readonly reason: string | null;
}

export class RosterChangeList {
  @ApiProperty({ type: [RosterChangeResponse] }) readonly items: readonly ShownRosterChange[];
}

export class AttendanceDaysResponse implements AttendanceDaysRow {
  @ApiProperty({ format: 'uuid' }) readonly enrollmentId: string;
  @ApiProperty({ type: [String], format: 'date' }) readonly days: readonly string[];
}

export class AttendanceList extends PageResponse {
  @ApiProperty({ type: [AttendanceDaysResponse] }) readonly items: readonly AttendanceDaysRow[];
}

export class PushedResponse {
  @ApiProperty({ description: '新增 · new events' }) readonly stored: number;
  @ApiProperty({ description: '重复，未重复计数 · there already' }) readonly repeated: number;
}

export class ExamineesResponse {
  @ApiProperty({ description: '应考人数 · on the completion roster' }) readonly examinees: number;
}

export class RecordedResponse {
  @ApiProperty() readonly recorded: number;
  @ApiProperty({ description: '尚未登记结果的人数 · without a result yet' }) readonly open: number;
}

export class ResultResponse implements ResultRow {
  @ApiProperty({ format: 'uuid' }) readonly enrollmentId: string;
  @ApiProperty() readonly maskedIdNumber: string;
  @ApiProperty({ enum: outcomes }) readonly outcome: string;
  @ApiProperty({ type: String, nullable: true }) readonly theoryScore: string | null;
  @ApiProperty({ type: String, nullable: true }) readonly practiceScore: string | null;
  @ApiProperty({ format: 'date' }) readonly assessedOn: string;
  @ApiProperty({ type: String, nullable: true }) readonly certificateNumber: string | null;
  @ApiProperty({ type: String, nullable: true }) readonly certificateKind: string | null;
  @ApiProperty({ type: Number, nullable: true, description: '5 初级工 … 1 高级技师' }) readonly certificateLevel: number | null;
  @ApiProperty({ type: String, format: 'date', nullable: true }) readonly issuedOn: string | null;
}

export class ResultList extends PageResponse {
  @ApiProperty({ type: [ResultResponse] }) readonly items: readonly ResultRow[];
}

export class ProofResponse implements ProofRow {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty({ format: 'uuid' }) readonly enrollmentId: string;
  @ApiProperty({ enum: ['contract', 'wage', 'social-insurance'] }) readonly kind: string;
  @ApiProperty({ type: Number, nullable: true }) readonly termMonths: number | null;
  @ApiProperty() readonly employer: string;
  @ApiProperty({ format: 'date' }) readonly employedOn: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) readonly voidedAt: Date | null;
}

export class ProofList extends PageResponse {
  @ApiProperty({ type: [ProofResponse] }) readonly items: readonly ProofRow[];
}
