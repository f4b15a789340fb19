import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsOptional, IsString, IsUUID, Length, Matches } from 'class-validator';
import { PageQuery } from '#libs/platform';
import { disputeSubjects, type DisputeSubject } from '../application/phone/disputes.use-case.ts';

/** Full-width digits and spaces are as good as plain ones: a telephone's keyboard types what it likes. */
function plain({ value }: { readonly value: unknown }): unknown {
  return typeof value === 'string' ? value.normalize('NFKC').replace(/\s/g, '').toUpperCase() : value;
}

export class PhoneSignInRequest {
  @ApiProperty({ description: '培训券号码 · code of the voucher', example: '7K2M9QWERT45' })
  @Transform(plain)
  @Matches(/^[0-9A-Z-]{8,20}$/, { message: '请填写培训券上的号码' })
  readonly code: string;

  @ApiProperty({ description: '身份证号码后六位 · last six signs of the identity number', example: '01002X' })
  @Transform(plain)
  @Matches(/^\d{5}[\dX]$/, { message: '请填写身份证号码后六位' })
  readonly idLastSix: string;
}

export class ClockInRequest {
  @ApiProperty()
  @IsUUID()
  readonly classId: string;

  @ApiProperty({ description: '教室屏幕上的签到码 · the code on the classroom screen', example: '402817' })
  @Transform(plain)
  @Matches(/^\d{6}$/, { message: '请填写屏幕上的六位签到码' })
  readonly code: string;
}

export class DisputeRequest {
  @ApiProperty()
  @IsUUID()
  readonly classId: string;

  @ApiProperty({ enum: disputeSubjects })
  @IsIn(disputeSubjects)
  readonly subject: DisputeSubject;

  @ApiProperty({ description: '哪里不对，应当是什么 · what is wrong and how it should be', minLength: 5, maxLength: 1000 })
  @IsString()
  @Length(5, 1000)
  readonly text: string;
}

export class DisputeAnswerRequest {
  @ApiProperty({ minLength: 5, maxLength: 1000 })
  @IsString()
  @Length(5, 1000)
  readonly answer: string;
}

export class DisputesQuery extends PageQuery {
  @ApiPropertyOptional({ default: false, description: '包括已答复的 · answered ones too' })
  @IsOptional()
  @Transform(({ value }: { readonly value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  readonly answered: boolean = false;
}
