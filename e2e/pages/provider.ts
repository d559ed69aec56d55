import { expect, type Page } from '@playwright/test';

/** The identity provider of the journeys asks who it is, and believes what is typed. */
export async function sayWho(page: Page, login: string): Promise<void> {
  await expect(page.getByRole('heading', { name: '统一身份认证' })).toBeVisible();
  await page.getByLabel('工号').fill(login);
  await page.getByRole('button', { name: '登录' }).click();
}

/** A person who is signed in binds who they are at the provider. */
export async function bindIdentity(page: Page, address: string, { login, password }: { login: string; password: string }): Promise<void> {
  await page.goto(`${address}/account`);
  await page.getByLabel('本系统的密码').fill(password);
  await page.getByRole('button', { name: '去绑定' }).click();
  await sayWho(page, login);
  await expect(page).toHaveURL(/\/account\?identity=/);
}
