import { ApiProperty } from '@nestjs/swagger';
import { PageResponse } from '#libs/platform';
import type { InstitutionDetail } from '../persistence/institution.query.ts';
import type { PayeeChangeRow } from '../persistence/payee.query.ts';
import { InstitutionResponse } from './institution.response.ts';

const day = { type: String, format: 'date', nullable: true } as const;
const instant = { type: String, format: 'date-time', nullable: true } as const;

export class InstitutionDetailResponse extends InstitutionResponse implements InstitutionDetail {
  @ApiProperty({ type: String, nullable: true, description: '统一社会信用代码 · unified social credit code' }) readonly creditCode:
    string | null;
  @ApiProperty({ type: String, enum: ['permit', 'filing'], nullable: true }) readonly licenseKind: 'permit' | 'filing' | null;
  @ApiProperty({ type: String, nullable: true }) readonly licenseNumber: string | null;
  @ApiProperty({ type: String, nullable: true }) readonly licenseOffice: string | null;
  @ApiProperty(day) readonly licenseUntil: string | null;
  @ApiProperty() readonly version: number;
}

export class PayeeChangeResponse implements Omit<PayeeChangeRow, 'proposedBy'> {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty({ format: 'uuid' }) readonly institutionId: string;
  @ApiProperty() readonly payeeName: string;
  @ApiProperty() readonly payeeBank: string;
  @ApiProperty({ description: '掩码 · masked' }) readonly payeeAccount: string;
  @ApiProperty() readonly reason: string;
  @ApiProperty({ enum: ['proposed', 'confirmed', 'refused', 'stopped'] }) readonly state: PayeeChangeRow['state'];
  @ApiProperty({ format: 'date-time' }) readonly proposedAt: Date;
  @ApiProperty(instant) readonly decidedAt: Date | null;
  @ApiProperty({ ...day, description: '自该日起按此账户拨付；此前可中止 · in force from this day; it can be stopped until then' })
  readonly effectiveOn: string | null;
  @ApiProperty(instant) readonly stoppedAt: Date | null;
  @ApiProperty() readonly isEffective: boolean;
  @ApiProperty({ description: '由您提出，须另一人确认 · proposed by you, so another person confirms it' }) readonly isMine: boolean;
  @ApiProperty() readonly version: number;
}

export class PayeeChangePage extends PageResponse {
  @ApiProperty({ type: [PayeeChangeResponse] }) readonly items: readonly PayeeChangeResponse[];
}
