import { expect, type Locator } from '@playwright/test';

/** Waits until React has taken an element over: before that, a click on it does what a link or a form does without a script. */
export async function untilHydrated(element: Locator): Promise<void> {
  await expect.poll(() => element.evaluate((node) => Object.keys(node).some((key) => key.startsWith('__reactProps')))).toBe(true);
}
