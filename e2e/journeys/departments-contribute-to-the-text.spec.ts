import { expectAccessible } from '../accessible';
import { expect, test } from '../fixtures';
import { openReportTab } from '../pages/report-aside';
import { signInAs } from '../sign-in';

const question = '本年组织了多少场政府信息公开业务培训，参训多少人次？';
const sentence = '全区组织政府信息公开业务培训12场次，参训850人次。';
const chapter = '一、总体情况';

test('the office asks two units for material; one answers, one has nothing; the sentence goes into the report and keeps its source', async ({
  demonstration: { address },
  newPerson,
}) => {
  const office = await newPerson();
  await signInAs(office, address, 'admin');
  await office.goto(`${address}/reports`);
  await office
    .getByRole('link', { name: /示例区人民政府/ })
    .first()
    .click();

  await test.step('what the text has to treat is listed; a missing one leads to asking for it', async () => {
    await openReportTab(office, '文字');
    await expect(office.getByRole('heading', { name: '应写内容' })).toBeVisible();
    await office.getByRole('button', { name: '向单位征集' }).click();
    const dialog = office.getByRole('dialog');
    await dialog.getByLabel('内容').selectOption({ label: '监督保障' });
    await dialog.getByLabel('问题').fill(question);
    await dialog.getByRole('button', { name: '发出征集' }).click();
    await expect(dialog.getByText('请至少选择一个单位')).toBeVisible();
    await dialog.getByLabel('示例区教育局').check();
    await dialog.getByLabel('公安局示例分局').check();
    await expectAccessible(office, '[role="dialog"]');
    await dialog.getByRole('button', { name: '发出征集' }).click();
    await expect(office.getByText('已向 2 个单位征集。')).toBeVisible();
    await expect(office.getByText('2 件中 0 件已答复')).toBeVisible();
  });

  const clerk = await newPerson();
  await test.step('a clerk finds it among the tasks; what is typed outlives a reload, and is answered', async () => {
    await signInAs(clerk, address, 'education');
    await clerk.goto(`${address}/tasks`);
    await expect(clerk.getByText(/年报素材 1 件，1 月 10 日前/)).toBeVisible();
    await clerk.getByRole('link', { name: /^去答复/ }).click();
    await clerk.getByLabel('可以放进年报的一句话').fill(sentence);
    await clerk.getByLabel(/^数字/).fill('12 场次');
    await clerk.reload();
    await expect(clerk.getByLabel('可以放进年报的一句话')).toHaveValue(sentence);
    await clerk.getByRole('button', { name: `答复：${question}` }).click();
    await expect(clerk.getByText('填了数字，还没有写依据')).toBeVisible();
    await clerk.getByLabel('依据').fill('培训签到表');
    await expectAccessible(clerk);
    await clerk.getByRole('button', { name: `答复：${question}` }).click();
    await expect(clerk.getByRole('button', { name: '修改答复' })).toBeVisible();
  });

  await test.step('another clerk has nothing of it, which is an answer', async () => {
    await signInAs(clerk, address, 'police');
    await clerk.goto(`${address}/tasks`);
    await clerk.getByRole('link', { name: /^去答复/ }).click();
    await clerk.getByRole('button', { name: `本年无此项：${question}` }).click();
    await expect(clerk.getByText('待答复 0 件 · 已答复 1 件')).toBeVisible();
  });

  await test.step('the office puts the sentence into chapter 一, which names its source', async () => {
    await office.reload();
    // The tab that was chosen is open still.
    await expect(office.getByText('2 件中 2 件已答复')).toBeVisible();
    await office.getByRole('button', { name: `放进“${chapter}”末尾：示例区教育局` }).click();
    await expect(office.getByText(`已放在“${chapter}”末尾，成为单独一段。`)).toBeVisible();
    const aids = office.getByRole('region', { name: `“${chapter}”的参考` });
    await expect(aids.getByText('素材来源：示例区教育局（监督保障）')).toBeVisible();
    await expect(office.getByText('已在文字中', { exact: true })).toBeVisible();
    await expectAccessible(office);
  });
});
