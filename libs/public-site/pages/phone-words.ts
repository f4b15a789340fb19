/** The words a trainee reads, Chinese and English side by side. */
export type Pair = readonly [zh: string, en: string];

/** The steps of 培训券, in their order (ux.md INS-12). */
export const voucherSteps: readonly { readonly reachedBy: readonly string[]; readonly words: Pair }[] = [
  { reachedBy: ['claimed', 'verified', 'redeemed', 'written-off'], words: ['申请', 'asked for'] },
  { reachedBy: ['claimed', 'verified', 'redeemed', 'written-off'], words: ['发券', 'issued'] },
  { reachedBy: ['verified', 'redeemed', 'written-off'], words: ['验券', 'verified'] },
  { reachedBy: ['redeemed', 'written-off'], words: ['兑现', 'redeemed'] },
  { reachedBy: ['written-off'], words: ['核销', 'written off'] },
];

export const endedVouchers: Readonly<Record<string, Pair>> = {
  released: ['培训券已退回', 'The voucher was given back'],
  cancelled: ['培训券已作废', 'The voucher was cancelled'],
};

export const standing: Readonly<Record<string, Pair>> = {
  enrolled: ['在班', 'in the class'],
  excluded: ['已移出名单', 'taken off the roster'],
  left: ['已退出', 'left'],
};

export const outcomes: Readonly<Record<string, Pair>> = {
  passed: ['考核合格', 'passed'],
  failed: ['考核不合格', 'not passed'],
  absent: ['未参加考核', 'absent from the assessment'],
};

export const disputeSubjectWords: Readonly<Record<string, Pair>> = {
  roster: ['名单上的本人信息', 'My details in the roster'],
  attendance: ['签到和考勤', 'Attendance'],
  result: ['考核结果', 'Result of the assessment'],
  certificate: ['证书', 'Certificate'],
  other: ['其他', 'Something else'],
};
