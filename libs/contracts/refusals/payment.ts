import type { RefusalCatalogue } from './catalogue.ts';

/** Payment orders, batches and the bank's answers. */
export const paymentRefusals = {
  ORDER_UNSIGNED: {
    status: 409,
    zh: '签字不全，不能支付；请先完成经办签字和财政复审',
    en: 'Signatures are missing; handlers and finance sign first',
  },
  ORDER_PAYEE: { status: 409, zh: '收款单位与申领单位不一致，不能支付', en: 'The payee is not the claimant; nothing is paid' },
  ORDER_KEY: { status: 409, zh: '支付编号不符合规则，不能支付', en: 'The key of the order is not the one derived from the claim' },
  ORDER_GENERATION: {
    status: 409,
    zh: '只有拒付或退汇后才能重新支付',
    en: 'A payment is ordered anew only after it was rejected or returned',
  },
  ORDER_UNRESERVED: { status: 409, zh: '预算未预留该金额，不能支付', en: 'The budget does not hold this amount for the claim' },
  ORDER_FIXED: { status: 409, zh: '支付指令不可更改或删除', en: 'A payment order cannot be changed or removed' },
  ORDER_STEP: { status: 409, zh: '支付指令当前为“{from}”，不能变为“{to}”', en: 'The order is "{from}" and cannot become "{to}"' },
  ORDER_HELD: {
    status: 409,
    zh: '有人员存在未办结的异议，暂不支付；请待异议办结',
    en: 'Somebody in it is held by an open objection; wait for its end',
    clause: 'AMB-05',
  },
  ORDER_EXCLUDED: {
    status: 409,
    zh: '其中人员均已被核减，不再支付，相应金额退回预算',
    en: 'Everybody in it was excluded: nothing is paid for them, and the amount goes back to the budget',
  },
  ORDER_ABOVE_SIGNED: {
    status: 409,
    zh: '支付金额与签字的材料包不一致，不能支付',
    en: 'The amount is not what was signed; nothing is paid',
  },
  ORDER_TWICE: {
    status: 409,
    zh: '有人员的补贴已在支付中或已支付，不能重复支付',
    en: 'Somebody in it is paid or being paid already; nothing is paid twice',
  },
  ORDER_NOT_WAITING: {
    status: 422,
    zh: '支付编号 {key} 不在待支付清单内，请刷新后重选',
    en: 'The order {key} does not wait for payment; reload and choose again',
  },
  ORDER_NO_ACCOUNT: {
    status: 422,
    zh: '支付编号 {key} 的收款单位“{payee}”没有登记收款账户，不能进入批次；请人社部门凭账户证明登记（账户不由机构自行填写）',
    en: 'The payee {payee} of the order {key} has no account on record, so no batch takes it; the human resources bureau registers the account (AMB-58), never the institution itself',
    clause: 'AMB-58',
  },
  ORDER_NOT_REISSUABLE: {
    status: 409,
    zh: '该支付当前为“{state}”，只有拒付或退汇后才能重新支付',
    en: 'The order is "{state}"; only a rejected or returned one is paid anew',
  },
  BATCH_EMPTY: { status: 422, zh: '没有待支付的指令', en: 'No order waits for payment' },
  BATCH_FIXED: { status: 409, zh: '支付批次不可更改', en: 'The batch cannot change' },
  BATCH_STEP: {
    status: 409,
    zh: '批次当前为“{from}”，不能变为“{to}”，请刷新',
    en: 'The batch is "{from}" and cannot become "{to}"; reload',
  },
  BATCH_SAME_PERSON: {
    status: 403,
    zh: '组成批次的人不能放行，请由另一人复核放行',
    en: 'Whoever built the batch cannot release it; another person must',
  },
  BATCH_SIGNER: {
    status: 403,
    zh: '您在其中的申领上签过字，不能放行，请由其他人放行',
    en: 'You signed a claim in it and cannot release its money; another person must',
  },
  BATCH_CONTRIBUTOR: {
    status: 403,
    zh: '您参与过其中的申报或登记，不能放行，请由其他人放行',
    en: 'You had a hand in a claim in it and cannot release its money; another person must',
    clause: 'AMB-06',
  },
  BATCH_CHANGED: { status: 409, zh: '批次内容与所核对的不一致，请重新核对', en: 'The content is not what you compared; compare it again' },
  BATCH_ORDER_STOPPED: {
    status: 409,
    zh: '批次中的支付编号 {key} 因异议或核减已止付；请退回本批次后重新组成批次，其余人员已另行生成支付指令',
    en: 'The order {key} in it was stopped by an objection or an exclusion; discard the batch and build it anew: the others have an order of their own',
    clause: 'AMB-05',
  },
  BATCH_NOT_RELEASED: { status: 409, zh: '批次尚未放行，没有支付文件', en: 'The batch is not released, so it has no file' },
  RESULTS_INVALID: {
    status: 422,
    zh: '回单有不能匹配的行，全部未导入；请按所列核对',
    en: 'Some lines match nothing, none was imported; check those listed',
  },
  RESULT_KEY_UNKNOWN: { status: 422, zh: '第 {line} 行：本批次没有支付编号 {key}', en: 'Line {line}: this batch has no order {key}' },
  RESULT_AMOUNT: {
    status: 422,
    zh: '第 {line} 行：{key} 的金额与支付指令不一致',
    en: 'Line {line}: the amount of {key} differs from the order',
  },
  RESULT_STEP: {
    status: 422,
    zh: '第 {line} 行：{key} 的当前状态不能变为该结果',
    en: 'Line {line}: {key} cannot take this result in its present state',
  },
} as const satisfies RefusalCatalogue;
