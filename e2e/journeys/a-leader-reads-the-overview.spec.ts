import { expectAccessible } from '../accessible';
import { expect, test } from '../fixtures';

test('分管领导 signs in, reads four figures, follows one to where it comes from, and prints one sheet', async ({
  demonstration: { address },
  newPerson,
}) => {
  const page = await newPerson();
  await page.goto(`${address}/sign-in`);
  await page.getByRole('button', { name: /方致远/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: '概况' })).toBeVisible();
  await expect(page.getByRole('navigation', { name: '主导航' }).getByRole('link').first()).toHaveAccessibleName('概况');
  const figures = page.getByRole('list', { name: '主要数字' }).getByRole('listitem');
  await expect(figures).toHaveCount(4);
  await expect(page.getByRole('region', { name: '第三季度' })).toContainText('12 个单位已通过');
  await expectAccessible(page);

  await test.step('on paper it is one sheet, without what can only be clicked', async () => {
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('button', { name: '打印' })).toBeHidden();
    await expect(page.getByRole('navigation', { name: '选择年度' })).toBeHidden();
    await expect(figures.first()).toBeVisible();
    const sheets = (await page.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/Type\s*\/Page\b/g);
    expect(sheets).toHaveLength(1);
    await page.emulateMedia({ media: null });
  });

  await test.step('a figure leads to the units and people behind it', async () => {
    const received = page.getByRole('link', { name: /^新收申请 \d+ 件，看由来$/ });
    const value = /\d+/.exec((await received.getAttribute('aria-label')) ?? '')?.[0] ?? 'no number';
    await received.click();
    const trace = page.getByRole('dialog');
    await expect(trace).toContainText('新收');
    await expect(trace.locator('strong').first()).toHaveText(value);
  });
});
