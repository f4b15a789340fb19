export { claimWorkflow } from './claim/claim.workflow.ts';
export { classWorkflow } from './class/class.workflow.ts';
export { objectionWorkflow } from './objection/objection.workflow.ts';
export { paymentBatchWorkflow } from './payment-batch/payment-batch.workflow.ts';
export { remindersWorkflow } from './reminders/reminders.workflow.ts';
