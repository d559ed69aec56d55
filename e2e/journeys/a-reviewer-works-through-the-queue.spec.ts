import { expectAccessible } from '../accessible';
import { expect, test } from '../fixtures';
import { signInAs } from '../sign-in';

test('a reviewer narrows the queue down, goes past one without losing it, and approves others together, reading each explanation', async ({
  demonstration: { address },
  newPerson,
}) => {
  const page = await newPerson();
  await signInAs(page, address, 'reviewer2');
  const links = page.locator('[data-queue-link]');
  const filter = page.getByRole('search');

  await test.step('what is chosen is asked for at once and is an address', async () => {
    await page.goto(`${address}/review`);
    await expect(page.getByRole('columnheader', { name: '期限' })).toBeVisible();
    const all = await links.count();
    await filter.getByLabel('只看').selectOption('带说明或放行');
    await expect(page).toHaveURL(/only=explained/);
    await expect(filter.getByText('找到 1 条')).toBeVisible();
    await expect(links).toHaveCount(1);
    await filter.getByRole('link', { name: '清除' }).click();
    await expect(links).toHaveCount(all);
    await expectAccessible(page);
    // Whoever goes back with the cursor still in the field reads there what the list is of.
    const search = filter.getByRole('searchbox');
    await search.fill('没有这个单位');
    await search.press('Enter');
    await expect(page).toHaveURL(/search=/);
    await expect(links).toHaveCount(0);
    await page.goBack();
    await expect(links).toHaveCount(all);
    await expect(search).toBeFocused();
    await expect(search).toHaveValue('');
  });

  await test.step('one that is gone past comes last: after a decision the next opens', async () => {
    const [first, second, third] = await links.evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));
    await page.goto(`${address}${first}`);
    await page.getByRole('link', { name: '下一件（J）' }).click();
    await expect(page).toHaveURL(`${address}${second}`);
    await page.getByRole('button', { name: '通过审核' }).click();
    await expect(page.getByText(/^已通过：/)).toBeVisible();
    await expect(page).toHaveURL(`${address}${third}`);
  });

  await test.step('together: a line of what each holds beside last year, and each explanation for itself', async () => {
    await page.goto(`${address}/review`);
    const explained = page.getByRole('row', { name: /带说明/ });
    await explained.getByRole('checkbox').check();
    await page.getByRole('checkbox', { name: /选择全部无需说明的/ }).check();
    await explained.getByRole('checkbox').check();
    const count = await page.getByRole('row').getByRole('checkbox', { checked: true }).count();
    await page.getByRole('button', { name: `批量通过 ${count} 件` }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByText(/去年同期/).first()).toBeVisible();
    await expect(dialog.getByRole('button', { name: `通过这 ${count - 1} 件` })).toBeVisible();
    await expectAccessible(page, '[role="dialog"]');
    await dialog.getByRole('checkbox', { name: /看过说明/ }).check();
    await dialog.getByRole('button', { name: `通过这 ${count} 件` }).click();
    await expect(dialog.getByText(`已通过 ${count} 件，共 ${count} 件。`)).toBeVisible();
  });
});

test('the queue and a submission are worked on a telephone', async ({ demonstration: { address }, newPerson }) => {
  const page = await newPerson();
  await page.setViewportSize({ width: 390, height: 844 });
  await signInAs(page, address, 'reviewer2');
  const isWithin = () => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);
  await page.goto(`${address}/review`);
  const row = page.getByRole('row', { name: /带说明/ });
  await expect(row).toBeVisible();
  expect(await isWithin()).toBe(true);
  expect((await row.boundingBox())?.height).toBeLessThan(300);
  await row.getByRole('link').click();
  await expect(page.getByRole('heading', { name: '一眼看' })).toBeVisible();
  expect(await isWithin()).toBe(true);
  await page.getByRole('link', { name: '到审核决定' }).click();
  await expect(page.getByRole('button', { name: '通过审核' })).toBeInViewport();
});
