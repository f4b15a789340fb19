export { FinanceActivitiesModule } from './activities/finance-activities.module.ts';
export { FinanceActivities } from './activities/finance.activities.ts';
export { PaymentActivitiesModule } from './activities/payment-activities.module.ts';
export { PaymentActivities } from './activities/payment.activities.ts';
export { FinanceModule } from './finance.module.ts';
export { weighPolicy, type WeighedCase } from './application/weigh-policy.ts';
export { seedFinance } from './seed/seed-finance.ts';
