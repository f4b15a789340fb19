import { Role } from '#libs/contracts';
import type { Desk } from '../desk.ts';

/** 财政: what waits to be paid, batches by two persons, the budget, the journal. The re-review itself is a task of the inbox. */
export const financeDesk: Desk = {
  id: 'finance',
  title: { zh: '资金拨付', en: 'Disbursement' },
  roles: [Role.FinanceReviewer, Role.FinanceDisburser],
  items: [
    { to: '/payments', label: { zh: '待拨付与退票', en: 'To pay and returned' }, roles: [Role.FinanceDisburser], goKey: 'p' },
    { to: '/batches', label: { zh: '支付批次', en: 'Payment batches' } },
    { to: '/budget', label: { zh: '指标台账', en: 'Budget' } },
  ],
  routes: [
    { path: 'payments', lazy: async () => ({ Component: (await import('./orders/orders-screen.tsx')).OrdersScreen }) },
    { path: 'batches', lazy: async () => ({ Component: (await import('./batches/batch-list-screen.tsx')).BatchListScreen }) },
    { path: 'batches/:batchId', lazy: async () => ({ Component: (await import('./batches/batch-screen.tsx')).BatchScreen }) },
    { path: 'budget', lazy: async () => ({ Component: (await import('./budget/budget-screen.tsx')).BudgetScreen }) },
    { path: 'ledger/:claimId', lazy: async () => ({ Component: (await import('./ledger/ledger-screen.tsx')).LedgerScreen }) },
  ],
};
