import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { calculateSubsidy, formatYuan, parseYuan, type LineFacts } from '#libs/policy';
import { packFolders, readPack } from './pack/read-pack.ts';
import { resolvePack } from './pack/resolve-pack.ts';

interface Group {
  readonly people: number;
  readonly employed?: boolean;
  readonly days?: number;
  readonly paid?: string;
  readonly certificate?: string;
  readonly first?: boolean;
  readonly subsidised?: readonly string[];
}

interface Scenarios {
  readonly subsidy: string;
  readonly cases: readonly { readonly id: string; readonly point: string; readonly groups: readonly Group[]; readonly expect: string }[];
}

const policies = path.join(__dirname, '../../policies');
const packs = packFolders(policies).map(readPack);

function peopleOf(groups: readonly Group[]): LineFacts[] {
  return groups.flatMap(({ people, employed = false, days = 0, paid = '0', certificate, first: isFirst = false, subsidised = [] }, group) =>
    Array.from({ length: people }, (_, index): LineFacts => {
      const paidFen = parseYuan(paid);
      return {
        ref: `${group}-${index}`,
        payableDays: days,
        paidFen: paidFen.ok ? paidFen.value : -1n,
        isCompleted: true,
        isEmployed: employed,
        certificate: certificate ?? null,
        isFirst,
        subsidised,
      };
    }),
  );
}

const all = packs.flatMap((pack) => {
  const folder = path.join(policies, 'scenarios', pack.head.id);
  return (existsSync(folder) ? readdirSync(folder) : []).map((name) => ({
    pack,
    scenarios: parse(readFileSync(path.join(folder, name), 'utf8')) as Scenarios,
  }));
});

describe.each(all)('$pack.head.documentNumber, $scenarios.subsidy', ({ pack, scenarios }) => {
  const { snapshot } = resolvePack(pack, packs);
  it.each(scenarios.cases)('$id pays $expect yuan: $point', ({ groups, expect: expected }) => {
    const rule = snapshot.subsidies[scenarios.subsidy];
    if (!rule) throw new Error(`${pack.head.id} has no subsidy ${scenarios.subsidy}`);
    const result = calculateSubsidy(rule, peopleOf(groups));
    expect(result.held).toEqual([]);
    expect(formatYuan(result.amountFen)).toBe(expected);
  });
});
