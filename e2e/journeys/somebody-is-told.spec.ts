import { expect, test } from '../fixtures';
import { FilingForm } from '../pages/filing-form';
import { signInAs } from '../sign-in';

const returned = '示例区发展和改革委员会 2026 年第三季度：已退回，请修改后重新报送';

/** 示例区发展和改革委员会: its third quarter has been returned. */
test('a clerk is told of a return on every page, follows it to the form, and a reviewer of a word beside a cell', async ({
  demonstration: { address },
  newPerson,
}) => {
  const clerk = await newPerson();
  const reviewer = await newPerson();
  await signInAs(clerk, address, 'reform');
  await signInAs(reviewer, address, 'reviewer');

  await test.step('the head of the page says how much is unread', async () => {
    await clerk.goto(`${address}/tasks`);
    await clerk.getByRole('link', { name: /^通知 ?（\d+ 条未读）$/ }).click();
    await expect(clerk.getByRole('heading', { name: '通知' })).toBeVisible();
    await expect(clerk.getByRole('row', { name: returned })).toContainText('未读');
  });

  await test.step('a notice leads to the form, and is read then', async () => {
    await clerk.getByRole('link', { name: returned }).click();
    await expect(clerk.getByRole('heading', { name: /第三季度/ })).toBeVisible();
    await clerk.goto(`${address}/notices`);
    await expect(clerk.getByRole('row', { name: returned })).toContainText('已读');
  });

  await test.step('what is asked beside a cell reaches the reviewer, without its words', async () => {
    const form = await FilingForm.open(clerk, address, '第三季度');
    await form.untilReady();
    await form.cell('行政规范性文件，本年制发件数').focus();
    const beside = clerk.getByRole('region', { name: '留言' });
    await beside.getByRole('button', { name: '留言' }).click();
    await beside.getByRole('textbox').fill('这 2 件里有没有联合发文？');
    await beside.getByRole('textbox').press('Control+Enter');
    await expect(beside.getByRole('list').getByText('有没有联合发文')).toBeVisible();
    await reviewer.goto(`${address}/notices`);
    const said = reviewer.getByRole('row', { name: '示例区发展和改革委员会 2026 年第三季度：有新的留言' });
    await expect(said).toContainText('未读');
    await expect(reviewer.getByText('联合发文')).toHaveCount(0);
    await said.getByRole('link').click();
    await expect(reviewer).toHaveURL(/\/review\//);
  });

  await test.step('mail is asked for, once a day, and only at an address that there can be', async () => {
    await clerk.goto(`${address}/notices`);
    const mail = clerk.getByRole('textbox', { name: '邮箱地址' });
    const save = clerk.getByRole('button', { name: '保存邮件提醒' });
    await mail.fill('jiang@office');
    await save.click();
    await expect(clerk.getByText(/请填写一个完整的邮箱地址/)).toBeVisible();
    await mail.fill('jiang@office.example');
    await clerk.getByRole('combobox', { name: '什么时候发' }).selectOption('每天 8 点汇总');
    await save.click();
    await expect(clerk.getByText('已保存。')).toBeVisible();
    await clerk.reload();
    await expect(mail).toHaveValue('jiang@office.example');
  });

  await test.step('the administrator sees how it is sent, and no address of anybody', async () => {
    const admin = await newPerson();
    await signInAs(admin, address, 'admin');
    await admin.goto(`${address}/office/messages`);
    await expect(admin.getByText('经 mail.example 发送')).toBeVisible();
    await expect(admin.getByText('没有未送达的消息')).toBeVisible();
    await expect(admin.getByText('jiang@office.example')).toHaveCount(0);
  });

  await test.step('all is marked as read in one act', async () => {
    await clerk.goto(`${address}/notices`);
    await clerk.getByRole('button', { name: '全部标为已读' }).click();
    await expect(clerk.getByText('没有未读的通知')).toBeVisible();
    await expect(clerk.getByRole('link', { name: '通知', exact: true })).toBeVisible();
  });
});
