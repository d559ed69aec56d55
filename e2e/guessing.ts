import type { APIRequestContext, Page } from '@playwright/test';

/** Where a person sits: the journeys' server believes this machine what it says of that, as it would a proxy. */
export async function sitsAt(page: Page, place: string): Promise<void> {
  await page.context().setExtraHTTPHeaders({ 'x-forwarded-for': place });
}

/**
 * Somebody tries a wrong password at each name, from each place in turn.
 *
 * @returns how each try was answered: 401 looked at and wrong, 429 not looked at
 */
export async function guess(
  request: APIRequestContext,
  address: string,
  { names, places }: { names: readonly string[]; places: readonly string[] },
): Promise<number[]> {
  const { csrfToken } = (await (await request.get(`${address}/api/auth/csrf`)).json()) as { csrfToken: string };
  const statuses: number[] = [];
  for (const [index, username] of names.entries()) {
    const answer = await request.post(`${address}/api/auth/callback/password`, {
      headers: { 'x-forwarded-for': places[index % places.length] ?? '' },
      form: { username, password: 'not the password', csrfToken, json: 'true' },
    });
    statuses.push(answer.status());
  }
  return statuses;
}
