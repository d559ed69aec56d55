import { dayAt } from '../../server/domain/periods';
import { expectAccessible } from '../accessible';
import { expect, test } from '../fixtures';
import { signIn } from '../pages/doors';
import { CheckPage, FilingForm } from '../pages/filing-form';
import { password, people } from '../small-district';

const contact = '政务公开科 电话 0000-1234567';

test('a new office: opening a quarter names the units without openings; a clerk sees whom to ask, fills the rest and asks', async ({
  smallDistrict: { address },
  newPerson,
}) => {
  const [admin, clerk] = [await newPerson(), await newPerson()];
  await signIn(admin, address, { ...people.admin, password });
  // On whatever day this runs, next year's quarters are not due.
  const year = Number(dayAt(new Date()).slice(0, 4)) + 1;
  const period = `${year} 年第一季度`;

  await test.step('the office says how it is reached, and every page does', async () => {
    await admin.goto(`${address}/office/wording`);
    const line = admin.getByRole('textbox', { name: '联系人、电话、房间' });
    await line.fill(contact);
    await line.press('Enter');
    await expect(admin.getByText('联系方式已保存')).toBeVisible();
    await expect(admin.getByRole('contentinfo')).toContainText(contact);
    await expectAccessible(admin);
  });

  await test.step('before a quarter is opened, the units without openings are named, each with the way there', async () => {
    await admin.goto(`${address}/office/years`);
    await admin.getByLabel('年度', { exact: true }).fill(String(year));
    await admin.getByRole('button', { name: '建立年度' }).click();
    await expect(admin.getByText(`${year} 年已建立`)).toBeVisible();
    await admin.getByRole('button', { name: `开放 ${period}` }).click();
    const dialog = admin.getByRole('dialog');
    await expect(dialog).toContainText('2 个单位的期初数还不知道');
    await expect(dialog.getByRole('link', { name: '云溪区城市管理局' })).toHaveAttribute(
      'href',
      `/office/openings?unit=bureau&year=${year}`,
    );
    await dialog.getByRole('button', { name: `开放 ${period}` }).click();
    await expect(admin.getByText(`${period}已开放`)).toBeVisible();
  });

  await test.step('the clerk is not told to fill what takes no key, and reads whom to ask', async () => {
    await signIn(clerk, address, { ...people.bureauClerk, password });
    await expect(clerk.getByRole('contentinfo')).toContainText(contact);
    const form = await FilingForm.open(clerk, address, period);
    await form.untilReady();
    await form.goTo('s3');
    const opening = form.cell('二、上年结转政府信息公开申请数量，自然人');
    await opening.click();
    const beside = clerk.getByRole('region', { name: '当前单元格' });
    await expect(beside).toContainText('由办公室录入；其余各格可以先填');
    await expect(beside).toContainText(contact);
    await expectAccessible(clerk);
  });

  await test.step('the check page says what waits for the office, and one click asks it', async () => {
    await clerk.getByRole('link', { name: /核对并报送/ }).click();
    const check = new CheckPage(clerk);
    await expect(clerk.getByText(/还不能报送：.*6 格期初数等办公室录入/)).toBeVisible();
    await expect(check.obstacles()).toContainText('期初数未知（6 格），由办公室录入');
    await check.obstacles().getByRole('button', { name: '请办公室录入期初数' }).click();
    await expect(check.obstacles()).toContainText('已请办公室录入期初数');
    await expectAccessible(clerk);
  });
});
