import type { Course, Lesson } from './check-class.ts';

/** One field that differs, at the pointer reviewers mark it by; null: nothing was given. */
export interface FieldChange {
  readonly pointer: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** One lesson or course that differs; hours and, of a lesson, who teaches. */
export interface PlannedChange {
  readonly pointer: string;
  readonly what: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** The files of one slot, where they differ. */
export interface MaterialChange {
  readonly slot: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** What is compared of a filing: plain words, ids already named. */
export interface ComparableFiling {
  /** Value by pointer. */
  readonly fields: Readonly<Record<string, string | null>>;
  readonly lessons: readonly (Lesson & { readonly teacher: string })[];
  readonly courses: readonly Course[];
  readonly materials: readonly { readonly slot: string; readonly sha256: string; readonly fileName: string }[];
}

export interface FilingChanges {
  readonly fields: readonly FieldChange[];
  readonly lessons: readonly PlannedChange[];
  readonly courses: readonly PlannedChange[];
  readonly materials: readonly MaterialChange[];
}

interface Entry {
  readonly pointer: string;
  readonly what: string;
  readonly text: string;
}

/** Entries by what they are; the second of the same name is another entry. */
function keyed(entries: readonly Entry[]): ReadonlyMap<string, Entry> {
  const seen = new Map<string, number>();
  return new Map(
    entries.map((entry) => {
      const times = seen.get(entry.what) ?? 0;
      seen.set(entry.what, times + 1);
      return [`${entry.what}#${times}`, entry];
    }),
  );
}

function comparePlanned(before: readonly Entry[], after: readonly Entry[]): readonly PlannedChange[] {
  const [old, fresh] = [keyed(before), keyed(after)];
  return [...new Set([...old.keys(), ...fresh.keys()])].flatMap((key) => {
    const [was, is] = [old.get(key), fresh.get(key)];
    const named = was ?? is;
    if (named === undefined || was?.text === is?.text) return [];
    return [{ pointer: named.pointer, what: named.what, before: was?.text ?? null, after: is?.text ?? null }];
  });
}

function lessonsOf({ lessons }: ComparableFiling): readonly Entry[] {
  return lessons.map(({ day, course, hours, teacher }, index) => ({
    pointer: `/timetable/${index}`,
    what: `${day} ${course}`,
    text: `${hours} 学时 ${teacher}`,
  }));
}

function coursesOf({ courses }: ComparableFiling): readonly Entry[] {
  return courses.map(({ course, hours }, index) => ({ pointer: `/teachingPlan/${index}`, what: course, text: `${hours} 学时` }));
}

function compareMaterials(before: ComparableFiling, after: ComparableFiling): readonly MaterialChange[] {
  const slots = [...new Set([...before.materials, ...after.materials].map(({ slot }) => slot))].sort();
  const filesOf = ({ materials }: ComparableFiling, slot: string) => materials.filter((one) => one.slot === slot);
  const hashes = (of: ComparableFiling, slot: string): string =>
    filesOf(of, slot)
      .map(({ sha256 }) => sha256)
      .sort()
      .join();
  return slots
    .filter((slot) => hashes(before, slot) !== hashes(after, slot))
    .map((slot) => ({
      slot,
      before: filesOf(before, slot).map(({ fileName }) => fileName),
      after: filesOf(after, slot).map(({ fileName }) => fileName),
    }));
}

/** Only what differs between two submissions: field by field, lesson by lesson, file by file. A file renamed but the same is no difference. */
export function compareFilings(before: ComparableFiling, after: ComparableFiling): FilingChanges {
  const pointers = [...new Set([...Object.keys(before.fields), ...Object.keys(after.fields)])];
  return {
    fields: pointers
      .map((pointer) => ({ pointer, before: before.fields[pointer] ?? null, after: after.fields[pointer] ?? null }))
      .filter((field) => field.before !== field.after),
    lessons: comparePlanned(lessonsOf(before), lessonsOf(after)),
    courses: comparePlanned(coursesOf(before), coursesOf(after)),
    materials: compareMaterials(before, after),
  };
}
