import { ask, procedureAddress } from '../api';
import { expect, test } from '../fixtures';
import { signInAs } from '../sign-in';

interface Task {
  filingId: string;
}

const desk = [
  '/',
  '/tasks',
  '/review',
  '/board',
  '/board/figures',
  '/trends',
  '/reports',
  '/office/units',
  '/office/people',
  '/office/years',
  '/office/openings',
  '/office/backups',
  '/audit',
];

test('T22: nobody who is not signed in gets past a door: pages lead to the sign-in page, procedures and files answer 401', async ({
  demonstration: { address },
  newPerson,
}) => {
  const { request } = await newPerson();
  for (const path of desk) {
    const answer = await request.get(`${address}${path}`, { maxRedirects: 0 });
    expect([path, answer.status(), answer.headers().location]).toEqual([
      path,
      307,
      path === '/' ? '/sign-in' : `/sign-in?to=${encodeURIComponent(path)}`,
    ]);
  }
  for (const procedure of ['filing.tasks', 'review.queue', 'office.board', 'office.people', 'report.years', 'audit.events'])
    expect([procedure, (await request.get(procedureAddress(address, procedure, {}))).status()]).toEqual([procedure, 401]);
  for (const file of [
    '/files/reports/x/2025/own_organ/draft.docx',
    '/files/reports/x/2025/consolidated/1.json',
    '/files/trends/x/own_organ.csv',
    '/files/anything',
  ])
    expect([file, (await request.get(`${address}${file}`)).status()]).toEqual([file, 401]);
});

test('a link opened before signing in leads to its page and its place, and to no other site', async ({
  demonstration: { address },
  newPerson,
}) => {
  const page = await newPerson();
  await signInAs(page, address, 'market');
  await page.goto(`${address}/tasks`);
  const filing = await page.locator('main a[href^="/filings/"]').first().getAttribute('href');
  const form = `${address}${filing?.split('#')[0]}#section=4`;
  await page.context().clearCookies();
  await page.goto(form);
  await expect(page).toHaveURL(/\/sign-in\?to=/);
  await page
    .getByRole('button', { name: /市场监督管理局/ })
    .first()
    .click();
  await expect(page.getByRole('tab', { name: /四、复议诉讼/, selected: true })).toBeVisible();
  expect(page.url().replace(/#.*/, '')).toBe(form.replace(/#.*/, ''));

  await page.context().clearCookies();
  await page.goto(`${address}/sign-in?to=${encodeURIComponent('//127.0.0.2/tasks')}`);
  await page
    .getByRole('button', { name: /市场监督管理局/ })
    .first()
    .click();
  await expect(page).toHaveURL(`${address}/tasks`);
});

test('a clerk finds nothing of another unit, and nothing of the office', async ({ demonstration: { address }, newPerson }) => {
  const police = await newPerson();
  const civil = await newPerson();
  await signInAs(police, address, 'police');
  await signInAs(civil, address, 'civil');
  const [theirs] = await ask<Task[]>(police.request, address, 'filing.tasks');
  const filingId = theirs?.filingId ?? '';

  for (const path of [`/filings/${filingId}`, `/filings/${filingId}/check`, `/review/${filingId}`, ...desk.filter(isOfTheOffice)])
    expect([path, (await civil.request.get(`${address}${path}`)).status()]).toEqual([path, 404]);
  await civil.goto(`${address}/filings/${filingId}`);
  await expect(civil.getByRole('heading', { level: 1, name: '没有找到' })).toBeVisible();
  await civil.goto(`${address}/filings/there-is-no-such-filing`);
  await expect(civil.getByRole('heading', { level: 1, name: '没有找到' })).toBeVisible();

  expect((await civil.request.get(procedureAddress(address, 'filing.form', { filingId }))).status()).toBe(404);
  const attempt = await civil.request.post(procedureAddress(address, 'filing.save'), {
    data: {
      json: { filingId, changes: [{ changeId: 'not-mine-to-change', cell: 's3.granted.natural_person', raw: '9', baseVersion: 0 }] },
    },
  });
  expect(attempt.status()).toBeGreaterThanOrEqual(403);
  expect(attempt.status()).toBeLessThan(500);
});

test('an auditor reads the log and no more', async ({ demonstration: { address }, newPerson }) => {
  const auditor = await newPerson();
  await signInAs(auditor, address, 'auditor');
  const statusOf = async (path: string) => (await auditor.request.get(`${address}${path}`)).status();
  expect(await statusOf('/audit')).toBe(200);
  for (const path of desk.filter((one) => one.startsWith('/office'))) expect([path, await statusOf(path)]).toEqual([path, 404]);
});

test('one-click sign-in is for somebody who sits at this machine', async ({ demonstration: { address }, newPerson }) => {
  const page = await newPerson();
  const { csrfToken } = (await (await page.request.get(`${address}/api/auth/csrf`)).json()) as { csrfToken: string };
  const fromElsewhere: Record<string, string>[] = [
    { 'x-forwarded-for': '10.0.0.7' },
    { forwarded: 'for=10.0.0.7' },
    { 'cf-connecting-ip': '10.0.0.7' },
    { 'x-nianbao-at-this-machine': 'yes', via: '1.1 gate' },
  ];
  for (const headers of fromElsewhere) {
    const answer = await page.request.post(`${address}/api/auth/callback/demonstration`, {
      headers,
      form: { csrfToken, username: 'admin', json: 'true' },
    });
    expect([headers, answer.status()]).toEqual([headers, 401]);
  }
  expect((await page.request.get(`${address}/board`, { maxRedirects: 0 })).status()).toBe(307);
});

test('T33: another site cannot act in the name of who is signed in here', async ({ demonstration: { address }, newPerson }) => {
  const page = await newPerson();
  await signInAs(page, address, 'admin');
  const send = (headers: Record<string, string>) =>
    page.request.post(procedureAddress(address, 'office.createYear'), { headers, data: '{"json":{"year":2031}}' });
  expect((await send({ origin: 'https://elsewhere.example', 'content-type': 'application/json' })).status()).toBe(403);
  expect((await send({ 'sec-fetch-site': 'cross-site', 'content-type': 'application/json' })).status()).toBe(403);
  expect((await send({ 'content-type': 'text/plain' })).status()).toBe(415);
  expect((await send({ 'content-type': 'application/x-www-form-urlencoded' })).status()).toBe(415);
  const years = await ask<readonly { year: number }[]>(page.request, address, 'report.years');
  expect(JSON.stringify(years)).not.toContain('2031');
});

function isOfTheOffice(path: string): boolean {
  return path.startsWith('/office') || path === '/audit';
}
