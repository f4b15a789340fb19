import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { dayWords, exclusionWords, hintWords, stepWords } from '#libs/contracts';

const calculation = path.join(__dirname, '../../libs/policy/calculation');
const source = readdirSync(calculation, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('spec.ts'))
  // What is handed in is refused, not explained.
  .filter((entry) => path.basename(entry.parentPath) !== 'given')
  .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'utf8'))
  .join('\n');

function found(pattern: RegExp): string[] {
  return [...new Set([...source.matchAll(pattern)].map(([, code = '']) => code))].sort();
}

describe('an explanation', () => {
  it('has words in both languages for every step of a calculation', () => {
    const steps = found(/(?:rule|name): '([a-z-]+)'/g);
    expect(steps.length).toBeGreaterThan(10);
    expect(steps.filter((step) => !Object.hasOwn(stepWords, step))).toEqual([]);
  });

  it('has words for every reason a line is 0', () => {
    const reasons = [...found(/excluded\('([A-Z_]+)'/g), ...found(/code: '([A-Z_]+)', clause/g)];
    expect(reasons.length).toBeGreaterThan(10);
    expect(reasons.filter((code) => !Object.hasOwn(exclusionWords, code))).toEqual([]);
  });

  it('has words for everything that would bring more', () => {
    const hints = found(/code: '([A-Z_]+)', params/g).filter(
      (code) => !code.startsWith('FACT') && !code.endsWith('TRAINED') && !code.endsWith('COUNT'),
    );
    expect(hints.filter((code) => !Object.hasOwn(hintWords, code))).toEqual([]);
  });

  it.each([...Object.values(stepWords), ...Object.values(exclusionWords), ...Object.values(hintWords), ...Object.values(dayWords)])(
    '“$zh” says the same in English, with the same parameters',
    ({ zh, en }) => {
      const params = (words: string): string[] => [...words.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name).sort();
      expect(params(zh)).toEqual(params(en));
      expect(en).toMatch(/[a-z]/);
    },
  );
});
