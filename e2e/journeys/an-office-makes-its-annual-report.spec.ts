import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { figureAt } from '../../server/domain/figures';
import { getFormat } from '../../server/domain/formats';
import { readStatutoryTables } from '../../server/domain/reading/read-statutory-tables';
import { readDocx } from '../../server/imports/docx-tables';
import { expect, test } from '../fixtures';
import { setOwnPassword, setUpTheFirstAdmin, signIn } from '../pages/doors';
import { FilingForm } from '../pages/filing-form';
import { OfficePages } from '../pages/office';
import { openReportTab } from '../pages/report-aside';
import { ReportText, storedText } from '../pages/report-text';
import { expectedFigures, quarterNames, quartersOfTheSample, reportTexts } from './the-sample-year';

const government = '示例市示范区人民政府';
const office = '示例市示范区人民政府办公室';
const year = 2024;
const admin = { username: 'zhou', password: 'Kai-Tian-2024', name: '周主任', government };
const clerk = { username: 'shen', password: 'Xie-Biao-2024' };
const reviewer = { username: 'chen', password: 'Shen-He-2024' };

test('T50: an office sets up its year, files four quarters, is returned once, and takes away the finished Word file', async ({
  emptyApp,
  newPerson,
}) => {
  const { address, greeting } = emptyApp;
  const adminPage = await newPerson();
  const clerkPage = await newPerson();
  const reviewerPage = await newPerson();

  await test.step('the first administrator comes in by the link that was printed once', async () => {
    const link = /http\S+\/setup\/\S+/.exec(greeting)?.[0] ?? '';
    await setUpTheFirstAdmin(adminPage, link, admin);
    await signIn(adminPage, address, admin);
  });

  await test.step('and sets up the unit, two people, the year and the opening balances', async () => {
    const pages = new OfficePages(adminPage, address);
    await pages.addUnit({ name: office, kind: '办公室', opensOn: `${year}-01-01` });
    const clerkLink = await pages.addPerson({ name: '沈经办', username: clerk.username, unit: office, role: '填报员' });
    const reviewerLink = await pages.addPerson({ name: '陈审核', username: reviewer.username, unit: government, role: '审核员' });
    await pages.createYear(year);
    await pages.setOpenings(
      { '二、上年结转政府信息公开申请数量，自然人': '4', '行政规范性文件，期初现行有效': '10' },
      '据 2023 年度已公布年报的期末数',
    );
    for (const quarter of quarterNames) await pages.openQuarter(year, quarter);
    await setOwnPassword(clerkPage, clerkLink, clerk.password);
    await setOwnPassword(reviewerPage, reviewerLink, reviewer.password);
    await signIn(clerkPage, address, clerk);
    await signIn(reviewerPage, address, reviewer);
  });

  await test.step('first quarter: a slip is caught, the filing is returned once and mended', async () => {
    const period = `${year} 年第一季度`;
    const form = await FilingForm.open(clerkPage, address, period);
    await form.zeroReport();
    await form.type('s2', quartersOfTheSample[0].s2);
    await form.type('s4', quartersOfTheSample[0].s4);
    await form.type('s3', {
      ...quartersOfTheSample[0].s3,
      '（一）予以公开，自然人': '10',
      '（四）无法提供 1.本机关不掌握相关政府信息，自然人': '7',
      '四、结转下年度继续办理，自然人': '4',
    });
    await expect(form.findings()).toContainText('1 处必须改正');
    const blocked = await form.toCheckPage();
    await expect(blocked.submitButton()).toBeDisabled();
    await expect(blocked.obstacles()).toContainText('24');
    await expect(blocked.obstacles()).toContainText('25');

    const mended = await FilingForm.open(clerkPage, address, period);
    await mended.type('s3', { '四、结转下年度继续办理，自然人': '3' });
    await expect(mended.findings()).toContainText('0 处必须改正');
    await (await mended.toCheckPage()).submit();

    await openSubmission(reviewerPage, address, `${office} ${period}`);
    await reviewerPage
      .getByRole('button', { name: /（一）予以公开，自然人/ })
      .first()
      .click();
    await reviewerPage.getByLabel('批注内容').fill('其中一件查无信息，应计入“本机关不掌握”，请核对。');
    await reviewerPage.getByRole('button', { name: '添加批注' }).click();
    await reviewerPage.getByRole('button', { name: '退回修改' }).click();
    const dialog = reviewerPage.getByRole('dialog');
    await dialog.getByLabel('退回原因').fill('予以公开的件数与台账不符。');
    await dialog.getByRole('button', { name: /连同 1 条批注退回/ }).click();
    await expect(reviewerPage.getByText(/已退回/).first()).toBeVisible();

    const returned = await FilingForm.open(clerkPage, address, period);
    await expect(clerkPage.getByText('予以公开的件数与台账不符。')).toBeVisible();
    await returned.type('s3', { '（一）予以公开，自然人': '9', '（四）无法提供 1.本机关不掌握相关政府信息，自然人': '8' });
    await returned.untilSaved();
    await returned.answerRemark('已改', '');
    await (await returned.toCheckPage()).submit();

    await openSubmission(reviewerPage, address, `${office} ${period}`);
    await expect(reviewerPage.getByText('改了 2 格')).toBeVisible();
    await approve(reviewerPage);
  });

  for (const [index, quarter] of quarterNames.entries()) {
    if (index === 0) continue;
    await test.step(`${quarter}: filed and approved, its openings carried in`, async () => {
      const period = `${year} 年${quarter}`;
      const figures = quartersOfTheSample[index as 1 | 2 | 3];
      const form = await FilingForm.open(clerkPage, address, period);
      await form.zeroReport();
      await form.goTo('s3');
      await expect(form.cell('二、上年结转政府信息公开申请数量，自然人')).toHaveValue(figures.carriedIn);
      for (const section of ['s2', 's4', 's3'] as const) await form.type(section, figures[section]);
      await (await form.toCheckPage()).submit();
      await openSubmission(reviewerPage, address, `${office} ${period}`);
      await approve(reviewerPage);
    });
  }

  await test.step('the administrator writes the texts, follows a number back, finalises and downloads', async () => {
    await adminPage.goto(`${address}/reports?year=${year}`);
    await adminPage.getByRole('link', { name: `${government}（本机关）` }).click();
    for (const [label, text] of Object.entries(reportTexts(government, year))) {
      const place = await ReportText.open(adminPage, label);
      await place.write(text);
      await place.untilSaved();
    }
    await adminPage
      .getByRole('button', { name: /一、本年新收政府信息公开申请数量，自然人/ })
      .first()
      .click();
    const trace = adminPage.getByRole('dialog');
    await expect(trace).toContainText('83');
    await expect(trace).toContainText('沈经办');
    await expect(trace).toContainText('陈审核');
    await adminPage.keyboard.press('Escape');
    await sayWhatTheNumbersAre(adminPage);
    await expect(adminPage.getByText('可以定稿：没有未处理的事项。')).toBeVisible();
    await openReportTab(adminPage, '定稿');
    await adminPage.getByRole('button', { name: '定稿：生成第 1 版' }).click();
    await adminPage.getByLabel('本人密码').fill(admin.password);
    await adminPage.getByRole('button', { name: '确认定稿' }).click();
    await expect(adminPage.getByText('已定稿：第 1 版。')).toBeVisible();
    await adminPage.getByRole('dialog').getByText('关闭', { exact: true }).click();
  });

  await test.step('its 图解 is looked at where the report is', async () => {
    await adminPage.getByRole('button', { name: '图解', exact: true }).click();
    const shown = adminPage.getByRole('region', { name: '图解' });
    await expect(shown.getByRole('listitem')).toHaveText([/上年结转4件/, /\+本年新收83件/, /=本年办结84件/, /\+结转下年3件/]);
    await expect(shown.getByRole('img', { name: /^申请办理结果，单位：件。/ })).toBeVisible();
    await expect(shown.getByRole('link', { name: '下载 图解 PDF：第 1 版' })).toBeVisible();
    await adminPage.getByRole('button', { name: '正文', exact: true }).click();
    await expect(shown).toBeHidden();
  });

  await test.step('the Word file holds the whole tables, read back by row label and column', async () => {
    const [download] = await Promise.all([
      adminPage.waitForEvent('download'),
      adminPage.getByRole('link', { name: '下载 Word：第 1 版' }).click(),
    ]);
    const read = readDocx(await readFile(await download.path()));
    if (!read.readable) throw new Error(read.why.en);
    const format = getFormat('2021');
    const { figures, missing } = readStatutoryTables(read.document.tables, format);
    expect(missing).toEqual([]);
    const printed = Object.fromEntries(
      [...format.cells.values()].filter((cell) => cell.isPrinted).map((cell) => [cell.id, figureAt(figures, cell.id)]),
    );
    expect(printed).toEqual(expectedFigures(format));
    expect(
      ['new_received', 'carried_in', 'result_total', 'carried_out']
        .flatMap((row) => [printed[`s3.${row}.natural_person`], printed[`s3.${row}.total`]])
        .map((figure) => figure?.state === 'number' && figure.value),
    ).toEqual([83, 83, 4, 4, 84, 84, 3, 3]);
  });

  await test.step('its own office’s report is written from the list of all, finalised in one act, and leaves in one zip', () =>
    ownReports(adminPage, address));
});

/** Writes the three chapters of the only unit, finalises its report with all that are ready, and takes the zip of them. */
async function ownReports(page: Page, address: string): Promise<void> {
  await page.goto(`${address}/reports?year=${year}`);
  await page.getByRole('link', { name: '为全部单位编制年报' }).click();
  await expect(page.getByText('1 个单位中 0 个可以定稿')).toBeVisible();
  const row = page.getByRole('row', { name: office });
  for (const [chapter, text] of Object.entries(ownTexts)) {
    await row.getByRole('link', { name: chapter }).click();
    const place = await ReportText.open(page, chapter);
    await expect(place.box).toBeFocused();
    await place.write(text);
    await place.untilSaved();
    await page.goto(`${address}/reports/own?year=${year}`);
    await expect(row.getByRole('link', { name: chapter })).toHaveCount(0);
  }
  await expect(page.getByText('1 个单位中 1 个可以定稿')).toBeVisible();
  await page.getByRole('button', { name: '全部定稿（1 份）' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('listitem').filter({ hasText: office })).toBeVisible();
  await dialog.getByLabel('本人密码').fill(admin.password);
  await dialog.getByRole('button', { name: '确认定稿' }).click();
  await expect(dialog.getByText('已定稿 1 份。')).toBeVisible();
  await dialog.getByText('关闭', { exact: true }).click();
  await expect(row.getByText('第 1 版已定稿，其后没有改动。')).toBeVisible();
  await expect(page.getByText('1 个单位中 0 个可以定稿，1 个已定稿，其后没有改动')).toBeVisible();
  await expect(page.getByRole('radio', { name: '各单位最新定稿版（1 份）' })).toBeChecked();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '下载一个压缩包' }).click()]);
  const files = unzipSync(await readFile(await download.path()));
  expect(Object.keys(files).sort()).toEqual([
    'manifest.json',
    expect.stringMatching(new RegExp(`^${office}/.*第1版.*\\.docx$`)),
    expect.stringMatching(new RegExp(`^${office}/.*第1版.*\\.pdf$`)),
  ]);
  const manifest = JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array())) as { files: { organ: string }[]; left: unknown[] };
  expect([manifest.files.map((file) => file.organ), manifest.left]).toEqual([[office, office], []]);
  await expect(page.getByText('打包完成，共 1 个单位。')).toBeVisible();
}

const ownTexts = {
  '一、总体情况':
    '主动公开、依申请公开和监督保障各项工作按要求开展。对各科室开展工作考核，结果为合格；社会评议结果良好；全年没有需要追究责任的情形。',
  '五、存在的主要问题及改进情况': '个别答复说理不够充分。已编写示范文本并组织评查。',
  '六、其他需要报告的事项': '本年度未收取政府信息公开信息处理费。',
};

/** Links one number by hand, registers another with its evidence, and accepts what is offered for the rest. */
async function sayWhatTheNumbersAre(page: Page): Promise<void> {
  const text = await ReportText.open(page, '一、总体情况');
  await text.untyped('83').click();
  await text
    .numberPanel()
    .getByRole('button', { name: /^链接到 一、本年新收.*，总计（83）$/ })
    .click();
  await expect(text.live(/^83，一、本年新收.*，总计$/)).toBeVisible();
  await text.untyped('3').first().click();
  const panel = text.numberPanel();
  await panel.getByRole('button', { name: '登记为本地事实' }).click();
  await panel.getByLabel('依据').fill('规范性文件清理台账');
  await panel.getByRole('button', { name: '登记', exact: true }).click();
  await expect(text.live(/^3件，本地事实：/)).toBeVisible();
  await text.untilSaved();
  expect(await storedText(page, new URL(page.url()).origin, '1')).toMatch(/申请\{\{s3\.new_received\.total\}\}件/);
  const beside = await openReportTab(page, '文字');
  await expect(beside.getByText(/未归类的数字 5 处/)).toBeVisible();
  await page.getByRole('button', { name: '全部采纳建议…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('依据').fill('年度台账逐项核对');
  await dialog.getByRole('button', { name: '确认 5 处' }).click();
  await expect(dialog.getByText(/^已链接 [1-5] 处/)).toBeVisible();
  await dialog.getByText('关闭', { exact: true }).click();
}

async function openSubmission(page: Page, address: string, name: string): Promise<void> {
  await page.goto(`${address}/review`);
  await page.getByRole('link', { name }).click();
  await page.getByRole('button', { name: '开始审核' }).click();
  await expect(page.getByText('已开始审核')).toBeVisible();
}

async function approve(page: Page): Promise<void> {
  await page.getByRole('button', { name: '通过审核' }).click();
  await expect(page.getByText(/已通过/).first()).toBeVisible();
}
