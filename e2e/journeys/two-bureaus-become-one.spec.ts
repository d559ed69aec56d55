import { expect, test } from '../fixtures';
import { FilingForm } from '../pages/filing-form';
import { OfficePages } from '../pages/office';
import { signInAs } from '../sign-in';

const civil = '示例区民政局';
const market = '示例区市场监督管理局';
const merged = '示例区民政和市场监督管理局';

test('two bureaus become one: what they left opens in the new one, with its source, and nothing in the past changes its name', async ({
  demonstration: { address },
  newPerson,
}) => {
  const admin = await newPerson();
  await signInAs(admin, address, 'admin');
  await admin.goto(`${address}/office/units/close`);
  const year = Number(/(\d{4})-/.exec((await admin.getByLabel('撤并日').inputValue()) ?? '')?.[1]);

  await test.step('the administrator sees what will move before the button', async () => {
    await admin.getByLabel(civil).check();
    await admin.getByLabel(market).check();
    await admin.getByLabel('撤并日').selectOption(`${year}-09-30`);
    await admin.getByLabel('没有承接单位（撤销）').check();
    await expect(admin.getByRole('alert').filter({ hasText: '须有单位承接' })).toBeVisible();
    await expect(admin.getByRole('button', { name: '撤销单位' })).toBeDisabled();
    await admin.getByLabel('新单位（合并为新单位，或者更名）').check();
    await admin.getByLabel('新单位全称').fill(merged);
    await expect(admin.getByText(`“${merged}”从${year} 年第四季度起报送。`)).toBeVisible();
    await expect(admin.getByText('叶书琴（填报员）、唐雨薇（填报员）')).toBeVisible();
    await expect(admin.getByRole('row', { name: /行政规范性文件，期初现行有效/ })).toBeVisible();
    await admin.reload();
    await expect(admin.getByLabel('新单位全称')).toHaveValue(merged);
    await expect(admin.getByLabel(civil)).toBeChecked();
  });

  await test.step('the act asks, with what goes over, and says what it did', async () => {
    await admin.getByRole('button', { name: '合并', exact: true }).click();
    const asks = admin.getByRole('dialog', { name: `将${civil}、${market}并入“${merged}”` });
    await expect(asks.getByText('2 人得到同样的岗位。')).toBeVisible();
    await expect(asks.getByText(/行政规范性文件，期初现行有效：\d+/)).toBeVisible();
    await asks.getByRole('button', { name: '合并', exact: true }).click();
    await expect(admin.getByText(`已办理：${civil}、${market}由“${merged}”承接。人员 2 人`)).toBeVisible();
    await expect(admin.getByRole('link', { name: `查看${merged}` })).toBeVisible();
  });

  await test.step('the list of units says who succeeded whom', async () => {
    await expect(admin.getByRole('row', { name: new RegExp(`${merged} 承接：${civil}、${market}`) })).toBeVisible();
    await expect(admin.getByRole('row', { name: new RegExp(`^${civil}.*已撤并.*由${merged}承接`) })).toBeVisible();
    await new OfficePages(admin, address).openQuarter(year, '第四季度');
  });

  await test.step('the clerk of one of them files for the new one, and reads in the form what was taken over from whom', async () => {
    const clerk = await newPerson();
    await signInAs(clerk, address, 'civil');
    const form = await FilingForm.open(clerk, address, '第四季度');
    await expect(clerk.getByText(merged).first()).toBeVisible();
    await form.goTo('s2');
    await expect(clerk.getByText(new RegExp(`从${civil}转入：.*现行有效 \\d+`))).toBeVisible();
    await expect(clerk.getByText(new RegExp(`从${market}转入：.*现行有效 \\d+`))).toBeVisible();
  });

  await test.step('the board and the reports of the year name all three, each in the quarters it lived', async () => {
    await admin.goto(`${address}/board?year=${year}`);
    for (const name of [civil, market, merged]) await expect(admin.getByRole('rowheader', { name }).first()).toBeVisible();
    await admin.goto(`${address}/reports?year=${year}`);
    for (const name of [civil, market, merged])
      await expect(admin.getByRole('link', { name: `${name}（本机关）`, exact: true })).toBeVisible();
  });
});
