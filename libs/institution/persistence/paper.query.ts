import { statement } from '#libs/platform';
import type { Course, Lesson } from '../domain/check-class.ts';
import type { ClassRow } from './class.query.ts';

/** A filing as it was filed. */
export interface FiledContent {
  readonly version: number;
  readonly submittedAt: Date;
  readonly content: {
    readonly class: Omit<ClassRow, 'openingState' | 'completionState'>;
    readonly lessons: readonly Lesson[];
    readonly courses: readonly Course[];
    readonly materials: readonly { readonly slot: string; readonly sha256: string; readonly fileName: string }[];
    readonly enrolled: number;
  };
}

/** $3 version; null: the last one that was not withdrawn. */
export const filedContent = statement(
  'institution.filed-content',
  `select version, submitted_at as "submittedAt", content from institution.filing
   where class_id = $1 and kind = $2 and case when $3::int is null then status = 'submitted' else version = $3 end order by version desc limit 1`,
);

export interface NamesOfClass {
  readonly institution: string;
  readonly site: string;
  readonly address: string;
  readonly office: string | null;
  readonly evaluationBody: string | null;
}

export const namesOfClass = statement(
  'institution.names-of-class',
  `select i.name as institution, s.name as site, s.address, (select o.name from identity.published_office o where o.id = $3) as office,
     (select e.name from institution.institution e where e.id = $4) as "evaluationBody"
   from institution.institution i join institution.site s on s.institution_id = i.id and s.id = $2 where i.id = $1`,
);

export interface TeacherOnPaper {
  readonly id: string;
  readonly nameCipher: Buffer;
  readonly maskedIdNumber: string;
  readonly qualification: string;
}

export const teachersOnPaper = statement(
  'institution.teachers-on-paper',
  `select id, name_cipher as "nameCipher", masked_id_number as "maskedIdNumber", qualification from institution.teacher where id = any ($1::uuid[]) order by id`,
);
