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
  items: [
    { to: '/policies', label: { zh: '政策依据', en: 'Policies' } },
    { to: '/releases', label: { zh: '政策发布', en: 'Releases' }, roles: [Role.CountyAdministrator, Role.Leader, Role.Auditor] },
    { to: '/calendar', label: { zh: '工作日历', en: 'Working days' } },
    { to: '/people', label: { zh: '人员与岗位', en: 'People and roles' }, roles: [Role.CountyAdministrator, Role.SystemAdministrator] },
    {
      to: '/institutions',
      label: { zh: '机构登记', en: 'Institutions' },
      roles: [Role.CountyAdministrator, Role.Caseworker, Role.Leader, Role.Auditor],
    },
    { to: '/operations', label: { zh: '运行与疏通', en: 'Stuck cases' }, roles: [Role.CountyAdministrator] },
  ],
  routes: [
    { path: 'policies', lazy: async () => ({ Component: (await import('./policies/policy-list-screen.tsx')).PolicyListScreen }) },
    { path: 'policies/:policy', lazy: async () => ({ Component: (await import('./policies/policy-screen.tsx')).PolicyScreen }) },
    { path: 'releases', lazy: async () => ({ Component: (await import('./releases/release-list-screen.tsx')).ReleaseListScreen }) },
    { path: 'releases/new', lazy: async () => ({ Component: (await import('./releases/propose-screen.tsx')).ProposeScreen }) },
    { path: 'releases/:releaseId', lazy: async () => ({ Component: (await import('./releases/release-screen.tsx')).ReleaseScreen }) },
    { path: 'calendar', lazy: async () => ({ Component: (await import('./calendar/calendar-screen.tsx')).CalendarScreen }) },
    { path: 'calendar/new', lazy: async () => ({ Component: (await import('./calendar/announce-screen.tsx')).AnnounceScreen }) },
    { path: 'people', lazy: async () => ({ Component: (await import('./people/people-screen.tsx')).PeopleScreen }) },
    {
      path: 'institutions',
      lazy: async () => ({ Component: (await import('./institutions/institution-list-screen.tsx')).InstitutionListScreen }),
    },
    { path: 'institutions/new', lazy: async () => ({ Component: (await import('./institutions/register-screen.tsx')).RegisterScreen }) },
    {
      path: 'institutions/:institutionId',
      lazy: async () => ({ Component: (await import('./institutions/institution-screen.tsx')).InstitutionScreen }),
    },
    {
      path: 'institutions/:institutionId/change',
      lazy: async () => ({ Component: (await import('./institutions/change-screen.tsx')).ChangeScreen }),
    },
    { path: 'operations', lazy: async () => ({ Component: (await import('./stuck/stuck-screen.tsx')).StuckScreen }) },
  ],
};
