/** The workflows of the product. A workflow's id is `${road}/${id}`, where id is the class, claim, objection or batch. */
export const roads = ['class', 'claim', 'objection', 'payment-batch'] as const;
export type Road = (typeof roads)[number];

/** Namespace and task queues. */
export const temporalNamespace = 'kaibantong';
export const taskQueues = { roads: 'roads', payments: 'payments' } as const;

/** Stages of a class's road, in their order (design section 3). */
export const classStages = ['opening', 'activation', 'delivery', 'completion', 'assessment'] as const;
export type ClassStage = (typeof classStages)[number];

/** Stages of a claim's road, in their order. */
export const claimStages = ['review', 'sign-off', 'public-notice', 'finance-review', 'payout'] as const;
export type ClaimStage = (typeof claimStages)[number];

export type Stage = ClassStage | ClaimStage;

export function workflowIdOf(road: Road, id: string): string {
  return `${road}/${id}`;
}
