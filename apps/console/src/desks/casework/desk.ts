import { useQuery } from '@tanstack/react-query';
import { Role } from '#libs/contracts';
import type { Desk } from '../desk.ts';
import { countsQuery } from './api.ts';

const roles = [Role.Caseworker, Role.Reviewer, Role.Leader, Role.FinanceReviewer, Role.CountyAdministrator];

function useGroupCount(): number | undefined {
  return useQuery(countsQuery).data?.group;
}

/** Everybody who decides: the inbox, and one screen a case. */
export const caseworkDesk: Desk = {
  id: 'casework',
  title: { zh: '办理', en: 'Casework' },
  roles,
  items: [
    { to: '/inbox', label: { zh: '待办', en: 'Inbox' }, useCount: useGroupCount, goKey: 'i' },
    { to: '/disputes', label: { zh: '学员异议', en: 'Disputes' }, roles: [Role.Caseworker, Role.Reviewer, Role.Leader] },
    { to: '/overrides', label: { zh: '两人核定', en: 'Raised by two' }, roles: [Role.Caseworker, Role.Reviewer, Role.Leader] },
    { to: '/delegations', label: { zh: '委托代办', en: 'Delegation' }, goKey: 'd' },
  ],
  routes: [
    { path: 'inbox', lazy: async () => ({ Component: (await import('./inbox/inbox-screen.tsx')).InboxScreen }) },
    { path: 'tasks/:id', lazy: async () => ({ Component: (await import('./case/case-screen.tsx')).CaseScreen }) },
    { path: 'cases/:id', lazy: async () => ({ Component: (await import('./case/case-record-screen.tsx')).CaseRecordScreen }) },
    { path: 'disputes', lazy: async () => ({ Component: (await import('./disputes/disputes-screen.tsx')).DisputesScreen }) },
    { path: 'overrides', lazy: async () => ({ Component: (await import('./overrides/override-list-screen.tsx')).OverrideListScreen }) },
    { path: 'overrides/:claimId', lazy: async () => ({ Component: (await import('./overrides/override-screen.tsx')).OverrideScreen }) },
    { path: 'delegations', lazy: async () => ({ Component: (await import('./delegation/delegation-screen.tsx')).DelegationScreen }) },
  ],
};
