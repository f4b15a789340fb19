import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { MyOfficeResponse } from './people.response.ts';

export class SignInQuery {
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  readonly returnTo?: string;
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
  @ApiProperty() secondFactor: boolean;
}

export class SessionResponse {
  @ApiProperty({ type: SessionPersonResponse, nullable: true, description: '未登录为空 · null when nobody is signed in' })
  person: SessionPersonResponse | null;

  @ApiProperty({ format: 'uuid', type: String, nullable: true, description: '任职单位，待选为空 · null until one of several is chosen' })
  officeId: string | null;

  @ApiProperty({ description: '不操作则在此秒数后退出 · the session ends after so many seconds without an act' }) secondsLeft: number;

  @ApiProperty({ description: '演示环境 · a sandbox with demonstration accounts' }) sandbox: boolean;
}
