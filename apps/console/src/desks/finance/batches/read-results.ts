/** One line of the bank's answer. */
export interface TypedResult {
  readonly key: string;
  readonly outcome: 'settled' | 'rejected' | 'returned';
  readonly reason?: string;
}

const outcomes: Readonly<Record<string, TypedResult['outcome']>> = {
  成功: 'settled',
  已支付: 'settled',
  settled: 'settled',
  拒付: 'rejected',
  失败: 'rejected',
  rejected: 'rejected',
  退票: 'returned',
  退汇: 'returned',
  returned: 'returned',
};

/** Reads a pasted answer, line by line; empty lines are nothing. @returns the results, or the first line that cannot be read, from 1. */
export function readResults(text: string): { readonly results: readonly TypedResult[] } | { readonly badLine: number } {
  const results: TypedResult[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    const [key = '', word = '', reason = ''] = line.split(/[,\t，]/).map((part) => part.trim());
    const outcome = outcomes[word.toLowerCase()];
    if (!key.startsWith('P-') || outcome === undefined) return { badLine: index + 1 };
    results.push({ key, outcome, ...(reason === '' ? {} : { reason }) });
  }
  return { results };
}
