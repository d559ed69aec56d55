import type { Page } from '@playwright/test';
import { codeOfStep } from '@/server/auth/time-codes';
import { stepAt } from '@/server/domain/accounts/time-steps';
import { expectAccessible } from '../accessible';
import { procedureAddress } from '../api';
import { expect, test } from '../fixtures';
import { signIn } from '../pages/doors';
import { password, people } from '../small-district';

const { admin: adminAccount, reviewer: reviewerAccount } = people;

test('a reviewer puts a second factor on a telephone, signs in by it, and by a recovery code; an administrator resets it', async ({
  smallDistrict: { address },
  newPerson,
}) => {
  const [page, admin] = [await newPerson(), await newPerson()];
  const account = { ...reviewerAccount, password };
  await signIn(page, address, account);
  let telephone = '';
  let recoveryCodes: string[] = [];

  await test.step('switched on by the picture’s key, the password and the first code', async () => {
    await page.goto(`${address}/account`);
    await expectAccessible(page);
    await page.getByRole('button', { name: '开启两步验证' }).click();
    const dialog = page.getByRole('dialog', { name: '开启两步验证' });
    await expect(dialog.getByRole('img', { name: '供验证器扫描的二维码' })).toBeVisible();
    await expectAccessible(page, '[role="dialog"]');
    telephone = (await dialog.locator('code').innerText()).replaceAll(' ', '');
    await dialog.getByLabel('现在的密码').fill(password);
    await dialog.getByLabel('动态口令（6 位）').fill('000000');
    await dialog.getByRole('button', { name: '开启', exact: true }).click();
    await expect(dialog.getByText('动态口令不正确，没有开启。')).toBeVisible();
    await dialog.getByLabel('动态口令（6 位）').fill(codeOn(telephone));
    await dialog.getByRole('button', { name: '开启', exact: true }).click();
    await expect(page.getByRole('dialog', { name: '恢复码', exact: true })).toBeVisible();
    await expectAccessible(page, '[role="dialog"]');
    recoveryCodes = await keepRecoveryCodes(page);
    await expect(page.getByText('还有 10 个恢复码没有用过。')).toBeVisible();
  });

  await test.step('after the password nobody is signed in: no page, no procedure, no file, no name', async () => {
    await leave(page, address);
    await typePassword(page, address, account);
    await expect(page.getByLabel('动态口令或恢复码')).toBeVisible();
    await expectAccessible(page);
    const halfway = await newPerson();
    await halfway.context().addCookies(await page.context().cookies());
    const { request } = halfway.context();
    expect(await (await request.get(`${address}/api/auth/session`)).text()).toBe('{}');
    expect((await request.get(procedureAddress(address, 'review.queue'))).status()).toBe(401);
    expect((await request.get(`${address}/files/trends.csv`)).status()).toBe(401);
    await halfway.goto(`${address}/review`);
    await expect(halfway).toHaveURL(/sign-in/);
  });

  await test.step('a wrong code is refused; the next one on the telephone signs in', async () => {
    await typeCode(page, '000000');
    await expect(page.getByText('动态口令或恢复码不正确，或者已经用过。')).toBeVisible();
    await typeCode(page, codeOn(telephone, 1));
    await expect(page.getByRole('button', { name: '退出' })).toBeVisible();
  });

  await test.step('without the telephone: a recovery code, as it was written down', async () => {
    await leave(page, address);
    await typePassword(page, address, account);
    await typeCode(page, (recoveryCodes[0] ?? '').toLowerCase());
    await expect(page.getByRole('button', { name: '退出' })).toBeVisible();
    await page.goto(`${address}/account`);
    await expect(page.getByText('还有 9 个恢复码没有用过。')).toBeVisible();
  });

  await test.step('new recovery codes, by another of the old ones, which have ended then', async () => {
    await page.getByRole('button', { name: '更换恢复码' }).click();
    const dialog = page.getByRole('dialog', { name: '更换恢复码' });
    await dialog.getByLabel('现在的密码').fill(password);
    await dialog.getByLabel('动态口令或恢复码').fill(recoveryCodes[1] ?? '');
    await dialog.getByRole('button', { name: '更换恢复码' }).click();
    const renewed = await keepRecoveryCodes(page);
    expect(renewed.some((code) => recoveryCodes.includes(code))).toBe(false);
    await leave(page, address);
    await typePassword(page, address, account);
    await typeCode(page, recoveryCodes[2] ?? '');
    await expect(page.getByText('动态口令或恢复码不正确，或者已经用过。')).toBeVisible();
    await typeCode(page, renewed[0] ?? '');
    await expect(page.getByRole('button', { name: '退出' })).toBeVisible();
  });

  await test.step('the telephone is lost: an administrator resets it for a reason, and the password alone signs in', async () => {
    await signIn(admin, address, { ...adminAccount, password });
    await admin.goto(`${address}/office/people`);
    const { name } = reviewerAccount;
    await admin.getByRole('button', { name: `重置两步验证 ${name}` }).click();
    const dialog = admin.getByRole('dialog', { name: `重置 ${name} 的两步验证` });
    await expectAccessible(admin, '[role="dialog"]');
    await dialog.getByLabel('重置的理由').fill('手机丢失，本人到办公室核实。');
    await dialog.getByRole('button', { name: '重置两步验证' }).click();
    await expect(admin.getByText(`已重置 ${name} 的两步验证。`)).toBeVisible();
    await page.goto(`${address}/review`);
    await expect(page).toHaveURL(/sign-in/);
    await signIn(page, address, account);
  });
});

test('the office asks a second factor of administrators and reviewers: nothing opens before it is switched on', async ({
  smallDistrict: { address },
  newPerson,
}) => {
  const [admin, reviewer, clerk] = [await newPerson(), await newPerson(), await newPerson()];
  await signIn(admin, address, { ...adminAccount, password });

  await test.step('the administrator has one before it is asked of others', async () => {
    await admin.goto(`${address}/office/people`);
    await admin.getByLabel('谁必须开启').selectOption('admins_and_reviewers');
    await admin.getByRole('button', { name: '保存两步验证要求' }).click();
    await expect(admin.getByText('请先在“我的账号”里为自己开启两步验证')).toBeVisible();
    await admin.goto(`${address}/account`);
    await turnOn(admin);
    await admin.goto(`${address}/office/people`);
    await admin.getByLabel('谁必须开启').selectOption('admins_and_reviewers');
    await admin.getByRole('button', { name: '保存两步验证要求' }).click();
    await expect(admin.getByText('两步验证的要求已保存。')).toBeVisible();
    await expect(admin.getByLabel('谁必须开启')).toHaveValue('admins_and_reviewers');
    await expectAccessible(admin);
  });

  await test.step('a reviewer without one gets to the account and no further, by page, procedure and file', async () => {
    await signIn(reviewer, address, { ...reviewerAccount, password });
    for (const path of ['/', '/reports', '/trends']) {
      await reviewer.goto(`${address}${path}`);
      await expect(reviewer).toHaveURL(/\/account$/);
    }
    await expect(reviewer.getByText('您的岗位须开启两步验证，请先开启，再继续办理。已填的内容都在。')).toBeVisible();
    await expectAccessible(reviewer);
    const { request } = reviewer.context();
    const refused = await request.get(procedureAddress(address, 'review.queue'));
    expect([refused.status(), await refused.text()]).toEqual([403, expect.stringContaining('您的岗位须开启两步验证')]);
    expect((await request.get(`${address}/files/trends.csv`)).status()).toBe(403);
  });

  await test.step('once it is switched on, everything is there', async () => {
    await turnOn(reviewer);
    await reviewer.goto(`${address}/review`);
    await expect(reviewer.getByRole('heading', { level: 1, name: '审核' })).toBeVisible();
  });

  await test.step('of a clerk nothing is asked', async () => {
    await signIn(clerk, address, { ...people.bureauClerk, password });
    await expect(clerk.getByRole('heading', { level: 1, name: '我的任务' })).toBeVisible();
  });
});

/** What an authenticator with this key shows; a code that comes `later` is for who has used the one of now. */
function codeOn(telephone: string, later = 0): string {
  return codeOfStep(telephone, stepAt(new Date()) + later);
}

/** On the page of the account. */
async function turnOn(page: Page): Promise<void> {
  await page.getByRole('button', { name: '开启两步验证' }).click();
  const dialog = page.getByRole('dialog', { name: '开启两步验证' });
  const telephone = (await dialog.locator('code').innerText()).replaceAll(' ', '');
  await dialog.getByLabel('现在的密码').fill(password);
  await dialog.getByLabel('动态口令（6 位）').fill(codeOn(telephone));
  await dialog.getByRole('button', { name: '开启', exact: true }).click();
  await keepRecoveryCodes(page);
}

/** Writes down the ten codes that are shown, and closes them. */
async function keepRecoveryCodes(page: Page): Promise<string[]> {
  const dialog = page.getByRole('dialog', { name: '恢复码', exact: true });
  await expect(dialog.getByRole('listitem')).toHaveCount(10);
  const codes = await dialog.getByRole('listitem').allInnerTexts();
  await page.keyboard.press('Escape');
  await expect(dialog.getByText('恢复码只显示这一次，关闭后不能再看。')).toBeVisible();
  await dialog.getByRole('button', { name: '已妥善保存' }).click();
  await expect(dialog).toBeHidden();
  return codes;
}

async function leave(page: Page, address: string): Promise<void> {
  await page.goto(`${address}/account`);
  await page.getByRole('button', { name: '退出' }).click();
  await expect(page.getByRole('button', { name: '登录', exact: true })).toBeVisible();
}

async function typePassword(page: Page, address: string, account: { username: string; password: string }): Promise<void> {
  await page.goto(`${address}/sign-in`);
  await page.getByLabel('用户名').fill(account.username);
  await page.getByLabel('密码', { exact: true }).fill(account.password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
}

async function typeCode(page: Page, code: string): Promise<void> {
  await page.getByLabel('动态口令或恢复码').fill(code);
  await page.getByRole('button', { name: '登录', exact: true }).click();
}
