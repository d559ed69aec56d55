import { expectAccessible } from '../accessible';
import { expect, test } from '../fixtures';
import { signInAs } from '../sign-in';

test('an auditor finds what a person did on a day, and opens what they filled in', async ({ demonstration: { address }, newPerson }) => {
  const page = await newPerson();
  await signInAs(page, address, 'auditor');
  await page.goto(`${address}/audit`);
  const form = page.getByRole('form', { name: '查找记录' });
  const table = page.getByRole('table', { name: '操作记录' });
  const fold = table.getByRole('link', { name: /填写 \d+ 格/ });

  await form.getByLabel('人员').fill('唐雨薇');
  await form.getByLabel('对象').fill('第二季度');
  await form.getByRole('button', { name: '查找' }).click();
  await expect(page).toHaveURL(/person=/);
  await expect(table.getByRole('row').filter({ hasText: '唐雨薇' }).first()).toBeVisible();
  await expect(table).toContainText('2026 年第二季度');
  await expect(table).not.toContainText('第三季度');

  const day = (await table.getByRole('columnheader', { name: / 星期/ }).first().textContent())?.slice(0, 10) ?? '';
  await form.getByLabel('从').fill(day);
  await form.getByLabel('到', { exact: true }).fill(day);
  await form.getByRole('button', { name: '查找' }).click();
  await expect(page).toHaveURL(new RegExp(`from=${day}&to=${day}`));
  await expect(table.getByRole('columnheader', { name: / 星期/ })).toHaveCount(1);

  await fold.first().click();
  await expect(fold.first()).toHaveAttribute('aria-expanded', 'true');
  await expect(table.getByText(/^填写“/).first()).toBeVisible();
  await expectAccessible(page);
  await page.goBack();
  await expect(fold.first()).toHaveAttribute('aria-expanded', 'false');
  await expect(table.getByText(/^填写“/)).toHaveCount(0);
});
