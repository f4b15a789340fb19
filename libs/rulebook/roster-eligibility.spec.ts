import path from 'node:path';
import { judgeRoster, type ClassType, type RosterEligibility, type RosterLine } from '#libs/policy';
import { packFolders, readPack } from './pack/read-pack.ts';
import { resolvePack } from './pack/resolve-pack.ts';

const packs = packFolders(path.join(__dirname, '../../policies')).map((folder) => readPack(folder));
const snapshots = new Map(packs.map((pack) => [pack.head.id, resolvePack(pack, packs).snapshot]));

/** A roster of one line for each of these groups, as an institution writes them. */
function judge(
  pack: string,
  classType: ClassType,
  on: string,
  categories: readonly string[],
  more: Partial<RosterLine> = {},
): RosterEligibility {
  const snapshot = snapshots.get(pack);
  if (!snapshot) throw new Error(`there is no ${pack}`);
  const lines = categories.map((category, index) => ({
    ...{ enrollmentId: `e${index + 1}`, row: index + 1, category, enrolledOn: on, isInOtherClass: false, classesThisYear: 0 },
    ...more,
  }));
  const judged = judgeRoster(snapshot, { classType, on }, lines);
  if (!judged.ok) throw new Error(judged.refusal.code);
  return judged.value;
}

const answers = ({ people }: RosterEligibility) => people.map(({ answer }) => answer);
const check = ({ checks }: RosterEligibility, code: string) => checks.find((one) => one.code === code);

describe('who of a roster may join', () => {
  it('is yes, no with the clause, or unknown with what to ask, person by person', () => {
    const judged = judge('jincheng-2020', 'universal', '2020-12-01', ['农村转移劳动力', '企业职工', '邻居']);
    const { value, ...groups } = check(judged, 'class-groups') ?? { value: undefined };
    expect(groups).toMatchObject({ to: 'join', yes: 1, no: 1, unknown: 1, rowsNo: [2], rowsUnknown: [3] });
    expect(value).toMatchObject({ kind: 'stated', clause: '三（五）' });
    expect(check(judged, 'class-groups')?.ask).toEqual([
      expect.objectContaining({ fact: 'groups', ask: expect.stringContaining('人员类别') as string }),
    ]);
    expect(judged.people.map(({ row, answer }) => [row, answer])).toContainEqual([2, 'no']);
  });

  it('asks for what a roster does not say, wish and capacity for work (GRP-11)', () => {
    const judged = judge('xinzhou-2024', 'order', '2024-08-01', ['脱贫劳动力']);
    expect(answers(judged)).toEqual(['unknown']);
    expect(check(judged, 'training-intent')).toMatchObject({
      yes: 0,
      no: 0,
      unknown: 1,
      ask: [{ fact: 'hasTrainingIntent', ask: '本人是否有培训意愿？' }],
    });
    expect(check(judged, 'one-class-at-a-time')).toMatchObject({ yes: 1, unknown: 0, ask: [] });
  });

  it('counts the classes of the year against the limit of the subsidy (SUB-JC20-17)', () => {
    const judged = (classesThisYear: number) => judge('jincheng-2020', 'universal', '2020-12-01', ['农村转移劳动力'], { classesThisYear });
    const of = (one: RosterEligibility) => one.checks.filter(({ code }) => code === 'classes-per-year').map(({ yes, no }) => [yes, no]);
    expect([of(judged(2)), of(judged(3))]).toEqual([[[1, 0]], [[0, 1]]]);
  });

  it('is nothing to say of a roster without people', () => {
    expect(judge('jincheng-2020', 'universal', '2020-12-01', [])).toEqual({ checks: [], people: [] });
  });
});
