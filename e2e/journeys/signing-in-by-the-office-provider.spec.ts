import { expectAccessible } from '../accessible';
import { expect, test } from '../fixtures';
import { bindIdentity, sayWho } from '../pages/provider';
import { signInWithPassword } from '../sign-in';
import { password, people } from '../small-district';

const { bureauClerk, officeClerk, admin } = people;
const byProvider = '用统一身份认证登录';

test('a clerk binds who they are at the office’s identity provider, signs in by it, and gives it up; an administrator takes another’s away', async ({
  officeWithProvider: { address, provider },
  newPerson,
}) => {
  const [clerk, colleague, chief] = [await newPerson(), await newPerson(), await newPerson()];

  await test.step('before anything is bound, the provider signs nobody in, and it is told whom to ask', async () => {
    await clerk.goto(`${address}/sign-in`);
    await expectAccessible(clerk);
    await clerk.getByRole('button', { name: byProvider }).click();
    await sayWho(clerk, 'qin');
    await expect(clerk.getByRole('alert').filter({ hasText: '这个统一身份没有绑定账号' })).toBeVisible();
    await expectAccessible(clerk);
  });

  await test.step('the clerk binds it, by password', async () => {
    await signInWithPassword(clerk, address, { username: bureauClerk.username, password });
    await clerk.goto(`${address}/account`);
    await clerk.getByLabel('本系统的密码').fill('not the password');
    await clerk.getByRole('button', { name: '去绑定' }).click();
    await expect(clerk.getByRole('alert').filter({ hasText: '密码不正确' })).toBeVisible();
    await bindIdentity(clerk, address, { login: 'qin', password });
    await expect(clerk.getByText('统一身份已绑定，以后可以用它登录。')).toBeVisible();
    await expect(clerk.getByText(`已绑定 ${provider.issuer}`)).toBeVisible();
    await expectAccessible(clerk);
  });

  await test.step('and signs in by the button from then on', async () => {
    await clerk.getByRole('button', { name: '退出' }).click();
    await clerk.getByRole('button', { name: byProvider }).click();
    await expect(clerk.getByRole('heading', { level: 1, name: '我的任务' })).toBeVisible();
    await clerk.getByRole('button', { name: '退出' }).click();
    await expect(clerk.getByRole('button', { name: byProvider })).toBeVisible();
    await clerk.goto(`${address}/rules?find=R1`);
    await clerk.getByRole('button', { name: byProvider }).click();
    await expect(clerk).toHaveURL(`${address}/rules?find=R1`);
    await expect(clerk.getByRole('banner').getByRole('link', { name: bureauClerk.name })).toBeVisible();
  });

  await test.step('nobody else binds the same', async () => {
    await signInWithPassword(colleague, address, { username: officeClerk.username, password });
    await bindIdentity(colleague, address, { login: 'qin', password });
    await expect(colleague.getByText('这个统一身份已经绑定了另一个账号')).toBeVisible();
  });

  await test.step('the clerk gives it up: the button signs in no more, the password does', async () => {
    await clerk.goto(`${address}/account`);
    await clerk.getByLabel('本系统的密码').fill(password);
    await clerk.getByRole('button', { name: '解除绑定' }).click();
    await expect(clerk.getByText('已解除绑定，您在别处的登录都已结束。')).toBeVisible();
    await expect(clerk.getByRole('button', { name: '去绑定' })).toBeVisible();
    await clerk.getByRole('button', { name: '退出' }).click();
    await clerk.getByRole('button', { name: byProvider }).click();
    await expect(clerk.getByRole('alert').filter({ hasText: '这个统一身份没有绑定账号' })).toBeVisible();
  });

  await test.step('an administrator sees who has bound one and takes it away; the person is out at once', async () => {
    const other = await newPerson();
    await signInWithPassword(other, address, { username: bureauClerk.username, password });
    await bindIdentity(other, address, { login: 'qin-2', password });
    await signInWithPassword(chief, address, { username: admin.username, password });
    await chief.goto(`${address}/office/people`);
    const row = chief.getByRole('row', { name: new RegExp(bureauClerk.name) });
    await expect(row).toContainText('已绑定统一身份');
    await chief.getByRole('button', { name: `解除统一身份 ${bureauClerk.name}` }).click();
    const dialog = chief.getByRole('dialog', { name: `解除 ${bureauClerk.name} 的统一身份` });
    await expectAccessible(chief, '[role="dialog"]');
    await dialog.getByLabel('解除的理由').fill('绑定的不是本人的统一身份。');
    await dialog.getByRole('button', { name: '解除统一身份' }).click();
    await expect(chief.getByText(`已解除 ${bureauClerk.name} 的统一身份。`)).toBeVisible();
    await expect(row).not.toContainText('已绑定统一身份');
    await other.goto(`${address}/account`);
    await expect(other).toHaveURL(/sign-in/);
  });

  await test.step('a provider that is away is told of at the button', async () => {
    await provider.stop();
    await colleague.goto(`${address}/sign-in`);
    await colleague.getByRole('button', { name: byProvider }).click();
    await expect(colleague.getByText('统一身份认证服务现在连不上，请稍后再试，或者用密码登录。')).toBeVisible();
  });
});
