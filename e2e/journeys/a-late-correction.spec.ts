import type { Page } from '@playwright/test';
import { expectAccessible } from '../accessible';
import { expect, test } from '../fixtures';
import { openReportTab } from '../pages/report-aside';
import { signInAs } from '../sign-in';

const granted = /（一）予以公开，自然人/;
const received = /一、本年新收政府信息公开申请数量，自然人/;

/** 人力资源和社会保障局, last year's first quarter, locked by the published report. */
test('a clerk corrects a locked quarter, the office signs, and the year shows it', async ({ demonstration: { address }, newPerson }) => {
  const clerk = await newPerson();
  const admin = await newPerson();
  await signInAs(clerk, address, 'labour');
  await signInAs(admin, address, 'admin');
  const year = await lastYear(admin, address);
  const before = await yearValue(admin, address, year);

  await test.step('the locked form leads to a correction slip', async () => {
    await clerk.goto(`${address}/tasks`);
    const done = clerk.getByRole('list', { name: '已完成的任务' });
    await done
      .getByRole('link', { name: new RegExp(`${year} 年第一季度`) })
      .first()
      .click();
    await expect(clerk.getByText('本季度已锁定')).toBeVisible();
    await clerk.getByRole('link', { name: '更正…' }).click();
    await expect(clerk.getByRole('heading', { level: 1, name: /人力资源和社会保障局/ })).toBeVisible();
  });

  await test.step('one figure alone breaks a rule; with its counterpart every rule holds and the year is shown', async () => {
    await oneMore(clerk, granted);
    await expect(clerk.getByText(/更正后还有 \d+ 处必须改正的问题/)).toBeVisible();
    await expectAccessible(clerk);
    await clerk.getByLabel('更正理由').fill('核对台账发现漏计一件邮寄申请，已办结。');
    await expect(clerk.getByRole('button', { name: '签署，报办公室' })).toBeDisabled();
    await clerk.reload();
    await expect(clerk.getByLabel('更正理由')).toHaveValue('核对台账发现漏计一件邮寄申请，已办结。');
    await expect(clerk.getByRole('status').filter({ hasText: '第 1 号草稿' })).toBeVisible();
    await expect(clerk.getByRole('heading', { level: 1, name: /第 1 号更正单/ })).toBeVisible();
    await oneMore(clerk, received);
    await expect(clerk.getByText('所涉季度的必须改正规则全部通过')).toBeVisible();
    const whole = clerk.getByRole('table', { name: `${year} 年全年` });
    await expect(whole.getByRole('row', { name: granted })).toContainText('+1');
  });

  await test.step('the unit signs', async () => {
    await clerk.getByRole('button', { name: '签署，报办公室' }).click();
    await expectAccessible(clerk, '[role="dialog"]');
    await clerk.getByRole('dialog').getByRole('button', { name: '签署，报办公室' }).click();
    await expect(clerk.getByText('单位已签署，等待办公室签署。')).toBeVisible();
    await expectAccessible(clerk);
    await clerk.goto(`${address}/slips`);
    await expectAccessible(clerk);
  });

  await test.step('the office finds it by the mark, reads what it moves, and signs', async () => {
    await admin.goto(`${address}/board`);
    await admin.getByRole('link', { name: /更正单.*1 张更正单待签署/ }).click();
    await admin.getByRole('link', { name: new RegExp(`人力资源和社会保障局 ${year} 年第 1 号更正单`) }).click();
    await expect(admin.getByRole('table', { name: `${year} 年全年` }).getByRole('row', { name: granted })).toContainText('+1');
    await admin.getByRole('button', { name: '签署，使更正生效' }).click();
    const dialog = admin.getByRole('dialog');
    await expect(dialog.getByRole('region', { name: '保存后会有的影响' }).getByRole('row', { name: granted })).toBeVisible();
    await expect(dialog.getByRole('button', { name: '签署，使更正生效' })).toBeInViewport({ ratio: 1 });
    await dialog.getByRole('button', { name: '签署，使更正生效' }).click();
    await expect(admin.getByText('已签署，更正已生效。')).toBeVisible();
  });

  await test.step('the year has moved by one, the trace names the slip, and the edition asks for a new one', async () => {
    expect(await yearValue(admin, address, year)).toBe(before + 1);
    await openReportTab(admin, '定稿');
    await expect(admin.getByText(/第 \d 版定稿之后，.*人力资源和社会保障局一季度有更正/)).toBeVisible();
    await admin.getByRole('button', { name: granted }).first().click();
    await expect(admin.getByRole('dialog').getByText(`含 ${year} 年第 1 号更正单`)).toBeVisible();
  });
});

async function oneMore(page: Page, cell: RegExp): Promise<void> {
  await page.getByRole('region', { name: '选择单元格' }).getByRole('button', { name: cell }).first().click();
  const input = page.getByRole('textbox', { name: new RegExp(`^更正为.*${cell.source}`) });
  await expect(input).toBeFocused();
  await input.fill(String(Number(await input.inputValue()) + 1));
}

/** The year before the demonstration's own: the one whose reports are published. */
async function lastYear(page: Page, address: string): Promise<number> {
  await page.goto(`${address}/reports`);
  const years = await page.getByRole('navigation', { name: '年度' }).getByRole('link').allTextContents();
  return Math.min(...years.map((text) => Number.parseInt(text, 10)));
}

/** What the consolidated report says in 予以公开, 自然人. */
async function yearValue(page: Page, address: string, year: number): Promise<number> {
  await page.goto(`${address}/reports?year=${year}`);
  await page
    .getByRole('link', { name: /（汇总）/ })
    .first()
    .click();
  const name = await page.getByRole('button', { name: granted }).first().getAttribute('aria-label');
  return Number(/：(\d+)/.exec(name ?? '')?.[1]);
}
