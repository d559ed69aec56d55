import type { Page } from '@playwright/test';

/** Becomes a person of the demonstration without the sign-in page, which has a journey of its own. */
export async function signInAs(page: Page, address: string, username: string): Promise<void> {
  const { request } = page.context();
  const { csrfToken } = (await (await request.get(`${address}/api/auth/csrf`)).json()) as { csrfToken: string };
  const answer = await request.post(`${address}/api/auth/callback/demonstration`, { form: { csrfToken, username, json: 'true' } });
  if (!answer.ok()) throw new Error(`${username} could not sign in: ${answer.status()} ${await answer.text()}`);
}
