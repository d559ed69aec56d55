import { expectAccessible } from '../accessible';
import { expect, test } from '../fixtures';
import { signInAs } from '../sign-in';

test('a reviewer reads at a glance what is odd and what a unit holds, beside last quarter and the same quarter of last year', async ({
  demonstration: { address },
  newPerson,
}) => {
  const page = await newPerson();
  await signInAs(page, address, 'reviewer2');
  await page.goto(`${address}/review`);
  await page
    .getByRole('row', { name: /带说明/ })
    .getByRole('link')
    .click();
  const glance = page
    .getByRole('region')
    .or(page.locator('section'))
    .filter({ has: page.getByRole('heading', { name: '一眼看' }) });

  await test.step('the odd figure stands first, with its reason and its past', async () => {
    await expect(glance.getByText('1 处已说明')).toBeVisible();
    const odd = glance.getByRole('row').nth(1);
    await expect(odd.getByRole('cell')).toHaveText([/^\d+$/, /^\d+$/, /^\d+$/]);
    await expect(glance.getByRole('row').nth(2)).toContainText('已说明');
    await expect(glance.getByRole('row', { name: /^行政许可决定/ }).getByRole('cell')).toHaveText([/^\d+$/, /^\d+$/, /^\d+$/]);
    await expectAccessible(page);
  });

  await test.step('it leads to its cell, which is marked and says the other quarter in small print', async () => {
    await glance.getByRole('row').nth(1).getByRole('button').click();
    const figure = page.getByRole('button', { name: /行政规范性文件，现行有效件数.*去年同期 \d+.*说明：/ });
    await expect(figure).toBeFocused();
    await page.getByRole('radio', { name: '不显示' }).check();
    await expect(page.getByRole('button', { name: /去年同期/ })).toHaveCount(0);
  });
});
