import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  Min,
} from 'class-validator';
import { NestedEach, PageQuery } from '#libs/platform';
import { classTypes, type ClassType } from '#libs/policy';
import type { ClassDraft, Course, Lesson } from '../domain/check-class.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export class LessonRequest implements Lesson {
  @ApiProperty({ example: '2026-03-16' })
  @Matches(DAY)
  readonly day: string;

  @ApiProperty({ example: '安全生产与消防' })
  @IsString()
  @Length(1, 60)
  readonly course: string;

  @ApiProperty({ example: 8 })
  @IsInt()
  @Min(1)
  @Max(12)
  readonly hours: number;

  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  readonly teacherId: string;
}

export class CourseRequest implements Course {
  @ApiProperty({ example: '普通话' })
  @IsString()
  @Length(1, 60)
  readonly course: string;

  @ApiProperty({ example: 4 })
  @IsInt()
  @Min(1)
  @Max(1000)
  readonly hours: number;
}

export class ClassRequest implements ClassDraft {
  @ApiProperty({ example: '养老护理员一班' })
  @IsString()
  @Length(2, 100)
  readonly name: string;

  @ApiProperty({ enum: classTypes })
  @IsIn(classTypes)
  readonly classType: ClassType;

  @ApiPropertyOptional({ description: '订单编号（订单式必填）· the order, for order classes' })
  @IsOptional()
  @IsString()
  @Length(1, 60)
  readonly orderId?: string;

  @ApiProperty({ example: '4-10-01-05' })
  @IsString()
  @Length(1, 20)
  readonly occupationCode: string;

  @ApiProperty({ example: '养老护理员' })
  @IsString()
  @Length(1, 60)
  readonly occupationName: string;

  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  readonly siteId: string;

  @ApiProperty({ format: 'uuid', description: '赋予任务的人社部门 · office that assigned the task' })
  @IsUUID()
  readonly assigningOfficeId: string;

  @ApiProperty({ example: '2026-03-16' })
  @Matches(DAY)
  readonly startsOn: string;

  @ApiProperty({ example: '2026-04-10' })
  @Matches(DAY)
  readonly endsOn: string;

  @ApiProperty({ example: 40 })
  @IsInt()
  @Min(1)
  @Max(10_000)
  readonly capacity: number;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID()
  readonly evaluationBodyId?: string;

  @ApiPropertyOptional({ description: '专项培训任务 · special task' })
  @IsOptional()
  @IsBoolean()
  readonly isSpecialTask?: boolean;

  @ApiProperty({ type: [LessonRequest] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(1000)
  @NestedEach(() => LessonRequest)
  readonly timetable: LessonRequest[];

  @ApiProperty({ type: [CourseRequest] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @NestedEach(() => CourseRequest)
  readonly teachingPlan: CourseRequest[];
}

export class SiteRequest {
  @ApiProperty()
  @IsString()
  @Length(2, 100)
  readonly name: string;

  @ApiProperty()
  @IsString()
  @Length(4, 200)
  readonly address: string;
}

export class TeacherRequest {
  @ApiProperty()
  @IsString()
  @Length(1, 60)
  readonly name: string;

  @ApiProperty({ description: '18位公民身份号码 · identity number' })
  @IsString()
  @Length(1, 30)
  readonly idNumber: string;

  @ApiProperty({ example: '高级技师，职业培训教师证' })
  @IsString()
  @Length(2, 200)
  readonly qualification: string;
}

export class InstitutionQuery extends PageQuery {
  @ApiPropertyOptional({ enum: ['training', 'evaluation', 'enterprise'] })
  @IsOptional()
  @IsIn(['training', 'evaluation', 'enterprise'])
  readonly kind?: 'training' | 'evaluation' | 'enterprise';
}
