import type { Page } from 'playwright-core';

/** Waits until nothing is being loaded any more. */
export async function settled(page: Page): Promise<void> {
  await page.locator('.kbt-loading').first().waitFor({ state: 'detached' });
}
