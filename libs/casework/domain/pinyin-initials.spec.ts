import { hasInitials } from './pinyin-initials.ts';

describe('pinyin initials', () => {
  it.each([
    ['忻州市惠民职业培训学校', 'xzs'],
    ['忻州市惠民职业培训学校', 'hmzypxxx'],
    ['长治市爱民职业培训学校', 'czsam'],
    ['长治市爱民职业培训学校', 'zzsam'],
    ['五寨县', 'wzx'],
    ['KB-1409', 'b-14'],
  ])('%s is found by %s', (name, letters) => expect(hasInitials(name, letters)).toBe(true));

  it.each([
    ['忻州市惠民职业培训学校', 'xzx'],
    ['五寨县', 'wzxx'],
  ])('%s is not found by %s', (name, letters) => expect(hasInitials(name, letters)).toBe(false));
});
