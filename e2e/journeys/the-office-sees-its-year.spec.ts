import { readFile } from 'node:fs/promises';
import { expectAccessible } from '../accessible';
import { publishedYear } from '../demonstration-years';
import { expect, test } from '../fixtures';
import { tabTo } from '../keyboard';
import { printed } from '../printed';
import { signInAs } from '../sign-in';
import { untilHydrated } from '../until-hydrated';

test('the office sees who is missing, what the year says so far, and follows a figure to the keystroke, without a mouse', async ({
  demonstration: { address },
  newPerson,
}) => {
  const page = await newPerson();
  await signInAs(page, address, 'reviewer2');
  const dialog = page.getByRole('dialog');

  await test.step('the head of a quarter names who is missing, and a name leads to the filing', async () => {
    await page.goto(`${address}/board`);
    const head = page.getByRole('columnheader', { name: /第三季度/ });
    await expect(head).toContainText(/\d+ \/ \d+ 已通过/);
    await tabTo(page, head.getByRole('button', { name: /还差 \d+ 个单位/ }));
    await page.keyboard.press('Enter');
    await expect(dialog.getByRole('heading', { name: /第三季度未通过的 \d+ 个单位/ })).toBeVisible();
    await expectAccessible(page, '[role="dialog"]');
    const names = dialog.getByRole('listitem');
    const count = Number(/未通过的 (\d+) 个/.exec(await dialog.getByRole('heading').innerText())?.[1]);
    await expect(names).toHaveCount(count);
    const unit = await names.last().getByRole('link').innerText();
    await tabTo(page, names.last().getByRole('link'));
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: new RegExp(unit) })).toBeVisible();
  });

  await test.step('what is late comes first when asked, with what it lacks in words', async () => {
    await page.goto(`${address}/board`);
    await tabTo(page, page.getByRole('link', { name: '风险在前' }));
    await page.keyboard.press('Enter');
    await expect(page.getByRole('link', { name: '风险在前' })).toHaveAttribute('aria-current', 'true');
    await expect(page.getByRole('row').nth(1)).toContainText(/逾期 \d+ 天/);
    await expectAccessible(page);
    await page.getByRole('link', { name: '有逾期的' }).click();
    await expect(page.getByRole('link', { name: '有逾期的' })).toHaveAttribute('aria-current', 'true');
    const rows = page.locator('tbody').getByRole('row');
    await expect(rows.filter({ hasNotText: '逾期' })).toHaveCount(0);
    await expect(rows).not.toHaveCount(0);
  });

  await test.step('a segment of a quarter leads to its units, and the board lies across on paper, without what is pressed', async () => {
    const strip = page.getByRole('region', { name: '各季度到了哪一步' });
    const segment = strip.getByRole('link', { name: /^第三季度 已报送待审 \d+ 个单位$/ });
    const count = Number(/(\d+) 个单位$/.exec((await segment.getAttribute('aria-label')) ?? '')?.[1]);
    await segment.click();
    await expect(segment).toHaveAttribute('aria-current', 'true');
    await expect(page.getByText(`共 ${count} 个单位`, { exact: true })).toBeVisible();
    await expect(page.locator('tbody').getByRole('row').filter({ hasText: '已报送待审' })).toHaveCount(count);
    await expectAccessible(page);
    await expect(page.getByText(/^打印于/)).toHaveCount(1);
    const sheets = await printed(page);
    expect(sheets.every(({ isA4, isAcross }) => isA4 && isAcross)).toBe(true);
    for (const words of ['进度', '打印于', '第三季度：已报送待审', '第四季度', `1/${sheets.length}`])
      expect(sheets[0]?.text).toContain(words);
    expect(sheets.some(({ text }) => text.includes('催报') || text.includes('风险在前'))).toBe(false);
  });

  await test.step('the year so far says that it is partial, and a figure opens to units, quarters and every keystroke', async () => {
    await page.getByRole('link', { name: '本年累计' }).click();
    await expect(page.getByText(/部分数据，不是全年数/)).toBeVisible();
    const figure = page.getByRole('button', { name: /一、本年新收政府信息公开申请数量，自然人/ }).first();
    const said = (await figure.innerText()).trim();
    await figure.focus();
    await page.keyboard.press('Enter');
    await expect(dialog.getByText(/个单位中 \d+ 个已全部计入/)).toBeVisible();
    await expect(dialog.getByRole('row', { name: /合计/ })).toContainText(said);
    await tabTo(page, dialog.getByRole('button', { name: /教育局/ }));
    await page.keyboard.press('Enter');
    const people = dialog.getByRole('region', { name: /教育局：经手人与时间/ });
    await expect(people.getByText(/录入“\d+”/).first()).toBeVisible();
    await people.getByText('逐次改动').first().click();
    await expect(people.getByText(/（空） → \d+/).first()).toBeVisible();
    await expectAccessible(page, '[role="dialog"]');
    await page.keyboard.press('Escape');
    await expect(figure).toBeFocused();
  });
});

test('the office sees its years and takes them out as a list; a clerk sees the own unit alone', async ({
  demonstration: { address },
  newPerson,
}) => {
  const [office, clerk] = [await newPerson(), await newPerson()];
  const lastYear = String(publishedYear);

  await test.step('by year: pictures, and their numbers in a table with the edition they come from', async () => {
    await signInAs(office, address, 'reviewer2');
    await office.goto(`${address}/trends`);
    await expect(office.getByRole('img', { name: new RegExp(`^新收申请：.*${lastYear} 年 \\d+ 件`) })).toBeVisible();
    const years = office.getByRole('table', { name: '数字' });
    await expect(years.getByRole('columnheader', { name: new RegExp(`${lastYear}.*定稿第 \\d+ 版`) })).toBeVisible();
    await expect(years.getByRole('row', { name: /^复议结果纠正/ })).toContainText('数量少');
    await expect(years.getByRole('columnheader', { name: /部分数据/ })).toContainText(/\d+\/\d+ 季度 · \d+\/\d+ 单位已齐/);
    const sheets = await printed(office);
    expect(sheets.every(({ isA4, isAcross }) => isA4 && isAcross)).toBe(true);
    for (const words of ['趋势', '打印于', '新收申请', `1/${sheets.length}`]) expect(sheets[0]?.text).toContain(words);
    await expectAccessible(office);
  });

  await test.step('by unit: one measure in one year', async () => {
    await office.getByLabel('指标', { exact: true }).selectOption({ label: '予以公开、部分公开' });
    await office.getByLabel('年度', { exact: true }).selectOption(lastYear);
    await office
      .locator('form', { has: office.getByLabel('指标', { exact: true }) })
      .getByRole('button', { name: '查看' })
      .click();
    const units = office.getByRole('table', { name: new RegExp(`${lastYear} 年各单位`) });
    await expect(units.getByRole('row', { name: /教育局/ })).toContainText('四季已齐');
  });

  await test.step('a file that takes a while says so, does not start twice, and says when it is there', async () => {
    let asked = 0;
    await office.route('**/files/trends/**', async (route) => {
      asked += 1;
      const answer = await route.fetch();
      await office.getByText(/^正在生成/).waitFor();
      await route.fulfill({ response: answer });
    });
    const link = office.getByRole('link', { name: '下载 CSV：历年数据' });
    // Before the page's script is at work it is a link like any other, and the browser loads the file without a word.
    await untilHydrated(link);
    const download = office.waitForEvent('download');
    await link.click();
    await link.click({ force: true });
    const file = await download;
    expect(file.suggestedFilename()).toContain('历年数据.csv');
    const text = await readFile(await file.path(), 'utf8');
    expect(text.startsWith('\uFEFF机关,')).toBe(true);
    expect(text).toContain(`本年新收政府信息公开申请,件,${lastYear},`);
    await expect(office.getByText(/^已下载：/)).toBeVisible();
    expect(asked).toBe(1);
    await office.unroute('**/files/trends/**');
    await office.route('**/files/trends/**', (route) =>
      route.fulfill({ status: 409, contentType: 'text/plain; charset=utf-8', body: '暂时不能导出。\nNot now.' }),
    );
    await link.click();
    await expect(office.getByRole('alert').filter({ hasText: '暂时不能导出。' })).toBeVisible();
  });

  await test.step('a clerk has the own unit and finds no other', async () => {
    await signInAs(clerk, address, 'education');
    await clerk.goto(`${address}/trends`);
    await expect(clerk.getByText(/教育局（本机关）历年数据/)).toBeVisible();
    await expect(clerk.getByLabel('单位', { exact: true })).toHaveCount(0);
    await expectAccessible(clerk);
    await office.unrouteAll();
    const other = await office
      .getByRole('table', { name: /各单位/ })
      .getByRole('link', { name: /公安局/ })
      .getAttribute('href');
    expect((await clerk.goto(`${address}${other}`))?.status()).toBe(404);
  });
});
