import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { readDocx } from '../../server/imports/docx-tables';
import { expectAccessible } from '../accessible';
import { publishedYear } from '../demonstration-years';
import { expect, test } from '../fixtures';
import { openReportTab } from '../pages/report-aside';
import { ReportText, storedText } from '../pages/report-text';
import { signInAs } from '../sign-in';

const year = publishedYear;
const licensing = '行政许可，本年处理决定数量';
const issued = '行政规范性文件，本年制发件数';
const table = '二、主动公开政府信息情况';
const note = '第二部分表下附注';
const reason = '系统切换遗留三件，已由该单位书面说明。';

interface StatedReport {
  figures: Record<string, number>;
  adjustments?: { cell: string; sum: number | string; change: number | string; printed: number | string; reason: string }[];
  notes?: Record<string, string>;
}

test('a printed figure that is not the sum is a line signed by two people, told in the note below its table, seen in every face, and taken back', async ({
  demonstration: { address },
  newPerson,
}) => {
  const page = await newPerson();
  const second = await newPerson();
  await signInAs(page, address, 'admin');
  await signInAs(second, address, 'reviewer');
  await page.goto(`${address}/reports?year=${year}`);
  await page
    .getByRole('link', { name: /（汇总）$/ })
    .first()
    .click();
  await openReportTab(page, '定稿');
  const before = (await draftJson(page)).figures;

  await test.step('the administrator writes a line with its reason; it does not count yet, and is not theirs to sign', async () => {
    await page.getByRole('button', { name: new RegExp(`^${licensing}`) }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: '调整这个数' }).click();
    await dialog.getByLabel('增减（件）').fill('+3');
    await dialog.getByLabel('理由').fill(reason);
    await dialog.getByRole('button', { name: '写入调整' }).click();
    await expect(dialog.getByText('已写入，等待另一人会签。')).toBeVisible();
    await page.keyboard.press('Escape');
    await openReportTab(page, '核对');
    await expect(page.getByText('待会签，未计入')).toBeVisible();
    await expect(page.getByText('须由另一人会签')).toBeVisible();
    await expect(page.getByRole('button', { name: `会签调整：${licensing}` })).toHaveCount(0);
    expect((await draftJson(page)).figures['s2.licensing_decisions']).toBe(before['s2.licensing_decisions']);
  });

  await test.step('somebody else signs it, and it counts', async () => {
    await second.goto(page.url());
    await openReportTab(second, '核对');
    await second.getByRole('button', { name: `会签调整：${licensing}` }).click();
    await expect(second.getByText('已会签，调整已计入。')).toBeVisible();
    await page.reload();
    await openReportTab(page, '核对');
    await expect(page.getByText('已计入').first()).toBeVisible();
  });

  const sum = before['s2.licensing_decisions'] ?? 0;
  const place = page.getByRole('button', { name: `表下附注：${table}` });

  await test.step('a note is begun below its table; left empty, it is gone', async () => {
    await place.click();
    const begun = await ReportText.open(page, note);
    await expect(begun.box).toBeFocused();
    await page.getByRole('heading', { level: 1 }).click();
    await expect(begun.box).toBeHidden();
    await expect(place).toBeVisible();
  });

  await test.step('without a network its words wait in the tab, are said to be unsaved, and come back after a reload', async () => {
    await place.click();
    const text = await ReportText.open(page, note);
    await expect(text.box).toBeFocused();
    await page.context().setOffline(true);
    await page.keyboard.insertText('以处理决定作出日期统计。');
    await expect(text.place.getByText(/^未能保存/)).toBeVisible();
    await page.context().setOffline(false);
    await page.reload();
    const again = await ReportText.open(page, note);
    await expect(again.box).toHaveText('以处理决定作出日期统计。');
    await expect.poll(() => storedText(page, address, 't2')).toBe('以处理决定作出日期统计。');
  });

  await test.step('emptied and left while that is on its way, it is gone once it is stored', async () => {
    const text = await ReportText.open(page, note);
    let letGo = () => {};
    const isLeft = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    await page.route(/report\.saveText/, (route) => isLeft.then(() => route.continue()), { times: 1 });
    await text.write('');
    await expect(text.place.getByText('正在保存…')).toBeVisible();
    await page.getByRole('heading', { level: 1 }).click();
    await expect(text.box).toBeVisible();
    letGo();
    await expect(text.box).toBeHidden();
  });

  await test.step('words that were stored while their answer was lost, and deleted meanwhile, come back into sight', async () => {
    await place.click();
    const text = await ReportText.open(page, note);
    await expect(text.box).toBeFocused();
    await page.route(
      /report\.saveText/,
      async (route) => {
        await route.fetch();
        await route.abort('internetdisconnected');
      },
      { times: 1 },
    );
    await page.keyboard.insertText('以受理日期统计。');
    await expect(text.place.getByText(/^未能保存/)).toBeVisible();
    await text.write('');
    await expect(text.box).toHaveText('以受理日期统计。');
    await text.write('');
    await expect.poll(() => storedText(page, address, 't2')).toBe('');
    await page.getByRole('heading', { level: 1 }).click();
    await expect(text.box).toBeHidden();
  });

  await test.step('a number typed in it is coloured; finalising waits for it, with a link that leads to it', async () => {
    await place.click();
    const text = await ReportText.open(page, note);
    await expect(text.box).toBeFocused();
    await page.keyboard.insertText(`作出行政许可处理决定${sum + 3}件，含系统切换遗留的。`);
    await expect(text.untyped(String(sum + 3))).toBeVisible();
    await text.untilSaved();
    await expectAccessible(page);
    const final = await openReportTab(page, '定稿');
    await expect(final.getByRole('button', { name: /^定稿：生成第/ })).toBeDisabled();
    await final.getByRole('link', { name: '去处理：未归类的数字 1 处' }).click();
    await page.getByRole('button', { name: `查看“${sum + 3}”（${note}）` }).click();
    await expect(text.box).toBeFocused();
    expect(await page.evaluate(() => getSelection()?.toString())).toBe(String(sum + 3));
  });

  await test.step('it is linked to its cell by what is offered, and nothing is left to say of it', async () => {
    const text = await ReportText.open(page, note);
    await text.box.evaluate((box) => box.scrollIntoView({ block: 'end' }));
    await text.untyped(String(sum + 3)).click();
    // What opens at the foot of the window does not cover the words it is about.
    await expect.poll(() => isInSight(text.untyped(String(sum + 3)))).toBe(true);
    await text
      .numberPanel()
      .getByRole('button', { name: new RegExp(`^链接到 ${licensing}`) })
      .click();
    await expect(text.live(new RegExp(`^${sum + 3}，${licensing}`))).toBeVisible();
    await text.untilSaved();
    await expect.poll(() => storedText(page, address, 't2')).toBe('作出行政许可处理决定{{s2.licensing_decisions}}件，含系统切换遗留的。');
    await expect((await openReportTab(page, '定稿')).getByRole('link', { name: /未归类的数字/ })).toHaveCount(0);
  });

  await test.step('a remark stands behind a figure', async () => {
    await page.getByRole('button', { name: new RegExp(`^${issued}`) }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: '添加格内备注' }).click();
    await dialog.getByLabel('格内备注').fill('其中修订16件');
    await dialog.getByRole('button', { name: '保存', exact: true }).click();
    await expect(dialog.getByText(/印出：\d+（其中修订16件）/)).toBeVisible();
    await page.keyboard.press('Escape');
    await expectAccessible(page);
  });

  await test.step('the JSON and the Word file say so', async () => {
    const { figures, adjustments, notes } = await draftJson(page);
    expect(figures['s2.licensing_decisions']).toBe(sum + 3);
    expect(adjustments?.map((line) => [line.cell, Number(line.sum), Number(line.printed), line.reason])).toEqual([
      ['s2.licensing_decisions', sum, sum + 3, reason],
    ]);
    expect(Object.entries(notes ?? {})).toEqual(
      expect.arrayContaining([
        ['t2', `作出行政许可处理决定${sum + 3}件，含系统切换遗留的。`],
        ['s2.normative_documents.issued', '其中修订16件'],
      ]),
    );
    const words = await draftWord(page);
    // The remark stands on a line of its own below its figure.
    expect(words).toContain(`${before['s2.normative_documents.issued']}（其中修订16件）`);
    expect(words).toContain(`注：作出行政许可处理决定${sum + 3}件，含系统切换遗留的。`);
    expect(words).toContain(`"${sum + 3}"`);
  });

  await test.step('the line is taken back, and the sum is printed again', async () => {
    await openReportTab(page, '核对');
    await page.getByRole('button', { name: `撤回调整：${licensing}` }).click();
    const dialog = page.getByRole('dialog');
    const impact = dialog.getByRole('region', { name: '保存后会有的影响' });
    await expect(impact.getByRole('row', { name: new RegExp(licensing) })).toBeVisible();
    await expect(impact.getByText(note)).toBeVisible();
    await expectAccessible(page, '[role="dialog"]');
    await dialog.getByRole('button', { name: '确认撤回' }).click();
    await expect(page.getByText('已撤回，印出的数恢复为各季度之和。')).toBeVisible();
    await expect(page.getByText('已撤回 1 条')).toBeVisible();
    const { figures, adjustments } = await draftJson(page);
    expect([figures['s2.licensing_decisions'], adjustments ?? []]).toEqual([sum, []]);
  });

  await test.step('the note below the table follows its figure, on the page and in every face', async () => {
    const text = await ReportText.open(page, note);
    await expect(text.live(new RegExp(`^${sum}，${licensing}`))).toBeVisible();
    expect((await draftJson(page)).notes?.t2).toBe(`作出行政许可处理决定${sum}件，含系统切换遗留的。`);
    expect(await draftWord(page)).toContain(`注：作出行政许可处理决定${sum}件，含系统切换遗留的。`);
  });

  await test.step('emptied, the note is gone', async () => {
    const text = await ReportText.open(page, note);
    await text.write('');
    await text.box.blur();
    await page.getByRole('heading', { level: 1 }).click();
    await expect(text.box).toBeHidden();
    await expect(place).toBeVisible();
    expect((await draftJson(page)).notes).toEqual({ 's2.normative_documents.issued': '其中修订16件' });
  });
});

/** On screen, and under nothing. */
function isInSight(words: Locator): Promise<boolean> {
  return words.evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return element.contains(document.elementFromPoint(left + width / 2, top + height / 2));
  });
}

async function draftJson(page: Page): Promise<StatedReport> {
  return JSON.parse((await saved(page, '下载 JSON：草稿（未定稿）')).toString('utf8')) as StatedReport;
}

/** The words of the Word file, tables among them. */
async function draftWord(page: Page): Promise<string> {
  const read = readDocx(await saved(page, '下载 Word：草稿（未定稿）'));
  if (!read.readable) throw new Error(read.why.en);
  return JSON.stringify(read.document).replaceAll('\\n', '');
}

async function saved(page: Page, link: string): Promise<Buffer> {
  await openReportTab(page, '定稿');
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: link }).click()]);
  return readFile(await download.path());
}
