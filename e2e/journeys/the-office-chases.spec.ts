import { readFile } from 'node:fs/promises';
import { openStore } from '@/db/store/open-store';
import { readEnv } from '@/server/env';
import { readWorkbook } from '@/server/imports/xlsx-tables';
import { newLog } from '@/server/log/log';
import { teller } from '@/server/notices/keep-telling';
import { aMailServer } from '@/server/notices/testing/a-mail-server';
import { act } from '../api';
import { expect, test } from '../fixtures';
import { signInAs } from '../sign-in';

const [reform, finance, housing] = ['示例区发展和改革委员会', '示例区财政局', '示例区住房和城乡建设局'];

/** The third quarter: 发改 has it back, 财政 and 住建 have not begun. */
test('an administrator chases three units from the board; a clerk sees it, the mail comes once, and the list has telephone numbers', async ({
  demonstration: { address, dataFolder },
  newPerson,
}) => {
  const admin = await newPerson();
  const clerk = await newPerson();
  await signInAs(admin, address, 'admin');
  await signInAs(clerk, address, 'reform');

  await test.step('a clerk gives a telephone number, and wants mail at once', async () => {
    await clerk.goto(`${address}/account`);
    await clerk.getByLabel('办公电话或手机').fill('0000-7654321');
    await clerk.getByRole('button', { name: '保存电话' }).click();
    await expect(clerk.getByText('电话已保存。')).toBeVisible();
    await act(clerk.request, address, 'notice.choose', { address: 'jiang@office.example', pace: 'at_once', quietFrom: 0, quietTo: 0 });
  });

  await test.step('from the board to those who have not sent; three of them are chosen, and what they will read is seen', async () => {
    await admin.goto(`${address}/board`);
    await admin.getByRole('link', { name: '催报 第三季度' }).click();
    await expect(admin.getByRole('heading', { name: '催报', level: 1 })).toBeVisible();
    await expect(admin.getByRole('row', { name: reform })).toContainText('0000-7654321');
    for (const unit of [reform, finance, housing]) await admin.getByRole('checkbox', { name: unit }).check();
    await admin.getByLabel('补充一句（可不填）').fill('还差 12 件，请补。');
    await admin.getByRole('button', { name: '催报 3 个单位' }).click();
    await expect(admin.getByText(/补充的话里不能有数字/)).toBeVisible();
    await admin.getByLabel('补充一句（可不填）').fill('请于本周五下班前报送。');
    await expect(admin.getByText(/^示例区\S+ \d{4} 年第三季度：办公室催报，期限 \S+，请尽快报送。请于本周五下班前报送。$/)).toBeVisible();
    await admin.getByRole('button', { name: '催报 3 个单位' }).click();
    await expect(admin.getByText('已催 3 个单位。')).toBeVisible();
  });

  await test.step('who was chased, when and by whom stands there and on the board; a second time is asked about', async () => {
    await expect(admin.getByRole('row', { name: finance })).toContainText(/\d{4}-\d\d-\d\d \d\d:\d\d 周岚/);
    await admin.getByRole('checkbox', { name: finance }).check();
    await expect(admin.getByRole('button', { name: '催报 1 个单位' })).toBeDisabled();
    await expect(admin.getByRole('checkbox', { name: /仍要再催/ })).toBeVisible();
    await admin.goto(`${address}/board`);
    await expect(admin.getByRole('link', { name: new RegExp(`^${housing} 第三季度.*周岚已催`) })).toBeVisible();
  });

  await test.step('the list for the telephone has the numbers, and nobody but the office has the list', async () => {
    await admin.getByRole('link', { name: '催报 第三季度' }).click();
    const waiting = admin.waitForEvent('download');
    await admin.getByRole('link', { name: '未报送名单（含电话）.xlsx' }).click();
    const [sheet] = await readWorkbook(await readFile(await (await waiting).path()));
    const rows = sheet?.rows.map((row) => row.map((cell) => cell.text)) ?? [];
    expect(rows.find(([unit]) => unit === reform)).toEqual(expect.arrayContaining(['蒋文博', '0000-7654321', '周岚']));
    const href = await admin.getByRole('link', { name: '未报送名单（含电话）.xlsx' }).getAttribute('href');
    expect((await clerk.request.get(`${address}${href}`)).status()).toBe(404);
  });

  await test.step('the clerk sees it on the home page and among the notices, and the calendar has the deadline', async () => {
    await clerk.goto(`${address}/tasks`);
    await expect(clerk.getByText(/^周岚于 .* 催报：请于本周五下班前报送。$/)).toBeVisible();
    const calendar = await clerk.request.get(`${address}/files/deadlines/own.ics`);
    expect([calendar.status(), calendar.headers()['content-type']]).toEqual([200, 'text/calendar; charset=utf-8']);
    await expect(clerk.getByRole('link', { name: '期限存入日历' })).toHaveAttribute('href', '/files/deadlines/own.ics');
    await clerk.goto(`${address}/notices`);
    await expect(clerk.getByRole('row', { name: /第三季度：办公室催报/ })).toContainText('未读');
  });

  await test.step('the mail comes once', async () => {
    const mail = await aMailServer();
    const store = await openStore(readEnv({ NIANBAO_DATA: dataFolder }));
    try {
      const server = { host: '127.0.0.1', port: mail.port, isSecure: false, login: null, from: 'nianbao@office.example' };
      const env = { outgoing: { mail: server, robots: [], address } };
      const look = teller({ store, overlay: null, env }, { log: newLog({ log: null, logLevel: 'error' }), now: () => new Date() });
      await look();
      await look();
      const chased = mail.taken.filter(({ text }) => text.includes('办公室催报'));
      expect(chased.map(({ to }) => to)).toEqual(['jiang@office.example']);
      expect(chased[0]?.text).toContain('请于本周五下班前报送。');
    } finally {
      await store.close();
      await mail.stop();
    }
  });
});

test('the office announces something until a day; a clerk reads it on the home page and puts it away', async ({
  demonstration: { address },
  newPerson,
}) => {
  const admin = await newPerson();
  const clerk = await newPerson();
  await signInAs(admin, address, 'admin');
  await signInAs(clerk, address, 'reform');
  const words = '本周五晚系统维护，请提前保存。';
  const bar = clerk.getByRole('region', { name: '办公室公告' });

  await test.step('written on its own page', async () => {
    await admin.goto(`${address}/office/announcements`);
    await admin.getByRole('button', { name: '写公告' }).click();
    const dialog = admin.getByRole('dialog', { name: '写公告' });
    await dialog.getByLabel('内容').fill(words);
    await dialog.getByLabel('给谁看').selectOption('一种岗位');
    await dialog.getByRole('button', { name: '发布' }).click();
    await expect(admin.getByText('公告已发布。')).toBeVisible();
    await expect(admin.getByRole('row', { name: words })).toContainText('显示中');
  });

  await test.step('read on the home page, and put away; it stays among all announcements', async () => {
    await clerk.goto(`${address}/tasks`);
    await expect(bar).toContainText(words);
    await bar.getByRole('button', { name: /^收起/ }).click();
    await expect(bar).toHaveCount(0);
    await clerk.goto(`${address}/announcements`);
    await expect(clerk.getByText(words)).toBeVisible();
  });

  await test.step('changed, it is seen again; withdrawn, by nobody', async () => {
    await admin.getByRole('button', { name: /^修改：/ }).click();
    const dialog = admin.getByRole('dialog', { name: '修改公告' });
    await dialog.getByLabel('内容').fill('系统维护改到本周六。');
    await dialog.getByRole('button', { name: '保存修改' }).click();
    await expect(admin.getByText('公告已修改。')).toBeVisible();
    await clerk.goto(`${address}/tasks`);
    await expect(bar).toContainText('系统维护改到本周六。');
    await admin.getByRole('button', { name: /^撤回：/ }).click();
    await admin.getByRole('dialog', { name: '撤回公告' }).getByRole('button', { name: '撤回' }).click();
    await expect(admin.getByText('公告已撤回。')).toBeVisible();
    await clerk.goto(`${address}/tasks`);
    await expect(clerk.getByRole('heading', { name: '我的任务' })).toBeVisible();
    await expect(bar).toHaveCount(0);
  });
});
