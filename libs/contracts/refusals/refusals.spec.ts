import { refusalCatalogue, wordRefusal } from './index.ts';

describe('the catalogue of refusals', () => {
  const entries = Object.entries(refusalCatalogue);

  it.each(entries)('%s tells the user what is wrong in Chinese and in English', (_code, text) => {
    expect(text.zh.length).toBeGreaterThan(3);
    expect(text.en).toMatch(/[A-Za-z{]/);
    expect(text.status).toBeGreaterThanOrEqual(400);
  });

  it.each(entries)('%s uses the same parameters in both languages', (_code, text) => {
    const params = (words: string) => new Set([...words.matchAll(/\{(\w+?)(En)?\}/g)].map(([, name]) => name));
    expect(params(text.en)).toEqual(params(text.zh));
  });

  it('fills parameters and leaves an unknown one visible', () => {
    expect(wordRefusal('a {x} b {y}', { x: 1 })).toBe('a 1 b {y}');
  });
});
