import { Role } from '#libs/contracts';
import type { Desk } from '../desk.ts';

/** 培训机构: its classes from the opening to the claim. */
export const institutionDesk: Desk = {
  id: 'institution',
  title: { zh: '培训机构', en: 'Institution' },
  roles: [Role.InstitutionOperator],
  items: [
    { to: '/classes', label: { zh: '我的班级', en: 'My classes' }, goKey: 'c' },
    { to: '/claims', label: { zh: '补贴申领', en: 'Claims' } },
    { to: '/class-disputes', label: { zh: '学员异议', en: 'Disputes' } },
    { to: '/resources', label: { zh: '师资、场地与账户', en: 'Teachers, sites and account' } },
  ],
  routes: [
    { path: 'classes', lazy: async () => ({ Component: (await import('./classes/class-list-screen.tsx')).ClassListScreen }) },
    { path: 'classes/new', lazy: async () => ({ Component: (await import('./plan/new-class-screen.tsx')).NewClassScreen }) },
    { path: 'classes/:classId', lazy: async () => ({ Component: (await import('./classes/class-screen.tsx')).ClassScreen }) },
    {
      path: 'classes/:classId/plan',
      lazy: async () => ({ Component: (await import('./plan/change-class-screen.tsx')).ChangeClassScreen }),
    },
    { path: 'classes/:classId/roster', lazy: async () => ({ Component: (await import('./roster/roster-screen.tsx')).RosterScreen }) },
    { path: 'classes/:classId/filing/:kind', lazy: async () => ({ Component: (await import('./filing/filing-screen.tsx')).FilingScreen }) },
    {
      path: 'classes/:classId/training',
      lazy: async () => ({ Component: (await import('./training/training-screen.tsx')).TrainingScreen }),
    },
    {
      path: 'classes/:classId/employment',
      lazy: async () => ({ Component: (await import('./employment/employment-screen.tsx')).EmploymentScreen }),
    },
    { path: 'classes/:classId/claims', lazy: async () => ({ Component: (await import('./claims/new-claim-screen.tsx')).NewClaimScreen }) },
    { path: 'claims', lazy: async () => ({ Component: (await import('./claims/claim-list-screen.tsx')).ClaimListScreen }) },
    { path: 'claims/new', lazy: async () => ({ Component: (await import('./subjects/new-free-claim-screen.tsx')).NewFreeClaimScreen }) },
    { path: 'claims/:claimId', lazy: async () => ({ Component: (await import('./claims/claim-screen.tsx')).ClaimScreen }) },
    { path: 'class-disputes', lazy: async () => ({ Component: (await import('./disputes/disputes-screen.tsx')).DisputesScreen }) },
    { path: 'resources', lazy: async () => ({ Component: (await import('./resources/resources-screen.tsx')).ResourcesScreen }) },
  ],
};
