import { getFormat, leafCells } from '../../server/domain/formats';
import { addDays, dayAt } from '../../server/domain/periods';
import { expectAccessible } from '../accessible';
import { act, storedFigures } from '../api';
import { expect, test } from '../fixtures';
import { signIn } from '../pages/doors';
import { FilingForm } from '../pages/filing-form';
import { password, people, typeQuarter, units } from '../small-district';

const reason = '台账在搬迁中，下周才能取回，请准予延期。';
const row = '（一）予以公开，自然人';

test('a due day passes and locks: what came too late is kept, the unit asks, the office gives time, the clerk goes on and submits', async ({
  smallDistrict: { address },
  newPerson,
}) => {
  const [admin, clerk] = [await newPerson(), await newPerson()];
  await signIn(admin, address, { ...people.admin, password });
  await signIn(clerk, address, { ...people.bureauClerk, password });
  // On whatever day this runs: a quarter that has ended long ago and is due tomorrow.
  const today = dayAt(new Date());
  const [yesterday, tomorrow, wanted] = [addDays(today, -1), addDays(today, 1), addDays(today, 6)];
  const year = Number(today.slice(0, 4)) - 1;
  const period = `${year} 年第一季度`;
  await act(admin.request, address, 'office.createYear', { year, isMeant: true });
  const values = leafCells(getFormat('2021'))
    .filter((cell) => cell.addsUp === 'opening')
    .map((cell) => ({ cell: cell.id, raw: '0', seen: '' }));
  await act(admin.request, address, 'office.setOpenings', { unitId: units.bureau.id, year, values, reason: '上年末没有结转办理的事项。' });
  await act(admin.request, address, 'office.setContact', { contact: '政务公开科 电话 0000-1234567', seen: '' });
  await act(admin.request, address, 'office.openQuarter', { year, quarter: 1, dueOn: tomorrow });

  await test.step('the office has due days lock', async () => {
    await admin.goto(`${address}/office/years?year=${year}`);
    await admin.getByRole('checkbox', { name: '期限过后锁定' }).check();
    await admin.getByLabel('从哪天起到期的季度锁定').fill(yesterday);
    await expectAccessible(admin);
    await admin.getByRole('button', { name: '保存到期锁定' }).click();
    await expect(admin.getByText('到期锁定已保存')).toBeVisible();
  });

  const form = await FilingForm.open(clerk, address, period);
  await form.untilReady();
  await typeQuarter({ request: clerk.request, address }, form.filingId, {}, ['s3.granted.natural_person']);
  await clerk.reload();
  await form.untilReady();

  await test.step('a number that was typed in time and arrives too late is refused and kept', async () => {
    await clerk.context().setOffline(true);
    await form.goTo('s3');
    await form.cell(row).fill('7');
    await form.cell(row).press('Enter');
    await expect(form.saveMark()).toContainText('1');
    // The day passes: the office's calendar turns, and not the browser's.
    await act(admin.request, address, 'office.setQuarterDue', { year, quarter: 1, dueOn: yesterday, seen: tomorrow, isLateMeant: true });
    await clerk.context().setOffline(false);
    await expect(form.problem(row)).toContainText('到期锁定，未保存（保留在本机）');
    await expect(clerk.getByText(`期限 ${yesterday} 已过，本季度已到期锁定`)).toBeVisible();
    await expect(clerk.getByText('1 处填写在到期后才送到')).toBeVisible();
    await expect(clerk.getByRole('main')).toContainText('政务公开科 电话 0000-1234567');
    expect((await storedFigures(clerk, address, form.filingId))['s3.granted.natural_person']).toBeUndefined();
  });

  await test.step('the form says so too after it is loaded anew, and takes no key', async () => {
    await clerk.reload();
    await expect(clerk.getByText(`期限 ${yesterday} 已过，本季度已到期锁定`)).toBeVisible();
    await expect(form.problem(row)).toBeVisible();
    await form.goTo('s3');
    await expect(clerk.getByRole('button', { name: '零报告' })).toHaveCount(0);
    await expectAccessible(clerk);
  });

  await test.step('the unit asks for more time', async () => {
    await clerk.getByRole('button', { name: '申请延期' }).click();
    const dialog = clerk.getByRole('dialog');
    await dialog.getByLabel('希望延到').fill(wanted);
    await dialog.getByLabel('理由').fill(reason);
    await dialog.getByRole('button', { name: '提交申请' }).click();
    await expect(clerk.getByText(`已申请延到 ${wanted}，等待办公室办理`)).toBeVisible();
  });

  await test.step('the office sees it on the board and in its list, and grants it with one press', async () => {
    await admin.goto(`${address}/board?year=${year}`);
    await expect(admin.getByText(`申请延到 ${wanted}`)).toBeVisible();
    await expectAccessible(admin);
    await admin.getByRole('link', { name: '延期', exact: true }).click();
    await expect(admin.getByText('1 项延期申请等待办理')).toBeVisible();
    await expectAccessible(admin);
    await admin.getByRole('button', { name: /^同意延期 云溪区城市管理局/ }).click();
    const dialog = admin.getByRole('dialog');
    await expect(dialog.getByLabel('延到', { exact: true })).toHaveValue(wanted);
    await expect(dialog.getByLabel('理由')).toHaveValue(reason);
    // Last year's report should be public by now, and the office is told so.
    await expect(dialog).toContainText('《政府信息公开条例》第四十九条');
    await dialog.getByRole('checkbox', { name: '确实要延到法定期限之后' }).check();
    await dialog.getByRole('button', { name: '同意延期' }).click();
    await expect(admin.getByText(`云溪区城市管理局的期限已延到 ${wanted}`)).toBeVisible();
    await expect(admin.getByRole('row', { name: /云溪区城市管理局/ })).toContainText(`延到 ${wanted}（原 ${yesterday}）`);
  });

  await test.step('the clerk’s page opens again by itself, what was kept is saved, and the quarter is submitted', async () => {
    // As if the person came back to the window.
    await clerk.evaluate(() => window.dispatchEvent(new Event('focus')));
    await expect(clerk.getByText(`已延期，原截止 ${yesterday}`)).toBeVisible();
    await expect.poll(async () => (await storedFigures(clerk, address, form.filingId))['s3.granted.natural_person']?.raw).toBe('7');
    await expect(form.problem(row)).toHaveCount(0);
    await form.goTo('s3');
    await form.cell('一、本年新收政府信息公开申请数量，自然人').fill('7');
    await form.cell('一、本年新收政府信息公开申请数量，自然人').press('Enter');
    const check = await form.toCheckPage();
    await check.submit();
  });
});
