import { getFormat, leafCells } from '../../server/domain/formats';
import { dayAt } from '../../server/domain/periods';
import { expectAccessible } from '../accessible';
import { act } from '../api';
import { expect, test } from '../fixtures';
import { signIn } from '../pages/doors';
import { FilingForm } from '../pages/filing-form';
import { RollOverPages } from '../pages/roll-over';
import { password, people, units } from '../small-district';

test('a year, a due day or a submission that cannot be meant is asked back, and an early quarter says why', async ({
  smallDistrict: { address },
  newPerson,
}) => {
  const [admin, clerk, reviewer] = [await newPerson(), await newPerson(), await newPerson()];
  await signIn(admin, address, { ...people.admin, password });
  // On whatever day this runs: last year's quarters are long due, next year's have not ended.
  const year = Number(dayAt(new Date()).slice(0, 4));
  const [last, next, slip] = [year - 1, year + 1, 2090];
  const create = admin.getByRole('button', { name: '建立年度' });
  const add = async (wanted: number, isAsked: boolean) => {
    await admin.goto(`${address}/office/years`);
    await admin.getByLabel('年度', { exact: true }).fill(String(wanted));
    const meant = admin.getByRole('checkbox', { name: `确实要建立 ${wanted} 年度` });
    if (isAsked) {
      await expect(meant).toBeVisible();
      await expect(create).toBeDisabled();
      await meant.check();
    }
    await create.click();
    await expect(admin.getByText(`${wanted} 年已建立`)).toBeVisible();
  };

  await test.step('a year typed by slip is asked back, is nobody’s default, and is withdrawn', async () => {
    await add(year, false);
    await add(slip, true);
    await expectAccessible(admin);
    await admin.goto(`${address}/board`);
    await expect(admin.getByRole('navigation', { name: '年度' }).getByRole('link', { name: String(year) })).toHaveAttribute(
      'aria-current',
      /.+/,
    );
    await admin.goto(`${address}/office/years/roll-over?from=${slip}`);
    const wizard = await RollOverPages.on(admin, slip + 1);
    for (const name of ['年度与期限', '单位与期初数', '自设指标', '沿用文字', '核对并结转']) await wizard.next(name);
    await expect(admin.getByRole('button', { name: `结转到 ${slip + 1} 年` })).toBeDisabled();
    await expectAccessible(admin);
    await admin.getByRole('checkbox', { name: `确实要建立 ${slip + 1} 年度` }).check();
    await expect(admin.getByRole('button', { name: `结转到 ${slip + 1} 年` })).toBeEnabled();
    await admin.goto(`${address}/office/years?year=${slip}`);
    await admin.getByRole('button', { name: `撤销 ${slip} 年度` }).click();
    await admin
      .getByRole('dialog')
      .getByRole('button', { name: `撤销 ${slip} 年度` })
      .click();
    await expect(admin).toHaveURL(`${address}/office/years`);
    await expect(admin.getByRole('link', { name: String(slip) })).toHaveCount(0);
  });

  await test.step('a due day before the quarter’s end is refused', async () => {
    await admin.goto(`${address}/office/years?year=${year}`);
    await admin.getByLabel(`${year} 年第四季度的期限`).fill('2020-01-01');
    await admin.getByRole('button', { name: `改期限 ${year} 年第四季度` }).click();
    await expect(admin.getByText(`到 ${year}-12-31 才结束，期限不能早于这一天`)).toBeVisible();
  });

  await test.step('opening a quarter that was due long ago says how many units would be late, and takes another day', async () => {
    await add(last, true);
    await admin.getByRole('button', { name: `开放 ${last} 年第一季度` }).click();
    const dialog = admin.getByRole('dialog');
    await expect(dialog).toContainText('2 个单位一收到任务就逾期');
    await expectAccessible(admin, '[role="dialog"]');
    const open = dialog.getByRole('button', { name: `开放 ${last} 年第一季度` });
    await open.click();
    await expect(dialog).toContainText('没有办理');
    await dialog.getByLabel(`${last} 年第一季度的期限`).fill(`${year}-12-31`);
    await open.click();
    await expect(admin.getByText(`${last} 年第一季度已开放`)).toBeVisible();
  });

  await test.step('a quarter that has not ended is submitted with a reason, which the reviewer reads', async () => {
    await add(next, false);
    const values = leafCells(getFormat('2021'))
      .filter((cell) => cell.addsUp === 'opening')
      .map((cell) => ({ cell: cell.id, raw: '0', seen: '' }));
    await act(admin.request, address, 'office.setOpenings', {
      unitId: units.office.id,
      year: next,
      values,
      reason: '上年度已发布年报所列期末数',
    });
    await act(admin.request, address, 'office.openQuarter', { year: next, quarter: 1 });
    await signIn(clerk, address, { ...people.officeClerk, password });
    const form = await FilingForm.open(clerk, address, `${next} 年第一季度`);
    await form.zeroReport();
    const check = await form.toCheckPage();
    await expect(clerk.getByText(`本季度到 ${next}-03-31 才结束`)).toBeVisible();
    await expect(check.submitButton()).toBeDisabled();
    await clerk.getByLabel('提前报送的理由').fill('已核实，无误。');
    await expect(check.submitButton()).toBeDisabled();
    await clerk.getByLabel('提前报送的理由').fill('本单位下月撤并，后续申请由承接单位登记。');
    await expectAccessible(clerk);
    await check.submit();
    await signIn(reviewer, address, { ...people.reviewer, password });
    await reviewer.goto(`${address}/review`);
    await expect(reviewer.getByRole('row', { name: /云溪区人民政府办公室/ })).toContainText('提前报送');
    await reviewer.goto(`${address}/review/${form.filingId}`);
    await expect(reviewer.getByText('报送人的理由：本单位下月撤并，后续申请由承接单位登记。')).toBeVisible();
  });
});
