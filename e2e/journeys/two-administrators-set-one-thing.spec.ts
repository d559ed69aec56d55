import type { Page } from '@playwright/test';
import { expectAccessible } from '../accessible';
import { expect, test } from '../fixtures';
import { signInAs } from '../sign-in';

test('two pages set the same wording and steps: what each changed stays, and what both changed is shown with both values', async ({
  demonstration: { address },
  newPerson,
}) => {
  const [one, other] = [await newPerson(), await newPerson()];
  for (const page of [one, other]) await signInAs(page, address, 'admin');
  const refused = (page: Page) => page.getByRole('alert').filter({ hasText: '没有保存' });

  await test.step('each adds a word: both stand; the same word set twice is refused with both', async () => {
    const list = (page: Page) => page.getByLabel('本级词表');
    const save = (page: Page) => page.getByRole('button', { name: '保存', exact: true });
    for (const page of [one, other]) {
      await page.goto(`${address}/office/wording`);
      await expect(list(page)).toHaveValue('');
    }
    await list(one).fill('示列区=示例区');
    await save(one).click();
    await expect(one.getByText('已保存，记入操作记录。')).toBeVisible();
    await list(other).fill('政务公开办=政务公开办公室');
    await save(other).click();
    await expect(list(other)).toHaveValue('示列区=示例区\n政务公开办=政务公开办公室');
    await list(one).fill('示列区=示例市');
    await save(one).click();
    await expect(list(one)).toHaveValue('示列区=示例市\n政务公开办=政务公开办公室');
    await list(other).fill('示列区=示例县\n政务公开办=政务公开办公室');
    await save(other).click();
    for (const value of ['示例市', '示例县']) await expect(refused(other)).toContainText(value);
    await expect(list(other)).toHaveValue('示列区=示例县\n政务公开办=政务公开办公室');
    await expectAccessible(other);
  });

  await test.step('each changes another signing step: both stand; the same step set twice is refused with both', async () => {
    const name = (page: Page, step: number) => page.getByRole('group', { name: `第 ${step} 步` }).getByLabel('名称');
    const save = (page: Page) => page.getByRole('button', { name: '保存步骤' });
    for (const page of [one, other]) {
      await page.goto(`${address}/office/signing`);
      await expect(name(page, 1)).toHaveValue('办公室审核');
    }
    await name(one, 1).fill('办公室初审');
    await save(one).click();
    await expect(one.getByText(/^已保存。/)).toBeVisible();
    await expect(save(one)).toBeDisabled();
    await name(other, 2).fill('法制审查');
    await save(other).click();
    await expect(name(other, 1)).toHaveValue('办公室初审');
    await expect(name(other, 2)).toHaveValue('法制审查');
    await name(one, 2).fill('保密审查');
    await save(one).click();
    for (const value of ['法制审查', '保密审查']) await expect(refused(one)).toContainText(value);
    await expectAccessible(one);
  });
});
