import { join } from 'node:path';
import { makeBackup } from '@/server/backup/make-backup';
import { expect, test } from '../fixtures';
import { signInAs } from '../sign-in';

test('an administrator sees that there is no backup and what to do, and then how old the newest is and what it holds', async ({
  demonstration: { address, dataFolder },
  newPerson,
}) => {
  const page = await newPerson();
  await signInAs(page, address, 'admin');
  await page.goto(`${address}/office/units`);
  await page.getByRole('link', { name: '备份', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: '备份' })).toBeVisible();
  await expect(page.getByText('还没有备份')).toBeVisible();
  await expect(page.getByText(/nianbao db drill/)).toBeVisible();
  const { manifest } = await makeBackup({ place: { dataFolder, databaseUrl: null }, to: join(dataFolder, 'backups'), reason: 'asked' });
  await page.reload();
  await expect(page.getByText('正常', { exact: true })).toBeVisible();
  const { hash } = (manifest.stores.database as { head: { hash: string } }).head;
  await expect(page.getByText(hash)).toBeVisible();
});
