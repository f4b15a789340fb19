import { defineWords, useWords } from '../app/i18n/define-words.ts';

const stepWords = defineWords(
  {
    stated: '文件规定',
    chosen: '本地选定',
    missing: '缺失',
    none: '不予计发',
    tiers: '按天分档',
    cap: '封顶',
    'paid-before': '减前期已付',
    other: '计算',
  },
  {
    stated: 'stated',
    chosen: 'chosen',
    missing: 'missing',
    none: 'not paid',
    tiers: 'by days',
    cap: 'cap',
    'paid-before': 'less paid before',
    other: 'step',
  },
);

interface Step {
  readonly rule: string;
  readonly arithmetic: string;
  readonly resultFen: string;
  readonly clause: string;
  readonly kind: 'stated' | 'chosen' | 'missing';
}

interface Explanation {
  readonly steps?: readonly Step[];
  readonly exclusion?: { readonly code: string; readonly clause: string };
}

/** The arithmetic behind one amount, a line a step: what was computed, from which clause, and whether the document says it or the county chose it. */
export function LineSteps({ explanation }: { readonly explanation: object }) {
  const words = useWords(stepWords);
  const { steps = [], exclusion } = explanation as Explanation;
  const nameOf = (rule: string): string => (rule === 'tiers' || rule === 'cap' || rule === 'paid-before' ? words[rule] : words.other);
  return (
    <ul className="kbt-steps-list">
      {steps.map(({ rule, arithmetic, clause, kind }, index) => (
        <li key={`${rule}-${index}`}>
          {nameOf(rule)}：<code>{arithmetic}</code>
          <span className="kbt-hint">
            {' '}
            {clause} · {words[kind]}
          </span>
        </li>
      ))}
      {exclusion && (
        <li>
          {words.none} <span className="kbt-hint">{exclusion.clause}</span>
        </li>
      )}
    </ul>
  );
}
