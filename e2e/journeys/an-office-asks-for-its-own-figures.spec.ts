import { expect, test } from '../fixtures';
import { FilingForm } from '../pages/filing-form';
import { signInAs } from '../sign-in';

const name = '政策咨询接待人次';
const cell = `${name}，本期发生数`;

test('an office defines a figure of its own; the unit that is asked sees it, cannot submit without it, and it adds up beside the report', async ({
  demonstration: { address },
  newPerson,
}) => {
  const admin = await newPerson();
  const clerk = await newPerson();
  await signInAs(admin, address, 'admin');
  await signInAs(clerk, address, 'civil');

  await test.step('the administrator defines it for one unit and may type that about is enough', async () => {
    await admin.goto(`${address}/office/indicators`);
    await admin.getByRole('button', { name: '新增指标' }).click();
    const dialog = admin.getByRole('dialog');
    await dialog.getByLabel('指标名称').fill(name);
    await dialog.getByLabel('口径').fill('当期窗口和电话答复政策咨询的人次，没有登记的可填约数。');
    await dialog.getByLabel('计量单位').fill('人次');
    await dialog.getByLabel('精确度').selectOption({ label: '约数（可填“约 300”，印出时带“约”）' });
    await dialog.getByLabel('只要以下单位').check();
    await dialog.getByRole('button', { name: '新增指标' }).click();
    await expect(dialog.getByText('请至少选择一个填报单位')).toBeVisible();
    await dialog.getByLabel('城东街道办事处').check();
    await dialog.getByRole('button', { name: '新增指标' }).click();
    await expect(admin.getByText(`已新增“${name}”`)).toBeVisible();
    await expect(admin.getByRole('row', { name: new RegExp(name) })).toContainText('约数');
  });

  await test.step('a unit that is not asked sees nothing of it, and its submitted quarter stays as it was', async () => {
    const other = await FilingForm.open(clerk, address, '第三季度');
    await other.goTo('sx');
    await expect(other.cell('政务新媒体发布条数，本期发生数')).toHaveValue('49');
    await expect(other.cell(cell)).toHaveCount(0);
  });

  const asked = await newPerson();
  await signInAs(asked, address, 'east');
  const form = await FilingForm.open(asked, address, '第三季度');
  await form.untilReady();

  await test.step('the unit that is asked finds it in its form, and the check page waits for it', async () => {
    await asked.getByRole('link', { name: /核对并报送/ }).click();
    await expect(asked.getByRole('heading', { level: 1, name: /核对并报送/ })).toBeVisible();
    await expect(
      asked
        .getByText(`“${cell}”`)
        .or(asked.getByText(new RegExp(cell)))
        .first(),
    ).toBeVisible();
    await asked.goBack();
    await form.goTo('sx');
    await form.cell(cell).fill('约130人次');
    await form.cell(cell).press('Enter');
    await form.untilSaved();
    await form.cell(cell).focus();
    const beside = asked.getByRole('complementary');
    await expect(beside.getByText('约130', { exact: true }).first()).toBeVisible();
    await expect(beside.getByText('没有登记的可填约数。')).toBeVisible();
  });

  await test.step('once it is filled in, what it measures is fixed', async () => {
    await admin.reload();
    await admin.getByRole('button', { name: `编辑 ${name}` }).click();
    const dialog = admin.getByRole('dialog');
    await expect(dialog.getByText('已有单位填报')).toBeVisible();
    await expect(dialog.getByLabel('计量单位')).toBeDisabled();
    await dialog.getByRole('button', { name: '取消' }).click();
  });

  await test.step('beside the report the approved ones add up, and each opens the people behind it', async () => {
    await admin.goto(`${address}/reports`);
    await admin
      .getByRole('link', { name: /示例区人民政府/ })
      .first()
      .click();
    const list = admin.getByRole('table', { name: '自设指标' });
    await expect(list.getByRole('row', { name: /政务新媒体发布条数/ })).toContainText('828');
    await expect(list.getByRole('row', { name: new RegExp(name) })).toContainText('待报：城东街道办事处');
    await list.getByRole('button', { name: '来源：政务新媒体发布条数' }).click();
    const trace = admin.getByRole('dialog');
    await expect(trace.getByRole('row', { name: /市场监督管理局/ })).toContainText('282');
    await expect(trace.getByText(/录入“101”/)).toBeVisible();
  });
});
