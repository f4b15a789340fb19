import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { MyOfficeResponse } from './people.response.ts';

export class SignInQuery {
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  readonly returnTo?: string;

  /** `mfa`: the sign-in is for a signature and takes the one-time code, too. */
  @IsOptional()
  @IsIn(['mfa'])
  readonly acr?: 'mfa';
}

/** What a provider adds to the address it sends people back to. */
export class CallbackQuery {
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  readonly code?: string;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  readonly state?: string;

  @IsOptional()
  @IsString()
  @MaxLength(2000)
  readonly iss?: string;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  readonly error?: string;

  @IsOptional()
  @IsString()
  @MaxLength(2000)
  readonly error_description?: string;

  @IsOptional()
  @IsString()
  @MaxLength(2000)
  readonly session_state?: string;
}

export class OfficeChoiceRequest {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  readonly officeId: string;
}

export class SessionPersonResponse {
  @ApiProperty({ format: 'uuid' }) accountId: string;
  @ApiProperty() name: string;
  @ApiProperty() login: string;
  @ApiProperty({ type: [MyOfficeResponse] }) offices: readonly MyOfficeResponse[];
  @ApiProperty({ description: '本次登录是否输入了动态码 · whether this sign-in took a one-time code' }) secondFactor: boolean;
  @ApiProperty({ description: '是否已绑定验证器 · whether an authenticator is enrolled' }) hasSecondFactor: boolean;
}

export class SessionResponse {
  @ApiProperty({ type: SessionPersonResponse, nullable: true, description: '未登录为空 · null when nobody is signed in' })
  person: SessionPersonResponse | null;

  @ApiProperty({ format: 'uuid', type: String, nullable: true, description: '任职单位，待选为空 · null until one of several is chosen' })
  officeId: string | null;

  @ApiProperty({ description: '不操作则在此秒数后退出 · the session ends after so many seconds without an act' }) secondsLeft: number;

  @ApiProperty({
    description: '本次登录还可用于签字的秒数；0：须用动态码重新登录 · seconds for which this sign-in is good for a signature',
  })
  signSecondsLeft: number;

  @ApiProperty({ description: '演示环境 · a sandbox with demonstration accounts' }) sandbox: boolean;
}
