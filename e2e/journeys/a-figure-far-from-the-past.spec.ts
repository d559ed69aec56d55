import type { Page } from '@playwright/test';
import { getFormat, leafCells } from '../../server/domain/formats';
import { dayAt } from '../../server/domain/periods';
import { act } from '../api';
import { expect, test } from '../fixtures';
import { FilingForm } from '../pages/filing-form';
import { signInWithPassword } from '../sign-in';
import { fileYear, password, people, typeQuarter, units } from '../small-district';

const licences = 's2.licensing_decisions';
const licencesName = '行政许可，本年处理决定数量';
/** An ordinary quarter of the bureau. */
const usual = {
  [licences]: 218,
  's2.penalty_decisions': 46,
  's2.coercion_decisions': 14,
  's3.new_received.natural_person': 30,
  's3.granted.natural_person': 30,
  's3.new_received.commercial_enterprise': 12,
  's3.granted.commercial_enterprise': 12,
};
const doubled = Object.fromEntries(Object.entries(usual).map(([cell, value]) => [cell, value * 2 + 1]));

/** The bureau begins with nothing carried in. */
async function openWithNothing(admin: Page, address: string, year: number): Promise<void> {
  const values = leafCells(getFormat('2021'))
    .filter((cell) => cell.addsUp === 'opening')
    .map(({ id }) => ({ cell: id, raw: '0', seen: '' }));
  await act(admin.request, address, 'office.setOpenings', { unitId: units.bureau.id, year, values, reason: '上年末没有结转办理的事项。' });
}

test('a figure far from its past needs a reason, and a reviewer sees value, past and reason before deciding', async ({
  smallDistrict: { address },
  newPerson,
}) => {
  const [admin, clerk, reviewer] = [await newPerson(), await newPerson(), await newPerson()];
  await signInWithPassword(admin, address, { ...people.admin, password });
  await signInWithPassword(clerk, address, { ...people.bureauClerk, password });
  await signInWithPassword(reviewer, address, { ...people.reviewer, password });
  const year = Number(dayAt(new Date()).slice(0, 4)) - 1;
  const reason = '集中换发许可证，逐件登记为决定。';

  await test.step('a year of quarters about 218 stands behind it', async () => {
    await act(admin.request, address, 'office.createYear', { year: year - 1, isMeant: true });
    await openWithNothing(admin, address, year - 1);
    await fileYear({ admin, clerks: [clerk], reviewer, address }, year - 1, { [units.bureau.id]: usual });
    await act(admin.request, address, 'office.createYear', { year, isMeant: true });
    await act(admin.request, address, 'office.openQuarter', { year, quarter: 1, isLateMeant: true });
  });

  await test.step('99999 is asked about beside the cell and among the findings', async () => {
    const form = await FilingForm.open(clerk, address, `${year} 年第一季度`);
    await typeQuarter({ request: clerk.request, address }, form.filingId, usual, [licences]);
    await clerk.reload();
    await form.untilReady();
    await form.type('s2', { [licencesName]: '99999' });
    await form.cell(licencesName).focus();
    await expect(clerk.getByRole('region', { name: '当前单元格' })).toContainText('往期 4 个季度');
    const finding = form.findings().getByRole('listitem').filter({ hasText: '规则 q-jump' });
    await expect(finding).toContainText('填 99999 件');
    const check = await form.toCheckPage();
    await expect(check.obstacles()).toContainText('99999');
    await expect(check.submitButton()).toBeDisabled();
    await clerk.goBack();
  });

  await test.step('it is submitted with a 说明', async () => {
    const form = await FilingForm.at(clerk, `${year} 年第一季度`);
    await form.untilReady();
    const finding = form.findings().getByRole('listitem').filter({ hasText: '规则 q-jump' });
    await finding.getByRole('button', { name: '写说明' }).click();
    await finding.getByRole('textbox').fill(reason);
    await finding.getByRole('button', { name: '提交说明' }).click();
    await expect(finding).toContainText('已说明');
    await clerk.getByRole('link', { name: /核对并报送/ }).click();
    await expect(clerk.getByRole('heading', { level: 1, name: /核对并报送/ })).toBeVisible();
    await clerk.getByRole('button', { name: /^向.+报送/ }).click();
    await expect(clerk.getByRole('region', { name: '已报送' })).toBeVisible();
  });

  await test.step('it is never among the clean ones, and says value, past and reason', async () => {
    await reviewer.goto(`${address}/review`);
    const row = reviewer.getByRole('row', { name: new RegExp(units.bureau.name) });
    await expect(row).toContainText('带说明');
    await expect(row.getByRole('checkbox')).not.toBeChecked();
    await expect(reviewer.getByLabel(/选择全部无需说明的/)).toHaveCount(0);
    await row.getByRole('link').click();
    const finding = reviewer.getByRole('listitem').filter({ hasText: '规则 q-jump' });
    for (const words of ['99999', '往期 4 个季度在 218 到 218 之间', reason]) await expect(finding).toContainText(words);
  });
});

test('the year to date typed as a quarter is asked about, and the form says what it wants', async ({
  smallDistrict: { address },
  newPerson,
}) => {
  const [admin, clerk, reviewer] = [await newPerson(), await newPerson(), await newPerson()];
  await signInWithPassword(admin, address, { ...people.admin, password });
  await signInWithPassword(clerk, address, { ...people.bureauClerk, password });
  await signInWithPassword(reviewer, address, { ...people.reviewer, password });
  const year = Number(dayAt(new Date()).slice(0, 4)) - 1;
  await act(admin.request, address, 'office.createYear', { year, isMeant: true });
  await openWithNothing(admin, address, year);
  await fileYear({ admin, clerks: [clerk], reviewer, address }, year, { [units.bureau.id]: usual }, [1]);
  await act(admin.request, address, 'office.openQuarter', { year, quarter: 2, isLateMeant: true });

  const form = await FilingForm.open(clerk, address, `${year} 年第二季度`);
  await expect(clerk.getByText(`只填本季度发生数（`).first()).toBeVisible();
  await typeQuarter({ request: clerk.request, address }, form.filingId, doubled, [licences]);
  await clerk.reload();
  await form.untilReady();
  await form.type('s2', { [licencesName]: String(doubled[licences]) });
  const finding = form.findings().getByRole('listitem').filter({ hasText: '规则 q-ytd' });
  await expect(finding).toContainText('像是本年累计');
  await expect(finding).toContainText(`“行政许可`);

  // One figure below what the quarter before had is enough: it cannot be the year to date.
  await form.type('s2', { [licencesName]: '117' });
  await expect(finding).toHaveCount(0);
});
