import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { type Edit, openWorkbook } from '../../server/testing/edited-workbook';
import { expectAccessible } from '../accessible';
import { expect, test } from '../fixtures';
import { FilingForm } from '../pages/filing-form';
import { signInAs } from '../sign-in';

const petition = { cell: 's3.refused_petition_complaint.natural_person', name: '（五）不予处理 1.信访举报投诉类申请，自然人' };
const repeat = { cell: 's3.refused_repeat.natural_person', name: '（五）不予处理 2.重复申请，自然人' };

test('a clerk takes a quarter out, fills it in a spreadsheet, sees what it would change, and brings all of it in or nothing', async ({
  demonstration: { address },
  newPerson,
}) => {
  const page = await newPerson();
  await signInAs(page, address, 'housing');
  const form = await FilingForm.open(page, address, '第二季度');
  await form.untilReady();
  const { filingId } = form;
  await page.getByRole('link', { name: 'Excel / WPS 工作簿' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^工作簿 · .*第二季度/ })).toBeVisible();
  await expectAccessible(page);

  let out: Uint8Array = new Uint8Array();
  await test.step('out: the workbook of the quarter', async () => {
    const { name, bytes } = await takenOut(page);
    expect(name).toMatch(/第二季度填报工作簿\.xlsx$/);
    out = bytes;
  });

  await test.step('one figure cannot be read: it is named by sheet and cell, and nothing can be brought in', async () => {
    await choose(page, out, { [petition.cell]: { is: 'text', value: '1.2万' }, [repeat.cell]: { is: 'number', value: '4' } });
    const problems = page.getByRole('alert').filter({ hasText: '1 处不能导入' });
    await expect(problems).toContainText('三、申请办理!D21');
    await expect(problems).toContainText('请写成完整的数字');
    await expect(page.getByRole('button', { name: /^导入 \d+ 格$/ })).toHaveCount(0);
  });

  await test.step('mended: old and new are shown, then brought in by one act', async () => {
    await choose(page, out, { [petition.cell]: { is: 'text', value: '１２' }, [repeat.cell]: { is: 'number', value: '4' } });
    const changes = page.getByRole('table', { name: '要写入的 2 格' });
    await expect(changes.getByRole('row').filter({ hasText: petition.name })).toContainText('（空白）１２');
    await expectAccessible(page);
    await bringIn(page, form);
    await expect(form.cell(petition.name)).toHaveValue('１２');
    await expect(form.cell(repeat.name)).toHaveValue('4');
  });

  await test.step('changed meanwhile on the form and in the workbook: both are shown, and the person decides', async () => {
    await page.goto(`${address}/filings/${filingId}/workbook`);
    const { bytes } = await takenOut(page);
    await page.goto(`${address}/filings/${filingId}`);
    await form.untilReady();
    await form.goTo('s3');
    await form.cell(repeat.name).fill('5');
    await form.cell(repeat.name).press('Enter');
    await form.untilSaved();
    await page.goto(`${address}/filings/${filingId}/workbook`);
    await choose(page, bytes, { [repeat.cell]: { is: 'number', value: '6' }, [petition.cell]: { is: 'blank' } });
    const row = page
      .getByRole('table', { name: /格在导出之后有人改过/ })
      .getByRole('row')
      .filter({ hasText: repeat.name });
    await expect(row).toContainText('456');
    await row.getByRole('radio', { name: '用工作簿的' }).check();
    await page.getByRole('checkbox', { name: /^清空这 1 格/ }).check();
    await bringIn(page, form);
    await expect(form.cell(repeat.name)).toHaveValue('6');
    await expect(form.cell(petition.name)).toHaveValue('');
  });

  await test.step('another kind of file is refused by name', async () => {
    await page.goto(`${address}/filings/${filingId}/workbook`);
    await page.getByLabel(/^填好的工作簿/).setInputFiles({ name: '二季度.xlsx', mimeType: '', buffer: Buffer.from('项目,数\n规章,1\n') });
    await expect(page.getByRole('alert').filter({ hasText: '这是文本文件' })).toBeVisible();
  });
});

async function takenOut(page: Page): Promise<{ name: string; bytes: Uint8Array }> {
  const waiting = page.waitForEvent('download');
  await page.getByRole('link', { name: '导出工作簿' }).click();
  const download = await waiting;
  return { name: download.suggestedFilename(), bytes: new Uint8Array(await readFile(await download.path())) };
}

/** Two figures, and on to the form that has them. */
async function bringIn(page: Page, form: FilingForm): Promise<void> {
  await page.getByRole('button', { name: '导入 2 格' }).click();
  await expect(page.getByText('已导入 2 格。')).toBeVisible();
  await page.getByRole('link', { name: '到填报页查看' }).click();
  await FilingForm.at(page, '第二季度');
  await form.untilReady();
  await form.goTo('s3');
}

async function choose(page: Page, bytes: Uint8Array, edits: Record<string, Edit>): Promise<void> {
  const book = openWorkbook(bytes);
  for (const [cell, edit] of Object.entries(edits)) book.set(cell, edit);
  await page.getByLabel(/^填好的工作簿/).setInputFiles({ name: '二季度.xlsx', mimeType: '', buffer: Buffer.from(book.saved()) });
}
