/** Full-width digits and spaces are as good as plain ones: a telephone's keyboard types what it likes. */
export function plainCode(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '').toUpperCase();
}

/** What each code looks like once it is plain. */
export const phoneCodes = {
  /** 培训券号码 */
  voucher: /^[0-9A-Z-]{8,20}$/,
  /** 身份证号码后六位 */
  idLastSix: /^\d{5}[\dX]$/,
  /** 课堂签到码 */
  session: /^\d{6}$/,
} as const;

/** Signs of a dispute's text, at least and at most. */
export const disputeLength = { least: 5, most: 1000 } as const;
