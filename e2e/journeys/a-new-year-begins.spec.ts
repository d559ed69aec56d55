import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { expectAccessible } from '../accessible';
import { expect, test } from '../fixtures';
import { setUpTheFirstAdmin } from '../pages/doors';
import { OfficePages } from '../pages/office';
import { openReportTab } from '../pages/report-aside';
import { ReportText } from '../pages/report-text';
import { RollOverPages } from '../pages/roll-over';
import { signInWithPassword } from '../sign-in';

const published = fileURLToPath(new URL('../../server/domain/testing/reports/pingtan-2022.json', import.meta.url));
const government = '平潭综合实验区管理委员会';
const office = '平潭综合实验区管理委员会办公室';
const admin = { username: 'lin', password: 'Xin-Nian-2023', name: '林主任', government };
const [last, next] = [2022, 2023];

function choose(page: Page) {
  return page.getByLabel(/^年报文件 /);
}

/** The published report, with the preamble that its print has. */
async function lastYears(more: object) {
  const report = JSON.parse(await readFile(published, 'utf8')) as { texts: object };
  const preamble = `本报告统计期限为${last}年1月1日至${last}年12月31日。`;
  const buffer = Buffer.from(JSON.stringify({ ...report, ...more, texts: { preamble, ...report.texts } }));
  return { name: 'published.json', mimeType: 'application/json', buffer };
}

test('an office adopts the report it published, begins the new year, and last year’s words do not slip through', async ({
  emptyApp: { address, greeting },
  newPerson,
}) => {
  const page = await newPerson();
  await setUpTheFirstAdmin(page, /http\S+\/setup\/\S+/.exec(greeting)?.[0] ?? '', admin);
  await signInWithPassword(page, address, admin);
  await new OfficePages(page, address).addUnit({ name: office, kind: '办公室', opensOn: '2020-01-01' });

  await test.step('a file that is no report, and one for the wrong unit, are told where, what and how', async () => {
    await page.goto(`${address}/reports`);
    await page.getByRole('link', { name: '采用已公布的年报' }).click();
    await choose(page).setInputFiles({ name: 'bad.json', mimeType: 'application/json', buffer: Buffer.from('['.repeat(100_000)) });
    await expect(page.getByRole('alert').filter({ hasText: 'bad.json' })).toContainText('嵌套超过 64 层');
    await choose(page).setInputFiles(await lastYears({}));
    await expect(page.getByText(`${last} 年度，汇总口径`)).toBeVisible();
    await page.getByLabel('单位', { exact: true }).selectOption({ label: office });
    await expect(page.getByRole('alert').filter({ hasText: 'scope' })).toContainText('没有这一口径的年报');
    await expect(page.getByRole('button', { name: '采用为定稿版' })).toBeDisabled();
  });

  await test.step('the published report is seen, then adopted with a reason; so is the office’s own', async () => {
    await page.getByLabel('单位', { exact: true }).selectOption({ label: government });
    await page.getByLabel('采用的理由').fill('已于 2023 年 1 月在政府网站公布。');
    await expectAccessible(page);
    await page.getByRole('button', { name: '采用为定稿版' }).click();
    await expect(page.getByText('已采用为第 1 版。')).toBeVisible();
    await choose(page).setInputFiles(await lastYears({ organ: office, scope: 'own_organ' }));
    await expect(page.getByText(`${last} 年度，本机关口径`)).toBeVisible();
    await page.getByLabel('单位', { exact: true }).selectOption({ label: office });
    await page.getByLabel('采用的理由').fill('已于 2023 年 1 月在政府网站公布。');
    await page.getByRole('button', { name: '采用为定稿版' }).click();
    await expect(page.getByText('已采用为第 1 版。')).toBeVisible();
    await page.getByRole('link', { name: '结转到新的一年' }).click();
  });

  const wizard = await RollOverPages.on(page, next);
  await test.step('every step says with numbers what is carried, before anything is done', async () => {
    await expect(wizard.step()).toContainText('1 个单位第四季度还没有通过');
    await expectAccessible(page);
    await wizard.next('年度与期限');
    await page.getByLabel('第二季度期限').fill(`${next}-07-20`);
    await expectAccessible(page);
    await wizard.next('单位与期初数');
    await expect(wizard.step()).toContainText('1 个单位在新的一年填报');
    await page.locator('summary', { hasText: '逐单位列出大于 0 的期初数' }).click();
    await expect(wizard.step().getByRole('row', { name: new RegExp(office) })).toContainText(/期初现行有效 698/);
    await expectAccessible(page);
    await wizard.next('自设指标');
    await expect(wizard.step()).toContainText('上年没有自设指标');
    await wizard.next('沿用文字');
    await wizard.carry('六、其他需要报告的事项', 1);
    await expectAccessible(page);
    await wizard.next('核对并结转');
    await expect(wizard.step()).toContainText('沿用文字 3 段');
    await expectAccessible(page);
    await wizard.rollOver(next);
  });

  await test.step('the result says what was made and what is left; done again, nothing is made twice', async () => {
    await expect(page.getByText('沿用文字 3 段')).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('link', { name: '再看一次可以结转的内容' }).click();
    const again = await RollOverPages.on(page, next);
    for (const name of ['年度与期限', '单位与期初数', '自设指标', '沿用文字']) await again.next(name);
    await expect(page.getByLabel('沿用“六、其他需要报告的事项”第 1 段').first()).toBeDisabled();
    await again.next('核对并结转');
    await expect(again.step()).toContainText('沿用文字 0 段');
    await again.rollOver(next);
    await expect(page.getByText(/沿用文字 \d+ 段/)).toHaveCount(1);
  });

  await test.step('a carried paragraph blocks the edition until it is confirmed or rewritten', async () => {
    await page.getByRole('link', { name: new RegExp(`${government}（汇总）：2 段`) }).click();
    const marksInText = page.getByRole('article').getByText(`沿用自 ${last} 年，未确认`);
    await expect(marksInText).toHaveCount(2);
    await expectAccessible(page);
    const left = await openReportTab(page, '定稿');
    await expect(left.getByRole('button', { name: /^定稿/ })).toBeDisabled();
    await expect(left.getByText(`引言：沿用自 ${last} 年，未确认`)).toBeVisible();
    await expect(left).toContainText(`还写着 ${last} 年`);
    await expect(left.getByText(`六、其他需要报告的事项：沿用自 ${last} 年，未确认`)).toBeVisible();
    await left.getByRole('link', { name: `去处理：引言：沿用自 ${last} 年，未确认` }).click();
    await expect(page.getByRole('textbox', { name: '引言' })).toBeFocused();
    const marks = page.getByRole('region', { name: /沿用上年的文字 1 段/ });
    await marks
      .last()
      .getByRole('button', { name: /确认仍然属实/ })
      .click();
    await expect(marksInText).toHaveCount(1);
    const preamble = await ReportText.open(page, '引言');
    await preamble.write(`统计期限为 ${next} 年 1 月 1 日至 12 月 31 日。`);
    await preamble.box.blur();
    await expect(marksInText).toHaveCount(0);
  });

  await test.step('pain 24: nothing that is read in the new year says last year, but where last year is meant', async () => {
    await expect(page.getByRole('article')).not.toContainText(String(last));
    await page.goto(`${address}/office/years?year=${next}`);
    await expect(page.getByRole('region', { name: new RegExp(String(next)) })).not.toContainText(String(last));
    await expect(page.getByLabel(`${next} 年第二季度的期限`)).toHaveValue(`${next}-07-20`);
    await page.goto(`${address}/reports?year=${next}`);
    await expect(page.getByRole('table')).not.toContainText(String(last));
  });
});
