import type { components } from '../../../api/schema.gen.ts';

export type ClassRequest = components['schemas']['ClassRequest'];

/** A lesson in the form; rows have keys of their own so that typing keeps its place. */
export interface LessonLine {
  readonly key: string;
  readonly day: string;
  readonly course: string;
  readonly hours: number;
  readonly teacherId: string;
}

export interface CourseLine {
  readonly key: string;
  readonly course: string;
  readonly hours: number;
}

/** Everything typed, as typed: nothing is lost by an error, a reload or a closed lid. */
export interface ClassForm {
  readonly name: string;
  readonly classType: ClassRequest['classType'];
  readonly orderId: string;
  readonly occupationCode: string;
  readonly occupationName: string;
  readonly siteId: string;
  readonly assigningOfficeId: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly capacity: number;
  readonly evaluationBodyId: string;
  readonly isSpecialTask: boolean;
  readonly timetable: readonly LessonLine[];
  readonly teachingPlan: readonly CourseLine[];
}

/** A part of the form: it shows and changes the whole. */
export interface FormPartProps {
  readonly form: ClassForm;
  readonly onChange: (form: ClassForm) => void;
  /** What is wrong with a field, by its id. */
  readonly wrong: ReadonlyMap<string, string>;
}

export const newKey = (): string => crypto.randomUUID();

export const emptyForm: ClassForm = {
  name: '',
  classType: 'project',
  orderId: '',
  occupationCode: '',
  occupationName: '',
  siteId: '',
  assigningOfficeId: '',
  startsOn: '',
  endsOn: '',
  capacity: 40,
  evaluationBodyId: '',
  isSpecialTask: false,
  timetable: [],
  teachingPlan: [],
};

/** The class as it is kept, for changing it. */
export function formOf(of: components['schemas']['ClassDetailResponse']): ClassForm {
  return {
    name: of.name,
    classType: of.classType,
    orderId: of.orderId ?? '',
    occupationCode: of.occupationCode,
    occupationName: of.occupationName,
    siteId: of.siteId,
    assigningOfficeId: of.assigningOfficeId,
    startsOn: of.startsOn,
    endsOn: of.endsOn,
    capacity: of.capacity,
    evaluationBodyId: of.evaluationBodyId ?? '',
    isSpecialTask: of.isSpecialTask,
    timetable: of.timetable.map((lesson) => ({ key: newKey(), ...lesson })),
    teachingPlan: of.teachingPlan.map((course) => ({ key: newKey(), ...course })),
  };
}

/** What is sent: empty optional fields are left out, so that the server does not judge what nobody filled in. */
export function requestOf({ orderId, evaluationBodyId, timetable, teachingPlan, ...rest }: ClassForm): ClassRequest {
  return {
    ...rest,
    ...(orderId === '' || rest.classType !== 'order' ? {} : { orderId }),
    ...(evaluationBodyId === '' ? {} : { evaluationBodyId }),
    timetable: timetable.map(({ day, course, hours, teacherId }) => ({ day, course, hours, teacherId })),
    teachingPlan: teachingPlan.map(({ course, hours }) => ({ course, hours })),
  };
}

/** The field a finding of the server is about: rows of the two tables have fields of their own. */
export function fieldIdOf(pointer: string): string | undefined {
  const [, table, index, field] = /^\/(timetable|teachingPlan)\/(\d+)(?:\/(\w+))?$/.exec(pointer) ?? [];
  if (table !== undefined) return `class-${table}-${index}-${field ?? 'course'}`;
  const [, name] = /^\/(\w+)$/.exec(pointer) ?? [];
  return name === undefined ? undefined : `class-${name}`;
}

/** Days between two, weekends left out unless wanted; for the first draft of a timetable. */
export function daysOf(from: string, to: string, withWeekends: boolean): readonly string[] {
  const days: string[] = [];
  for (
    let at = new Date(`${from}T00:00:00Z`);
    days.length < 400 && at.toISOString().slice(0, 10) <= to;
    at = new Date(at.getTime() + 86_400_000)
  ) {
    const weekday = at.getUTCDay();
    if (withWeekends || (weekday !== 0 && weekday !== 6)) days.push(at.toISOString().slice(0, 10));
  }
  return days;
}
