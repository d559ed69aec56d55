import type { Page } from '@playwright/test';
import { expectAccessible } from '../accessible';
import { act } from '../api';
import { expect, test } from '../fixtures';
import { guess } from '../guessing';
import { signIn } from '../pages/doors';
import { signInWithPassword } from '../sign-in';
import { password, people, units } from '../small-district';

const { admin, reviewer, lawyer, officeClerk, bureauClerk } = people;
const next = 'huangHe7liangAn';

const come = (page: Page, address: string, { username }: { username: string }) => signInWithPassword(page, address, { username, password });

test('what an administrator gives to themselves waits for a second one, a link used in their own browser too, and the auditor sees both', async ({
  smallDistrict: { address },
  newPerson,
}) => {
  const [first, second, auditor, clerk] = [await newPerson(), await newPerson(), await newPerson(), await newPerson()];
  await signIn(first, address, { username: admin.username, password });
  const post = (userId: string, role: string) => act(first.request, address, 'office.givePost', { userId, unitId: units.root.id, role });
  await post(reviewer.username, 'admin');
  await post(lawyer.username, 'auditor');
  await come(second, address, reviewer);
  await come(auditor, address, lawyer);

  await test.step('the dialog says what becomes of it, and asks for a reason', async () => {
    await first.goto(`${address}/office/people`);
    await first.getByRole('button', { name: `加岗位 ${admin.name}` }).click();
    const dialog = first.getByRole('dialog', { name: `给 ${admin.name} 加岗位` });
    await dialog.getByLabel('单位').selectOption(units.root.id);
    await dialog.getByLabel('岗位').selectOption({ label: '审核员' });
    await expect(dialog.getByText('这是给您自己加岗位')).toBeVisible();
    await expectAccessible(first, '[role="dialog"]');
    await dialog.getByLabel('理由').fill('审核员休假两周，由本人代审。');
    await dialog.getByRole('button', { name: '加岗位' }).click();
    await expect(first.getByText(/已提出，等待另一位管理员确认/)).toBeVisible();
    await expect(first.getByRole('row', { name: new RegExp(admin.name) })).not.toContainText('审核员');
  });

  await test.step('who asked may take it back and not confirm it; the other confirms', async () => {
    await first.goto(`${address}/office/duties`);
    await expect(first.getByRole('button', { name: /^撤回/ })).toBeVisible();
    await expect(first.getByRole('button', { name: /^确认/ })).toHaveCount(0);
    await second.goto(`${address}/office/duties`);
    await expectAccessible(second);
    await second.getByRole('button', { name: `确认 ${admin.name}给自己加岗位` }).click();
    await second.getByRole('dialog').getByLabel('本人密码').fill(password);
    await second.getByRole('dialog').getByRole('button', { name: '确认' }).click();
    await expect(second.getByText('已确认，已生效。')).toBeVisible();
    await first.goto(`${address}/office/people`);
    await expect(first.getByRole('row', { name: new RegExp(admin.name) })).toContainText('审核员');
  });

  await test.step('a link for somebody else, opened in the browser that made it, keeps the password until it is confirmed', async () => {
    await first.getByRole('button', { name: `新链接 ${bureauClerk.name}` }).click();
    await first.getByRole('dialog').getByRole('button', { name: '新链接' }).click();
    const link = await first.getByLabel('一次性链接', { exact: true }).inputValue();
    await first.goto(link);
    await first.getByLabel('新密码').fill(next);
    await first.getByRole('button', { name: '设置密码' }).click();
    await expect(first.getByText('新密码已收下，但还不能用')).toBeVisible();
    await signIn(clerk, address, { username: bureauClerk.username, password });
    await second.reload();
    await second.getByRole('button', { name: `确认 ${bureauClerk.name}的新密码` }).click();
    await expect(second.getByRole('dialog')).toContainText('请先向本人核实');
    await second.getByRole('dialog').getByLabel('本人密码').fill(password);
    await second.getByRole('dialog').getByRole('button', { name: '确认' }).click();
    await expect(second.getByText('没有等待确认的事项。')).toBeVisible();
    await clerk.goto(`${address}/tasks`);
    await expect(clerk).toHaveURL(/sign-in/);
    await signIn(clerk, address, { username: bureauClerk.username, password: next });
  });

  await test.step('the auditor finds it marked, by a filter of its own', async () => {
    await auditor.goto(`${address}/audit`);
    await auditor.getByRole('link', { name: '需审计关注' }).click();
    // A row without cells is the head of a day.
    const rows = auditor
      .getByRole('table', { name: '操作记录' })
      .locator('tbody')
      .getByRole('row')
      .filter({ has: auditor.getByRole('cell') });
    await expect(rows).toHaveCount(3);
    await expect(rows.filter({ hasText: '给自己加岗位' })).toHaveCount(1);
    await expect(rows.filter({ hasText: '的浏览器中打开，现已使用' })).toHaveCount(1);
    await expect(rows.filter({ hasText: /的浏览器中打开(?!，)/ })).toHaveCount(1);
    await expectAccessible(auditor);
  });
});

test('an administrator of a department is made by somebody who has read what that allows', async ({
  smallDistrict: { address },
  newPerson,
}) => {
  const page = await newPerson();
  await come(page, address, admin);
  await page.goto(`${address}/office/people`);
  await page.getByRole('button', { name: `加岗位 ${bureauClerk.name}` }).click();
  const dialog = page.getByRole('dialog', { name: `给 ${bureauClerk.name} 加岗位` });
  await dialog.getByLabel('单位').selectOption(units.bureau.id);
  await expect(dialog.getByText(`管理员`, { exact: true })).toHaveCount(1);
  await dialog.getByLabel('岗位').selectOption({ label: '管理员' });
  await expect(dialog.getByText(`这会让他成为“${units.bureau.name}”的管理员`)).toBeVisible();
  await expectAccessible(page, '[role="dialog"]');
  const meant = dialog.getByRole('checkbox', { name: '我已了解' });
  await dialog.getByRole('button', { name: '加岗位' }).click();
  await expect(meant).toBeFocused();
  await meant.check();
  await dialog.getByRole('button', { name: '加岗位' }).click();
  await expect(page.getByText(`已给 ${bureauClerk.name} 加岗位：${units.bureau.name} · 管理员。`)).toBeVisible();
});

test('a person hears of wrong passwords at their name, puts that away, and finds it again at their account', async ({
  smallDistrict: { address },
  newPerson,
}) => {
  const [page, guesser] = [await newPerson(), await newPerson()];
  await come(page, address, officeClerk);
  await guess(guesser.request, address, {
    names: Array.from({ length: 3 }, () => officeClerk.username),
    places: ['10.20.3.1', '10.20.3.2'],
  });
  await signIn(page, address, { username: officeClerk.username, password });
  const notice = page.getByText(/登录失败 3 次，最近一次 .*，来自 2 处/);
  await expect(notice).toBeVisible();
  await expectAccessible(page);
  await expect(page.getByText('10.20.3')).toHaveCount(0);
  await page.getByRole('button', { name: '知道了' }).click();
  await expect(notice).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: '我的任务' })).toBeVisible();
  await expect(notice).toHaveCount(0);
  await page.getByRole('banner').getByRole('link', { name: officeClerk.name }).click();
  await expect(notice).toBeVisible();
});

test('T28: an office makes its three administrators three people; one asks, another confirms, and back again', async ({
  smallDistrict: { address },
  newPerson,
}) => {
  const [page, system, security, auditor] = [await newPerson(), await newPerson(), await newPerson(), await newPerson()];
  await come(page, address, admin);
  await come(system, address, reviewer);
  await come(security, address, officeClerk);
  await come(auditor, address, lawyer);

  await test.step('three different people are named, with the password', async () => {
    await page.goto(`${address}/office/duties`);
    await page.getByLabel('系统管理员').selectOption(reviewer.username);
    await page.getByLabel('安全管理员').selectOption(officeClerk.username);
    await page.getByLabel('审计员').selectOption(lawyer.username);
    await page.getByLabel('本人密码').fill(password);
    await expectAccessible(page);
    await page.getByRole('button', { name: '开启三员分立' }).click();
    await expect(page.getByRole('alert').filter({ hasText: '审计员不兼任其他岗位' })).toBeVisible();
    await act(page.request, address, 'office.endPost', { postId: `post-${lawyer.username}` });
    await page.getByLabel('本人密码').fill(password);
    await page.getByRole('button', { name: '开启三员分立' }).click();
    await expect(page.getByText('已开启：系统管理员、安全管理员、审计员是三个不同的人')).toBeVisible();
  });

  await test.step('the administrator keeps what makes the report; accounts are one’s, posts another’s', async () => {
    await page.goto(`${address}/office/people`);
    await expect(page.getByRole('heading', { name: '没有找到' })).toBeVisible();
    await system.goto(`${address}/office/people`);
    await expect(system.getByRole('button', { name: '新增人员' })).toBeVisible();
    await expect(system.getByRole('button', { name: /^加岗位/ })).toHaveCount(0);
    await security.goto(`${address}/office/people`);
    await expect(security.getByRole('button', { name: `加岗位 ${bureauClerk.name}` })).toBeVisible();
    await expect(security.getByRole('button', { name: /^新链接/ })).toHaveCount(0);
    await expect(security.getByRole('button', { name: '新增人员' })).toHaveCount(0);
    await expectAccessible(security);
  });

  await test.step('one of them asks for the end of it; they do not confirm it, another does', async () => {
    await system.goto(`${address}/office/duties`);
    await system.getByLabel('事项').selectOption({ label: '关闭三员分立' });
    await system.getByLabel('理由').fill('机构调整，人员不足，恢复由管理员办理。');
    await system.getByLabel('本人密码').fill(password);
    await system.getByRole('button', { name: '提出三员事项' }).click();
    await expect(system.getByText('已提出，等待三员中的另一人确认。')).toBeVisible();
    await expect(system.getByRole('button', { name: /^确认/ })).toHaveCount(0);
    await auditor.goto(`${address}/audit`);
    await auditor.getByRole('link', { name: '三员与待确认事项' }).click();
    await auditor.getByRole('button', { name: '确认 关闭三员分立' }).click();
    await expectAccessible(auditor, '[role="dialog"]');
    await auditor.getByRole('dialog').getByLabel('本人密码').fill(password);
    await auditor.getByRole('dialog').getByRole('button', { name: '确认' }).click();
    await expect(auditor.getByText('未开启：管理员办理全部管理事项。')).toBeVisible();
    await page.goto(`${address}/office/people`);
    await expect(page.getByRole('button', { name: '新增人员' })).toBeVisible();
  });
});
