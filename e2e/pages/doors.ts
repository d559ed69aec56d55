import { expect, type Page } from '@playwright/test';

export interface Account {
  username: string;
  password: string;
}

/** The first visit of an empty installation. */
export async function setUpTheFirstAdmin(page: Page, link: string, admin: Account & { name: string; government: string }): Promise<void> {
  await page.goto(link);
  await expect(page.getByRole('heading', { name: '建立首位管理员' })).toBeVisible();
  await page.getByLabel('政府全称').fill(admin.government);
  await page.getByLabel('姓名').fill(admin.name);
  await page.getByLabel('用户名').fill(admin.username);
  await page.getByLabel('新密码').fill(admin.password);
  await page.getByRole('button', { name: '建立管理员账号' }).click();
  await expect(page.getByText('管理员账号已建立')).toBeVisible();
}

/** A new person opens the link they were given. */
export async function setOwnPassword(page: Page, link: string, password: string): Promise<void> {
  await page.goto(link);
  await expect(page.getByRole('heading', { name: '设置密码' })).toBeVisible();
  await page.getByLabel('新密码').fill(password);
  await page.getByRole('button', { name: '设置密码' }).click();
  await expect(page.getByText('密码已设置')).toBeVisible();
}

export async function signIn(page: Page, address: string, account: Account): Promise<void> {
  await page.goto(`${address}/sign-in`);
  await page.getByLabel('用户名').fill(account.username);
  await page.getByLabel('密码', { exact: true }).fill(account.password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await expect(page.getByRole('button', { name: '退出' })).toBeVisible();
}
