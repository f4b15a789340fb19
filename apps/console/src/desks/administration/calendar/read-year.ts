import type { CalendarYear } from './queries.ts';

type Fault = { readonly kind: 'line'; readonly line: number } | { readonly kind: 'json' | 'year' | 'source' };
export type ReadYear = { readonly year: CalendarYear } | { readonly fault: Fault };

/** A year as one writes it in `policies/calendars`, to begin from. */
export const exampleYear = (year: number): string => `year: ${year}
source: 国办发明电〔${year - 1}〕X号
holidays:
  元旦: [${year}-01-01, ${year}-01-03]
  春节: []
  清明节: []
  劳动节: []
  端午节: []
  中秋节: []
  国庆节: [${year}-10-01, ${year}-10-07]
makeUpDays: []
`;

const listOf = (text: string): string[] =>
  text
    .split(/[,，、]/)
    .map((one) => one.trim().replaceAll(/^['"]|['"]$/g, ''))
    .filter((one) => one !== '');

function finished(year: number, source: string, holidays: Record<string, unknown>, makeUpDays: string[]): ReadYear {
  if (!Number.isInteger(year) || year === 0) return { fault: { kind: 'year' } };
  return source === '' ? { fault: { kind: 'source' } } : { year: { year, source, holidays, makeUpDays } };
}

function fromJson(text: string): ReadYear {
  try {
    const { year, source, holidays, makeUpDays } = JSON.parse(text) as Partial<CalendarYear>;
    return finished(Number(year ?? 0), source ?? '', { ...holidays }, [...(makeUpDays ?? [])]);
  } catch {
    return { fault: { kind: 'json' } };
  }
}

/** Reads a pasted year, in the form of `policies/calendars` or as JSON. What its days mean is for the server to judge. */
export function readYear(text: string): ReadYear {
  if (text.trim().startsWith('{')) return fromJson(text);
  const holidays: Record<string, unknown> = {};
  let [year, source, makeUpDays] = [0, '', [] as string[]];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const said = line.replace(/\s+#.*$|^#.*$/, '').trimEnd();
    if (said === '' || /^holidays\s*[:：]$/.test(said)) continue;
    const [, indent = '', key = '', value = ''] = /^(\s*)([^:：]+?)\s*[:：]\s*(.*)$/.exec(said) ?? [];
    const list = /^\[(.*)\]$/.exec(value)?.[1];
    if (indent !== '' && list !== undefined) holidays[key] = listOf(list);
    else if (key === 'year') year = Number(value);
    else if (key === 'source') source = value.replaceAll(/^['"]|['"]$/g, '');
    else if (key === 'makeUpDays' && list !== undefined) makeUpDays = listOf(list);
    else return { fault: { kind: 'line', line: index + 1 } };
  }
  return finished(year, source, holidays, makeUpDays);
}
