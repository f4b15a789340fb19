import fc from 'fast-check';
import path from 'node:path';
import { deadlineQuestions, findDeadline, WorkingCalendar, type ClassType, type DeadlineFacts, type DeadlineName } from '#libs/policy';
import { refusalCatalogue } from '#libs/contracts';
import { readCalendars } from './pack/read-calendars.ts';
import { packFolders, readPack } from './pack/read-pack.ts';
import { resolvePack } from './pack/resolve-pack.ts';

const policies = path.join(__dirname, '../../policies');
const calendar = new WorkingCalendar(readCalendars(policies));
const packs = packFolders(policies).map((folder) => readPack(folder));
const snapshots = new Map(packs.map((pack) => [pack.head.id, resolvePack(pack, packs).snapshot]));

function ask(
  name: DeadlineName,
  facts: DeadlineFacts,
  { pack = 'xinzhou-2024', type = 'order' }: { readonly pack?: string; readonly type?: ClassType } = {},
) {
  const snapshot = snapshots.get(pack);
  if (!snapshot) throw new Error(`there is no ${pack}`);
  return findDeadline(name, { snapshot, process: snapshot.process[type] ?? null, calendar, facts });
}

describe('a deadline of a policy', () => {
  it('shows each day of a notice over the National Day, and why it did or did not count', () => {
    const answer = ask('notice-close', { publishedOn: '2024-09-27' });
    expect(answer).toMatchObject({ value: { dueOn: '2024-10-10', nextOn: '2024-10-11' } });
    const days = answer.ok ? answer.value.days.map(({ day, number, reason, name }) => [day.slice(5), number, reason, name]) : [];
    expect(days.slice(0, 5)).toEqual([
      ['09-27', 0, 'start', null],
      ['09-28', null, 'weekend', null],
      ['09-29', 1, 'make-up-day', '调休上班'],
      ['09-30', 2, 'working-day', null],
      ['10-01', null, 'holiday', '国庆节'],
    ]);
    expect(days.at(-1)).toEqual(['10-10', 5, 'working-day', null]);
  });

  it('leaves out the days a case lay with its applicant', () => {
    const facts = { step: 'opening-review', beganOn: '2026-03-02', suspensions: [{ from: '2026-03-03', to: '2026-03-05' }] };
    expect(ask('step', { step: 'opening-review', beganOn: '2026-03-02' })).toMatchObject({ value: { dueOn: '2026-03-05' } });
    const answer = ask('step', facts);
    expect(answer).toMatchObject({ value: { dueOn: '2026-03-09' } });
    expect(answer.ok && answer.value.days.filter(({ reason }) => reason === 'suspended').map(({ day }) => day)).toEqual([
      '2026-03-04',
      '2026-03-05',
    ]);
  });

  it('rests on named values, each with its clause or the reading chosen', () => {
    const answer = ask('opening-filing', { startsOn: '2024-07-15' });
    expect(answer.ok && answer.value.basis.map(({ name, value }) => [name, value.kind])).toEqual([
      ['opening.filing.earliestDaysBefore', 'stated'],
      ['opening.filing.latestDaysBefore', 'stated'],
      ['deadlines.filingDays', 'chosen'],
    ]);
  });

  it.each([
    ['a year nobody announced', 'notice-close', { publishedOn: '2026-12-28' }, 'CALENDAR_YEAR_UNKNOWN', { year: '2027' }],
    ['a value nobody states', 'claim', { completedOn: '2024-07-01' }, 'POLICY_VALUE_MISSING', { name: 'deadlines.claimUntil' }],
    ['a day before the policy', 'opening-filing', { startsOn: '2023-12-31' }, 'POLICY_NOT_IN_FORCE', { on: '2023-12-31' }],
    ['no day at all', 'opening-filing', {}, 'DEADLINE_FACT_MISSING', { fact: 'startsOn' }],
    ['a day that does not exist', 'opening-filing', { startsOn: '2024-02-30' }, 'DEADLINE_FACT_MALFORMED', { text: '2024-02-30' }],
    [
      'a fact it does not use',
      'notice-close',
      { publishedOn: '2024-07-01', endsOn: '2024-07-02' },
      'DEADLINE_FACT_UNUSED',
      { fact: 'endsOn' },
    ],
    ['a step that is not there', 'step', { step: 'opening', beganOn: '2024-07-01' }, 'STEP_UNKNOWN', { step: 'opening' }],
    [
      'an opening filed too late',
      'routing-day',
      { startsOn: '2024-07-15', filedOn: '2024-07-13' },
      'FILING_TOO_LATE',
      { earliestStart: '2024-07-16' },
    ],
    ['video of an open case', 'video-retention', { completedOn: '2024-07-15', hasOpenCase: true }, 'VIDEO_STILL_NEEDED', undefined],
  ] as const)('refuses %s by name', (_what, name, facts, code, params) => {
    expect(ask(name, facts)).toMatchObject({ ok: false, refusal: { code, ...(params && { params }) } });
  });

  const text = fc.oneof(
    fc
      .date({ min: new Date('1990-01-01'), max: new Date('2110-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10)),
    fc.string({ maxLength: 12 }),
  );
  const anything = fc.oneof(
    text,
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(fc.record({ from: text, to: text }), { maxLength: 3 }),
  );
  const factNames = [
    'startsOn',
    'endsOn',
    'filedOn',
    'step',
    'beganOn',
    'publishedOn',
    'completedOn',
    'lastPaidOn',
    'foundOn',
    'dueOn',
    'on',
    'month',
    'year',
    'hasSpecialReason',
    'hasOpenCase',
    'suspensions',
  ];

  it('answers, or says what is wrong in a known code, whatever it is asked', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...(Object.keys(deadlineQuestions) as DeadlineName[])),
        fc.constantFrom(...snapshots.keys()),
        fc.dictionary(fc.constantFrom(...factNames), anything, { maxKeys: 4 }),
        text,
        (name, pack, facts, day) => {
          const needed = Object.fromEntries(deadlineQuestions[name].needs.map((fact) => [fact, fact === 'year' ? 2024 : day]));
          const answer = ask(name, { ...needed, ...facts }, { pack });
          if (answer.ok) expect(answer.value.dueOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
          else expect(Object.keys(refusalCatalogue)).toContain(answer.refusal.code);
        },
      ),
      { numRuns: 10_000 },
    );
  });

  it('never falls earlier when it begins a day later, and counts exactly the days of the rule', () => {
    const day = fc.integer({ min: 0, max: 1000 }).map((offset) => new Date(Date.UTC(2024, 0, 1 + offset)).toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, day, (one, other) => {
        const [first, second] = [one, other].sort().map((publishedOn) => ask('notice-close', { publishedOn }));
        if (!first?.ok || !second?.ok) return;
        expect(first.value.dueOn <= second.value.dueOn).toBe(true);
        expect(first.value.days.filter(({ number }) => number !== null)).toHaveLength(6);
      }),
      { numRuns: 10_000 },
    );
  });
});
