import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsObject, IsOptional, IsString, IsUUID, Length, Matches } from 'class-validator';
import { Nested, NestedEach } from '#libs/platform';
import type { GivenSubject } from '../domain/given-subject.ts';
import { overrideFacts, type OverrideFact } from '../domain/overridable.ts';

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

export class PeriodRequest {
  @ApiProperty({ example: '2026-01' })
  @Matches(MONTH)
  readonly from: string;

  @ApiProperty({ example: '2026-03' })
  @Matches(MONTH)
  readonly to: string;
}

export class AccountRequest {
  @ApiPropertyOptional({ description: '户名，默认本人（本单位）· holder, by default the person or unit itself' })
  @IsOptional()
  @IsString()
  @Length(1, 100)
  readonly holder?: string;

  @ApiProperty({ example: '壶关县农村信用合作联社' })
  @IsString()
  @Length(2, 100)
  readonly bank: string;

  @ApiProperty()
  @Matches(/^[0-9A-Za-z -]{8,40}$/)
  readonly number: string;
}

export class SubjectRequest implements GivenSubject {
  @ApiPropertyOptional({ description: '姓名（人员名单）· name, of a person' })
  @IsOptional()
  @IsString()
  @Length(1, 100)
  readonly name?: string;

  @ApiPropertyOptional({ description: '公民身份号码（人员名单）· identity number, of a person' })
  @IsOptional()
  @IsString()
  @Length(1, 40)
  readonly idNumber?: string;

  @ApiPropertyOptional({ format: 'uuid', description: '班级学员 · somebody in the class, of a class or order claim' })
  @IsOptional()
  @IsUUID()
  readonly personId?: string;

  @ApiPropertyOptional({ description: '单位名称（实训基地、工作室、品牌等）· name of the unit' })
  @IsOptional()
  @IsString()
  @Length(2, 100)
  readonly unitName?: string;

  @ApiPropertyOptional({ type: PeriodRequest, description: '所属期 · the months it is for' })
  @IsOptional()
  @Nested(() => PeriodRequest)
  readonly period?: PeriodRequest;

  @ApiPropertyOptional({ description: '证书或合同编号 · number of the certificate or contract' })
  @IsOptional()
  @IsString()
  @Length(1, 60)
  readonly reference?: string;

  @ApiPropertyOptional({ type: AccountRequest, description: '本人（单位）收款账户 · where the person or unit itself is paid' })
  @IsOptional()
  @Nested(() => AccountRequest)
  readonly account?: AccountRequest;

  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: true,
    description: '申报的事实，见事实登记表 · declared facts, by their names',
  })
  @IsOptional()
  @IsObject()
  readonly facts?: Record<string, unknown>;
}

export class SubjectsRequest {
  @ApiProperty({ type: [SubjectRequest] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(5000)
  @NestedEach(() => SubjectRequest)
  readonly subjects: SubjectRequest[];
}

export class OverrideRequest {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  readonly personId: string;

  @ApiProperty({ enum: overrideFacts, description: '提高上限、放宽次数、核定金额 · what is raised or set' })
  @IsIn(overrideFacts)
  readonly fact: OverrideFact;

  @ApiPropertyOptional({ example: '1500.00' })
  @IsOptional()
  @Matches(/^\d{1,13}(\.\d{1,2})?$/)
  readonly value?: string;

  @ApiProperty({ description: '书面理由，至少10个字 · written reason' })
  @IsString()
  @Length(10, 1000)
  readonly reason: string;
}
