import { readFile } from 'node:fs/promises';
import { expectAccessible } from '../accessible';
import { expect, test } from '../fixtures';
import { tabTo } from '../keyboard';
import { signInAs } from '../sign-in';

test('before it signs, the office reads what the rules find over all units, narrows it down, takes it along and opens one', async ({
  demonstration: { address },
  newPerson,
}) => {
  const page = await newPerson();
  await signInAs(page, address, 'reviewer2');
  const filter = page.getByRole('form', { name: '筛选核对结果' });
  const lines = page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ has: page.getByRole('link', { name: /第.季度/ }) });

  await test.step('from the board, rule by rule, each line with its explanation', async () => {
    await page.goto(`${address}/board`);
    await tabTo(page, page.getByRole('link', { name: '核对结果' }));
    await page.keyboard.press('Enter');
    await expect(page.getByText(/已看 \d+ 份报送/)).toBeVisible();
    await expect(lines.first()).toBeVisible();
    await expect(page.getByText(/^说明（/).first()).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('what is chosen narrows it at once and is an address', async () => {
    await filter.getByLabel('处理').selectOption('已说明');
    await expect(page).toHaveURL(/state=explained/);
    await expect(lines.filter({ hasNotText: '已说明' })).toHaveCount(0);
    await expect(lines.first()).toBeVisible();
    const unit = /^(\S+)/.exec(await lines.first().getByRole('link').innerText())?.[1] ?? '';
    await filter.getByLabel('单位名称').fill(unit);
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/unit=/);
    await expect(lines.filter({ hasNotText: unit })).toHaveCount(0);
    await expect(lines.first()).toBeVisible();
  });

  await test.step('the same lines as a list', async () => {
    const count = await lines.count();
    const waiting = page.waitForEvent('download');
    await page.getByRole('link', { name: 'CSV 清单' }).click();
    const text = await readFile(await (await waiting).path(), 'utf8');
    expect(text.trim().split('\r\n')).toHaveLength(count + 1);
    await expect(page.getByText(/核对结果\.csv/)).toBeVisible();
  });

  await test.step('a line opens the submission at its cell', async () => {
    const unit = /^(\S+)/.exec(await lines.first().getByRole('link').innerText())?.[1] ?? '';
    await lines.first().getByRole('link').click();
    await expect(page.getByRole('heading', { level: 1, name: new RegExp(unit) })).toBeVisible();
    await expect(page.locator('[data-cell]:focus')).toBeVisible();
  });
});
