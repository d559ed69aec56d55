import type { Page } from '@playwright/test';
import { expectAccessible } from '../accessible';
import { act, procedureAddress } from '../api';
import { expect, test } from '../fixtures';
import { guess, sitsAt } from '../guessing';
import { signIn } from '../pages/doors';
import { password, people } from '../small-district';

const { admin: adminAccount, officeClerk, bureauClerk } = people;
const office = '10.20.0.1';
const elsewhere = '10.20.0.99';

test('while somebody guesses passwords, whoever is known goes on, the office behind one address too, and the administrator lets the others in again', async ({
  smallDistrict: { address },
  newPerson,
}) => {
  const [admin, known, stranger, guesser] = [await newPerson(), await newPerson(), await newPerson(), await newPerson()];
  await sitsAt(admin, office);
  await sitsAt(known, office);
  await sitsAt(stranger, elsewhere);
  await signIn(admin, address, { ...adminAccount, password });
  await signIn(known, address, { ...officeClerk, password });
  await leave(known, address);

  await test.step('forty wrong guesses at forty names from the office’s address stop nobody there', async () => {
    const names = Array.from({ length: 40 }, (_, index) => `name-${index}`);
    expect(new Set(await guess(guesser.request, address, { names, places: [office] }))).toEqual(new Set([401]));
    const clerk = await newPerson();
    await sitsAt(clerk, office);
    await signIn(clerk, address, { ...bureauClerk, password });
  });

  await test.step('guesses at one account, five from where a new computer stands and more from all over: some are looked at, and it is told how long to wait', async () => {
    const names = Array.from({ length: 30 }, () => officeClerk.username);
    const places = names.map((_, index) => (index < 5 ? elsewhere : `10.20.1.${index}`));
    const statuses = await guess(guesser.request, address, { names, places });
    expect(statuses.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 401));
    expect(statuses).toContain(429);
    await type(stranger, address);
    await expect(stranger.getByText(/这个账号输错密码的次数过多，请 1\d 分钟后再试，或联系管理员解除。/)).toBeVisible();
    await expectAccessible(stranger);
  });

  await test.step('on the computer where the person signed in before, nothing of it is felt', async () => {
    await signIn(known, address, { ...officeClerk, password });
  });

  await test.step('guesses at the administrator’s name from elsewhere keep nobody who is signed in from an official act; five of their own do, and they are told', async () => {
    const names = Array.from({ length: 12 }, () => adminAccount.username);
    await guess(guesser.request, address, { names, places: ['10.20.2.1', '10.20.2.2'] });
    await act(admin.request, address, 'office.createYear', { year: 2025, isMeant: true });
    const key = { unitId: 'root', year: 2025, scope: 'consolidated', changeId: 'a-change', seenHash: '0'.repeat(64) };
    const finalise = (typed: string) =>
      admin.request.post(procedureAddress(address, 'report.finalise'), { data: { json: { ...key, password: typed } } });
    // The password is right; that the report is not what was seen is said after it.
    expect(await (await finalise(password)).text()).toContain('您看到的年报之后又有改动');
    for (let index = 0; index < 5; index += 1)
      expect(await (await finalise('not the password')).text()).toContain('密码不正确，没有办理。');
    const told = await finalise(password);
    expect([told.status(), told.headers()['retry-after']]).toEqual([429, expect.stringMatching(/^(?:900|[78]\d\d)$/)]);
    expect(await told.text()).toContain('密码输错次数过多，没有办理。');
  });

  await test.step('the administrator sees who is held off, and lets them in again', async () => {
    await admin.goto(`${address}/office/people`);
    const row = admin.getByRole('row', { name: new RegExp(officeClerk.name) });
    await expect(row).toContainText(/输错密码，暂缓至 \d\d-\d\d \d\d:\d\d/);
    await expectAccessible(admin);
    await admin.getByRole('button', { name: `解除暂缓 ${officeClerk.name}` }).click();
    const dialog = admin.getByRole('dialog', { name: `解除 ${officeClerk.name} 的暂缓登录` });
    await expectAccessible(admin, '[role="dialog"]');
    await dialog.getByRole('button', { name: '解除暂缓' }).click();
    await expect(admin.getByText(`已解除 ${officeClerk.name} 的暂缓登录。`)).toBeVisible();
    await expect(row).not.toContainText('暂缓至');
    await type(stranger, address);
    await expect(stranger.getByRole('button', { name: '退出' })).toBeVisible();
  });
});

async function type(page: Page, address: string): Promise<void> {
  await page.goto(`${address}/sign-in`);
  await page.getByLabel('用户名').fill(officeClerk.username);
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
}

async function leave(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.getByRole('button', { name: '退出' }).click();
  await expect(page.getByRole('button', { name: '登录', exact: true })).toBeVisible();
}
