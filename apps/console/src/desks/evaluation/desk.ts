import { Role } from '#libs/contracts';
import type { Desk } from '../desk.ts';

/** 评价机构: rosters handed over, results and certificates. */
export const evaluationDesk: Desk = {
  id: 'evaluation',
  title: { zh: '评价机构', en: 'Evaluation body' },
  roles: [Role.EvaluationBody],
  items: [{ to: '/assessments', label: { zh: '待评价班级', en: 'Classes to assess' } }],
  routes: [
    { path: 'assessments', lazy: async () => ({ Component: (await import('./assessment-list-screen.tsx')).AssessmentListScreen }) },
    { path: 'assessments/:classId', lazy: async () => ({ Component: (await import('./assessment-screen.tsx')).AssessmentScreen }) },
  ],
};
