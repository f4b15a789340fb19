import { expect } from 'expect';
import { format } from 'node:util';

export interface CollectedTest {
  /** The words of its `describe`s and its own, with a number where two are alike. */
  readonly id: string;
  readonly run: () => unknown;
}

type Body = (...row: unknown[]) => unknown;

/**
 * The words of a spec file (`describe`, `it`, `it.each`, `expect`) as globals that only collect. A spec that needs more of Jest, hooks for one, fails at its
 * first word that is not here. The list fills while spec files are imported.
 */
export function collectSpecs(): readonly CollectedTest[] {
  const tests: CollectedTest[] = [];
  const ids = new Map<string, number>();
  const path: string[] = [];

  const it = (title: string, run: () => unknown): void => {
    const words = [...path, title].join(' ');
    const alike = (ids.get(words) ?? 0) + 1;
    ids.set(words, alike);
    tests.push({ id: alike === 1 ? words : `${words} (${alike})`, run });
  };
  const each =
    (rows: readonly unknown[]) =>
    (title: string, body: Body): void =>
      rows.forEach((row, index) => {
        const values = Array.isArray(row) ? (row as unknown[]) : [row];
        it(format(title.replaceAll('%#', String(index)), ...values), () => body(...values));
      });
  const describe = (title: string, body: () => void): void => {
    path.push(title);
    body();
    path.pop();
  };
  Object.assign(globalThis, { describe, it: Object.assign(it, { each }), expect });
  return tests;
}
