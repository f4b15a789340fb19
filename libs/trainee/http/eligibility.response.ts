import { ApiProperty } from '@nestjs/swagger';
import type { PolicyValue, RosterCheck, RosterEligibility } from '#libs/policy';

const answers = ['yes', 'no', 'unknown'] as const;

export class EligibilityAskResponse {
  @ApiProperty({ example: 'hasTrainingIntent' }) readonly fact: string;
  @ApiProperty({ example: '本人是否有培训意愿？' }) readonly ask: string;
  @ApiProperty() readonly askEn: string;
}

export class EligibilityCheckResponse implements Omit<RosterCheck, 'ask'> {
  @ApiProperty({ description: 'join：参训；否则为补贴项目 · join, or the subsidy' }) readonly to: string;
  @ApiProperty({ example: 'training-intent' }) readonly code: string;
  @ApiProperty({ example: '有培训意愿' }) readonly title: string;
  @ApiProperty() readonly titleEn: string;
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: '依据：原文、判断或缺失 · the value of the policy, with its clause and quote',
  })
  readonly value: PolicyValue<unknown>;
  @ApiProperty() readonly yes: number;
  @ApiProperty() readonly no: number;
  @ApiProperty() readonly unknown: number;
  @ApiProperty({ type: [Number], description: '不符合的花名册行 · rows of the roster' }) readonly rowsNo: readonly number[];
  @ApiProperty({ type: [Number] }) readonly rowsUnknown: readonly number[];
  @ApiProperty({ type: [EligibilityAskResponse], description: '待核的要问什么 · what to ask' })
  readonly ask: readonly EligibilityAskResponse[];
}

export class EligibilityPersonResponse {
  @ApiProperty({ format: 'uuid' }) readonly enrollmentId: string;
  @ApiProperty() readonly row: number;
  @ApiProperty({ enum: answers }) readonly answer: (typeof answers)[number];
}

export class EligibilityResponse implements RosterEligibility {
  @ApiProperty({ type: [EligibilityCheckResponse] }) readonly checks: readonly RosterCheck[];
  @ApiProperty({ type: [EligibilityPersonResponse] }) readonly people: RosterEligibility['people'];
}
