import { expect, test } from '../fixtures';
import { FilingForm } from '../pages/filing-form';
import { signInAs } from '../sign-in';

const received = '一、本年新收政府信息公开申请数量，自然人';
const period = '第三季度';

test('without a network the form is not left for the browser’s error page, and is once the network is back', async ({
  demonstration: { address },
  newPerson,
}) => {
  const page = await newPerson();
  await signInAs(page, address, 'housing');
  const form = await FilingForm.open(page, address, period);
  await form.untilReady();
  const { filingId } = form;
  await page.context().setOffline(true);
  await form.type('s3', { [received]: '7' });

  const stays = page.getByRole('alert').filter({ hasText: '现在连不上服务器' });
  const check = page.getByRole('link', { name: /^核对并报送/ });
  await test.step('neither by 核对并报送, nor by its keys, nor by any other link', async () => {
    await check.click();
    await expect(stays).toBeVisible();
    await page.keyboard.press('Alt+B');
    await page.getByRole('link', { name: '我的任务' }).first().click();
    await expect(stays).toBeVisible();
    expect(page.url()).toContain(`/filings/${filingId}`);
    await expect(form.cell(received)).toHaveValue('7');
  });

  await test.step('the network is back: the words go, the figure arrives, the link leads on', async () => {
    await page.context().setOffline(false);
    await expect(stays).toHaveCount(0);
    await form.untilSaved();
    await check.click();
    await page.waitForURL(/\/check$/);
  });
});

test('a tab from before an upgrade loads itself anew once, and keeps what was typed', async ({ demonstration: { address }, browser }) => {
  // Not `newPerson`: the parts that are gone are errors of the console, and this journey asks for them.
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1366, height: 768 } });
  const page = await context.newPage();
  await signInAs(page, address, 'housing');
  const form = await FilingForm.open(page, address, period);
  await form.untilReady();
  await form.type('s3', { [received]: '7' });
  await form.untilSaved();

  // The new program has other parts: those the old page asks for are gone, until a page is loaded as a whole.
  const parts = /\/_next\/static\/chunks\//;
  await page.route(parts, (route) => route.fulfill({ status: 404, body: '' }));
  let loads = 0;
  page.on('request', (request) => {
    if (!request.isNavigationRequest() || request.frame() !== page.mainFrame()) return;
    loads += 1;
    void page.unroute(parts);
  });
  await page.getByRole('link', { name: '趋势' }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: /趋势/ })).toBeVisible();
  expect(loads).toBe(1);
  await page.goBack();
  const again = await FilingForm.at(page, period);
  await again.goTo('s3');
  await expect(again.cell(received)).toHaveValue('7');
  await context.close();
});

test('the own reports without a year in the address are those of the newest year', async ({ demonstration: { address }, newPerson }) => {
  const page = await newPerson();
  await signInAs(page, address, 'admin');
  await page.goto(`${address}/reports/own`);
  await page.waitForURL(/\/reports\/own\?year=20\d\d$/);
  await expect(page.getByRole('heading', { level: 1, name: /各单位|本机关年报/ })).toBeVisible();
});
