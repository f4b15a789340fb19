import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

/** One finding of several: which field or row, what is wrong, what to do. */
export class FindingResponse {
  @ApiPropertyOptional({ description: '字段或行（JSON Pointer）· field or row', example: '/timetable/0/day' }) readonly pointer?: string;
  @ApiProperty({ example: 'FIELD_INVALID' }) readonly code: string;
  @ApiProperty() readonly message: string;
  @ApiProperty() readonly messageEn: string;
  @ApiPropertyOptional({ type: 'object', additionalProperties: true }) readonly params?: object;
  @ApiPropertyOptional({ description: '依据条款 · clause of the policy that says no' }) readonly policyRef?: string;
}

/** Every refusal and every error (RFC 9457). */
export class ProblemResponse {
  @ApiProperty({ format: 'uri' }) readonly type: string;
  @ApiProperty() readonly title: string;
  @ApiProperty({ example: 422 }) readonly status: number;
  @ApiProperty({ description: '稳定的代码 · stable', example: 'CLASS_INVALID' }) readonly code: string;
  @ApiProperty({ description: '怎么了、怎么办 · what is wrong and what to do' }) readonly detail: string;
  @ApiProperty() readonly detailEn: string;
  @ApiProperty() readonly instance: string;
  @ApiProperty({ description: '报障时提供 · to report with a fault' }) readonly traceId: string;
  @ApiPropertyOptional({ example: '/startsOn' }) readonly pointer?: string;
  @ApiPropertyOptional({ type: 'object', additionalProperties: true }) readonly params?: object;
  @ApiPropertyOptional() readonly policyRef?: string;
  @ApiPropertyOptional({ type: [FindingResponse], description: '全部问题一次告知 · every finding at once' })
  readonly errors?: readonly FindingResponse[];
}
