import { expect } from '@playwright/test';
import { chromium, type Locator, type Page } from 'playwright';
import { insertSession } from '@/db/store';
import { browserLaunch } from '@/e2e/browser';
import { startApp } from '@/e2e/running-app';
import { aDistrict } from '@/server/testing/a-district';
import { sealedCookie } from '@/server/testing/sealed-cookie';
import { inDataFolder } from '../seeded-store';

const units = 50;
/** Every tenth unit has explained something. */
const isOdd = (unit: number) => unit % 10 === 3;
const inForce = 's2.normative_documents.in_force';

/**
 * A reviewer's morning, with the mouse: fifty units have submitted, five of them with something odd that they explained. Those without are approved
 * together after their lines were shown, the odd ones are read and decided one by one, the last is returned. From the home page until nothing waits.
 */
export async function reviewersMorning(folder: string): Promise<{ clicks: number; seconds: number; decided: number }> {
  const cookie = await inDataFolder(folder, async (store, secret) => {
    const district = await aDistrict(store, { units, openQuarters: [1] });
    for (let unit = 0; unit < units; unit += 1) await district.submit(isOdd(unit) ? { [inForce]: 1 } : {}, { unit });
    const { userId } = district.reviewer.actor;
    await store.tx((tx) => insertSession(tx, { id: 'session-reviewer', userId, at: new Date() }));
    return sealedCookie('session-reviewer', secret);
  });
  const app = await startApp([], folder);
  const browser = await chromium.launch(browserLaunch());
  try {
    const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1366, height: 768 } });
    const [name = '', value = ''] = cookie.split(/=(.*)/s);
    await context.addCookies([{ name, value, url: app.address }]);
    return await decideAll(await context.newPage(), app.address);
  } finally {
    await browser.close();
    await app.stop();
  }
}

async function decideAll(page: Page, address: string): Promise<{ clicks: number; seconds: number; decided: number }> {
  let clicks = 0;
  const click = async (what: Locator) => {
    clicks += 1;
    await what.click();
  };
  const rows = page.locator('[data-queue-link]');
  await page.goto(address);
  await expect(rows).toHaveCount(units);
  const began = performance.now();
  await click(page.getByRole('checkbox', { name: /选择全部无需说明的/ }));
  await click(page.getByRole('button', { name: /^批量通过 \d+ 件$/ }));
  const dialog = page.getByRole('dialog');
  const together = dialog.getByRole('button', { name: /^通过这 [1-9]\d* 件$/ });
  await expect(together).toBeEnabled();
  const plain = Number((await together.textContent())?.match(/\d+/)?.[0]);
  await click(together);
  await expect(dialog.getByText(`已通过 ${plain} 件，共 ${plain} 件。`)).toBeVisible();
  await click(dialog.getByRole('button', { name: '关闭', exact: true }).last());
  const odd = units - plain;
  await expect(rows).toHaveCount(odd);
  await click(rows.first());
  for (let left = odd; left > 1; left -= 1) {
    const heading = await headingOf(page);
    await expect(page.getByText(/说明/).first()).toBeVisible();
    await click(page.getByRole('button', { name: '通过审核' }));
    await expect(page.getByRole('heading', { level: 1, name: heading, exact: true })).toHaveCount(0);
  }
  await headingOf(page);
  const firstTable = page.getByRole('table', { name: /主动公开/ }).first();
  await click(firstTable.getByRole('button').first());
  await expect(page.getByRole('textbox').and(page.locator(':focus'))).toBeVisible();
  await page.keyboard.type('请核对依据');
  await click(page.getByRole('button', { name: '添加批注' }));
  await click(page.getByRole('button', { name: '退回修改' }));
  await expect(dialog.getByRole('textbox', { name: '退回原因' })).toBeFocused();
  await page.keyboard.type('说明与台账不一致，请核对后再报。');
  await click(dialog.getByRole('button', { name: '连同 1 条批注退回' }));
  await expect(page.getByText(/^已退回：/)).toBeVisible();
  const seconds = (performance.now() - began) / 1000;
  await page.goto(`${address}/review`);
  const left = await rows.count();
  return { clicks, seconds, decided: units - left };
}

/** Of the submission that is opened; it is there once its acts are. */
async function headingOf(page: Page): Promise<string> {
  await expect(page).toHaveURL(/\/review\/.+/);
  await expect(page.getByRole('button', { name: '通过审核' })).toBeEnabled();
  return (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
}
