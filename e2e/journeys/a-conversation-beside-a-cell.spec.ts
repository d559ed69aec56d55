import { expect, test } from '../fixtures';
import { FilingForm } from '../pages/filing-form';
import { signInAs } from '../sign-in';

const place = '行政规范性文件，本年制发件数';
const question = '这 2 件里有没有联合发文？';

/** 示例区发展和改革局: its third quarter has been returned with one remark. */
test('a clerk and a reviewer talk about a cell and under a remark, and the mark 待跟进 reminds without holding anything up', async ({
  demonstration: { address },
  newPerson,
}) => {
  const reviewer = await newPerson();
  const clerk = await newPerson();
  await signInAs(reviewer, address, 'reviewer');
  await signInAs(clerk, address, 'reform');
  const form = await FilingForm.open(clerk, address, '第三季度');
  await form.untilReady();
  const beside = clerk.getByRole('region', { name: '留言' });

  await test.step('the clerk marks a cell by the keyboard, asks beside it, and both are said with the cell', async () => {
    await form.cell(place).focus();
    await clerk.keyboard.press('Alt+m');
    await expect(beside.getByRole('button', { name: '待跟进', pressed: true })).toBeVisible();
    await beside.getByRole('button', { name: '留言' }).click();
    await beside.getByRole('textbox').fill(question);
    await beside.getByRole('textbox').press('Control+Enter');
    await expect(beside.getByRole('list').getByText(question)).toBeVisible();
    await expect(form.cell(place)).toHaveAccessibleDescription(/1 条未了结的留言；待跟进/);
    await expect(form.saveMark()).toHaveText(/自动保存已开启|已保存 \d/);
  });

  await test.step('and asks under the remark, which stays open', async () => {
    const list = clerk.getByRole('list', { name: '批注清单' });
    await list.getByRole('button', { name: /^讨论这条批注/ }).click();
    await list.getByRole('textbox', { name: /^讨论/ }).fill('以公示平台哪一天的数为准？');
    await list.getByRole('button', { name: '发送', exact: true }).click();
    await expect(list.getByRole('list', { name: '讨论' })).toContainText('以公示平台哪一天的数为准？');
    await expect(clerk.getByText('已答复 0 / 1')).toBeVisible();
  });

  await test.step('the reviewer answers both on the submission’s page', async () => {
    await reviewer.goto(`${address}/review/${form.filingId}`);
    await reviewer.getByRole('button', { name: /^讨论这条批注/ }).click();
    await reviewer.getByRole('textbox', { name: /^讨论/ }).fill('以季末最后一天为准。');
    await reviewer.getByRole('button', { name: '发送', exact: true }).click();
    await expect(reviewer.getByRole('list', { name: '讨论' })).toContainText('以季末最后一天为准。');
    await reviewer.getByRole('list', { name: '留言 1 处' }).getByRole('button', { name: place }).click();
    await expect(reviewer.getByRole('list', { name: `留言：${place}` })).toContainText(question);
    await reviewer.getByRole('textbox', { name: '写留言' }).fill('有 1 件，按牵头单位计。');
    await reviewer.getByRole('button', { name: '留言', exact: true }).and(reviewer.locator('[type="submit"]')).click();
    await expect(reviewer.getByRole('list', { name: `留言：${place}` })).toContainText('按牵头单位计');
  });

  await test.step('the clerk’s page, which stands open, hears of both when it is looked at again', async () => {
    await clerk.evaluate(() => window.dispatchEvent(new Event('focus')));
    await expect(beside.getByRole('list').getByText('按牵头单位计')).toBeVisible();
    await expect(clerk.getByRole('list', { name: '讨论' })).toContainText('以季末最后一天为准。');
  });

  await test.step('the check page reminds of the mark and of the open thread, and leads to the cell', async () => {
    await clerk.goto(`${address}/filings/${form.filingId}/check`);
    await clerk
      .getByRole('list', { name: /待跟进/ })
      .getByRole('link', { name: place })
      .click();
    await expect(form.cell(place)).toBeFocused();
    await expect(clerk.getByRole('list', { name: '讨论' })).toContainText('以季末最后一天为准。');
  });

  await test.step('the clerk resolves the thread and takes the mark off; nothing reminds any more', async () => {
    await beside.getByRole('button', { name: /^了结/ }).click();
    await expect(beside.getByText('已了结 2 条')).toBeVisible();
    await form.cell(place).focus();
    await clerk.keyboard.press('Alt+m');
    await expect(beside.getByRole('button', { name: '待跟进', pressed: false })).toBeVisible();
    await expect(form.cell(place)).not.toHaveAccessibleDescription(/留言|待跟进/);
    await clerk.goto(`${address}/filings/${form.filingId}/check`);
    await expect(clerk.getByRole('heading', { name: '报送前需要处理' })).toBeVisible();
    await expect(clerk.getByText('报送前提醒')).toHaveCount(0);
  });
});
