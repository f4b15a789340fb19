import { ApiProperty } from '@nestjs/swagger';
import { PageResponse } from '#libs/platform';
import type { PolicySnapshot } from '#libs/policy';
import type { AssigningOfficeRow, InstitutionRow, SiteRow, TeacherRow } from '../persistence/institution.query.ts';

export class InstitutionResponse implements InstitutionRow {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty() readonly name: string;
  @ApiProperty() readonly region: string;
  @ApiProperty({ enum: ['training', 'evaluation', 'enterprise'] }) readonly kind: 'training' | 'evaluation' | 'enterprise';
  @ApiProperty({ type: String, nullable: true }) readonly payeeName: string | null;
  @ApiProperty({ type: String, nullable: true }) readonly payeeBank: string | null;
  @ApiProperty({ type: String, nullable: true, description: '掩码 · masked' }) readonly payeeAccount: string | null;
}

export class InstitutionList extends PageResponse {
  @ApiProperty({ type: [InstitutionResponse] }) readonly items: readonly InstitutionRow[];
}

export class DirectoriesResponse {
  @ApiProperty({ description: '文号 · number of the policy document' }) readonly policy: string;
  @ApiProperty({ type: 'object', additionalProperties: true, description: 'stated、chosen 或 missing · a value of one of three kinds' })
  readonly directories: PolicySnapshot['directories'];
}

export class SiteResponse implements SiteRow {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty() readonly name: string;
  @ApiProperty() readonly address: string;
}

export class SiteList extends PageResponse {
  @ApiProperty({ type: [SiteResponse] }) readonly items: readonly SiteRow[];
}

export class TeacherResponse implements TeacherRow {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty({ description: '姓氏加星号 · surname and stars' }) readonly name: string;
  @ApiProperty() readonly maskedIdNumber: string;
  @ApiProperty() readonly qualification: string;
}

export class TeacherList extends PageResponse {
  @ApiProperty({ type: [TeacherResponse] }) readonly items: readonly TeacherRow[];
}

export class AssigningOfficeResponse implements AssigningOfficeRow {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty() readonly name: string;
  @ApiProperty() readonly region: string;
}

export class AssigningOfficeList {
  @ApiProperty({ type: [AssigningOfficeResponse] }) readonly items: readonly AssigningOfficeRow[];
}
