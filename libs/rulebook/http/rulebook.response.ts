import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsDay } from '#libs/platform';
import type { PolicySnapshot } from '#libs/policy';

export class CalendarQuery {
  @ApiProperty({ example: '2026-01-01' })
  @IsDay()
  readonly from: string;

  @ApiProperty({ example: '2026-12-31' })
  @IsDay()
  readonly to: string;
}

export class CalendarDayResponse {
  @ApiProperty() readonly day: string;
  @ApiProperty() readonly isWorking: boolean;
  @ApiProperty({ type: String, nullable: true }) readonly name: string | null;
  @ApiProperty({ description: '国务院办公厅通知文号 · notice of the State Council' }) readonly source: string;
}

export class CalendarResponse {
  @ApiProperty({ type: [CalendarDayResponse] }) readonly items: readonly CalendarDayResponse[];
}

export class PolicyResponse {
  @ApiProperty() readonly region: string;
  @ApiProperty({ example: '壶关县' }) readonly regionName: string;
  @ApiProperty() readonly hash: string;
  @ApiProperty() readonly packId: string;
  @ApiProperty() readonly title: string;
  @ApiProperty() readonly documentNumber: string;
  @ApiProperty() readonly effectiveFrom: string;
  @ApiProperty({ type: String, nullable: true }) readonly effectiveTo: string | null;
  @ApiProperty({ type: String, nullable: true, description: '空：安装时从政策文件夹登记 · null: brought by the installation' })
  readonly releaseId: string | null;
}

export class PolicyList {
  @ApiProperty({ type: [PolicyResponse] }) readonly items: readonly PolicyResponse[];
}

export class ParentResponse {
  @ApiProperty({ type: String, nullable: true, description: '文件不在手边的为空 · null: the document is not at hand' }) readonly pack:
    string | null;
  @ApiProperty({ type: [String] }) readonly documentNumbers: readonly string[];
  @ApiProperty({ type: String, nullable: true, description: '为何缺少 · why it is missing' }) readonly missing: string | null;
  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: { type: 'array', items: { type: 'string' } },
    description: '只由该文件规定、现已无据的班级类型和补贴 · class types and subsidies only this document knows, while it is not in force',
  })
  readonly lost?: { readonly classTypes: readonly string[]; readonly subsidies: readonly string[] };
}

export class PackResponse {
  @ApiProperty({ example: 'xinzhou-2024' }) readonly id: string;
  @ApiProperty() readonly title: string;
  @ApiProperty({ example: '忻人社函〔2024〕29号' }) readonly documentNumber: string;
  @ApiProperty({ example: '140900' }) readonly region: string;
  @ApiProperty({ format: 'date' }) readonly issuedOn: string;
  @ApiProperty({ format: 'date' }) readonly effectiveFrom: string;
  @ApiProperty({ type: String, format: 'date', nullable: true }) readonly effectiveTo: string | null;
  @ApiProperty({ type: [ParentResponse], description: '上级文件，由近及远 · levels above, the nearest first' })
  readonly parents: readonly ParentResponse[];
}

const values = { type: 'object', additionalProperties: true } as const;

/** A policy as data: each value stated, chosen or missing, with its clause (design section 4). */
export class PolicySnapshotResponse implements PolicySnapshot {
  @ApiProperty({ type: PackResponse }) readonly pack: PackResponse;
  @ApiProperty({ ...values, description: '各类班级的流程 · process, by kind of class' }) readonly process: PolicySnapshot['process'];
  @ApiProperty({ ...values, description: '补贴项目 · subsidies, by key' }) readonly subsidies: PolicySnapshot['subsidies'];
  @ApiProperty({ ...values, description: '承担任务机构名单 · who may train what' }) readonly directories: PolicySnapshot['directories'];
  @ApiProperty({ ...values, description: '年度期限 · dates of the policy’s year' }) readonly deadlines: PolicySnapshot['deadlines'];
  @ApiProperty({ ...values, description: '参加和享受的条件 · who may join and be paid' })
  readonly eligibility: PolicySnapshot['eligibility'];
  @ApiProperty({ ...values, description: '人员类别 · groups of people' }) readonly groups: PolicySnapshot['groups'];
  @ApiProperty({ ...values, description: '目标任务 · targets' }) readonly targets: PolicySnapshot['targets'];
  @ApiProperty({ ...values, description: '其他规定 · other rules, by row of the requirements' })
  readonly statements: PolicySnapshot['statements'];
}
