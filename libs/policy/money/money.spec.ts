import { capitalYuan } from './capital-yuan.ts';
import { formatYuan } from './format-yuan.ts';
import { parseYuan } from './parse-yuan.ts';

describe('amounts of money', () => {
  it.each([
    ['0', 0n],
    ['3000', 300_000n],
    ['3000.5', 300_050n],
    ['0.01', 1n],
    ['999999999999999.99', 99_999_999_999_999_999n],
  ])('%s yuan are %s fen', (text, fen) => {
    expect(parseYuan(text)).toEqual({ ok: true, value: fen });
  });

  it.each(['', '-1', '1.234', '01', '1e3', ' 1', '1,000', '１', '1.'])('refuses "%s" as an amount', (text) => {
    expect(parseYuan(text)).toMatchObject({ ok: false, refusal: { code: 'AMOUNT_MALFORMED' } });
  });

  it.each([
    [0n, '0.00'],
    [1n, '0.01'],
    [-150n, '-1.50'],
    [300_000n, '3000.00'],
  ])('%s fen are written %s', (fen, text) => {
    expect(formatYuan(fen)).toBe(text);
  });

  it.each([
    [0n, '人民币零元整'],
    [300_000n, '人民币叁仟元整'],
    [100_100n, '人民币壹仟零壹元整'],
    [1_000_000n, '人民币壹万元整'],
    [1_000_100n, '人民币壹万零壹元整'],
    [10_500_000n, '人民币壹拾万伍仟元整'],
    [100_000_500_00n, '人民币壹亿零伍佰元整'],
    [140_950n, '人民币壹仟肆佰零玖元伍角整'],
    [600_714n, '人民币陆仟零柒元壹角肆分'],
    [32_504n, '人民币叁佰贰拾伍元零肆分'],
    [5n, '人民币伍分'],
    [50n, '人民币伍角整'],
  ])('%s fen are %s on papers', (fen, words) => {
    expect(capitalYuan(fen)).toBe(words);
  });
});
