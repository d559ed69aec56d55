import { expectAccessible } from '../accessible';
import { ask } from '../api';
import { expect, test } from '../fixtures';
import { signInAs } from '../sign-in';

interface Queue {
  submissions: readonly { filingId: string; unitName: string; isClean: boolean }[];
}

test('a reviewer who approved by mistake takes it back with a reason, and a colleague cannot', async ({
  demonstration: { address },
  newPerson,
}) => {
  const page = await newPerson();
  await signInAs(page, address, 'reviewer');
  const { submissions } = await ask<Queue>(page.request, address, 'review.queue');
  const filingId = submissions.find((one) => one.isClean)?.filingId ?? '';
  const review = `${address}/review/${filingId}`;
  await page.goto(review);
  await page.getByRole('button', { name: '通过审核' }).click();
  await expect(page.getByText(/已通过：/)).toBeVisible();

  await test.step('the colleague sees the approval and no way to take it back', async () => {
    const colleague = await newPerson();
    await signInAs(colleague, address, 'reviewer2');
    await colleague.goto(review);
    await expect(colleague.getByText('已通过审核，计入年报。')).toBeVisible();
    await expect(colleague.getByRole('button', { name: '撤回通过' })).toHaveCount(0);
  });

  await test.step('the reviewer gives a reason, a real one', async () => {
    await page.goto(review);
    await page.getByRole('button', { name: '撤回通过' }).click();
    const dialog = page.getByRole('dialog');
    await expectAccessible(page, '[role="dialog"]');
    await dialog.getByLabel('撤回原因').fill('已核实');
    await dialog.getByRole('button', { name: '撤回通过' }).click();
    await expect(dialog.getByText(/请写明具体原因/)).toBeVisible();
    await dialog.getByLabel('撤回原因').fill('误点了通过，台账还没有核对。');
    // The answer moved the button away under the hand: a click it does not take yet is made again, as a person does.
    await expect(async () => {
      if (await dialog.isVisible()) await dialog.getByRole('button', { name: '撤回通过' }).click({ timeout: 5_000 });
      await expect(page.getByRole('button', { name: '退回修改' })).toBeVisible({ timeout: 5_000 });
    }).toPass();
    await expect(page.getByRole('button', { name: '撤回通过' })).toHaveCount(0);
  });

  await test.step('and the log keeps who and why', async () => {
    const auditor = await newPerson();
    await signInAs(auditor, address, 'auditor');
    await auditor.goto(`${address}/audit`);
    const row = auditor.getByRole('row', { name: /撤回对第 1 次报送的通过/ });
    await expect(row).toContainText('误点了通过，台账还没有核对。');
    await expect(row).toContainText('陈昱');
  });
});
