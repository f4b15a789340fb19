import { ApiProperty } from '@nestjs/swagger';
import { PageResponse } from '#libs/platform';
import type { CorrectionMark, FilingFinding, FilingView, FilingWindow, LastReason, RequiredMaterial } from '../application/show-filing.ts';
import type { ComparedVersion, ShownFilingChanges, TitledChange } from '../application/show-filing-changes.ts';
import type { FieldChange, PlannedChange } from '../domain/compare-filings.ts';
import type { FilingRow, MaterialRow } from '../persistence/filing.query.ts';

export class FilingVersionResponse implements FilingRow {
  @ApiProperty() readonly version: number;
  @ApiProperty() readonly status: string;
  @ApiProperty({ type: String, format: 'date-time' }) readonly submittedAt: Date;
}

export class RequiredMaterialResponse implements RequiredMaterial {
  @ApiProperty({ example: 'teaching-plan' }) readonly slot: string;
  @ApiProperty({ description: '文件所用名称 · the policy’s own words' }) readonly title: string;
  @ApiProperty() readonly titleEn: string;
  @ApiProperty({ enum: ['file', 'form'], description: 'form：由填报内容生成 · made from what is filled in' }) readonly form:
    'file' | 'form';
  @ApiProperty() readonly clause: string;
  @ApiProperty() readonly isThere: boolean;
}

export class CorrectionMarkResponse implements CorrectionMark {
  @ApiProperty({ type: String, nullable: true, description: 'JSON pointer' }) readonly pointer: string | null;
  @ApiProperty({ type: Number, nullable: true }) readonly row: number | null;
  @ApiProperty({ type: Number, nullable: true }) readonly page: number | null;
  @ApiProperty({ type: String, nullable: true }) readonly clause: string | null;
  @ApiProperty() readonly text: string;
  @ApiProperty({ type: String, nullable: true, description: '建议值 · suggested value' }) readonly suggested: string | null;
}

export class LastReasonResponse implements LastReason {
  @ApiProperty() readonly action: string;
  @ApiProperty({ type: String, nullable: true }) readonly reasonCode: string | null;
  @ApiProperty({ type: String, nullable: true }) readonly comment: string | null;
  @ApiProperty({ type: String, format: 'date-time' }) readonly at: Date;
}

export class FilingWindowResponse implements FilingWindow {
  @ApiProperty({ type: String, nullable: true, description: '最早提交日 · from this day on it is passed to review' }) readonly earliestOn:
    string | null;
  @ApiProperty({ type: String, nullable: true, description: '最晚提交日 · last day' }) readonly latestOn: string | null;
  @ApiProperty({ type: String, nullable: true, description: '错过时，今天提交的最早合法开班日 · earliest lawful start if missed' })
  readonly lawfulStartOn: string | null;
}

export class FilingFindingResponse implements FilingFinding {
  @ApiProperty() readonly code: string;
  @ApiProperty({ type: String, nullable: true }) readonly pointer: string | null;
  @ApiProperty() readonly message: string;
  @ApiProperty() readonly messageEn: string;
}

export class FilingResponse implements FilingView {
  @ApiProperty({ enum: ['opening', 'completion'] }) readonly kind: 'opening' | 'completion';
  @ApiProperty() readonly state: string;
  @ApiProperty({ type: FilingWindowResponse }) readonly window: FilingWindow;
  @ApiProperty({ type: [FilingVersionResponse] }) readonly versions: readonly FilingRow[];
  @ApiProperty({ type: [RequiredMaterialResponse] }) readonly materials: readonly RequiredMaterial[];
  @ApiProperty({ type: [CorrectionMarkResponse] }) readonly marks: readonly CorrectionMark[];
  @ApiProperty({ type: LastReasonResponse, nullable: true }) readonly reason: LastReason | null;
  @ApiProperty({ type: [FilingFindingResponse], description: '此刻提交还缺什么 · what would keep it from being filed now' })
  readonly findings: readonly FilingFinding[];
}

export class MaterialResponse implements MaterialRow {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty({ enum: ['opening', 'completion', 'claim'] }) readonly filingKind: string;
  @ApiProperty() readonly slot: string;
  @ApiProperty() readonly sha256: string;
  @ApiProperty() readonly fileName: string;
  @ApiProperty() readonly mediaType: string;
  @ApiProperty({ type: String, format: 'date-time' }) readonly uploadedAt: Date;
}

export class StoredMaterialResponse {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty() readonly sha256: string;
}

export class MaterialList extends PageResponse {
  @ApiProperty({ type: [MaterialResponse] }) readonly items: readonly MaterialRow[];
}

export class ComparedVersionResponse implements ComparedVersion {
  @ApiProperty({ type: Number, nullable: true, description: '空：当前尚未申报的内容 · null: as it stands now' })
  readonly version: number | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) readonly submittedAt: Date | null;
}

export class FieldChangeResponse implements FieldChange {
  @ApiProperty({ example: '/capacity', description: 'JSON pointer' }) readonly pointer: string;
  @ApiProperty({ type: String, nullable: true }) readonly before: string | null;
  @ApiProperty({ type: String, nullable: true }) readonly after: string | null;
}

export class PlannedChangeResponse extends FieldChangeResponse implements PlannedChange {
  @ApiProperty({ example: '2026-03-02 养老护理实务', description: '课程，及其日期 · the course, and its day' }) readonly what: string;
}

export class MaterialChangeResponse implements TitledChange {
  @ApiProperty({ example: 'syllabus' }) readonly slot: string;
  @ApiProperty({ description: '政策所用名称 · as the policy calls it' }) readonly title: string;
  @ApiProperty() readonly titleEn: string;
  @ApiProperty({ type: [String] }) readonly before: readonly string[];
  @ApiProperty({ type: [String] }) readonly after: readonly string[];
}

export class FilingChangesResponse implements ShownFilingChanges {
  @ApiProperty({ enum: ['opening', 'completion'] }) readonly kind: 'opening' | 'completion';
  @ApiProperty({ type: ComparedVersionResponse }) readonly from: ComparedVersion;
  @ApiProperty({ type: ComparedVersionResponse }) readonly to: ComparedVersion;
  @ApiProperty({ type: [FieldChangeResponse] }) readonly fields: readonly FieldChange[];
  @ApiProperty({ type: [PlannedChangeResponse] }) readonly lessons: readonly PlannedChange[];
  @ApiProperty({ type: [PlannedChangeResponse] }) readonly courses: readonly PlannedChange[];
  @ApiProperty({ type: [MaterialChangeResponse] }) readonly materials: readonly TitledChange[];
}
