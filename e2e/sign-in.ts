import type { Page } from '@playwright/test';
import type { Account } from './pages/doors';

/** Becomes a person of the demonstration without the sign-in page, which has a journey of its own. */
export function signInAs(page: Page, address: string, username: string): Promise<void> {
  return comeIn(page, address, 'demonstration', { username });
}

/** The same with a password, where there is no demonstration. */
export function signInWithPassword(page: Page, address: string, { username, password }: Account): Promise<void> {
  return comeIn(page, address, 'password', { username, password });
}

async function comeIn(page: Page, address: string, door: 'demonstration' | 'password', form: Record<string, string>): Promise<void> {
  const { request } = page.context();
  const { csrfToken } = (await (await request.get(`${address}/api/auth/csrf`)).json()) as { csrfToken: string };
  const answer = await request.post(`${address}/api/auth/callback/${door}`, { form: { ...form, csrfToken, json: 'true' } });
  if (!answer.ok()) throw new Error(`${form.username} could not sign in: ${answer.status()} ${await answer.text()}`);
}
