import type { Page } from '@playwright/test';
import { expectAccessible } from '../accessible';
import { publishedYear } from '../demonstration-years';
import { expect, test } from '../fixtures';
import { OfficePages } from '../pages/office';
import { openReportTab } from '../pages/report-aside';
import { ReportText } from '../pages/report-text';
import { signInAs } from '../sign-in';

test('the pages of a clerk, in every state a quarter can be in', async ({ demonstration: { address }, newPerson }) => {
  const page = await newPerson();
  await page.goto(`${address}/sign-in`);
  await expectAccessible(page);

  await signInAs(page, address, 'market');
  await page.goto(`${address}/tasks`);
  await expectAccessible(page);

  await signInAs(page, address, 'housing');
  await page.goto(`${address}/tasks`);
  await expect(page.getByText(/^！逾期 \d+ 天/)).toBeVisible();
  await expectAccessible(page);
  await openTask(page, /第二季度/);
  await expect(page.getByText(/已逾期/)).toBeVisible();
  for (const tab of await page.getByRole('tab').all()) {
    await tab.click();
    await expectAccessible(page);
  }
  await page.getByRole('button', { name: '零报告' }).click();
  await expectAccessible(page, '[role="dialog"]');
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: /核对并报送/ }).click();
  await expect(page.getByRole('list', { name: '报送前需要处理' })).toBeVisible();
  await expectAccessible(page);

  await signInAs(page, address, 'reform');
  await page.goto(`${address}/tasks`);
  await openTask(page, /查看批注并修改/);
  await expect(page.getByRole('region', { name: /被退回/ })).toBeInViewport({ ratio: 0.9 });
  await expectAccessible(page);

  await signInAs(page, address, 'police');
  await page.goto(`${address}/tasks`);
  await openTask(page, /第三季度/);
  await expect(page.getByText('已报送，等待审核')).toBeVisible();
  await expectAccessible(page);
  await page.goto(`${page.url()}/check`);
  await expect(page.getByRole('region', { name: '已报送' })).toBeVisible();
  await expectAccessible(page);

  await page.goto(`${address}/tasks`);
  await page.getByRole('list', { name: '已完成的任务' }).getByRole('link').last().click();
  await expect(page.getByText(/不能修改/)).toBeVisible();
  await expectAccessible(page);

  await page.goto(`${address}/filings/there-is-no-such-filing`);
  await expect(page.getByRole('heading', { level: 1, name: '没有找到' })).toBeVisible();
  await expectAccessible(page);
});

test('what opens over the form: a paste that asks first, and an opening that is stated otherwise', async ({
  demonstration: { address },
  newPerson,
}) => {
  const page = await newPerson();
  await signInAs(page, address, 'office');
  await page.goto(`${address}/tasks`);
  await openTask(page, /第三季度/);
  await page.getByRole('tab', { name: /三、依申请公开/ }).click();
  const dialog = page.getByRole('dialog');
  await page.getByRole('textbox', { name: '一、本年新收政府信息公开申请数量，自然人', exact: true }).evaluate((cell) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', '1\t—\tx1\n2\t3\t4');
    cell.focus();
    cell.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  await expect(dialog.getByText(/无法识别，保持原样/)).toBeVisible();
  await expectAccessible(page, '[role="dialog"]');
  await page.keyboard.press('Escape');
  await page.getByRole('textbox', { name: '二、上年结转政府信息公开申请数量，自然人', exact: true }).click();
  await page.getByRole('button', { name: /重述/ }).click();
  await expect(dialog.getByLabel('正确的期初数')).toBeVisible();
  await expectAccessible(page, '[role="dialog"]');
});

test('the pages of a reviewer and an auditor', async ({ demonstration: { address }, newPerson }) => {
  const page = await newPerson();
  await signInAs(page, address, 'reviewer2');
  for (const path of ['/review', '/board', '/board/figures', '/reports', '/trends', '/rules', '/check']) {
    await page.goto(`${address}${path}`);
    await expectAccessible(page);
  }
  await page.goto(`${address}/review`);
  await page
    .getByRole('link', { name: /公安局示例分局/ })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1, name: /公安局示例分局/ })).toBeVisible();
  await expectAccessible(page);

  await signInAs(page, address, 'auditor');
  await page.goto(`${address}/audit`);
  await expectAccessible(page);
});

test('the pages of an administrator, and a unit that has nothing to do yet', async ({ demonstration: { address }, newPerson }) => {
  const page = await newPerson();
  await signInAs(page, address, 'admin');
  const paths = [
    '/overview',
    '/board',
    '/office/units',
    '/office/units/close',
    '/office/people',
    '/office/years',
    '/office/signing',
    '/office/indicators',
    '/office/openings',
  ];
  for (const path of [
    ...paths,
    '/office/rule-notes',
    '/office/phrases',
    '/office/wording',
    '/notices',
    '/office/announcements',
    '/announcements',
    '/office/messages',
    '/office/backups',
    '/reports/adopt',
    `/reports/own?year=${publishedYear}`,
  ]) {
    await page.goto(`${address}${path}`);
    await expectAccessible(page);
  }
  await page.goto(`${address}/reports`);
  await page
    .getByRole('link', { name: /（本机关）/ })
    .first()
    .click();
  await expect(page.getByRole('textbox', { name: '一、总体情况' })).toBeVisible();
  await expectAccessible(page);
  await page
    .getByRole('button', { name: /一、本年新收政府信息公开申请数量，自然人/ })
    .first()
    .click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectAccessible(page, '[role="dialog"]');

  const office = new OfficePages(page, address);
  const nextYear = `${new Date().getFullYear() + 1}-01-01`;
  await office.addUnit({ name: '示例区新设机构', kind: '部门', opensOn: nextYear });
  await office.addPerson({ name: '宋启明', username: 'new.unit', unit: '示例区新设机构', role: '填报员' });
  await signInAs(page, address, 'new.unit');
  await page.goto(`${address}/tasks`);
  await expect(page.getByText('还没有填报任务')).toBeVisible();
  await expectAccessible(page);
});

test('the page of all components, and a menu by keys', async ({ demonstration: { address }, newPerson }) => {
  const page = await newPerson();
  await signInAs(page, address, 'admin');
  await page.goto(`${address}/office/looks`);
  await expect(page.getByRole('heading', { level: 1, name: '组件一览' })).toBeVisible();
  await expectAccessible(page);

  const button = page.getByRole('button', { name: '区教育局：更多操作' });
  const act = (name: string) => page.getByRole('menuitem', { name, exact: true });
  await button.press('ArrowUp');
  await expect(act('停用')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(act('修改')).toBeFocused();
  await expectAccessible(page, '[role="menu"]');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toHaveCount(0);
  await expect(button).toBeFocused();
  await button.press('Enter');
  await expect(act('修改')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('menu')).toHaveCount(0);
  await expect(page.getByRole('button', { name: '导出', exact: true })).toBeFocused();
});

test('the dialogs of an administrator, and two editions side by side', async ({ demonstration: { address }, newPerson }) => {
  const page = await newPerson();
  await signInAs(page, address, 'admin');
  await page.goto(`${address}/office/people`);
  await page
    .getByRole('button', { name: /结束岗位/ })
    .first()
    .click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectAccessible(page, '[role="dialog"]');

  await page.goto(`${address}/board`);
  await page
    .getByRole('row', { name: /民政局/ })
    .getByRole('link', { name: /已通过/ })
    .first()
    .click();
  await page.getByRole('button', { name: '解锁', exact: true }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectAccessible(page, '[role="dialog"]');

  await page.goto(`${address}/reports`);
  await page
    .getByRole('link', { name: /（汇总）/ })
    .first()
    .click();
  for (const tab of ['文字', '定稿', '核对'] as const) {
    await openReportTab(page, tab);
    await expectAccessible(page, 'aside');
  }
  await page.getByRole('tab', { name: /^核对/ }).press('ArrowRight');
  await expect(page.getByRole('tab', { name: /^文字/ })).toBeFocused();
  await expect(page.getByRole('tab', { name: /^文字/ })).toHaveAttribute('aria-selected', 'true');
  await page.reload();
  await expect(page.getByRole('tab', { name: /^文字/ })).toHaveAttribute('aria-selected', 'true');
  await page.getByRole('tab', { name: /^文字/ }).press('Home');
  await page
    .getByRole('button', { name: /^申请放行/ })
    .first()
    .click();
  await expect(page.getByRole('textbox', { name: '放行理由', exact: true })).toBeVisible();
  await expectAccessible(page, 'aside');

  await page.goto(`${address}/reports`);
  await page.getByRole('navigation', { name: '年度' }).getByRole('link').last().click();
  await expect(page.getByRole('navigation', { name: '年度' }).getByRole('link').last()).toHaveAttribute('aria-current', 'page');
  await page
    .getByRole('link', { name: /（汇总）/ })
    .first()
    .click();
  const text = await ReportText.open(page, '五、存在的主要问题及改进情况');
  await text.toEnd();
  await text.type('\n明年再办一期培训。');
  await text.box.blur();
  await expect(text.place.getByText(/已保存 \d/)).toBeVisible();
  await openReportTab(page, '定稿');
  await page.getByRole('link', { name: '与第 1 版对照' }).click();
  await expect(page.getByRole('insertion').filter({ hasText: '明年再办一期培训' })).toBeVisible();
  await expectAccessible(page);
});

test('each page is called what leads to it, in its head and in the tab of the browser, in both languages', async ({
  demonstration: { address },
  newPerson,
}) => {
  const page = await newPerson();
  for (const language of ['zh', 'en']) {
    await page.context().addCookies([{ name: 'nianbao-language', value: language, url: address }]);
    for (const person of ['admin', 'auditor', 'market']) {
      await signInAs(page, address, person);
      await page.goto(`${address}${person === 'admin' ? '/office/units' : '/rules'}`);
      // A mark of what waits, and of what is on its way, is no part of the name.
      const ways = await page
        .locator('nav a[href]')
        .evaluateAll((links) => links.map((link) => ({ to: link.getAttribute('href'), name: link.firstChild?.textContent ?? '' })));
      expect(ways.length).toBeGreaterThan(4);
      for (const { to, name } of ways.filter((way) => way.to !== '/office')) {
        const html = await (await page.request.get(`${address}${to}`)).text();
        const said = [/<h1[^>]*>([^<]*)/, /<title>([^<]*) · /].map((place) => place.exec(html)?.[1]);
        expect.soft(said, to ?? '').toEqual([name, name]);
      }
    }
  }
});

async function openTask(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('link', { name }).first().click();
  await expect(page.getByRole('tab').first()).toBeVisible();
}
