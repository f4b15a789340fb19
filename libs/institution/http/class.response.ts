import { ApiProperty } from '@nestjs/swagger';
import { classTypes, type ClassType } from '#libs/policy';
import type { ClassRow } from '../persistence/class.query.ts';
import type { ClassDetail } from '../application/read-classes.ts';
import { CourseRequest, LessonRequest } from './class.request.ts';

export class IdResponse {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
}

export class ClassResponse implements ClassRow {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty({ example: 'KB1409002026000001' }) readonly number: string;
  @ApiProperty({ format: 'uuid' }) readonly institutionId: string;
  @ApiProperty() readonly region: string;
  @ApiProperty({ format: 'uuid' }) readonly assigningOfficeId: string;
  @ApiProperty() readonly name: string;
  @ApiProperty({ enum: classTypes }) readonly classType: ClassType;
  @ApiProperty({ type: String, nullable: true }) readonly orderId: string | null;
  @ApiProperty() readonly occupationCode: string;
  @ApiProperty() readonly occupationName: string;
  @ApiProperty({ format: 'uuid' }) readonly siteId: string;
  @ApiProperty() readonly startsOn: string;
  @ApiProperty() readonly endsOn: string;
  @ApiProperty() readonly capacity: number;
  @ApiProperty({ type: String, nullable: true }) readonly evaluationBodyId: string | null;
  @ApiProperty() readonly isSpecialTask: boolean;
  @ApiProperty({ type: String, nullable: true, description: '适用政策快照 · policy fixed at approval' }) readonly snapshotHash:
    string | null;
  @ApiProperty() readonly version: number;
  @ApiProperty() readonly openingState: string;
  @ApiProperty() readonly completionState: string;
}

export class ClassDetailResponse extends ClassResponse implements ClassDetail {
  @ApiProperty({ type: [LessonRequest] }) readonly timetable: readonly LessonRequest[];
  @ApiProperty({ type: [CourseRequest] }) readonly teachingPlan: readonly CourseRequest[];
}

export class ClassPage {
  @ApiProperty({ type: [ClassResponse] }) readonly items: readonly ClassResponse[];
  @ApiProperty({ type: String, nullable: true }) readonly nextCursor: string | null;
}

export class FiledResponse {
  @ApiProperty({ enum: ['opening', 'completion'] }) readonly kind: 'opening' | 'completion';
  @ApiProperty() readonly version: number;
}
