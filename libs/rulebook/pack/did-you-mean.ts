import { nearestWord } from '#libs/policy';

/** `; did you mean “…”?` with the nearest valid word, or nothing where there is none. */
export function didYouMean(word: string, words: Iterable<string>): string {
  const near = nearestWord(word, [...words]);
  return near === '' ? '' : `; did you mean “${near}”?`;
}
