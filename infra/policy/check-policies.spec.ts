import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { checkPolicies } from './check-policies.ts';

const policies = path.join(__dirname, '../../policies');

describe('npm run policy:check', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'policies-'));
    cpSync(policies, folder, { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  function plant(file: string, find: string, put: string): void {
    const name = path.join(folder, file);
    const text = readFileSync(name, 'utf8');
    if (!text.includes(find)) throw new Error(`"${find}" is not in ${file}`);
    writeFileSync(name, text.replace(find, put));
  }

  it('finds nothing wrong with the policies of this repository', () => {
    expect(checkPolicies(policies)).toEqual([]);
  });

  it.each([
    ['an invented quote', 'huguan-2024/subsidies.yaml', '最高每人不超过5000元', '最高每人不超过6000元', /is not in document.txt/],
    [
      'a value without its clause',
      'huguan-2024/subsidies.yaml',
      'capFen: { stated: 500000, clause: 二（六）,',
      'capFen: { stated: 500000,',
      /needs its clause/,
    ],
    ['a misspelt field', 'xinzhou-2024/process.yaml', 'daysBeforeEnd:', 'dayBeforeEnd:', /not known|not there/],
    ['an amount in words', 'huguan-2024/subsidies.yaml', 'stated: 30000', 'stated: 三百元', /whole number/],
    ['a make-up day on a Monday', 'calendars/2024.yaml', '2024-10-12', '2024-10-14', /Saturday or Sunday/],
    [
      'a subsidy nobody defines',
      'xinzhou-2024/process.yaml',
      'subsidies: [enterprise-training, certificate, certificate-of-organizer]',
      'subsidies: [enterprise]',
      /not in subsidies.yaml/,
    ],
    ['broken YAML', 'xinzhou-2024/pack.yaml', 'id: xinzhou-2024', 'id: [xinzhou-2024', /line|Flow/],
  ])('names file and place of %s', (_what, file, find, put, problem) => {
    plant(file, find, put);
    const faults = checkPolicies(folder);
    expect(faults.map((fault) => `${fault.file} ${fault.path} ${fault.problem}`).join('\n')).toMatch(problem);
    expect(faults[0]?.file).toContain(file.split('/')[0]);
  });
});
