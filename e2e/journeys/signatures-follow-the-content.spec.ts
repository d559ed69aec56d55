import type { Page } from '@playwright/test';
import { expectAccessible } from '../accessible';
import { expect, test } from '../fixtures';
import { guess } from '../guessing';
import { setOwnPassword } from '../pages/doors';
import { openReportTab } from '../pages/report-aside';
import { signInAs } from '../sign-in';

const password = 'Qian-Fa-2026';
const penalties = /行政处罚/;

/**
 * The consolidated report of the year before goes on to its next edition; 公安局, last year's first quarter, is corrected on the way.
 * The administrator is given a password, so that finalising asks for it as in a real installation.
 */
test('three people sign, a late correction voids one signature, it is given again, and the edition is made', async ({
  demonstration: { address },
  newPerson,
}) => {
  const [admin, reviewer, second, leader, clerk] = [
    await newPerson(),
    await newPerson(),
    await newPerson(),
    await newPerson(),
    await newPerson(),
  ] as const;
  await signInAs(admin, address, 'admin');
  await signInAs(reviewer, address, 'reviewer');
  await signInAs(second, address, 'reviewer2');
  await signInAs(leader, address, 'leader');
  await signInAs(clerk, address, 'police');
  const year = await lastYear(admin, address);
  const report = await reportAddress(admin, address, year);
  const signing = admin.getByRole('region', { name: '签发', exact: true });

  await test.step('the administrator sets who signs what: the leader answers for texts and reasons', async () => {
    await admin.goto(`${address}/office/signing`);
    await expectAccessible(admin);
    const third = admin.getByRole('group', { name: '第 3 步' });
    await expect(third.getByLabel('名称')).toHaveValue('领导签发');
    await third.getByRole('checkbox', { name: /^表格/ }).uncheck();
    await admin.getByRole('button', { name: '保存步骤' }).click();
    await expect(admin.getByText(/^已保存。/)).toBeVisible();
  });

  await test.step('and sends the report round', async () => {
    await admin.goto(report);
    await openReportTab(admin, '定稿');
    await expect(signing).toContainText('尚未送签');
    await expect(signing).toContainText('由 方致远 签字');
    await signing.getByRole('button', { name: '送签' }).click();
    await expect(signing.getByText(/周岚 · .* 送签/)).toBeVisible();
  });

  await test.step('each signer finds it on the first page and signs what will be printed', async () => {
    await reviewer.goto(address);
    await reviewer.getByRole('link', { name: /看全文并签字/ }).click();
    await expect(reviewer.getByRole('region', { name: '将要印出的全文' })).toContainText('政府信息公开工作年度报告');
    await expectAccessible(reviewer);
    await sign(reviewer, '办公室审核');
    await expect(reviewer.getByText('您已签过另一个步骤，“法制与保密审查”须由他人签字。')).toBeVisible();

    await second.goto(`${address}/rules`);
    await second.getByRole('link', { name: /年报.*1 份年报待您签字/ }).click();
    await second.getByRole('link', { name: /看全文并签字/ }).click();
    await sign(second, '法制与保密审查');

    await leader.goto(address);
    await expectAccessible(leader);
    await leader.getByRole('link', { name: /看全文并签字/ }).click();
    await sign(leader, '领导签发');
    await expect(leader.getByText('各步均已签字，可以定稿。')).toBeVisible();
  });

  await test.step('before a text is touched, the writer reads whose signatures a change would void', async () => {
    await admin.goto(report);
    await expect(signing).toContainText('3/3 已签');
    await expect(admin.getByText('改动会使 2 个签字失效：法制与保密审查 林洁、领导签发 方致远').first()).toBeVisible();
    await expectAccessible(admin);
  });

  await test.step('a department corrects a locked quarter', async () => {
    await clerk.goto(`${address}/tasks`);
    await clerk
      .getByRole('list', { name: '已完成的任务' })
      .getByRole('link', { name: new RegExp(`${year} 年第一季度`) })
      .first()
      .click();
    await clerk.getByRole('link', { name: '更正…' }).click();
    await clerk.getByRole('region', { name: '选择单元格' }).getByRole('button', { name: penalties }).first().click();
    const input = clerk.getByRole('textbox', { name: /^更正为.*行政处罚/ });
    await input.fill(String(Number(await input.inputValue()) + 1));
    await clerk.getByLabel('更正理由').fill('核对台账发现漏计一件行政处罚决定。');
    await clerk.getByRole('button', { name: '签署，报办公室' }).click();
    await clerk.getByRole('dialog').getByRole('button', { name: '签署，报办公室' }).click();
    await expect(clerk.getByText('单位已签署，等待办公室签署。')).toBeVisible();
  });

  await test.step('before the office accepts it, it reads which signature will lapse, and whose', async () => {
    await admin.goto(`${address}/slips`);
    await admin.getByRole('link', { name: new RegExp(`公安局示例分局 ${year} 年第 1 号更正单`) }).click();
    await admin.getByRole('button', { name: '签署，使更正生效' }).click();
    const impact = admin.getByRole('region', { name: '保存后会有的影响' });
    await expect(impact).toContainText('1 个签字会失效');
    await expect(impact).toContainText('办公室审核（陈昱）：二、主动公开政府信息情况');
    await expect(impact).toContainText('另有 2 个签字不受影响');
    await expect(impact.getByRole('row', { name: penalties })).toBeVisible();
    await expectAccessible(admin, '[role="dialog"]');
    await admin.getByRole('dialog').getByRole('button', { name: '签署，使更正生效' }).click();
    await expect(admin.getByText('已签署，更正已生效。')).toBeVisible();
  });

  await test.step('exactly that one has lapsed, and finalising names who has to sign again', async () => {
    await admin.goto(`${address}/reports?year=${year}`);
    const row = admin.getByRole('row', { name: /（汇总）|汇总/ }).first();
    await expect(row).toContainText('2/3 已签');
    await expect(row).toContainText('1 个因改动失效');
    await admin.goto(report);
    const left = await openReportTab(admin, '定稿');
    await expect(left.getByRole('button', { name: /^定稿：生成第 \d 版$/ })).toBeDisabled();
    await expect(left).toContainText('“办公室审核”签字后有改动，须重新签字，由 陈昱 签');
    await left.getByRole('link', { name: '去处理：办公室审核' }).click();
    await expect(admin.locator('#signing')).toBeFocused();
  });

  await test.step('the signer sees what changed since, and signs again', async () => {
    await reviewer.goto(address);
    await expect(reviewer.getByText('有改动，请重签：办公室审核')).toBeVisible();
    await reviewer.getByRole('link', { name: /看全文并签字/ }).click();
    await expect(reviewer.getByRole('heading', { name: /^您于 .* 签字以后的改动$/ })).toBeVisible();
    await expect(reviewer.getByRole('row', { name: penalties }).first()).toBeVisible();
    await expectAccessible(reviewer);
    await sign(reviewer, '办公室审核');
  });

  await test.step('the administrator finalises, and has to type the password; nobody who guesses it elsewhere keeps them from that', async () => {
    await admin.goto(`${address}/office/people`);
    await admin.getByRole('button', { name: '新链接 周岚' }).click();
    await admin.getByRole('dialog').getByRole('button').last().click();
    const link = await admin.getByLabel('一次性链接', { exact: true }).inputValue();
    await setOwnPassword(clerk, link, password);
    await signInAs(admin, address, 'admin');
    await admin.goto(report);
    await admin.getByRole('button', { name: /^定稿：生成第 \d 版$/ }).click();
    const dialog = admin.getByRole('dialog');
    await dialog.getByLabel('更正原因').fill('采纳更正单，补计行政处罚一件。');
    await dialog.getByLabel('本人密码').fill('not the password');
    await expectAccessible(admin, '[role="dialog"]');
    await dialog.getByRole('button', { name: '确认定稿' }).click();
    await expect(dialog.getByText('密码不正确，没有办理。')).toBeVisible();
    const names = Array.from({ length: 6 }, () => 'admin');
    expect(await guess(clerk.request, address, { names, places: ['10.20.0.66'] })).toEqual([401, 401, 401, 401, 401, 429]);
    await dialog.getByLabel('本人密码').fill(password);
    await dialog.getByRole('button', { name: '确认定稿' }).click();
    await expect(dialog.getByText(/^已定稿：第 \d 版。$/)).toBeVisible();
    await dialog.getByText('关闭', { exact: true }).click();
    await expect(admin.getByText(/第 \d 版已定稿，其后没有改动。/).first()).toBeVisible();
  });

  await test.step('the sheet of the edition has the slip it corrects for, the signatures and the head of the log', async () => {
    const edition = admin.getByRole('listitem').filter({ hasText: /更正第 \d 版：.*公安局示例分局/ });
    await edition.getByRole('link', { name: '定稿单' }).click();
    await expect(admin.getByRole('heading', { level: 1, name: '年报定稿单' })).toBeVisible();
    await expect(admin.getByText(`公安局示例分局 ${year} 年第 1 号更正单`)).toBeVisible();
    for (const [step, who] of [
      ['办公室审核', '陈昱'],
      ['法制与保密审查', '林洁'],
      ['领导签发', '方致远'],
    ])
      await expect(admin.getByRole('row', { name: new RegExp(`${step}.*${who}`) })).toBeVisible();
    await expect(admin.getByRole('region', { name: '从录入到定稿' }).getByRole('listitem')).toHaveText([
      /^录入.*季/,
      /^→审核.*季.*陈昱/,
      /^→汇总.*单位/,
      /^→签发 3\/3 步.*陈昱.*林洁.*方致远/,
      /^→定稿 第 \d 版/,
    ]);
    await expect(admin.getByText('更正原因：采纳更正单，补计行政处罚一件。')).toBeVisible();
    await expect(admin.getByText('操作记录链头')).toBeVisible();
    await expectAccessible(admin);
  });
});

async function sign(page: Page, step: string): Promise<void> {
  await page.getByRole('button', { name: `签字：${step}` }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText(/年政府信息公开工作年度报告》/);
  await expect(dialog).toContainText(/负责：/);
  await dialog.getByRole('button', { name: `签字：${step}` }).click();
  await expect(page.getByText('已签字。')).toBeVisible();
}

/** The year before the demonstration's own: the one whose reports are published. */
async function lastYear(page: Page, address: string): Promise<number> {
  await page.goto(`${address}/reports`);
  const years = await page.getByRole('navigation', { name: '年度' }).getByRole('link').allTextContents();
  return Math.min(...years.map((text) => Number.parseInt(text, 10)));
}

async function reportAddress(page: Page, address: string, year: number): Promise<string> {
  await page.goto(`${address}/reports?year=${year}`);
  const href = await page
    .getByRole('link', { name: /（汇总）/ })
    .first()
    .getAttribute('href');
  return `${address}${href}`;
}
