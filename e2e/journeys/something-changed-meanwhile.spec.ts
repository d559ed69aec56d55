import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { expectAccessible } from '../accessible';
import { ask, procedureAddress } from '../api';
import { expect, test } from '../fixtures';
import { signInAs } from '../sign-in';

interface Task {
  filingId: string;
  quarter: number;
  status: string;
}

test('a colleague changes the text while the check page is open: the submission is refused with the difference, and goes on after it was seen', async ({
  demonstration: { address },
  newPerson,
}) => {
  const page = await newPerson();
  await signInAs(page, address, 'east');
  const tasks = await ask<readonly Task[]>(page.request, address, 'filing.tasks');
  const filingId = tasks.find((task) => task.quarter === 3)?.filingId ?? '';
  await asksForNoSignature(await newPerson(), address, '城东街道办事处');
  await page.goto(`${address}/filings/${filingId}/check`);
  const submit = page.getByRole('button', { name: /^向.+报送/ });
  await expect(submit).toBeVisible();
  await expectAccessible(page);

  const elsewhere = await newPerson();
  await signInAs(elsewhere, address, 'east');
  const form = await ask<{ contribution: { version: number } }>(elsewhere.request, address, 'filing.form', { filingId });
  const saved = await elsewhere.request.post(procedureAddress(address, 'filing.saveText'), {
    data: { json: { filingId, changeId: randomUUID(), text: '本季度新增主动公开目录 3 项。', baseVersion: form.contribution.version } },
  });
  expect(saved.status()).toBe(200);

  await submit.click();
  const changes = page.getByRole('region', { name: '您看过之后的改动' });
  await expect(changes).toBeFocused();
  const row = changes.getByRole('row', { name: /年报素材/ });
  await expect(row.getByRole('cell').nth(1)).toHaveText('本季度新增主动公开目录 3 项。');
  await expect(row.getByRole('cell').nth(2)).toHaveText(/\S+ \d+/);
  await expect(submit).toBeDisabled();
  await expect(page.getByText('请先看过上列改动。')).toBeVisible();
  await expectAccessible(page);
  await expect(page.locator('section').getByText('本季度新增主动公开目录 3 项。').last()).toBeVisible();
  await changes.getByRole('button', { name: '已看过，继续' }).click();
  await submit.click();
  await expect(page.getByRole('region', { name: '已报送' })).toBeVisible();
});

/** The signature inside the unit is a journey of its own. */
async function asksForNoSignature(admin: Page, address: string, name: string): Promise<void> {
  await signInAs(admin, address, 'admin');
  const { units } = await ask<{ units: readonly { id: string; name: string }[] }>(admin.request, address, 'office.units', { search: name });
  const unitId = units.find((unit) => unit.name === name)?.id;
  const changed = await admin.request.post(procedureAddress(address, 'office.changeUnit'), {
    data: { json: { unitId, change: { needsSignOff: false }, seen: {} } },
  });
  expect(changed.status()).toBe(200);
}
