import type { Page } from '@playwright/test';
import { ask } from '../api';
import { expect, test } from '../fixtures';
import { signInAs } from '../sign-in';

test('a reviewer pins remarks, closes the browser and finds them elsewhere; a colleague sees how many, takes over, and returns them', async ({
  demonstration: { address },
  newPerson,
}) => {
  const first = await newPerson();
  await signInAs(first, address, 'reviewer');
  const url = await openFirstInQueue(first, address);
  await pin(first, '请核对依据');
  await expect(remarksOf(first)).toContainText('只有您自己看得到');
  await first.context().close();

  const elsewhere = await newPerson();
  await signInAs(elsewhere, address, 'reviewer');
  await elsewhere.goto(url);
  await expect(remarksOf(elsewhere).getByRole('listitem')).toContainText(['请核对依据']);

  const colleague = await newPerson();
  await signInAs(colleague, address, 'reviewer2');
  await colleague.goto(url);
  await expect(colleague.getByText('有 1 条未发出的批注')).toBeVisible();
  await expect(colleague.getByText('请核对依据')).toHaveCount(0);
  await colleague.getByRole('button', { name: '接手' }).click();
  await expect(remarksOf(colleague).getByRole('listitem')).toContainText(['请核对依据']);

  await elsewhere.reload();
  await expect(elsewhere.getByText('有 1 条未发出的批注')).toBeVisible();
  await expect(elsewhere.getByText('请核对依据')).toHaveCount(0);

  await colleague.getByRole('button', { name: /^退回修改/ }).click();
  const dialog = colleague.getByRole('dialog');
  await dialog.getByRole('textbox', { name: '退回原因' }).fill('一处需要核对');
  await dialog.getByRole('button', { name: '连同 1 条批注退回' }).click();
  await expect(colleague.getByText(/已退回：/)).toBeVisible();
});

test('remarks that the program of before kept in this tab are on the server once the page is opened', async ({
  demonstration: { address },
  newPerson,
}) => {
  const page = await newPerson();
  await signInAs(page, address, 'reviewer');
  const url = await openFirstInQueue(page, address);
  await pin(page, '在此之后');
  const filingId = new URL(url).pathname.split('/').at(-1) ?? '';
  const anchor = 's3.granted.natural_person';
  const kept = JSON.stringify([{ key: `${anchor} 0 1796000000000`, anchor, text: '升级前写下' }]);
  // The key holds who wrote it: whose page this is.
  const { userId } = await ask<{ userId: string }>(page.request, address, 'person.me');
  await page.evaluate(([key, value]) => sessionStorage.setItem(key, value), [`nianbao-remarks-${userId}-${filingId}-1`, kept] as const);
  await page.reload();
  await expect(remarksOf(page).getByRole('listitem').filter({ hasText: '升级前写下' })).toHaveCount(1);
  await page.context().close();

  const elsewhere = await newPerson();
  await signInAs(elsewhere, address, 'reviewer');
  await elsewhere.goto(url);
  await expect(remarksOf(elsewhere).getByRole('listitem').filter({ hasText: '升级前写下' })).toHaveCount(1);
  await expect(remarksOf(elsewhere).getByRole('listitem').filter({ hasText: '在此之后' })).toHaveCount(1);
});

const remarksOf = (page: Page) => page.locator('#decision');

async function openFirstInQueue(page: Page, address: string): Promise<string> {
  await page.goto(`${address}/review`);
  await page
    .getByRole('row', { name: /教育局/ })
    .getByRole('link')
    .click();
  await page.waitForURL(/\/review\/./);
  return page.url();
}

async function pin(page: Page, words: string): Promise<void> {
  await page
    .getByRole('table', { name: /主动公开/ })
    .first()
    .getByRole('button')
    .first()
    .click();
  await remarksOf(page).getByRole('textbox').first().fill(words);
  await page.getByRole('button', { name: '添加批注' }).click();
  await expect(remarksOf(page).getByRole('listitem')).toContainText([words]);
}
