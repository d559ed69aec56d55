import { readFile } from 'node:fs/promises';
import { unzipSync, zipSync } from 'fflate';
import { type Edit, openWorkbook } from '../../server/testing/edited-workbook';
import { expectAccessible } from '../accessible';
import { expect, test } from '../fixtures';
import { signInAs } from '../sign-in';

const petition = 's3.refused_petition_complaint.natural_person';

test('the office takes the workbooks of all units out in one zip, and brings many back by one act, each whole or not at all', async ({
  demonstration: { address },
  newPerson,
}) => {
  const page = await newPerson();
  await signInAs(page, address, 'admin');
  await page.goto(`${address}/board`);
  await page.getByRole('link', { name: '各单位工作簿（Excel / WPS）' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '各单位工作簿' })).toBeVisible();
  await expectAccessible(page);

  const waiting = page.waitForEvent('download');
  await page
    .getByRole('link', { name: /^↓ 第.季度工作簿$/ })
    .last()
    .click();
  const download = await waiting;
  expect(download.suggestedFilename()).toMatch(/季度填报工作簿\.zip$/);
  const { 'manifest.json': manifest, ...workbooks } = unzipSync(new Uint8Array(await readFile(await download.path())));
  const names = Object.keys(workbooks);
  expect(JSON.parse(Buffer.from(manifest ?? []).toString())).toMatchObject({ kind: 'workbooks', workbooks: names.length });
  expect(names.length).toBeGreaterThanOrEqual(2);
  const [first = '', second = ''] = names;
  const edited = (name: string, edit: Edit): Uint8Array => {
    const book = openWorkbook(workbooks[name] ?? new Uint8Array());
    book.set(petition, edit);
    return book.saved();
  };

  const zip = zipSync({
    '收回/甲.xlsx': edited(first, { is: 'number', value: '31' }),
    '收回/乙.xlsx': edited(second, { is: 'text', value: '约三' }),
  });
  await page.getByLabel(/^收回的工作簿/).setInputFiles([
    { name: '收回.zip', mimeType: '', buffer: Buffer.from(zip) },
    { name: '说明.xlsx', mimeType: '', buffer: Buffer.from('项目,数\n') },
  ]);
  const table = page.getByRole('table', { name: '收回的工作簿' });
  const row = (name: string) => table.getByRole('row').filter({ has: page.getByRole('rowheader', { name }) });
  await expect(row('甲.xlsx')).toContainText('可以导入');
  await expect(row('乙.xlsx')).toContainText('有问题，不能导入');
  await expect(row('说明.xlsx')).toContainText('这是文本文件');
  await row('乙.xlsx').getByRole('button', { name: '查看' }).click();
  await expect(table.getByRole('alert')).toContainText('1 处不能导入');
  await expectAccessible(page);
  await page.getByRole('button', { name: '导入 1 份（共 1 格）' }).click();
  await expect(row('甲.xlsx')).toContainText('已导入 1 格');
  await expect(page.getByText('已导入 1 份。')).toBeVisible();

  await page
    .getByLabel(/^收回的工作簿/)
    .setInputFiles([{ name: '丙.xlsx', mimeType: '', buffer: Buffer.from(edited(first, { is: 'number', value: '31' })) }]);
  await expect(row('丙.xlsx')).toContainText('没有差别');
});
