import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { faultText, readPack } from '#libs/rulebook';
import { checkPolicies } from './check-policies.ts';

const policies = path.join(__dirname, '../../policies');

/** What is planted where: the fault, the file, what is found there, what is put in its place, and the answer. */
type Plant = readonly [string, string, string | RegExp, string, RegExp];

const citations: readonly Plant[] = [
  [
    'an invented quote',
    'huguan-2024/subsidies.yaml',
    '最高每人不超过5000元',
    '最高每人不超过6000元',
    /:\d+: .*capFen: the quote “最高每人不超过6000元” is not in document.txt/,
  ],
  [
    'a quote of another clause',
    'huguan-2024/subsidies.yaml',
    'clause: 二（六）, quote: 最高',
    'clause: 二（七）, quote: 最高',
    /is not in clause 二（七）, but in 二（六）/,
  ],
  [
    'a clause that does not exist',
    'huguan-2024/subsidies.yaml',
    'clause: 二（六）, quote: 最高',
    'clause: 二（十六）, quote: 最高',
    /the clause 二（十六） is not in document.txt; did you mean “二（六）”/,
  ],
  [
    'a value without its clause',
    'huguan-2024/subsidies.yaml',
    'capFen: { stated: 500000, clause: 二（六）,',
    'capFen: { stated: 500000,',
    /needs its clause/,
  ],
  [
    'a choice of an ambiguity nobody listed',
    'huguan-2024/process.yaml',
    'amb: AMB-02',
    'amb: AMB-92',
    /AMB-92 is not in the list of ambiguities; did you mean “AMB-/,
  ],
  ['a choice without its reason', 'huguan-2024/process.yaml', /amb: AMB-02, reason: [^,}]+/, 'amb: AMB-02', /needs its reason/],
  [
    'a chosen paper without its reason',
    'huguan-2024/process.yaml',
    'clause: AMB-41, reason: 县里增加；培训日和课时按课程安排核对',
    'clause: AMB-41',
    /a chosen entry .* needs its reason/,
  ],
];

const shapes: readonly Plant[] = [
  ['a misspelt field', 'xinzhou-2024/process.yaml', 'daysBeforeEnd:', 'dayBeforeEnd:', /did you mean “daysBeforeEnd”/],
  ['an amount in words', 'huguan-2024/subsidies.yaml', 'stated: 30000', 'stated: 三百元', /an amount in fen, a whole number/],
  ['a negative amount', 'huguan-2024/subsidies.yaml', 'stated: 30000', 'stated: -30000', /an amount in fen, a whole number/],
  ['half a day', 'huguan-2024/process.yaml', 'stated: 7', 'stated: 7.5', /a whole number, not negative/],
  ['a day there is not', 'jincheng-2020/pack.yaml', 'stated: 2020-09-08', 'stated: 2020-09-31', /a day YYYY-MM-DD/],
  ['a percentage above 100', 'jincheng-2020/statements.yaml', 'stated: 60,', 'stated: 160,', /0 to 100/],
  ['a class type nobody knows', 'huguan-2024/process.yaml', 'universal: &universal', 'univrsal: &universal', /did you mean “universal”/],
  ['a kind of formula nobody knows', 'huguan-2024/subsidies.yaml', 'kind: per-person', 'kind: per-persons', /did you mean “per-person”/],
  ['a statement under another row', 'huguan-2024/statements.yaml', /^CLS-03:/m, 'CLS-02-site:', /is not named after one of its rows/],
];

const references: readonly Plant[] = [
  [
    'a subsidy nobody defines',
    'xinzhou-2024/process.yaml',
    '[entrepreneurship-training, living-allowance]',
    '[entrepreneur-training]',
    /entrepreneur-training is not in subsidies.yaml/,
  ],
  [
    'a group nobody names',
    'huguan-2024/subsidies.yaml',
    'stated: [poverty-alleviated]',
    'stated: [poverty-elevated]',
    /did you mean “poverty-alleviated”/,
  ],
  [
    'a row nobody carries any more',
    'huguan-2024/process.yaml',
    'rows: [DDL-03]',
    'rows: []',
    /requirements.tsv:\d+: DDL-03: is not carried by huguan-2024/,
  ],
  [
    'a row there is not',
    'huguan-2024/process.yaml',
    'rows: [DDL-03]',
    'rows: [DDL-93]',
    /DDL-93 is no row of the requirements; did you mean/,
  ],
  ['a cell that no longer adds up', 'wuzhai-2023/targets.yaml', 'count: 155', 'count: 156', /add up to 721, the printed total is 720/],
  [
    'an “of which” counted twice',
    'wuzhai-2023/targets.yaml',
    'count: 100, countsInTotal: false',
    'count: 100, countsInTotal: true',
    /add up to 780, the printed total is 680/,
  ],
  [
    'a parent that is not there',
    'huguan-2024/pack.yaml',
    'pack: shanxi-2022',
    'pack: shanxi-2023',
    /shanxi-2023 is not among the packs; declare it missing/,
  ],
  [
    'two policies on one day',
    'shanxi-2022/pack.yaml',
    "region: '140000'",
    "region: '140900'",
    /140900 has two policies from 2024-01-01 on: end shanxi-2022 on 2023-12-31/,
  ],
  [
    'days without a policy',
    'jincheng-2020/pack.yaml',
    "region: '140500'",
    "region: '140000'",
    /140000 has no policy from 2022-01-01 to 2022-06-01, after jincheng-2020/,
  ],
  ['a policy that ends before it begins', 'wuzhai-2023/pack.yaml', 'chosen: 2023-12-31', 'chosen: 2022-12-31', /ends before it begins/],
  ['a pack named after another year', 'wuzhai-2023/pack.yaml', 'chosen: 2023-01-01', 'chosen: 2022-12-01', /name the pack after the year/],
];

const calendars: readonly Plant[] = [
  ['a make-up day on a Monday', 'calendars/2024.yaml', '2024-10-12', '2024-10-14', /Saturday or Sunday/],
  ['a year without its Spring Festival', 'calendars/2024.yaml', /^ {2}春节.*\n/m, '', /春节 is not there/],
  [
    'a copied year that still names the old notice',
    'calendars/2026.yaml',
    '〔2025〕',
    '〔2024〕',
    /name the State Council's notice for 2026/,
  ],
  ['a holiday of another year', 'calendars/2024.yaml', '[2024-06-10, 2024-06-10]', '[2023-06-10, 2023-06-10]', /no days of 2024/],
];

const yaml: readonly Plant[] = [
  ['broken YAML', 'xinzhou-2024/pack.yaml', 'id: xinzhou-2024', 'id: [xinzhou-2024', /:\d+: Flow/],
  ['a name twice', 'xinzhou-2024/pack.yaml', 'level: city', 'level: city\nlevel: county', /:7: level stands here twice/],
  [
    'aliases that explode',
    'xinzhou-2024/pack.yaml',
    /^rows:.*$/m,
    `a: &a [x, x, x, x, x, x, x, x, x, x]\n${['b', 'c', 'd', 'e', 'f'].map((name, index) => `${name}: &${name} [${`*${'abcde'[index]}, `.repeat(10)}]`).join('\n')}`,
    /aliases|expands to more/,
  ],
  ['an alias of itself', 'xinzhou-2024/pack.yaml', /^rows:.*$/m, 'rows: &r [*r]', /aliases|expands to more|row ids/],
  ['nesting without end', 'xinzhou-2024/pack.yaml', /^rows:.*$/m, `rows: ${'['.repeat(5000)}`, /nested more than 40 deep/],
  ['a file of a megabyte', 'xinzhou-2024/pack.yaml', /^rows:.*$/m, `rows: [${'SRC-05, '.repeat(140_000)}]`, /larger than 512 KiB/],
];

/** Below the province's: what is planted in one of these is found without the others, which take their time to be read. */
const BESIDE_EACH_OTHER = ['huguan-2024', 'jincheng-2020', 'wuzhai-2023', 'xinzhou-2024'];

describe('npm run policy:check', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'policies-'));
    cpSync(policies, folder, { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('finds nothing wrong with the policies of this repository', () => {
    expect(checkPolicies(policies).map(faultText)).toEqual([]);
  });

  function plant(file: string, find: string | RegExp, put: string): void {
    const name = path.join(folder, file);
    const text = readFileSync(name, 'utf8');
    const planted = text.replace(find, () => put);
    if (planted === text) throw new Error(`"${String(find)}" is not in ${file}`);
    writeFileSync(name, planted);
    const [pack = ''] = file.split('/');
    if (!BESIDE_EACH_OTHER.includes(pack)) return;
    for (const other of BESIDE_EACH_OTHER) if (other !== pack) rmSync(path.join(folder, other), { recursive: true });
  }

  it.each([...citations, ...references, ...calendars])('names file, line and remedy of %s', (_what, file, find, put, answer) => {
    plant(file, find, put);
    expect(checkPolicies(folder).map(faultText).join('\n')).toMatch(answer);
  });

  it.each([...shapes, ...yaml])('does not read a policy with %s, and says where', (_what, file, find, put, answer) => {
    plant(file, find, put);
    expect(() => readPack(path.join(folder, path.dirname(file)))).toThrow(answer);
  });

  it.each(['document.txt', 'groups.yaml'])('misses %s of a policy', (file) => {
    rmSync(path.join(folder, 'wuzhai-2023', file));
    expect(checkPolicies(folder).map(faultText).join('\n')).toMatch(/is not there; every policy has/);
  });

  it('misses the working days of a year in which a policy is in force', () => {
    rmSync(path.join(folder, 'calendars/2021.yaml'));
    expect(checkPolicies(folder).map(faultText).join('\n')).toMatch(/2021.yaml: the working days of 2021 are not there/);
  });
});
