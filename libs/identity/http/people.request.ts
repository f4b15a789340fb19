import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsOptional, IsString, IsUUID, Length, Matches } from 'class-validator';
import { OfficeKind, Role } from '#libs/contracts';
import { IsDay, PageQuery } from '#libs/platform';
import type { OpenAccount } from '../application/open-account.use-case.ts';
import { PASSWORD_LENGTH } from '../application/sign-in.use-case.ts';
import type { WantedRights } from '../application/preview-rights.ts';
import { type Relation, relations } from '../application/declare-interest.use-case.ts';
import { type ResetReason, resetReasons } from '../application/reset-second-factor.use-case.ts';

const roles = Object.values(Role);

export class OfficesQuery extends PageQuery {
  @ApiPropertyOptional({ enum: Object.values(OfficeKind) })
  @IsOptional()
  @IsIn(Object.values(OfficeKind))
  kind?: OfficeKind;
}

export class DelegationsQuery extends PageQuery {
  @ApiPropertyOptional({ enum: ['own', 'region'], description: 'region：本辖区（管理员）· those of the region, for administrators' })
  @IsOptional()
  @IsIn(['own', 'region'])
  scope?: 'own' | 'region';
}

export class RightsPreviewRequest implements WantedRights {
  @ApiProperty({ enum: ['grant', 'close'] })
  @IsIn(['grant', 'close'])
  change: 'grant' | 'close';

  @ApiProperty({ format: 'uuid', description: '将要任职或受托的账号 · who would hold the roles' })
  @IsUUID()
  accountId: string;

  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  officeId: string;

  @ApiProperty({ enum: roles, isArray: true })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(roles.length)
  @ArrayUnique()
  @IsIn(roles, { each: true })
  roles: Role[];
}

/** One role in one office, and the days it is held. */
class RoleInOffice {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  officeId: string;

  @ApiProperty({ enum: roles })
  @IsIn(roles)
  role: Role;

  @ApiPropertyOptional({ format: 'date', description: '首日；缺省为即时 · first day; now when absent' })
  @IsOptional()
  @IsDay()
  fromOn?: string;

  @ApiPropertyOptional({ format: 'date', description: '末日（含）；缺省为长期 · last day; open-ended when absent' })
  @IsOptional()
  @IsDay()
  untilOn?: string;
}

export class GrantRoleRequest extends RoleInOffice {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  accountId: string;
}

export class OpenAccountRequest extends RoleInOffice implements OpenAccount {
  @ApiProperty({ example: 'hg.shifan', description: '用户名：小写字母、数字和 . _ - · user name' })
  @Matches(/^[a-z0-9][a-z0-9._-]{2,63}$/)
  login: string;

  @ApiProperty({ description: '姓名 · name' })
  @IsString()
  @Length(2, 60)
  displayName: string;

  @ApiProperty({
    description: '身份证号码；加密索引，只用于认定同一自然人 · tells that two accounts are one person; kept as a keyed index',
  })
  @IsString()
  @Length(15, 20)
  idNumber: string;

  @ApiPropertyOptional({ description: '初始密码，首次登录须更换；由外部登录的留空 · first password, changed at the first sign-in' })
  @IsOptional()
  @IsString()
  @Length(PASSWORD_LENGTH, 128)
  password?: string;
}

export class DelegateRolesRequest {
  @ApiPropertyOptional({ format: 'uuid', description: '外出人；缺省为本人 · who is absent; yourself when absent' })
  @IsOptional()
  @IsUUID()
  fromAccountId?: string;

  @ApiPropertyOptional({ format: 'uuid', description: '单位；缺省为当前单位 · office; the current one when absent' })
  @IsOptional()
  @IsUUID()
  officeId?: string;

  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  toAccountId: string;

  @ApiProperty({ enum: roles, isArray: true })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(roles.length)
  @ArrayUnique()
  @IsIn(roles, { each: true })
  roles: Role[];

  @ApiPropertyOptional({ format: 'date' })
  @IsOptional()
  @IsDay()
  fromOn?: string;

  @ApiProperty({ format: 'date' })
  @IsDay()
  untilOn: string;
}

export class DeclareInterestRequest {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  institutionId: string;

  @ApiProperty({ enum: relations })
  @IsIn(relations)
  relation: Relation;

  @ApiPropertyOptional({ format: 'uuid', description: '代他人登记时填写（管理员） · for somebody else (administrators)' })
  @IsOptional()
  @IsUUID()
  accountId?: string;
}

export class SecondFactorCodeRequest {
  @ApiProperty({ example: '123456', description: '验证器当前显示的 6 位动态码 · the code the authenticator shows now' })
  @IsString()
  @Length(6, 16)
  code: string;
}

export class SecondFactorResetRequest {
  @ApiProperty({ enum: resetReasons, description: '丢失、损坏或更换、怀疑被他人使用 · lost, broken or replaced, perhaps in other hands' })
  @IsIn(resetReasons)
  reason: ResetReason;
}
