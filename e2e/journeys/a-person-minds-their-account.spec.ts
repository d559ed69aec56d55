import { expectAccessible } from '../accessible';
import { expect, test } from '../fixtures';
import { signIn } from '../pages/doors';
import { signInWithPassword } from '../sign-in';
import { password, people } from '../small-district';

const next = 'huangHe7liangAn';

test('a clerk finds a session they do not know, ends it, and sets another password', async ({ smallDistrict: { address }, newPerson }) => {
  const { username, name } = people.bureauClerk;
  const [here, forgotten, other] = [await newPerson(), await newPerson(), await newPerson()];
  for (const page of [here, forgotten, other]) await signInWithPassword(page, address, { username, password });
  await here.goto(`${address}/tasks`);
  await here.getByRole('banner').getByRole('link', { name }).click();
  await expect(here.getByRole('heading', { level: 1, name: '我的账号' })).toBeVisible();
  await expectAccessible(here);
  const rows = here.getByRole('table', { name: '登录情况' }).locator('tbody').getByRole('row');
  await expect(rows).toHaveCount(3);
  await expect(rows.filter({ hasText: '这里' })).toHaveCount(1);

  await test.step('one of the others, and then all of them', async () => {
    await rows.getByRole('button', { name: /^结束/ }).first().click();
    await expect(here.getByText('已结束这个登录。')).toBeVisible();
    await expect(rows).toHaveCount(2);
    await here.getByRole('button', { name: '结束其他登录' }).click();
    await expect(here.getByText('已结束其他 1 个登录。')).toBeVisible();
    await expect(rows).toHaveCount(1);
    for (const page of [forgotten, other]) {
      await page.goto(`${address}/tasks`);
      await expect(page).toHaveURL(/sign-in/);
    }
  });

  await test.step('a password that stands in every list is refused, and the fields are as they were typed', async () => {
    await here.getByLabel('现在的密码').fill(password);
    await here.getByLabel('新密码').fill('Nianbao@2026');
    await here.getByRole('button', { name: '更改密码' }).click();
    await expect(here.getByRole('alert').filter({ hasText: '太容易被猜到' })).toBeVisible();
    await expect(here.getByLabel('现在的密码')).toHaveValue(password);
  });

  await test.step('another one is taken; this session goes on, and the new password signs in', async () => {
    await here.getByLabel('新密码').fill(next);
    await here.getByRole('button', { name: '更改密码' }).click();
    await expect(here.getByText('密码已更改，您在别处的登录都已结束。')).toBeVisible();
    await expect(here.getByText(/请在 .* 前更换/)).toBeVisible();
    await signIn(other, address, { username, password: next });
    await expect(other.getByRole('heading', { level: 1, name: '我的任务' })).toBeVisible();
    await here.reload();
    await expect(rows).toHaveCount(2);
  });
});

test('T29, T31: whoever signs in anew leaves no session behind, and a kept cookie says nothing once it has ended', async ({
  smallDistrict: { address },
  newPerson,
}) => {
  const page = await newPerson();
  const { request } = page.context();
  const session = async () => (await (await request.get(`${address}/api/auth/session`)).json()) as { user?: { name: string } };
  const { bureauClerk, reviewer } = people;
  await signInWithPassword(page, address, { username: bureauClerk.username, password });
  const kept = (await page.context().cookies()).filter(({ name }) => name.endsWith('session-token'));
  expect([kept.length, (await session()).user?.name]).toEqual([1, bureauClerk.name]);

  await signInWithPassword(page, address, { username: reviewer.username, password });
  expect((await session()).user?.name).toBe(reviewer.name);
  const withKept = await newPerson();
  await withKept.context().addCookies(kept);
  const answer = await withKept.context().request.get(`${address}/api/auth/session`);
  expect(await answer.text()).not.toContain(bureauClerk.name);
  await withKept.goto(`${address}/tasks`);
  await expect(withKept).toHaveURL(/sign-in/);
});
