import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { config, Database, Public, RefusalError } from '#libs/platform';
import { sandboxGuide, type GuideLine } from '../application/sandbox-guide.ts';
import { WordsResponse } from './words.response.ts';

class GuideAccountResponse {
  @ApiProperty({ example: 'hg.caseworker1' }) readonly login: string;
  @ApiProperty() readonly name: string;
}

class GuideLineResponse implements GuideLine {
  @ApiProperty({ format: 'uuid' }) readonly caseId: string;
  @ApiProperty({ enum: ['class', 'claim'] }) readonly caseKind: 'class' | 'claim';
  @ApiProperty() readonly number: string;
  @ApiProperty() readonly title: string;
  @ApiProperty() readonly stage: string;
  @ApiProperty({ type: WordsResponse }) readonly sentence: WordsResponse;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) readonly taskId: string | null;
  @ApiProperty({ type: String, nullable: true }) readonly waitsUntilOn: string | null;
  @ApiProperty({ type: [GuideAccountResponse] }) readonly accounts: readonly GuideAccountResponse[];
}

class GuideResponse {
  @ApiProperty({ type: [GuideLineResponse] }) readonly items: readonly GuideLine[];
}

/** Told at each point whose turn it is and as whom to sign in. Only a sandbox has demonstration accounts; elsewhere this is not there. */
@ApiTags('clock')
@Controller('v1/sandbox')
export class SandboxGuideController {
  constructor(private readonly database: Database) {}

  @Public()
  @Get('guide')
  @ApiOperation({ summary: '演示向导：轮到谁、用哪个演示账号 · sandbox: whose turn, and as whom to sign in' })
  @ApiOkResponse({ type: GuideResponse })
  async guide(): Promise<GuideResponse> {
    if (config.profile() !== 'sandbox') throw new RefusalError({ code: 'NOT_FOUND' });
    return { items: await this.database.transaction(sandboxGuide) };
  }
}
