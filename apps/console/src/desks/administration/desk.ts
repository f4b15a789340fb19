import { Role } from '#libs/contracts';
import type { Desk } from '../desk.ts';

/** 政策与管理: what the policies say beside their documents, what is put in force by two persons, the working days, the people. */
export const administrationDesk: Desk = {
  id: 'administration',
  title: { zh: '政策与管理', en: 'Policy and administration' },
  roles: [
    Role.CountyAdministrator,
    Role.SystemAdministrator,
    Role.Caseworker,
    Role.Reviewer,
    Role.Leader,
    Role.FinanceReviewer,
    Role.FinanceDisburser,
    Role.Auditor,
  ],
  items: [{ to: '/policies', label: { zh: '政策依据', en: 'Policies' } }],
  routes: [
    { path: 'policies', lazy: async () => ({ Component: (await import('./policies/policy-list-screen.tsx')).PolicyListScreen }) },
    { path: 'policies/:policy', lazy: async () => ({ Component: (await import('./policies/policy-screen.tsx')).PolicyScreen }) },
  ],
};
