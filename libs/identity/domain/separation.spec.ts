import { Role } from '#libs/contracts';
import { conflictsOf, ruleBetween } from './separation.ts';

describe('separation of duties between roles of one person', () => {
  it.each([
    [Role.Caseworker, Role.FinanceReviewer, 'apart'],
    [Role.FinanceReviewer, Role.FinanceDisburser, 'apart'],
    [Role.InstitutionOperator, Role.Caseworker, 'apart'],
    [Role.Auditor, Role.Leader, 'apart'],
    [Role.Caseworker, Role.Reviewer, 'once'],
    [Role.Caseworker, Role.Caseworker, undefined],
    [Role.CountyAdministrator, Role.Caseworker, undefined],
  ] as const)('of %s and %s: %s, either way round', (role, other, rule) => {
    expect([ruleBetween(role, other), ruleBetween(other, role)]).toEqual([rule, rule]);
  });

  it('names each pair once, what must be kept apart first', () => {
    expect(conflictsOf([Role.Reviewer, Role.Leader], [Role.FinanceReviewer])).toEqual([
      { role: 'reviewer', with: 'finance-reviewer', rule: 'apart' },
      { role: 'leader', with: 'finance-reviewer', rule: 'apart' },
      { role: 'reviewer', with: 'leader', rule: 'once' },
    ]);
    expect(conflictsOf([Role.Caseworker], [])).toEqual([]);
  });
});
