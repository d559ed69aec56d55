import type { Page } from '@playwright/test';
import { expectAccessible } from '../accessible';
import { expect, test } from '../fixtures';
import { signInAs } from '../sign-in';

/** What is told of the page, in the tab that the act opens. */
async function helpBy(page: Page, act: () => Promise<void>): Promise<Page> {
  const opened: Page[] = [];
  page.once('popup', (tab) => opened.push(tab));
  // The key is heard once the page's script is at work; nothing on the screen says when, so it is pressed until it is.
  await expect
    .poll(async () => {
      if (opened.length === 0) await act();
      return opened.length;
    })
    .toBe(1);
  return opened[0] as Page;
}

test('help is a key away from every page, and finding another', async ({ demonstration: { address }, newPerson }) => {
  const page = await newPerson();
  await signInAs(page, address, 'housing');
  await page.goto(`${address}/tasks`);
  const finder = page.getByRole('dialog', { name: '查找' });
  const field = finder.getByRole('combobox');

  await test.step('? leads to what is told of the tasks', async () => {
    const help = await helpBy(page, () => page.keyboard.press('?'));
    await expect(help).toHaveURL(`${address}/help/clerk#start`);
    await expect(help.getByRole('heading', { level: 2, name: '一个季度怎样开始' })).toBeInViewport();
    await expectAccessible(help);
    await help.getByRole('link', { name: '快捷键一览' }).click();
    await expect(help.getByRole('rowheader', { name: 'Ctrl+Z' })).toBeVisible();
    await expectAccessible(help);
    await help.close();
  });

  await test.step('in a cell F1 leads to the form’s own, and ? is a character', async () => {
    await page.getByRole('link', { name: /填报：.*第二季度/ }).click();
    const cell = page.getByRole('textbox', { name: '一、本年新收政府信息公开申请数量，自然人', exact: true });
    await page.getByRole('tab', { name: /三、依申请公开/ }).click();
    await cell.focus();
    await page.keyboard.press('?');
    await expect(cell).toHaveValue('?');
    await page.keyboard.press('Escape');
    const help = await helpBy(page, () => page.keyboard.press('F1'));
    await expect(help).toHaveURL(`${address}/help/clerk#quarter`);
    await help.close();
    await expect(cell).toBeFocused();
    await expect(cell).toHaveValue('');
  });

  await test.step('Ctrl+K finds a cell of the form, and the focus goes there', async () => {
    await page.keyboard.press('Control+k');
    await expect(field).toBeFocused();
    await page.keyboard.type('yygk zrr');
    await expect(finder.getByRole('option', { selected: true })).toContainText('予以公开');
    await expectAccessible(page, '[role="dialog"]');
    await page.keyboard.press('Enter');
    await expect(finder).toHaveCount(0);
    await expect(page.getByRole('textbox', { name: /予以公开，自然人$/ })).toBeFocused();
  });

  await test.step('and a rule, at its place; Esc leaves everything as it was', async () => {
    await page.keyboard.press('Control+k');
    await expect(field).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(finder).toHaveCount(0);
    await page.getByRole('button', { name: '查找' }).click();
    await page.keyboard.type('t3-col');
    await finder.getByRole('option', { name: /^t3-col / }).click();
    await expect(page).toHaveURL(`${address}/rules#t3-col`);
    await expect(page.locator('#t3-col')).toBeInViewport();
  });
});

test('the office finds its units and its pages, and reads English', async ({ demonstration: { address }, newPerson }) => {
  const page = await newPerson();
  await signInAs(page, address, 'admin');
  await page.goto(`${address}/board`);
  await page.keyboard.press('Control+k');
  const finder = page.getByRole('dialog', { name: '查找' });
  await expect(finder.getByRole('combobox')).toBeFocused();
  await page.keyboard.type('教育');
  await finder.getByRole('option', { name: /教育.* · 20\d\d 年第.季度$/ }).click();
  await expect(page).toHaveURL(/\/review\//);
  await expect(page.getByRole('heading', { level: 1, name: /教育/ })).toBeVisible();

  await page.keyboard.press('Control+k');
  await page.keyboard.type('qcs');
  await expect(finder.getByRole('option', { name: '期初数（管理）', selected: true })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: '期初数' })).toBeVisible();

  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Opening balances' })).toBeVisible();
  const help = await helpBy(page, () => page.getByRole('link', { name: 'Help' }).click());
  await expect(help).toHaveURL(`${address}/help/admin#openings`);
  await expect(help.getByRole('heading', { level: 2, name: 'Opening balances' })).toBeInViewport();
  const picture = help.getByRole('img');
  await picture.scrollIntoViewIfNeeded();
  await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0);
  await expectAccessible(help);
});
