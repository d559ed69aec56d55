import type { Page } from '@playwright/test';
import { expectAccessible } from '../accessible';
import { expect, test } from '../fixtures';
import { FilingForm } from '../pages/filing-form';
import { signInAs } from '../sign-in';

const windows7 = 'Mozilla/5.0 (Windows NT 6.1; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/109.0.0.0 Safari/537.36';

test('a browser that is too old is told so, and may go on', async ({ demonstration: { address }, browser }) => {
  const context = await browser.newContext({ userAgent: windows7 });
  const page = await context.newPage();
  await page.goto(`${address}/sign-in`);
  await expect(page.getByText('检测到的浏览器：Chrome 109。')).toBeVisible();
  await expect(page.getByText('Needed at least: 111.')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: /仍然继续/ }).click();
  await expect(page).toHaveURL(`${address}/sign-in`);
  await expect(page.getByRole('button', { name: '登录', exact: true })).toBeVisible();
  await context.close();
});

test('large type is a quarter larger on every page until it is switched off', async ({ demonstration: { address }, newPerson }) => {
  const page = await newPerson();
  await signInAs(page, address, 'market');
  await page.goto(`${address}/tasks`);
  const size = () => page.getByRole('link', { name: '规则' }).evaluate((link) => Number.parseFloat(getComputedStyle(link).fontSize));
  const ordinary = await size();
  await page.getByRole('button', { name: '大字' }).click();
  await expect(page.getByRole('button', { name: '大字', pressed: true })).toBeVisible();
  expect(await size()).toBeCloseTo(ordinary * 1.25);
  await page.goto(`${address}/rules`);
  expect(await size()).toBeCloseTo(ordinary * 1.25);

  const form = await FilingForm.open(page, address, '第三季度');
  await form.goTo('s3');
  expect(await form.crowded()).toEqual([]);
  await form.cell('一、本年新收政府信息公开申请数量，自然人').focus();
  // Down into the fold and up again, below what sticks.
  for (const key of [...Array(20).fill('ArrowDown'), ...Array(16).fill('ArrowUp')]) {
    await page.keyboard.press(key);
    expect(await isFocusSeen(page), `after ${key}`).toBe(true);
  }

  await page.getByRole('button', { name: '大字' }).click();
  await expect(page.getByRole('button', { name: '大字', pressed: false })).toBeVisible();
  expect(await size()).toBe(ordinary);
});

test('at 400 % nothing is wider than the screen, and a cell that has the focus is seen', async ({
  demonstration: { address },
  newPerson,
}) => {
  const page = await newPerson();
  await page.setViewportSize({ width: 320, height: 256 });
  await page.goto(`${address}/sign-in`);
  await expectNothingWider(page);
  await signInAs(page, address, 'reviewer2');
  for (const path of ['/review', '/board', '/board/figures', '/reports', '/trends', '/rules', '/check'])
    await visitNarrow(page, `${address}${path}`);
  await signInAs(page, address, 'admin');
  for (const path of ['/office/units', '/office/people', '/office/years', '/office/openings', '/office/rule-notes'])
    await visitNarrow(page, `${address}${path}`);
  await signInAs(page, address, 'auditor');
  await visitNarrow(page, `${address}/audit`);

  await signInAs(page, address, 'housing');
  await visitNarrow(page, `${address}/tasks`);
  expect((await page.getByRole('banner').boundingBox())?.height).toBeLessThanOrEqual(64);
  const menu = page.getByRole('button', { name: /^菜单/ });
  const trends = page.getByRole('navigation').getByRole('link', { name: '趋势' });
  await expect(trends).toBeHidden();
  await menu.click();
  await trends.click();
  await expect(page.getByRole('heading', { level: 1, name: '趋势' })).toBeVisible();
  await expect(trends).toBeHidden();
  await menu.click();
  await page.getByRole('button', { name: '查找' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '关闭' }).click();
  await page.goBack();
  await page
    .getByRole('link', { name: /第二季度/ })
    .first()
    .click();
  await page.getByRole('tab', { name: /三、依申请公开/ }).click();
  await expectNothingWider(page);
  await page.setViewportSize({ width: 342, height: 192 });
  await page.getByRole('textbox', { name: '一、本年新收政府信息公开申请数量，自然人', exact: true }).focus();
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowRight', 'ArrowUp', 'ArrowUp']) {
    await page.keyboard.press(key);
    expect(await isFocusSeen(page), `after ${key}`).toBe(true);
  }
  await page.goto(`${page.url().replace(/#.*/, '')}/check`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expectNothingWider(page);
});

test('in English: every page in one state, and the dialogs', async ({ demonstration: { address }, newPerson }) => {
  const page = await newPerson();
  await page.context().addCookies([{ name: 'nianbao-language', value: 'en', url: address }]);
  await page.goto(`${address}/sign-in`);
  await expectAccessible(page);
  await page.goto(`${address}/there-is-no-such-page`);
  await expectAccessible(page);
  await signInAs(page, address, 'reform');
  await page.goto(`${address}/there-is-no-such-page`);
  await expectAccessible(page);
  await page.getByRole('navigation').first().getByRole('link', { name: 'My tasks' }).click();
  await expect(page).toHaveTitle(/^My tasks · /);
  await expectAccessible(page);
  await page.getByRole('main').getByRole('link', { name: /Q3/ }).first().click();
  await expect(page.getByRole('tab').first()).toBeVisible();
  await expect(page).toHaveTitle(/Q3.* · Nianbao/);
  await expectAccessible(page);
  const form = page.url();
  await page.goto(`${form}/check`);
  await expectAccessible(page);
  await page.goto(`${form}/print`);
  await expectAccessible(page);

  await signInAs(page, address, 'reviewer2');
  for (const path of ['/review', '/board', '/board/figures', '/reports', '/trends', '/rules', '/check']) {
    await page.goto(`${address}${path}`);
    await expectAccessible(page);
  }
  await page.goto(`${address}/review`);
  await page
    .getByRole('link', { name: /公安局示例分局/ })
    .first()
    .click();
  await page.getByRole('button', { name: /Return for changes/ }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectAccessible(page, '[role="dialog"]');
  await page.keyboard.press('Escape');
  await expectAccessible(page);

  await signInAs(page, address, 'admin');
  for (const path of ['/office/years', '/office/openings', '/office/rule-notes', '/audit']) {
    await page.goto(`${address}${path}`);
    await expectAccessible(page);
  }
  for (const [path, add] of [
    ['/office/units', 'Add a unit'],
    ['/office/people', 'Add a person'],
  ] as const) {
    await page.goto(`${address}${path}`);
    await expectAccessible(page);
    await page.getByRole('button', { name: add }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await expectAccessible(page, '[role="dialog"]');
  }
});

async function visitNarrow(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expectNothingWider(page);
}

/** Only what scrolls in a box of its own may be wider than the screen. */
async function expectNothingWider(page: Page): Promise<void> {
  const widths = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  expect.soft(widths[0], page.url()).toBeLessThanOrEqual(widths[1] ?? 0);
}

/** What is drawn at the middle of the focused element is that element, on the screen and under nothing. */
function isFocusSeen(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    if (!focused) return false;
    const { x, y, width, height } = focused.getBoundingClientRect();
    const drawn = document.elementFromPoint(x + width / 2, y + height / 2);
    return drawn !== null && (focused.contains(drawn) || (focused.closest('td')?.contains(drawn) ?? false));
  });
}
