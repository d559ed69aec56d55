import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** No violation of any weight, on the whole page or in the part that is named. */
export async function expectAccessible(page: Page, part?: string): Promise<void> {
  await expect(page.getByRole('heading').first()).toBeVisible();
  // The title of a page that is gone to comes a moment after its content.
  await expect(page).toHaveTitle(/./);
  // What a button opens may come a moment after it.
  if (part) await expect(page.locator(part).first()).toBeVisible();
  // No page of ours has a frame; without them axe needs no second page for its result.
  const builder = new AxeBuilder({ page })
    .setLegacyMode()
    .withTags(standards)
    .options({ resultTypes: ['violations'], rules: { 'label-content-name-mismatch': { enabled: true } } });
  const { violations } = await (part ? builder.include(part) : builder).analyze();
  const found = violations.map(({ id, impact, nodes }) => ({
    id,
    impact,
    where: nodes.slice(0, 3).map((node) => node.html.slice(0, 200)),
  }));
  expect.soft(found, page.url()).toEqual([]);
}
