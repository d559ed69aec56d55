import type { Page } from '@playwright/test';
import { storedFigures } from '../api';
import { expect, test } from '../fixtures';
import { FilingForm } from '../pages/filing-form';
import { signInAs } from '../sign-in';

const issued = '行政规范性文件，本年制发件数';
const repealed = '行政规范性文件，本年废止件数';
const received = '一、本年新收政府信息公开申请数量，自然人';
const granted = '（一）予以公开，自然人';
const notHeld = '（四）无法提供 1.本机关不掌握相关政府信息，自然人';
const period = '第三季度';

test('typed without a network, the page closed: everything is stored once when the network is back', async ({
  demonstration: { address },
  newPerson,
}) => {
  const page = await newPerson();
  await signInAs(page, address, 'housing');
  const form = await FilingForm.open(page, address, period);
  await form.untilReady();
  const { filingId } = form;
  const context = page.context();

  await context.setOffline(true);
  await form.type('s2', { [issued]: '3', [repealed]: '1' });
  await form.type('s3', { [received]: '7', [granted]: '5' });
  await expect(form.saveMark()).toContainText('离线：4 处待上传（本机已保存）');
  await page.close();

  await context.setOffline(false);
  const later = await context.newPage();
  const again = await FilingForm.open(later, address, period);
  await again.untilSaved();
  await later.reload();
  await again.untilReady();
  await expect(again.cell(issued)).toHaveValue('3');
  await expect(again.cell(repealed)).toHaveValue('1');
  await again.goTo('s3');
  await expect(again.cell(received)).toHaveValue('7');
  await expect(again.cell(granted)).toHaveValue('5');

  const stored = Object.values(await storedFigures(later, address, filingId));
  expect(stored.map(({ raw, version }) => [raw, version]).sort()).toEqual([
    ['1', 1],
    ['3', 1],
    ['5', 1],
    ['7', 1],
  ]);
});

test('an answer that is lost on its way back is asked for again, and nothing is done twice', async ({
  demonstration: { address },
  newPerson,
}) => {
  const page = await newPerson();
  await signInAs(page, address, 'housing');
  const form = await FilingForm.open(page, address, period);
  await form.untilReady();
  await form.goTo('s3');
  let sent = 0;
  await page.route('**/api/trpc/filing.save*', async (route) => {
    sent += 1;
    if (sent > 1) return route.continue();
    await route.fetch();
    return route.abort('internetdisconnected');
  });
  await form.cell(notHeld).fill('2');
  await form.cell(notHeld).press('Enter');
  await expect(form.saveMark()).toContainText('离线：1 处待上传');
  await form.untilSaved();
  expect(sent).toBe(2);
  await expect(form.problem('同时有两个值')).toHaveCount(0);
  const id = (await form.cell(notHeld).getAttribute('data-cell')) ?? '';
  expect((await storedFigures(page, address, form.filingId))[id]).toMatchObject({ raw: '2', version: 1 });
});

test('a text that is no number stays as it was typed, says why, and becomes 0 only by an act of its own', async ({
  demonstration: { address },
  newPerson,
}) => {
  const page = await newPerson();
  await signInAs(page, address, 'housing');
  const form = await FilingForm.open(page, address, period);
  await form.untilReady();
  const bad = {
    '（三）不予公开 1.属于国家秘密，自然人': ['12.5', '件数须为非负整数。'],
    '（三）不予公开 2.其他法律行政法规禁止公开，自然人': ['—', '“—”“/”“无”表示没有填写，不等于 0。没有的请填 0。'],
    '（三）不予公开 4.保护第三方合法权益，自然人': ['１，２３４件', '已识别为 1234'],
  } as const;
  await form.type('s3', Object.fromEntries(Object.entries(bad).map(([cell, [text]]) => [cell, text])));
  await form.untilSaved();
  await page.reload();
  await form.untilReady();
  await form.goTo('s3');
  for (const [cell, [text, words]] of Object.entries(bad)) {
    await expect(form.cell(cell)).toHaveValue(text);
    await expect(form.cell(cell)).toHaveAccessibleDescription(new RegExp(words));
  }

  const dash = form.cell('（三）不予公开 2.其他法律行政法规禁止公开，自然人');
  await dash.focus();
  await expect(dash).toHaveValue('—');
  await page.getByRole('button', { name: '按 0 填' }).click();
  await expect(dash).toHaveValue('0');
  await form.untilSaved();
  const stored = Object.values(await storedFigures(page, address, form.filingId)).map(({ raw }) => raw);
  expect(stored).toEqual(expect.arrayContaining(['12.5', '0', '１，２３４件']));
  expect(stored).not.toContain('—');
});

test('the session ends while typing, a colleague signs in on the same computer: only its own person stores what was typed', async ({
  demonstration: { address },
  newPerson,
}) => {
  const page = await newPerson();
  const cell = '（二）部分公开（区分处理的，只计这一情形，不计其他情形），自然人';
  await signInAs(page, address, 'housing');
  const form = await FilingForm.open(page, address, period);
  await form.untilReady();
  await form.goTo('s3');
  const id = (await form.cell(cell).getAttribute('data-cell')) ?? '';
  await signOutElsewhere(page, address);

  await form.cell(cell).fill('4');
  await form.cell(cell).press('Enter');
  const dialog = page.getByRole('dialog', { name: '登录已过期' });
  await expect(dialog).toContainText('1 处内容还在本机');

  const colleague = await signInBeside(page, '傅嘉言');
  await expect(colleague.getByText(/本机还有 \d+ 处填报没有上传/)).toHaveCount(0);
  await dialog.getByRole('button', { name: '我已登录，继续上传' }).click();
  await expect(dialog).toContainText('登录的是另一个账号');
  // To come back to this page with the colleague signed in takes nothing from the screen.
  await Promise.all([page.waitForResponse(/person\.me/), page.evaluate(() => dispatchEvent(new Event('focus')))]);
  await expect(page.locator(`[data-cell="${id}"]`)).toHaveValue('4');
  await expect(dialog).toContainText('登录的是另一个账号');
  await colleague.getByRole('button', { name: '退出' }).click();
  await expect(colleague.getByRole('button', { name: /魏承志/ })).toBeVisible();
  await colleague.close();

  const own = await newPerson();
  await signInAs(own, address, 'housing');
  expect(await storedFigures(own, address, form.filingId)).not.toHaveProperty(id);

  // Whose it is signed in: that tab sends what waited, and the dialog has nothing left to ask.
  const beside = await signInBeside(page, '魏承志');
  await expect(dialog).toBeHidden();
  await beside.close();
  await form.untilSaved();
  await expect(form.cell(cell)).toHaveValue('4');
  expect((await storedFigures(own, address, form.filingId))[id]).toMatchObject({ raw: '4', version: 1 });
});

/** Another tab of the same browser signs out; the page with the form is not told. */
async function signOutElsewhere(page: Page, address: string): Promise<void> {
  const { request } = page.context();
  const { csrfToken } = (await (await request.get(`${address}/api/auth/csrf`)).json()) as { csrfToken: string };
  await request.post(`${address}/api/auth/signout`, { form: { csrfToken, json: 'true' } });
}

/** By the dialog's link, in a tab of its own. */
async function signInBeside(page: Page, name: string): Promise<Page> {
  const [beside] = await Promise.all([
    page.context().waitForEvent('page'),
    page.getByRole('dialog').getByRole('link', { name: '在新标签页登录' }).click(),
  ]);
  await beside.getByRole('button', { name: new RegExp(name) }).click();
  await expect(beside.getByRole('button', { name: '退出' })).toBeVisible();
  return beside;
}
