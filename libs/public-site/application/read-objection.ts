import type { NewObjection } from '#libs/casework';
import type { WrongField } from '../html/pieces.ts';

/** A form as it was sent. */
export type Form = Readonly<Record<string, unknown>>;

export function textOf(form: Form, name: string): string {
  const value = form[name];
  return typeof value === 'string' ? value : '';
}

export interface TypedObjection {
  readonly key: string;
  readonly scope: string;
  readonly lines: string;
  readonly facts: string;
  readonly contact: string;
}

export function typedObjection(form: Form): TypedObjection {
  return {
    key: textOf(form, 'key'),
    scope: textOf(form, 'scope'),
    lines: textOf(form, 'lines'),
    facts: textOf(form, 'facts'),
    contact: textOf(form, 'contact'),
  };
}

const MAX_LINES = 100;
const FACTS = { least: 5, most: 4000 };
const CONTACT = { least: 3, most: 200 };

/** The numbers in `3、5-7, 9`; undefined where it is none. Whatever keyboard: full-width figures, Chinese commas and dashes are understood. */
export function lineNumbers(text: string): readonly number[] | undefined {
  const parts = text
    .normalize('NFKC')
    .split(/[\s,，、;；]+/)
    .filter(Boolean);
  const lines = new Set<number>();
  for (const part of parts) {
    const range = /^(\d{1,6})(?:[-–—~至到](\d{1,6}))?$/.exec(part);
    const [from, to] = [Number(range?.[1]), Number(range?.[2] ?? range?.[1])];
    if (!range || from < 1 || to < from || to - from >= MAX_LINES) return undefined;
    for (let line = from; line <= to; line++) lines.add(line);
  }
  return lines.size === 0 || lines.size > MAX_LINES ? undefined : [...lines].sort((a, b) => a - b);
}

type Say = (zh: string, en: string) => string;

/** What was typed as an objection, or everything that is wrong with it at once. */
export function readObjection(
  typed: TypedObjection,
  say: Say,
): { readonly objection: NewObjection } | { readonly wrong: readonly WrongField[] } {
  const wrong: WrongField[] = [];
  const add = (field: string, zh: string, en: string) => wrong.push({ field, message: say(zh, en) });
  const lines = lineNumbers(typed.lines);
  const [facts, contact] = [typed.facts.trim(), typed.contact.trim()];
  if (typed.scope !== 'persons' && typed.scope !== 'whole') add('scope-persons', '请选择对哪些内容提出异议', 'Say what you object to');
  if (typed.scope === 'persons' && !lines)
    add(
      'lines',
      `请填写名单中的序号，如“3、5-7”，一次至多${MAX_LINES}个`,
      `Give the numbers of the list, such as "3, 5-7"; ${MAX_LINES} at most`,
    );
  if (facts.length < FACTS.least)
    add('facts', `请写明事实和理由，至少${FACTS.least}个字`, `Describe what is wrong in ${FACTS.least} characters or more`);
  if (facts.length > FACTS.most)
    add('facts', `事实和理由至多${FACTS.most}字，现有${facts.length}字`, `At most ${FACTS.most} characters; you wrote ${facts.length}`);
  if (contact !== '' && (contact.length < CONTACT.least || contact.length > CONTACT.most))
    add(
      'contact',
      `联系方式为${CONTACT.least}至${CONTACT.most}个字，也可以不填`,
      `${CONTACT.least} to ${CONTACT.most} characters, or leave it empty`,
    );
  if (wrong.length > 0) return { wrong };
  const scope = typed.scope === 'whole' ? { isWholeClaim: true } : { lines: lines ?? [] };
  return { objection: { ...scope, facts, ...(contact === '' ? {} : { contact }) } };
}
