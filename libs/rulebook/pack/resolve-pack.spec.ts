import path from 'node:path';
import { processOf } from '#libs/policy';
import { packFolders, readPack, type Pack } from './read-pack.ts';
import { resolvePack, resolvePeriods } from './resolve-pack.ts';

const packs = packFolders(path.join(__dirname, '../../../policies')).map(readPack);

function packOf(id: string): Pack {
  const pack = packs.find(({ head }) => head.id === id);
  if (!pack) throw new Error(`there is no ${id}`);
  return pack;
}

/** Wuzhai's plan as if the county had kept it in force. */
function wuzhaiKept(): Pack {
  const pack = packOf('wuzhai-2023');
  return { ...pack, head: { ...pack.head, effectiveTo: null } };
}

describe('what a policy takes from its parents', () => {
  it.each([
    ['wuzhai-2023', [['2023-01-01', '2023-12-31', ['shanxi-2022']]]],
    [
      'huguan-2024',
      [
        ['2024-01-01', '2025-12-31', ['shanxi-2022']],
        ['2026-01-01', null, []],
      ],
    ],
    [
      'xinzhou-2024',
      [
        ['2024-01-01', '2025-12-31', ['shanxi-2022']],
        ['2026-01-01', null, []],
      ],
    ],
    ['jincheng-2020', [['2020-09-08', '2021-12-31', []]]],
    ['shanxi-2022', [['2022-06-02', '2025-12-31', []]]],
  ])('%s counts a parent only on days on which both are in force', (id, expected) => {
    const periods = resolvePeriods(packOf(id), packs).map(({ period }) => [
      period.from,
      period.to,
      period.parents.map(({ head }) => head.id),
    ]);
    expect(periods).toEqual(expected);
  });

  it('takes the nearest level that says a value, and keeps whose it is', () => {
    const { process, pack } = resolvePack(wuzhaiKept(), packs, '2024-06-03').snapshot;
    const evidence = process.order?.delivery.evidence;
    expect(evidence?.continuousMinutesPerHour).toMatchObject({ kind: 'stated', value: 10, from: 'xinzhou-2024' });
    expect(evidence?.siteCheck).toMatchObject({ kind: 'stated', clause: '七（三）' });
    expect(evidence?.siteCheck).not.toHaveProperty('from');
    expect(pack.parents.map((parent) => parent.pack)).toEqual([null, 'xinzhou-2024', 'shanxi-2022']);
  });

  it('leaves missing what no level says, with the reason of the pack itself', () => {
    const { subsidies } = resolvePack(wuzhaiKept(), packs, '2024-06-03').snapshot;
    expect(JSON.stringify(subsidies['certificate'])).toContain('"fenPerCertificate":{"kind":"missing","reason":"取证补贴执行市级政策');
  });

  it('has a class type of its province with its mark, for as long as the province has one', () => {
    const known = (on: string) => resolvePack(packOf('xinzhou-2024'), packs, on).snapshot.process.universal;
    expect(known('2025-12-31')?.eligibility.groups).toMatchObject({ kind: 'stated', from: 'shanxi-2022' });
    expect(known('2025-12-31')?.opening.materials[0]).toMatchObject({ slot: 'opening-report', from: 'shanxi-2022' });
    expect(known('2026-01-01')).toBeUndefined();
  });

  it('tells what is missing since its province’s opinion ended, by document and day, instead of staying silent (AMB-37)', () => {
    const { snapshot } = resolvePack(packOf('xinzhou-2024'), packs, '2026-01-01');
    const missing = '上级文件晋技能办〔2022〕1号适用至2025-12-31，此后由哪份文件规定尚缺';
    const province = snapshot.pack.parents.at(-1);
    expect(province).toMatchObject({ pack: null, documentNumbers: ['晋技能办〔2022〕1号'], missing });
    expect(province?.lost?.classTypes).toEqual(expect.arrayContaining(['universal', 'apprenticeship']));
    expect(processOf(snapshot, 'universal')).toMatchObject({
      refusal: { code: 'POLICY_PARENT_ABSENT', params: { name: 'universal', why: missing } },
    });
    expect(processOf(snapshot, 'univesal')).toMatchObject({ refusal: { code: 'CLASS_TYPE_UNKNOWN' } });
    expect(resolvePack(packOf('xinzhou-2024'), packs, '2025-12-31').snapshot.pack.parents.at(-1)).toEqual({
      pack: 'shanxi-2022',
      documentNumbers: ['晋技能办〔2022〕1号'],
      missing: null,
    });
  });

  it('never mixes lists, and never takes a target from above', () => {
    const { process, targets } = resolvePack(packOf('huguan-2024'), packs).snapshot;
    expect(process.order?.opening.materials.some(({ from }) => from !== undefined)).toBe(false);
    expect(targets).toEqual(packOf('huguan-2024').targets);
  });

  it('knows the missing city of Huguan by its document numbers', () => {
    const [city] = resolvePack(packOf('huguan-2024'), packs).snapshot.pack.parents;
    expect([city?.pack, city?.documentNumbers[0]]).toEqual([null, '长人社发〔2024〕14号']);
  });

  it('gives one group of people one code and every name', () => {
    const names = packs.map(({ groups }) => groups['poverty-alleviated']?.names.toSorted());
    expect(names).toEqual(packs.map(() => ['脱贫劳动力', '贫困劳动力'].toSorted()));
  });
});
