import { findUnstorable } from './storable-text.ts';

describe('text that cannot be stored', () => {
  it('is found wherever it hides, and named by its pointer', () => {
    expect(findUnstorable({ a: [{ b: 'x\0' }] })).toBe('/a/0/b');
    expect(findUnstorable({ name: '\ud842' })).toBe('/name');
    expect(findUnstorable({ ['k\0']: 1 })).toBe('');
  });

  it('is not a rare but legal name', () => {
    expect(findUnstorable({ name: '𠮷田·㛃〇', list: [1, null, true] })).toBeUndefined();
  });
});
