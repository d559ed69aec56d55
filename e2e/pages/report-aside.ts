import { expect, type Locator, type Page } from '@playwright/test';

/** Opens one of the tabs beside a report; @returns its panel */
export async function openReportTab(page: Page, name: '核对' | '文字' | '定稿'): Promise<Locator> {
  const tab = page.getByRole('tab', { name: new RegExp(`^${name}`) });
  await tab.click();
  await expect(tab).toHaveAttribute('aria-selected', 'true');
  const panel = page.getByRole('tabpanel', { name: new RegExp(`^${name}`) });
  await expect(panel).toBeVisible();
  return panel;
}
