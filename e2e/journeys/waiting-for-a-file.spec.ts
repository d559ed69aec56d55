import type { Route } from '@playwright/test';
import { expect, test } from '../fixtures';
import { signInAs } from '../sign-in';

test('somebody who waits for a file sees how many are before it, that it is made, and why not; who leaves gives the place away', async ({
  demonstration: { address },
  newPerson,
}) => {
  const page = await newPerson();
  await signInAs(page, address, 'admin');
  await page.goto(`${address}/trends`);
  const link = page.getByRole('link', { name: '下载 CSV：历年数据' });

  // The row is as long as the journey says; what a server with a real row answers is `server/files`' own test.
  let row: object = { state: 'queued', ahead: 2 };
  await page.route('**/api/trpc/person.download*', (route) => route.fulfill({ json: [{ result: { data: { json: row } } }] }));
  const held: Route[] = [];
  const holds = (route: Route) => void held.push(route);
  await page.route('**/files/trends/**', holds);
  await link.click();
  await expect(page.getByText(/^排队中，前面还有 2 个文件/)).toBeVisible();
  row = { state: 'queued', ahead: 0 };
  await expect(page.getByText(/^排队中，下一个就轮到/)).toBeVisible();
  row = { state: 'working' };
  await expect(page.getByText(/^正在生成文件，好了会自动下载/)).toBeVisible();
  const download = page.waitForEvent('download');
  await held.pop()?.continue();
  expect((await download).suggestedFilename()).toContain('历年数据.csv');
  await expect(page.getByText(/^已下载：/)).toBeVisible();

  const full = '正在生成的文件太多，这一次没有排上。请等前面的完成后再试。';
  await page.unroute('**/files/trends/**', holds);
  await page.route('**/files/trends/**', (route) =>
    route.fulfill({ status: 429, contentType: 'text/plain; charset=utf-8', body: `${full}\nToo many files are being made.` }),
  );
  await link.click();
  await expect(page.getByRole('alert').getByText(full)).toBeVisible();

  await page.unroute('**/files/trends/**');
  await page.route('**/files/trends/**', holds);
  row = { state: 'queued', ahead: 5 };
  await link.click();
  await expect(page.getByText(/^排队中，前面还有 5 个文件/)).toBeVisible();
  const left = page.waitForEvent('requestfailed', (request) => request.url().includes('/files/trends/'));
  await page.getByRole('link', { name: '进度', exact: true }).click();
  await left;
});
