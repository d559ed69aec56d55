import { expect, type Locator } from '@playwright/test';

/** How the name of the property begins that React leaves on an element it has taken over. */
export const reactMark = '__reactProps';

/** Waits until React has taken an element over: before that, a click on it does what a link or a form does without a script. */
export async function untilHydrated(element: Locator): Promise<void> {
  await expect.poll(() => element.evaluate((node, mark) => Object.keys(node).some((key) => key.startsWith(mark)), reactMark)).toBe(true);
}
