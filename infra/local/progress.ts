const TICK_MS = 5_000;

/** One line to the person watching. */
export function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

function seconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}

/**
 * Runs one step of a start and tells when it is done; a long one shows every five seconds that it moves.
 * @param detail what the step is at just now, where it can tell.
 */
export async function step<T>(title: string, work: () => Promise<T>, detail: () => string = () => ''): Promise<T> {
  const began = performance.now();
  const ticker = setInterval(() => say(`  … ${title} (${seconds(began)})${detail() && ` ${detail()}`}`), TICK_MS);
  try {
    const result = await work();
    say(`  ✓ ${title} (${seconds(began)})`);
    return result;
  } catch (error) {
    say(`  ✗ ${title} (${seconds(began)})`);
    throw error;
  } finally {
    clearInterval(ticker);
  }
}
