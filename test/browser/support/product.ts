import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ownStack } from '../../own-stack.ts';

/** The day on which the shared installation stands. Nobody moves its clock: a spec that walks through days has an installation of its own. */
const BEGINS_AT = '2024-08-28T09:00:00+08:00';
const NOTE = 'browser.json';

interface Note {
  readonly url?: string;
  readonly error?: string;
}

/**
 * Brings up the one product all browser specs look at and notes where it is. Called by Jest's global setup.
 * With KBT_BROWSER_URL the specs look at a product that runs already, to try one out again and again. Answers how to stop it; a failure is told to the specs, not thrown here.
 */
export async function startProduct(runFolder: string): Promise<() => Promise<void>> {
  const url = process.env['KBT_BROWSER_URL'];
  const note = (content: Note): void => writeFileSync(path.join(runFolder, NOTE), JSON.stringify(content));
  if (url !== undefined) {
    note({ url });
    return () => Promise.resolve();
  }
  try {
    const stack = await ownStack(BEGINS_AT);
    note({ url: stack.url });
    return () => stack.stop();
  } catch (error) {
    note({ error: String(error) });
    return () => Promise.resolve();
  }
}

/** Address of the shared product. */
export function productUrl(): string {
  const file = path.join(process.env['KBT_TEST_RUN'] ?? '', NOTE);
  const { url, error } = JSON.parse(readFileSync(file, 'utf8')) as Note;
  if (url === undefined) throw new Error(`the product for the browser tests did not come up: ${error ?? ''}`);
  return url;
}
