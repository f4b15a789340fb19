import { ApiProperty } from '@nestjs/swagger';
import { OfficeKind, Role } from '#libs/contracts';
import { relations } from '../application/declare-interest.use-case.ts';

const roles = Object.values(Role);
const instant = { format: 'date-time' } as const;
const uuid = { format: 'uuid' } as const;

export class OfficeResponse {
  @ApiProperty(uuid) id: string;
  @ApiProperty({ enum: Object.values(OfficeKind) }) kind: string;
  @ApiProperty({ example: '140928' }) region: string;
  @ApiProperty() name: string;
  @ApiProperty({ ...uuid, type: String, nullable: true }) parentId: string | null;
  @ApiProperty() isClosed: boolean;
}

export class MyOfficeResponse {
  @ApiProperty(uuid) officeId: string;
  @ApiProperty({ enum: Object.values(OfficeKind) }) officeKind: string;
  @ApiProperty() name: string;
  @ApiProperty() region: string;
  @ApiProperty({ enum: roles, isArray: true }) roles: readonly string[];
}

export class MyGrantResponse {
  @ApiProperty(uuid) id: string;
  @ApiProperty(uuid) officeId: string;
  @ApiProperty({ enum: roles }) role: string;
  @ApiProperty(instant) validFrom: Date;
  @ApiProperty({ ...instant, type: String, nullable: true }) validTo: Date | null;
  @ApiProperty({ ...uuid, type: String, nullable: true, description: '由谁委托；本人岗位为空 · whose delegation; null for your own right' })
  delegatedFrom: string | null;
  @ApiProperty() isInForce: boolean;
}

export class MeResponse {
  @ApiProperty(uuid) accountId: string;
  @ApiProperty(uuid) personId: string;
  @ApiProperty() name: string;
  @ApiProperty(instant) authenticatedAt: Date;
  @ApiProperty() secondFactor: boolean;
  @ApiProperty({ type: [MyOfficeResponse], description: '目前可选的单位 · offices to act for now' }) offices: readonly MyOfficeResponse[];
  @ApiProperty({ type: [MyGrantResponse] }) grants: readonly MyGrantResponse[];
}

export class AccountGrantResponse {
  @ApiProperty(uuid) id: string;
  @ApiProperty(uuid) officeId: string;
  @ApiProperty() officeName: string;
  @ApiProperty({ enum: roles }) role: string;
  @ApiProperty(instant) validFrom: string;
  @ApiProperty({ ...instant, type: String, nullable: true }) validTo: string | null;
  @ApiProperty() isInForce: boolean;
}

export class AccountResponse {
  @ApiProperty(uuid) accountId: string;
  @ApiProperty(uuid) personId: string;
  @ApiProperty() login: string;
  @ApiProperty() displayName: string;
  @ApiProperty() isClosed: boolean;
  @ApiProperty() isLocked: boolean;
  @ApiProperty({ description: '已绑定动态码 · an authenticator is enrolled' }) hasSecondFactor: boolean;
  @ApiProperty({ type: [AccountGrantResponse] }) grants: readonly AccountGrantResponse[];
}

export class OpenedAccountResponse {
  @ApiProperty(uuid) accountId: string;
  @ApiProperty() login: string;
  @ApiProperty(uuid) grantId: string;
}

export class PendingFactorResponse {
  @ApiProperty({ example: 'ABCD EFGH IJKL MNOP QRST UVWX YZ23 4567', description: '密钥（Base32）· the secret in base32' }) secret: string;
  @ApiProperty({ description: 'otpauth 地址，供验证器扫码或导入 · for an authenticator to take in' }) uri: string;
  @ApiProperty({ description: '剩余有效秒数 · forgotten after so many seconds' }) secondsLeft: number;
}

export class SecondFactorResponse {
  @ApiProperty() isEnrolled: boolean;
  @ApiProperty({ ...instant, type: String, nullable: true }) enrolledAt: string | null;
  @ApiProperty({
    type: PendingFactorResponse,
    nullable: true,
    description: '待确认的密钥，确认后不再显示 · shown until confirmed, never again',
  })
  pending: PendingFactorResponse | null;
}

export class SecondFactorChangedResponse {
  @ApiProperty({ description: '现在是否已绑定 · whether one is enrolled now' }) isEnrolled: boolean;
}

export class DelegationResponse {
  @ApiProperty(uuid) id: string;
  @ApiProperty(uuid) fromAccountId: string;
  @ApiProperty(uuid) toAccountId: string;
  @ApiProperty(uuid) officeId: string;
  @ApiProperty({ enum: roles, isArray: true }) roles: readonly string[];
  @ApiProperty(instant) validFrom: Date;
  @ApiProperty(instant) validTo: Date;
  @ApiProperty() isInForce: boolean;
}

export class DeclaredInterestResponse {
  @ApiProperty(uuid) id: string;
  @ApiProperty(uuid) personId: string;
  @ApiProperty(uuid) institutionId: string;
  @ApiProperty() institutionName: string;
  @ApiProperty({ enum: relations }) relation: string;
  @ApiProperty(instant) declaredAt: Date;
  @ApiProperty({ ...instant, type: String, nullable: true }) endedAt: Date | null;
}

export class PeriodResponse {
  @ApiProperty(uuid) id: string;
  @ApiProperty(instant) validFrom: string;
  @ApiProperty({ ...instant, type: String, nullable: true }) validTo: string | null;
}

export class EndedResponse {
  @ApiProperty(uuid) id: string;
  @ApiProperty(instant) validTo: string;
}

export class DeclaredResponse {
  @ApiProperty(uuid) id: string;
  @ApiProperty(instant) declaredAt: string;
}

export class InterestEndedResponse {
  @ApiProperty(uuid) id: string;
  @ApiProperty(instant) endedAt: string;
}

export class RoleConflictResponse {
  @ApiProperty({ enum: roles }) role: string;
  @ApiProperty({ enum: roles }) with: string;
  @ApiProperty({
    enum: ['apart', 'once'],
    description: 'apart：同一事项不得兼办；once：同一事项只能签一次 · kept apart, or one signature a claim',
  })
  rule: string;
  @ApiProperty() officeName: string;
  @ApiProperty({ description: '同一自然人的账号 · the account of the same person' }) login: string;
}

export class OpenInterestResponse {
  @ApiProperty(uuid) institutionId: string;
  @ApiProperty() institutionName: string;
}

export class RightsPreviewResponse {
  @ApiProperty({ type: [RoleConflictResponse] }) conflicts: readonly RoleConflictResponse[];
  @ApiProperty({ type: [OpenInterestResponse], description: '须回避的机构 · institutions the person has an interest in' })
  interests: readonly OpenInterestResponse[];
  @ApiProperty({ description: '本单位可签字人数（现在）· persons of the office who may sign, now' }) signersBefore: number;
  @ApiProperty({ description: '本单位可签字人数（变更后）· and afterwards' }) signersAfter: number;
}

export class OfficePage {
  @ApiProperty({ type: [OfficeResponse] }) items: readonly OfficeResponse[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

export class AccountPage {
  @ApiProperty({ type: [AccountResponse] }) items: readonly AccountResponse[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

export class DelegationPage {
  @ApiProperty({ type: [DelegationResponse] }) items: readonly DelegationResponse[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

export class DeclaredInterestPage {
  @ApiProperty({ type: [DeclaredInterestResponse] }) items: readonly DeclaredInterestResponse[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}
