import { readFileSync } from 'node:fs';
import type { Locator } from '@playwright/test';
import { expect, test } from '../fixtures';
import { FilingForm } from '../pages/filing-form';
import { signInAs } from '../sign-in';

const person = (row: string) => `${row}，自然人`;
const enterprise = (row: string) => `${row}，法人或其他组织 商业企业`;
const petition = '（五）不予处理 1.信访举报投诉类申请';
const repeat = '（五）不予处理 2.重复申请';
const publication = '（五）不予处理 3.要求提供公开出版物';
const massive = '（五）不予处理 4.无正当理由大量反复申请';
const noCorrection = '（六）其他处理 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请';
const feeUnpaid = '（六）其他处理 2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请';
const misc = '（六）其他处理 3.其他';

test('tables from Excel, WPS, Word and a web page go where their titles say, one value fills a range, each in one step that outlives a reload', async ({
  demonstration: { address },
  newPerson,
}) => {
  const page = await newPerson();
  await signInAs(page, address, 'housing');
  const form = await FilingForm.open(page, address, '第二季度');
  await form.untilReady();
  await form.goTo('s3');
  const cell = (name: string) => page.getByRole('textbox', { name, exact: true });
  const expectTexts = async (texts: Record<string, string>) => {
    for (const [name, text] of Object.entries(texts)) await expect(cell(name)).toHaveValue(text);
  };
  const dialog = page.getByRole('dialog', { name: '粘贴预览' });

  await test.step('Excel: by titles of rows and columns; the hidden row stays out, the total is named and skipped', async () => {
    await paste(cell(person(misc)), 'excel');
    await expect(dialog).toContainText('按行、列标题对应');
    await expect(dialog).toContainText('1 格是自动计算或带入的，跳过');
    await dialog.getByRole('button', { name: '写入 2 格' }).click();
    await expectTexts({ [person(petition)]: '1,001', [enterprise(petition)]: '2', [person(repeat)]: '', [person(misc)]: '' });
  });

  await test.step('WPS: without titles from the cell one is in; a merged cell once', async () => {
    await paste(cell(person(publication)), 'wps');
    await expect(page.getByText('已写入 5 格')).toBeVisible();
    await expectTexts({ [person(publication)]: '3', [enterprise(publication)]: '4', [person(massive)]: '６', [enterprise(massive)]: '' });
  });

  await test.step('Word: labels that span rows, and its last row of no height', async () => {
    await paste(cell(person(misc)), 'word');
    await expect(page.getByText('已写入 3 格')).toBeVisible();
    await expectTexts({
      [person(noCorrection)]: '1',
      [enterprise(noCorrection)]: '0',
      [person(feeUnpaid)]: '2',
      [enterprise(feeUnpaid)]: '',
    });
  });

  await test.step('one copied value fills the selected range, in one step', async () => {
    await cell(person(repeat)).focus();
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('Shift+ArrowRight');
    await paste(cell(person(repeat)), { text: '0' });
    await expect(page.getByText('已写入 3 格')).toBeVisible();
    await expectTexts({ [person(repeat)]: '0', [enterprise(repeat)]: '0' });
    await page.keyboard.press('ControlOrMeta+z');
    await expectTexts({ [person(repeat)]: '', [enterprise(repeat)]: '', [person(petition)]: '1,001' });
  });

  await test.step('after a reload each paste is still one step back', async () => {
    await form.untilSaved();
    await page.reload();
    await form.untilReady();
    await form.goTo('s3');
    await cell(person(misc)).focus();
    await page.keyboard.press('ControlOrMeta+z');
    await expectTexts({ [person(noCorrection)]: '', [person(feeUnpaid)]: '', [person(publication)]: '3' });
    await page.keyboard.press('ControlOrMeta+z');
    await expectTexts({ [person(publication)]: '', [person(massive)]: '', [person(petition)]: '1,001' });
    await page.keyboard.press('ControlOrMeta+z');
    await expectTexts({ [person(petition)]: '', [enterprise(petition)]: '' });
    await page.keyboard.press('ControlOrMeta+y');
    await expectTexts({ [person(petition)]: '1,001', [enterprise(petition)]: '2' });
    await page.keyboard.press('ControlOrMeta+z');
  });

  await test.step('a total says by keyboard what it is made of, and is compared with one’s own', async () => {
    await cell(`${misc}，法人或其他组织 其他`).focus();
    await page.keyboard.press('ArrowRight');
    await expect(cell(`${misc}，总计`)).toBeFocused();
    await page.keyboard.press('ControlOrMeta+Enter');
    const details = page.getByRole('region', { name: '当前单元格' });
    await expect(details).toBeFocused();
    const why = details.locator('summary', { hasText: '为什么' });
    for (let presses = 0; presses < 5 && !(await why.evaluate((one) => one === document.activeElement)); presses += 1)
      await page.keyboard.press('Tab');
    await expect(why).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(details.getByRole('button', { name: '自然人' })).toBeVisible();
    await details.getByRole('textbox', { name: /您自己加的合计/ }).fill('3');
    await expect(details).toContainText('自动计算的合计还不完整');
  });

  await test.step('a web page: table 四 by its heads, wherever one is; a dash is asked about', async () => {
    await form.goTo('s4');
    await paste(page.getByRole('table', { name: /^四、/ }).getByRole('textbox').nth(7), 'web');
    await expect(dialog).toContainText('按行、列标题对应');
    await expect(dialog.getByRole('checkbox', { name: /1 格是“—”“\/”“无”，按 0 填/ })).not.toBeChecked();
    await dialog.getByRole('button', { name: '写入 11 格' }).click();
    const row = page.getByRole('table', { name: /^四、/ }).getByRole('textbox');
    await expect(row.nth(0)).toHaveValue('1');
    await expect(row.nth(3)).toHaveValue('2');
    await expect(row.nth(6)).toHaveValue('');
    await expect(row.nth(13)).toHaveValue('6');
    await page.keyboard.press('ControlOrMeta+z');
    await row.nth(0).focus();
    await page.keyboard.press('ControlOrMeta+z');
    await expect(row.nth(0)).toHaveValue('');
    await form.untilSaved();
  });
});

/** Pastes what an application puts on the clipboard for a table. */
async function paste(target: Locator, from: 'excel' | 'wps' | 'word' | 'web' | { text: string }): Promise<void> {
  const html = typeof from === 'string' ? readFileSync(new URL(`../clipboard/${from}.html.txt`, import.meta.url), 'utf8') : '';
  const text = typeof from === 'string' ? '' : from.text;
  await target.focus();
  await target.evaluate(
    (element, data) => {
      const clipboardData = new DataTransfer();
      if (data.html) clipboardData.setData('text/html', data.html);
      if (data.text) clipboardData.setData('text/plain', data.text);
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    },
    { html, text },
  );
}
