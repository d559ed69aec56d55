import type { Page } from '@playwright/test';
import { expectAccessible } from '../accessible';
import { publishedYear } from '../demonstration-years';
import { expect, test } from '../fixtures';
import { openOwnReport, ReportText, storedText } from '../pages/report-text';
import { signInAs } from '../sign-in';

const chapter = '一、总体情况';

test('a text is written: figures are linked, registered, declared, copied and undone; an input method is waited for; versions come back', async ({
  demonstration: { address },
  newPerson,
}) => {
  const page = await newPerson();
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/api/trpc/report.saveText')) sent.push(request.postData() ?? '');
  });
  await signInAs(page, address, 'admin');
  await openOwnReport(page, address, '示例区卫生健康委员会');
  const text = await ReportText.open(page, chapter);

  await test.step('{{ opens the search for a cell; pinyin initials find it, Enter puts it there', async () => {
    await text.write('全年新收申请');
    await page.keyboard.type('{{');
    const panel = text.insertPanel();
    await panel.getByRole('textbox', { name: '查找单元格' }).fill('bnxs');
    await expectAccessible(page);
    await page.keyboard.press('Enter');
    await expect(text.live(/^\d+，一、本年新收政府信息公开申请数量，总计$/)).toBeVisible();
    await page.keyboard.insertText('件，开展培训20场次。');
    await text.untilSaved();
    expect(await storedText(page, address, '1')).toBe('全年新收申请{{s3.new_received.total}}件，开展培训20场次。');
  });

  await test.step('a typed number is coloured and asks nothing; asked, it becomes a local fact with its evidence', async () => {
    await text.untyped('20').click();
    const panel = text.numberPanel();
    await panel.getByRole('button', { name: '登记为本地事实' }).click();
    await panel.getByLabel('依据').fill('培训签到表');
    await panel.getByRole('button', { name: '登记', exact: true }).click();
    await expect(text.live(/^20场次，本地事实：/)).toBeVisible();
  });

  await test.step('another is declared; by keyboard a number is one piece, opened by Enter and deleted as one, and comes back', async () => {
    await text.toEnd();
    await page.keyboard.insertText('形成3');
    await expect(text.untyped('3')).toBeVisible();
    await page.keyboard.press('Alt+Enter');
    await page.keyboard.press('Escape');
    await expect(text.box).toBeFocused();
    await text.untyped('3').click();
    await text.numberPanel().getByRole('button', { name: '声明为不计数的字样' }).click();
    await expect(text.live('3，声明为不计数的字样')).toBeVisible();
    await text.toEnd();
    await page.keyboard.press('ArrowLeft');
    await expect(text.box.locator('.ProseMirror-selectednode')).toHaveText('3');
    await page.keyboard.press('Enter');
    await expect(text.numberPanel().getByText('声明为不计数的字样，照原样印出。')).toBeVisible();
    await page.keyboard.press('Escape');
    await text.toEnd();
    await page.keyboard.press('Backspace');
    await expect(text.live('3，声明为不计数的字样')).toBeHidden();
    await page.keyboard.press('ControlOrMeta+Z');
    await expect(text.live('3，声明为不计数的字样')).toBeVisible();
  });

  await test.step('something computed of cells: a share', async () => {
    await text.toEnd();
    await page.keyboard.insertText('。予以公开的占');
    await text.place.getByRole('button', { name: '插入数' }).click();
    const panel = text.insertPanel();
    await panel.getByLabel('插入什么').selectOption({ label: '占比' });
    await panel.getByRole('textbox', { name: '部分（分子）' }).fill('予以公开 总计');
    await panel
      .getByRole('list', { name: '部分（分子）' })
      .getByRole('button', { name: /^（一）予以公开，总计/ })
      .click();
    await panel.getByRole('textbox', { name: '总体（分母）' }).fill('新收 总计');
    await panel
      .getByRole('list', { name: '总体（分母）' })
      .getByRole('button', { name: /^一、本年新收政府信息公开申请数量，总计/ })
      .click();
    await panel.getByRole('button', { name: '插入', exact: true }).click();
    await expect(text.live(/计算得出：.*予以公开，总计 ÷/)).toBeVisible();
    await page.keyboard.insertText('%。');
  });

  await test.step('a linked number that is 0 warns about its sentence and refuses nothing', async () => {
    await page.keyboard.press('Enter');
    await page.keyboard.insertText('另有{{s4.litigation_direct.corrected}}件被纠正。');
    await expect(text.live(/^0，.*；现在是 0，请看句子是否通顺$/)).toBeVisible();
    await text.place.getByRole('button', { name: '查看：0' }).click();
    await expect(text.box.locator('.ProseMirror-selectednode')).toHaveText('0');
    await expectAccessible(page);
  });

  await test.step('Word’s looks stay outside; a live number that is copied stays live, and leaves as it is printed', async () => {
    await text.toEnd();
    await page.keyboard.press('Enter');
    await paste(page, '<p class=MsoNormal style="color:red"><b>（二）主动公开</b></p><table><tr><td>信函</td><td>办结</td></tr></table>');
    await expect(text.paragraph(2)).toHaveText('（二）主动公开');
    await expect(text.paragraph(3)).toHaveText('信函　办结');
    await page.keyboard.press('ControlOrMeta+Home');
    await page.keyboard.press('Shift+End');
    const copied = await cut(page);
    expect(copied.plain).toMatch(/^全年新收申请\d+件，开展培训20场次。/);
    await paste(page, copied.html);
    await expect(text.live(/^\d+，一、本年新收/)).toBeVisible();
    await text.untilSaved();
    expect(await storedText(page, address, '1')).toContain('全年新收申请{{s3.new_received.total}}件，开展培训{{fact:');
  });

  await test.step('pinyin is never saved; the words are', async () => {
    await text.toEnd();
    const inputMethod = await page.context().newCDPSession(page);
    sent.length = 0;
    for (const letters of ['x', 'xin', 'xinfang'])
      await inputMethod.send('Input.imeSetComposition', { text: letters, selectionStart: letters.length, selectionEnd: letters.length });
    await expect(text.paragraph(3)).toHaveText('信函　办结xinfang');
    await inputMethod.send('Input.insertText', { text: '信访' });
    await expect(text.paragraph(3)).toHaveText('信函　办结信访');
    await text.untilSaved();
    await expect.poll(() => storedText(page, address, '1')).toMatch(/信函　办结信访$/);
    expect(sent.filter((body) => body.includes('xin'))).toEqual([]);
  });

  await test.step('the versions of one stretch of work are one', async () => {
    await text.place.getByRole('button', { name: '版本', exact: true }).click();
    const versions = text.place.getByRole('region', { name: `版本：${chapter}` });
    await expect(versions.getByText(/^第 \d+ 稿 · 周岚/)).toHaveCount(1);
    await expectAccessible(page);
    await page.keyboard.press('Escape');
  });

  await test.step('an earlier version is compared with now and brought back as the newest; what stood until then stays', async () => {
    await page.goto(`${address}/reports?year=${publishedYear}`);
    await page.getByRole('link', { name: '示例区人民政府（本机关）' }).click();
    const label = '五、存在的主要问题及改进情况';
    const old = await ReportText.open(page, label);
    const before = await old.words();
    await old.toEnd();
    await old.type('另写一句。');
    await old.untilSaved();
    await old.place.getByRole('button', { name: '版本', exact: true }).click();
    const versions = old.place.getByRole('region', { name: `版本：${label}` });
    await versions.getByRole('button', { name: '与现在对照：第 1 稿' }).click();
    await expect(versions.getByRole('deletion')).toContainText('另写一句。');
    await versions.getByRole('button', { name: '恢复第 1 稿' }).click();
    await expect(old.place.getByText(/^已恢复，成为第 \d+ 稿/)).toBeVisible();
    await expect.poll(() => old.words()).toEqual(before);
    await expect(versions.getByText(/^第 \d+ 稿 · 周岚/)).toHaveCount(3);
  });
});

/** Pastes what another program put on the clipboard, by the browser's own event. */
async function paste(page: Page, html: string): Promise<void> {
  await page.evaluate((copied) => {
    const data = new DataTransfer();
    data.setData('text/html', copied);
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, html);
}

/** Cuts the selection by the browser's own event; @returns what is on the clipboard. */
async function cut(page: Page): Promise<{ html: string; plain: string }> {
  return page.evaluate(() => {
    const data = new DataTransfer();
    document.activeElement?.dispatchEvent(new ClipboardEvent('cut', { clipboardData: data, bubbles: true, cancelable: true }));
    return { html: data.getData('text/html'), plain: data.getData('text/plain') };
  });
}
