/** Letters to change, add or drop to make one word of another. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [index, letter] of [...one].entries()) {
    const next = [index + 1];
    for (const [at, wanted] of [...other].entries())
      next.push(Math.min((row[at] ?? 0) + (letter === wanted ? 0 : 1), (row[at + 1] ?? 0) + 1, (next[at] ?? 0) + 1));
    row = next;
  }
  return row[other.length] ?? 0;
}

/** The word that was probably meant; undefined where none is near (more than a third of its letters would have to change). */
export function nearestWord(word: string, words: Iterable<string>): string | undefined {
  let found: string | undefined;
  let best = Infinity;
  for (const one of words) {
    const far = distance(word.toLowerCase(), one.toLowerCase());
    if (far < best && far <= Math.max(1, Math.ceil(one.length / 3))) [found, best] = [one, far];
  }
  return found;
}

/** `; did you mean “…”?`, or nothing. */
export function didYouMean(word: string, words: Iterable<string>): string {
  const near = word.length > 100 ? undefined : nearestWord(word, words);
  return near === undefined ? '' : `; did you mean “${near}”?`;
}
