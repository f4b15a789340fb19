import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsOptional, IsString, IsUUID, Length, Matches } from 'class-validator';
import { PageQuery } from '#libs/platform';
import { disputeLength, phoneCodes, plainCode } from '../application/phone/typed-on-a-phone.ts';
import { disputeOutcomes, disputeSubjects, type DisputeSubject } from '../application/phone/disputes.use-case.ts';
import type { DisputeOutcome } from '../persistence/phone.query.ts';

function plain({ value }: { readonly value: unknown }): unknown {
  return typeof value === 'string' ? plainCode(value) : value;
}

export class PhoneSignInRequest {
  @ApiProperty({ description: '培训券号码 · code of the voucher', example: '7K2M9QWERT45' })
  @Transform(plain)
  @Matches(phoneCodes.voucher, { message: '请填写培训券上的号码' })
  readonly code: string;

  @ApiProperty({ description: '身份证号码后六位 · last six signs of the identity number', example: '01002X' })
  @Transform(plain)
  @Matches(phoneCodes.idLastSix, { message: '请填写身份证号码后六位' })
  readonly idLastSix: string;
}

export class ClockInRequest {
  @ApiProperty()
  @IsUUID()
  readonly classId: string;

  @ApiProperty({ description: '教室屏幕上的签到码 · the code on the classroom screen', example: '402817' })
  @Transform(plain)
  @Matches(phoneCodes.session, { message: '请填写屏幕上的六位签到码' })
  readonly code: string;
}

export class DisputeRequest {
  @ApiProperty()
  @IsUUID()
  readonly classId: string;

  @ApiProperty({ enum: disputeSubjects })
  @IsIn(disputeSubjects)
  readonly subject: DisputeSubject;

  @ApiProperty({
    description: '哪里不对，应当是什么 · what is wrong and how it should be',
    minLength: disputeLength.least,
    maxLength: disputeLength.most,
  })
  @IsString()
  @Length(disputeLength.least, disputeLength.most)
  readonly text: string;
}

export class DisputeStatementRequest {
  @ApiProperty({ description: '机构说明 · what the institution knows about it', minLength: 5, maxLength: 1000 })
  @IsString()
  @Length(5, 1000)
  readonly statement: string;
}

export class DisputeAnswerRequest {
  @ApiProperty({ enum: disputeOutcomes, description: '异议成立、异议不成立 · whether the trainee was right' })
  @IsIn(disputeOutcomes)
  readonly outcome: DisputeOutcome;

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
