import { expectAccessible } from '../accessible';
import { ask } from '../api';
import { expect, test } from '../fixtures';
import { CheckPage, FilingForm } from '../pages/filing-form';
import { printed } from '../printed';
import { signInAs } from '../sign-in';

const cell = '（一）予以公开，自然人';

test('a street office submits only what its head has signed, and the sheet names them', async ({
  demonstration: { address },
  newPerson,
}) => {
  const clerk = await newPerson();
  await signInAs(clerk, address, 'east');
  const form = await FilingForm.open(clerk, address, '第三季度');
  await form.untilReady();
  const { filingId } = form;
  await clerk.goto(`${address}/filings/${filingId}/check`);
  const check = new CheckPage(clerk);
  await expect(clerk.getByRole('region', { name: '单位内部签字' })).toContainText('待分管领导 许长青 签字');
  await expect(check.submitButton()).toBeDisabled();

  const head = await newPerson();
  await head.goto(`${address}/sign-in`);
  await head.getByRole('button', { name: /许长青/ }).click();
  await expect(head.getByRole('heading', { level: 1, name: '概况' })).toBeVisible();
  await expectAccessible(head);
  await head.getByRole('link', { name: /核对并签字：.*第三季度/ }).click();
  await expect(head.getByRole('heading', { level: 1, name: /核对并签字/ })).toBeVisible();
  await expect(head.getByRole('region', { name: '请您签字的表格' })).toBeVisible();
  await expect(head.getByRole('button', { name: /^向.+报送/ })).toHaveCount(0);
  await expectAccessible(head);

  // Something changes while the head looks at it: nothing is signed, and the change is shown with both values.
  await clerk.goto(`${address}/filings/${filingId}`);
  await form.untilReady();
  await form.goTo('s3');
  const before = await form.cell(cell).inputValue();
  const after = String(Number(before) + 1);
  await form.type('s3', { [cell]: after });
  await form.untilSaved();
  await head.getByRole('button', { name: '签字', exact: true }).click();
  await expect(head.getByRole('dialog')).toContainText(/城东街道办事处 .*第三季度/);
  await head.getByRole('dialog').getByRole('button', { name: '确认签字' }).click();
  await expect(head.getByText('没有签字')).toBeVisible();
  await expect(head.getByRole('region', { name: '您看过之后的改动' }).getByRole('row').filter({ hasText: after })).toContainText(before);
  await expect(head.getByRole('button', { name: '签字', exact: true })).toBeDisabled();
  await head.getByRole('button', { name: '已看过，继续' }).click();

  await form.type('s3', { [cell]: before });
  await form.untilSaved();
  await head.reload();
  await expect(head.getByRole('button', { name: '签字', exact: true })).toBeEnabled();
  await head.getByRole('button', { name: '签字', exact: true }).click();
  await expect(head.getByRole('dialog')).toContainText(/城东街道办事处 .*第三季度/);
  await head.getByRole('dialog').getByRole('button', { name: '确认签字' }).click();
  await expect(head.getByRole('region', { name: '单位内部签字' })).toContainText(/已由 许长青 于 .* 签字/);

  // Changed after the signature: the clerk sees what, and what was signed stands again once it is changed back.
  await clerk.getByRole('tab', { name: /年报素材/ }).click();
  await clerk.getByRole('textbox', { name: /年报素材/ }).fill('签字以后补写的一段。');
  await form.untilSaved();
  await clerk.goto(`${address}/filings/${filingId}/check`);
  await expect(clerk.getByRole('region', { name: '单位内部签字' })).toContainText('签字后又有改动：1 处');
  await expect(clerk.getByRole('region', { name: '单位内部签字' })).toContainText('年报素材有改动');
  await expectAccessible(clerk);
  await expect(check.submitButton()).toBeDisabled();
  await head.reload();
  await head.getByRole('button', { name: '签字', exact: true }).click();
  await expect(head.getByRole('dialog')).toContainText(/城东街道办事处 .*第三季度/);
  await head.getByRole('dialog').getByRole('button', { name: '确认签字' }).click();
  await expect(head.getByRole('region', { name: '单位内部签字' })).toContainText(/已由 许长青/);
  await clerk.getByRole('button', { name: '重新载入' }).click();
  await expect(check.submitButton()).toBeEnabled();
  await check.submit();

  await clerk.goto(`${address}/filings/${filingId}/print`);
  await expect(clerk.getByRole('region', { name: '签字和盖章' })).toContainText('许长青');
  await expect(clerk.getByText(/^打印于/)).toHaveCount(1);
  const sheets = await printed(clerk);
  expect(sheets.map(({ isA4, isAcross, text }, at) => [isA4, isAcross, text.includes(`${at + 1}/${sheets.length}`)])).toEqual(
    sheets.map(() => [true, false, true]),
  );
  const [first, second] = sheets;
  for (const words of ['第三季度政府信息公开工作数据报送表', '填报单位：', '打印于', '三、收到和处理', '（一）予以公开'])
    expect(first?.text).toContain(words);
  // 三 goes on under its head, and nothing to press is on paper.
  expect(second?.text).toContain('申请人情况');
  expect(sheets.some(({ text }) => text.includes('返回核对页'))).toBe(false);
  const reviewer = await newPerson();
  await signInAs(reviewer, address, 'reviewer2');
  await reviewer.goto(`${address}/review/${filingId}`);
  await expect(reviewer.getByText(/分管领导 许长青 于 .* 签字/)).toBeVisible();
  const review = await ask<{ signedOff: { by: string } }>(reviewer.request, address, 'review.submission', { filingId });
  expect(review.signedOff.by).toBe('许长青');
  await clerk.goto(`${address}/filings/${filingId}/check`);
  await clerk.getByRole('button', { name: '撤回' }).click();
  await expect(check.submitButton()).toBeEnabled();
});
