import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length, Matches } from 'class-validator';
import { IsDay } from '#libs/platform';
import type { RegistrationFacts } from '../application/register-institution.use-case.ts';
import type { NewPayee } from '../application/payee-change.use-case.ts';
import type { InstitutionKind } from '../persistence/institution.query.ts';

const kinds = ['training', 'evaluation', 'enterprise'] as const;

abstract class RegistrationRequest implements RegistrationFacts {
  @ApiProperty({ example: '壶关县示范职业培训学校' })
  @IsString()
  @Length(2, 100)
  readonly name: string;

  @ApiProperty({ description: '统一社会信用代码 · unified social credit code', example: '91350100M000100Y43' })
  @IsString()
  @Length(18, 18)
  readonly creditCode: string;

  @ApiProperty({ enum: ['permit', 'filing'], description: 'permit：办学许可；filing：备案 · a licence, or put on file' })
  @IsIn(['permit', 'filing'])
  readonly licenseKind: 'permit' | 'filing';

  @ApiProperty({ description: '许可证号或备案号 · number of the licence or the filing' })
  @IsString()
  @Length(2, 60)
  readonly licenseNumber: string;

  @ApiProperty({ description: '发证或备案机关 · authority' })
  @IsString()
  @Length(2, 100)
  readonly licenseOffice: string;

  @ApiPropertyOptional({ format: 'date', description: '有效期至；缺省为长期 · last day; none where it has no end' })
  @IsOptional()
  @IsDay()
  readonly licenseUntil?: string;
}

export class RegisterInstitutionRequest extends RegistrationRequest {
  @ApiProperty({ description: '所在地行政区划代码 · code of its place', example: '140427' })
  @Matches(/^[1-9]\d{5}$/)
  readonly region: string;

  @ApiProperty({ enum: kinds })
  @IsIn(kinds)
  readonly kind: InstitutionKind;
}

export class ChangeInstitutionRequest extends RegistrationRequest {
  @ApiProperty({ description: '变更事由 · why' })
  @IsString()
  @Length(5, 1000)
  readonly reason: string;
}

export class PayeeRequest implements NewPayee {
  @ApiProperty({ description: '户名，须与机构名称一致 · holder: the name of the institution' })
  @IsString()
  @Length(2, 100)
  readonly payeeName: string;

  @ApiProperty({ description: '开户银行 · bank' })
  @IsString()
  @Length(2, 100)
  readonly payeeBank: string;

  @ApiProperty({ description: '账号，8 至 32 位数字；加密保存，答复只显示末四位 · encrypted; answers show its last four digits' })
  @Matches(/^\d{8,32}$/)
  readonly account: string;

  @ApiProperty({ description: '依据和事由 · what it rests on and why' })
  @IsString()
  @Length(10, 1000)
  readonly reason: string;
}
