import { randomUUID } from 'node:crypto';
import { expectAccessible } from '../accessible';
import { act, ask } from '../api';
import { expect, test } from '../fixtures';
import { signInAs } from '../sign-in';

interface Task {
  filingId: string;
  quarter: number;
}

interface Form {
  stored: Record<string, { raw: string; version: number }>;
  checkRun: { findings: readonly { rule: string; boundTo: string; severity: string }[] };
}

const granted = 's3.granted.natural_person';
const text = '法院裁定撤销原答复后当季重新答复，差一件已在台账注明。';

test('an exception in a quarter that is not submitted yet is countersigned before its figures, its rule, both sides and its reason', async ({
  demonstration: { address },
  newPerson,
}) => {
  const clerk = await newPerson();
  await signInAs(clerk, address, 'east');
  const tasks = await ask<readonly Task[]>(clerk.request, address, 'filing.tasks');
  const filingId = tasks.find((task) => task.quarter === 3)?.filingId ?? '';
  const { stored } = await ask<Form>(clerk.request, address, 'filing.form', { filingId });
  const was = stored[granted];
  const raw = String(Number(was?.raw ?? 0) + 1);
  await act(clerk.request, address, 'filing.save', {
    filingId,
    changes: [{ changeId: randomUUID(), cell: granted, raw, baseVersion: was?.version ?? 0 }],
  });
  const { checkRun } = await ask<Form>(clerk.request, address, 'filing.form', { filingId });
  const broken = checkRun.findings.find((finding) => finding.severity === 'must_fix');
  await act(clerk.request, address, 'filing.explain', { filingId, rule: broken?.rule, boundTo: broken?.boundTo, text });

  const page = await newPerson();
  await signInAs(page, address, 'reviewer');
  await page.goto(`${address}/review`);
  await page.getByRole('link', { name: /查看并会签.*城东街道办事处/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: '会签放行' })).toBeVisible();
  await expect(page.getByText('本季度尚未报送')).toBeVisible();
  await expect(page.getByText('一边', { exact: true })).toBeVisible();
  await expect(page.getByRole('complementary', { name: '审核决定' })).toContainText(text);
  await expect(page.getByRole('table').first()).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: /^会签放行：城东街道办事处/ }).click();
  await expect(page.getByText('陈昱 已会签')).toBeVisible();
});
