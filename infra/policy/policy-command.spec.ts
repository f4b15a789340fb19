import fc from 'fast-check';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { PolicyShelf } from '#libs/rulebook';
import { PlainError } from '../local/plain-error.ts';
import { policyCommand } from './policy-command.ts';

const policies = path.join(__dirname, '../../policies');

describe('npm run policy', () => {
  const shelf = PolicyShelf.read(policies);
  let folder: string;
  let said: string;

  beforeAll(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'scenarios-'));
    process.env['KBT_POLICIES'] = policies;
    process.env['INIT_CWD'] = folder;
    jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
      said += String(text);
      return true;
    });
  });
  beforeEach(() => {
    said = '';
  });
  afterAll(() => {
    jest.restoreAllMocks();
    rmSync(folder, { recursive: true, force: true });
  });

  async function run(...args: string[]): Promise<{ code: number; said: string }> {
    const code = await policyCommand(args, shelf);
    return { code, said };
  }

  function write(name: string, text: string): string {
    writeFileSync(path.join(folder, name), text);
    return name;
  }

  const issue = `policy: xinzhou-2024
scenarios:
  - name: exactly 80 percent employed pays every trained person
    example: EX-01
    subsidy: order-class-training
    given: { trainees: { count: 30, payableDays: 9, employed: 24 } }
    expect: { amount: "40500.00" }
`;

  it('runs a scenario file from outside the repository', async () => {
    const { code, said: text } = await run('calculate', write('own.yaml', issue), '--en');
    expect(text).toContain('✓  EX-01');
    expect(text).toContain('1 of 1 as expected');
    expect(code).toBe(0);
  });

  it('answers 1 on a mismatch, with file, line, what was expected and what came out', async () => {
    const { code, said: text } = await run('calculate', write('wrong.yaml', issue.replace('40500.00', '40500.01')));
    expect(code).toBe(1);
    expect(text).toMatch(/wrong\.yaml:7: .*amount: expected 40500\.01, came out 40500\.00/);
  });

  it('prints the same as JSON for other systems, amounts as digits of fen', async () => {
    await run('calculate', write('own.yaml', issue), '--json');
    expect(JSON.parse(said)).toMatchObject([
      { isAsExpected: true, answer: { amount: '40500.00' }, claims: [{ calculation: { amountFen: '4050000' } }] },
    ]);
  });

  it('explains an amount with steps, clauses and what would bring more', async () => {
    const cliff = issue.replace('employed: 24', 'employed: 23').replace('expect: { amount: "40500.00" }', 'note: none');
    await run('explain', write('cliff.yaml', cliff), '--en');
    expect(said).toContain('tiers by day: 9 × 150.00 = 1350.00  [三（三）, stated]');
    expect(said).toMatch(/1 more employed reaches 80 % \(now 23 of 30\) and pays everybody: \+9450\.00/);
  });

  it('computes a deadline with its counted days', async () => {
    await run('due', 'notice-close', 'xinzhou-2024', 'order', 'publishedOn=2024-09-27', '--en');
    expect(said).toContain('due: 2024-10-10');
    expect(said).toMatch(/2024-10-01 {2}Tue {2}– +holiday \(国庆节\)/);
    expect(said).toMatch(/claim\.publicNotice\.workingDays = 5 {2}stated 三（二）「公示不少于5个工作日」/);
  });

  it('shows a policy value by value beside the text of the clause', async () => {
    await run('show', 'xinzhou-2024', '三（三）', '--en');
    expect(said).toContain('document.txt:');
    expect(said).toContain('subsidies.order-project-training.capFen = 500000');
  });

  it('tells two policies apart, value by value', async () => {
    await run('diff', 'xinzhou-2024', 'huguan-2024', '--en');
    expect(said).toContain('process.order.opening.filing.latestDaysBefore\n  - 3 ');
    expect(said).toContain('  + 7 ');
    expect(said).not.toContain('subsidies.order-project-training.capFen\n');
  });

  it('lists the papers of an application', async () => {
    await run('materials', 'xinzhou-2024', 'order', 'opening', '--en');
    expect(said).toContain('syllabus');
  });

  it.each<[string, string[], RegExp]>([
    ['an unknown command', ['calcluate'], /did you mean “calculate”/],
    ['an unknown option', ['calculate', '--jsno'], /nearest is --json/],
    ['an option without its value', ['show', 'xinzhou-2024', '--on'], /--on needs a value/],
    ['a file that is not there', ['calculate', 'nothing.yaml'], /There is no file nothing\.yaml/],
    ['a folder as file', ['calculate', '.'], /There is no file \./],
    ['no file', ['calculate'], /Name at least one file/],
    ['an unknown policy', ['show', 'xinzhuo-2024'], /nearest is “xinzhou-2024”/],
    ['an unknown question', ['due', 'notice-clsoe', 'xinzhou-2024'], /nearest word is “notice-close”/],
    [
      'a day that does not exist',
      ['due', 'notice-close', 'xinzhou-2024', 'order', 'publishedOn=2024-02-30', '--en'],
      /cannot be "2024-02-30"/,
    ],
    ['a year nobody announced', ['due', 'notice-close', 'xinzhou-2024', 'order', 'publishedOn=2026-12-30', '--en'], /2027/],
    [
      'a class type the policy does not know',
      ['due', 'notice-close', 'xinzhou-2024', 'menu', 'publishedOn=2024-09-27', '--en'],
      /no class type "menu"/,
    ],
    ['an unknown clause', ['show', 'xinzhou-2024', '三（九）'], /has no clause “三（九）”; the nearest is/],
    ['an unknown subsidy', ['materials', 'xinzhou-2024', 'certifikate', '--en'], /the nearest is "certificate"/],
  ])('says what is wrong with %s, and the nearest valid word', async (_what, args, message) => {
    await expect(run(...args)).rejects.toThrow(message);
    await expect(run(...args)).rejects.toBeInstanceOf(PlainError);
  });

  it.each<[string, string, RegExp]>([
    ['a misspelt field', issue.replace('payableDays', 'payableDay'), /payableDays/],
    [
      'a misspelt word of the form',
      issue.replace('subsidy:', 'subsidi:'),
      /file\.yaml:5: scenarios\[0\]\.subsidi: “subsidi” is not known here; the nearest word is “subsidy”/,
    ],
    [
      'an unknown policy',
      issue.replace('xinzhou-2024', 'xinzhou-2042'),
      /file\.yaml:1: policy: there is no policy “xinzhou-2042”; the nearest is “xinzhou-2024”/,
    ],
    ['an amount that is none', issue.replace('40500.00', '4万元'), /file\.yaml:7: .*must be an amount of yuan/],
    ['an expectation of another kind', issue.replace('amount:', 'dueOn:'), /file\.yaml:7: .*“dueOn” is not known here/],
    ['two names alike', issue + issue.split('\n').slice(2).join('\n'), /has the same name/],
    ['no scenario', 'policy: xinzhou-2024\nscenarios: []\n', /at least one/],
    ['broken YAML', issue.replace('[', '').replace('{ trainees', '[ trainees'), /file\.yaml:\d+/],
    ['a YAML bomb', `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefghi'.split('').map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[index]}`).join(',')}]`).join('\n')}\n`, /aliases|values/], // prettier-ignore
    ['nesting without end', `a: ${'['.repeat(5000)}`, /nested more than/],
  ])('names file and line of %s', async (_what, text, message) => {
    write('file.yaml', text);
    const answer = run('calculate', 'file.yaml', '--en').then(
      ({ said: words }) => words,
      (error: unknown) => (error instanceof PlainError ? error.message : `no plain error: ${String(error)}`),
    );
    expect(await answer).toMatch(message);
  });

  it('refuses 10^12 persons, more employed than trained, half and negative days', async () => {
    for (const [find, put] of [
      ['count: 30', 'count: 1000000000000'],
      ['employed: 24', 'employed: 31'],
      ['payableDays: 9', 'payableDays: 9.5'],
      ['payableDays: 9', 'payableDays: -1'],
    ] as const) {
      const { code } = await run('calculate', write('bad.yaml', issue.replace(find, put)), '--en');
      expect(code).toBe(1);
      expect(said).toMatch(/bad\.yaml:6: /);
      said = '';
    }
  });

  it('never ends without a message, whatever is typed', async () => {
    const word = fc.oneof(
      fc.constantFrom(
        'calculate',
        'explain',
        'due',
        'materials',
        'show',
        'diff',
        'xinzhou-2024',
        'order',
        'notice-close',
        'opening',
        '--json',
        '--on',
        '--en',
      ),
      fc.constantFrom(
        'publishedOn=2024-09-27',
        'startsOn=9999-99-99',
        'suspensions=..',
        'year=1e9',
        '--on=2024-13-01',
        'own.yaml',
        '--overlay',
        '/dev/null',
        '..',
      ),
      fc.string({ maxLength: 30 }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('due', 'materials', 'calculate', 'explain', '?'),
        fc.array(word, { maxLength: 6 }),
        async (command, args) => {
          said = '';
          try {
            await policyCommand([command, ...args], shelf);
            expect(said).not.toBe('');
          } catch (error) {
            expect(error).toBeInstanceOf(PlainError);
            expect((error as Error).message.length).toBeGreaterThan(5);
          }
        },
      ),
      { numRuns: 10_000 },
    );
  });
});
