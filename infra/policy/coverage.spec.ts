import path from 'node:path';
import { packFolders, readPack, type PackFault } from '#libs/rulebook';
import { coverageOf, placeText } from './coverage.ts';
import { requirementRows } from './requirement-rows.ts';

const policies = path.join(__dirname, '../../policies');

describe('npm run policy -- coverage', () => {
  const faults: PackFault[] = [];
  const rows = coverageOf(requirementRows(policies, faults), packFolders(policies).map(readPack));
  const of = (id: string) => rows.find(({ row }) => row.id === id);

  it('lists every row of the requirements, none of them missing', () => {
    expect(faults).toEqual([]);
    expect(rows.length).toBe(785);
    expect(rows.filter(({ state }) => state === 'missing').map(({ row }) => row.id)).toEqual([]);
  });

  it('calls no row of a family of rules “not data”, but three that only read or check the others', () => {
    const families = ['PRC', 'DOC', 'DDL', 'DEC', 'CLS', 'TYP', 'COV', 'SUB', 'FND', 'EVD', 'PLN', 'TWZ', 'THG', 'SYS', 'GRP', 'INS'];
    const left = rows.filter(({ row, state }) => state === 'not data' && families.some((family) => row.id.startsWith(`${family}-`)));
    expect(left.map(({ row }) => row.id)).toEqual(['PLN-19', 'PLN-20', 'PLN-21']);
    expect(left.every(({ row }) => (row.notData ?? '').length > 20)).toBe(true);
  });

  it('says where a row is carried, in each pack whose document says it', () => {
    expect(of('DDL-02')?.carried.map(placeText)).toContainEqual(
      expect.stringMatching(/^huguan-2024\/process.yaml:\d+ order.opening.filing.latestDaysBefore$/),
    );
    expect(new Set(of('CLS-12')?.carried.map(({ pack }) => pack.head.id)).size).toBe(5);
  });
});
