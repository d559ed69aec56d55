import { expect, test } from '../fixtures';
import { signInAs } from '../sign-in';

test('two reviewers on one submission see each other, one takes it on, and whose decision is second reads who was first and when', async ({
  demonstration: { address },
  newPerson,
}) => {
  const [first, second] = [await newPerson(), await newPerson()];
  await signInAs(first, address, 'reviewer');
  await signInAs(second, address, 'reviewer2');
  await first.goto(`${address}/review`);
  const clean = first
    .getByRole('row')
    .filter({ has: first.getByRole('checkbox') })
    .first();
  const href = (await clean.locator('[data-queue-link]').getAttribute('href')) ?? '';

  await test.step('names, not locks', async () => {
    await first.goto(`${address}${href}`);
    await second.goto(`${address}${href}`);
    await expect(second.getByRole('status').filter({ hasText: /也在看这份报送/ })).toBeVisible();
    // The first one asks again by themselves.
    await expect(first.getByRole('status').filter({ hasText: '林洁也在看这份报送' })).toBeVisible({ timeout: 30_000 });
  });

  await test.step('交给我, and a colleague who takes it on at once is told whose it is', async () => {
    await first.getByRole('button', { name: '交给我' }).click();
    await expect(first.getByText(/由您审核/)).toBeVisible();
    await second.getByRole('button', { name: '交给我' }).click();
    await expect(second.getByRole('alert').filter({ hasText: /接下.+没有办理/ })).toBeVisible();
  });

  await test.step('the second decision says who decided and when', async () => {
    await first.getByRole('button', { name: '通过审核' }).click();
    await expect(first.getByText(/^已通过：/)).toBeVisible();
    await second.getByRole('button', { name: '通过审核' }).click();
    await expect(second.getByRole('alert').filter({ hasText: /已于 .+“通过审核”/ })).toBeVisible();
  });
});
