/** How many single letters must be changed, added or left out to make one word of the other. */
function distance(a: string, b: string): number {
  let before = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row++) {
    const now = [row];
    for (let column = 1; column <= b.length; column++) {
      const change = (before[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      now.push(Math.min(change, (before[column] ?? 0) + 1, (now[column - 1] ?? 0) + 1));
    }
    before = now;
  }
  return before[b.length] ?? 0;
}

/** The valid word that is most like what was written; the first of equals. Empty where there is none. */
export function nearestWord(written: string, words: readonly string[]): string {
  const clear = written.slice(0, 80).toLowerCase();
  let [nearest, least] = ['', Infinity];
  for (const word of words) {
    const steps = distance(clear, word.toLowerCase());
    if (steps < least) [nearest, least] = [word, steps];
  }
  return nearest;
}
