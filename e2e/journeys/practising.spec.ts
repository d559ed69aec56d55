import type { Page } from '@playwright/test';
import type { Board } from '../../server/queries/board';
import type { Queue } from '../../server/queries/review-queue';
import { expectAccessible } from '../accessible';
import { ask } from '../api';
import { expect, test } from '../fixtures';
import { FilingForm } from '../pages/filing-form';
import { signInAs } from '../sign-in';

const band = '练习：不计入任何数字';

test('a clerk and a reviewer practise a quarter, and nothing counts', async ({ demonstration: { address }, newPerson }) => {
  const [clerk, reviewer] = [await newPerson(), await newPerson()];
  await signInAs(clerk, address, 'reform');
  await signInAs(reviewer, address, 'reviewer2');
  const counted = async () => ({
    board: await ask<Board>(reviewer.request, address, 'office.board', { year: null }),
    queue: (await ask<Queue>(reviewer.request, address, 'review.queue')).submissions.map((item) => item.filingId),
  });
  const before = await counted();

  await clerk.goto(`${address}/tasks`);
  await clerk.getByRole('button', { name: /开始练习：.*第三季度/ }).click();
  const form = await FilingForm.at(clerk, '第三季度');
  const practiceAddress = `${address}/filings/${form.filingId}`;
  await expectBand(clerk);
  await form.untilReady();
  await expectAccessible(clerk);
  await form.zeroReport();
  const check = await form.toCheckPage();
  await expectBand(clerk);
  await clerk.getByRole('link', { name: '打印报送表' }).click();
  await expect(clerk.getByText('练习用表，不计入任何数字，不得用于报送')).toBeVisible();
  await clerk.goto(`${practiceAddress}/check`);
  await check.submit();
  await clerk.getByRole('button', { name: '撤回' }).click();
  await expect(check.submitButton()).toBeEnabled();
  await check.submit();

  await reviewer.goto(`${address}/review`);
  const practice = reviewer.locator('section').filter({ has: reviewer.getByRole('heading', { name: /^练习（不计入任何数字）/ }) });
  await expectAccessible(reviewer);
  await practice.getByRole('link', { name: /发展和改革委员会/ }).click();
  await expectBand(reviewer);
  await reviewer.getByRole('button', { name: '通过审核' }).click();
  await expect(reviewer.getByText('练习已通过审核，不计入任何数字。')).toBeVisible();
  expect(await counted()).toEqual(before);

  await clerk.goto(`${address}/tasks`);
  await clerk.getByRole('link', { name: /继续练习/ }).click();
  await clerk.getByRole('button', { name: '清空重来' }).click();
  await clerk.getByRole('dialog').getByRole('button', { name: '清空重来' }).click();
  await expect(clerk.getByRole('link', { name: /核对并报送（还有 \d+ 处）/ })).toBeVisible();
  await clerk.getByRole('button', { name: '结束练习' }).click();
  await clerk.getByRole('dialog').getByRole('button', { name: '结束练习' }).click();
  await expect(clerk.getByRole('heading', { level: 1, name: '我的任务' })).toBeVisible();
  await expect(clerk.getByRole('link', { name: /继续练习/ })).toHaveCount(0);
  expect(await counted()).toEqual(before);
});

async function expectBand(page: Page): Promise<void> {
  await expect(page.getByRole('complementary', { name: '练习' })).toContainText(band);
}
