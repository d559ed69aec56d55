import { expect } from '@playwright/test';
import type { Locator, Page } from 'playwright';
import type { SeededRandom } from '@/server/domain/seeded-random';
import { pageLog, type Seen } from './page-log';

const patienceMs = 120_000;

/** One tab of a clerk, on a filing, among other tabs and people. */
export interface Tab {
  userId: string;
  filingId: string;
  /** Types a value into one of the cells and leaves it. */
  edit(cell: string, value: string): Promise<void>;
  /** Decides about one conflict that is shown, if there is one. @returns whether there was one */
  decide(): Promise<boolean>;
  isQuiet(): Promise<boolean>;
  /** The browser notices that the network is back, and does not wait for its next try. */
  networkIsBack(): Promise<void>;
  shown(): Promise<Record<string, string>>;
  /** What is said of each cell, where anything is. */
  marks(): Promise<Record<string, string>>;
  seen(): Promise<Seen[]>;
  reload(): Promise<void>;
}

export async function openTab(page: Page, address: string, of: { userId: string; filingId: string }, random: SeededRandom): Promise<Tab> {
  await page.addInitScript(pageLog);
  const open = async () => {
    await expect(mark(page)).toHaveText(/自动保存已开启|已保存 \d|处/, { timeout: patienceMs });
    await page.getByRole('tab', { name: /三、依申请公开/ }).click();
    await expect(page.locator('input[data-cell^="s3."]').first()).toBeVisible();
  };
  await page.goto(`${address}/filings/${of.filingId}`);
  await open();
  const problems = page.locator('#problems section');
  const isQuiet = async () => (await problems.count()) === 0 && /自动保存已开启|已保存 \d/.test((await mark(page).textContent()) ?? '');
  return {
    ...of,
    async edit(cell, value) {
      const input = page.locator(`input[data-cell="${cell}"]`);
      await input.fill(value);
      await input.press(random.integer(0, 1) === 0 ? 'Enter' : 'ArrowDown');
    },
    async decide() {
      const choice = problems.first().getByRole('button', { name: random.integer(0, 1) === 0 ? '用我的' : '用对方的' });
      if ((await choice.count()) === 0) return false;
      // Another tab of the same person may have decided meanwhile; then the card is gone.
      await choice.click({ timeout: 2_000 }).catch(() => {});
      return true;
    },
    isQuiet,
    networkIsBack: () => page.evaluate(() => void window.dispatchEvent(new Event('online'))),
    shown: () =>
      page.evaluate(() =>
        Object.fromEntries(
          [...document.querySelectorAll<HTMLInputElement>('input[data-cell^="s3."]:not([readonly])')].map((input) => [
            input.dataset.cell ?? '',
            input.value,
          ]),
        ),
      ),
    marks: () =>
      page.evaluate(() =>
        Object.fromEntries(
          [...document.querySelectorAll<HTMLInputElement>('input[data-cell^="s3."]:not([readonly])')].flatMap((input) => {
            const words = document.getElementById(input.getAttribute('aria-describedby') ?? '')?.textContent;
            return words ? [[input.dataset.cell ?? '', words]] : [];
          }),
        ),
      ),
    seen: () => page.evaluate(() => (window as unknown as { seen: Seen[] }).seen),
    async reload() {
      await page.reload();
      await open();
    },
  };
}

function mark(page: Page): Locator {
  return page.getByRole('status').filter({ hasText: /保存|上传/ });
}
