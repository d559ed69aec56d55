import type { Page } from '@playwright/test';
import { expectAccessible } from '../accessible';
import { ask, storedFigures } from '../api';
import { expect, test } from '../fixtures';
import { FilingForm } from '../pages/filing-form';
import { OfficePages } from '../pages/office';
import { signInAs } from '../sign-in';

const mine = '（四）无法提供 1.本机关不掌握相关政府信息，自然人';
const theirs = '（五）不予处理 2.重复申请，自然人';
const contested = '（六）其他处理 3.其他，自然人';
const alsoContested = '（三）不予公开 7.属于行政执法案卷，自然人';

test('two clerks of one office type into one table: cells apart are both kept, one cell is chosen by a person who sees both values', async ({
  demonstration: { address },
  newPerson,
}) => {
  const admin = await newPerson();
  const shen = await newPerson();
  const xu = await newPerson();
  await signInAs(admin, address, 'admin');
  await new OfficePages(admin, address).addPerson({
    name: '许知行',
    username: 'xu.zhixing',
    unit: '示例区人民政府办公室',
    role: '填报员',
  });
  await signInAs(shen, address, 'office');
  await signInAs(xu, address, 'xu.zhixing');
  const formOfShen = await openRequests(shen, address);
  const formOfXu = await openRequests(xu, address);
  const { filingId } = formOfShen;
  const idOf = async (name: string) => (await formOfShen.cell(name).getAttribute('data-cell')) ?? '';
  const rawOf = async (name: string) => (await storedFigures(shen, address, filingId))[await idOf(name)]?.raw;

  await test.step('cells apart are both stored', async () => {
    await Promise.all([fill(formOfShen, mine, '2'), fill(formOfXu, theirs, '1')]);
    expect([await rawOf(mine), await rawOf(theirs)]).toEqual(['2', '1']);
  });

  await test.step('the same cell: the second one sees both values with who and when, and takes the other’s', async () => {
    await fill(formOfShen, contested, '3');
    await formOfXu.cell(contested).fill('5');
    await formOfXu.cell(contested).press('Enter');
    const problem = formOfXu.problem(contested);
    await expect(problem).toContainText('这一格同时有两个值');
    await expect(problem.getByRole('term').nth(0)).toHaveText(/^我的（\d+:\d+/);
    await expect(problem.getByRole('definition').nth(0)).toHaveText('5');
    await expect(problem.getByRole('term').nth(1)).toHaveText(/^沈若溪（\d+:\d+/);
    await expect(problem.getByRole('definition').nth(1)).toHaveText('3');
    await expectAccessible(xu);
    await expect(formOfXu.saveMark()).toContainText('1 处未能保存');
    await expect(formOfXu.cell(contested)).toHaveValue('5');
    expect(await rawOf(contested)).toBe('3');

    await problem.getByRole('button', { name: '用对方的' }).click();
    await expect(formOfXu.cell(contested)).toHaveValue('3');
    await formOfXu.untilSaved();
    expect(await rawOf(contested)).toBe('3');
  });

  await test.step('or keeps their own, which then stands for both; a reload does not take the choice away', async () => {
    await fill(formOfShen, alsoContested, '1');
    await formOfXu.cell(alsoContested).fill('4');
    await formOfXu.cell(alsoContested).press('Enter');
    await expect(formOfXu.problem(alsoContested)).toBeVisible();
    await xu.reload();
    await formOfXu.goTo('s3');
    await expect(formOfXu.cell(alsoContested)).toHaveValue('4');
    await formOfXu.problem(alsoContested).getByRole('button', { name: '用我的' }).click();
    await formOfXu.untilSaved();
    await expect(formOfXu.problem(alsoContested)).toHaveCount(0);
    expect(await rawOf(alsoContested)).toBe('4');
    await shen.reload();
    await formOfShen.goTo('s3');
    await expect(formOfShen.cell(alsoContested)).toHaveValue('4');
  });

  await test.step('nothing is lost: the record of the filing names both people and every value that was stored', async () => {
    const record = JSON.stringify(await ask(shen.request, address, 'audit.ofFiling', { filingId }));
    expect(record).toContain('沈若溪');
    expect(record).toContain('许知行');
    expect([await rawOf(mine), await rawOf(theirs), await rawOf(contested)]).toEqual(['2', '1', '3']);
  });
});

async function openRequests(page: Page, address: string): Promise<FilingForm> {
  const form = await FilingForm.open(page, address, '第三季度');
  await form.untilReady();
  await form.goTo('s3');
  return form;
}

async function fill(form: FilingForm, cell: string, text: string): Promise<void> {
  await form.cell(cell).fill(text);
  await form.cell(cell).press('Enter');
  await form.untilSaved();
}
