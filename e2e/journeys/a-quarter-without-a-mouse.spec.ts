import { expect, test } from '../fixtures';
import { tabTo } from '../keyboard';
import { FilingForm } from '../pages/filing-form';
import { signInAs } from '../sign-in';

const maxKeysForAZeroReport = 10;

test('from the sign-in page to a submitted zero quarter with the keyboard alone', async ({ demonstration: { address }, newPerson }) => {
  const page = await newPerson();
  await page.goto(`${address}/sign-in`);
  await tabTo(page, page.getByRole('button', { name: /傅嘉言/ }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: '我的任务' })).toBeVisible();
  await tabTo(page, page.getByRole('link', { name: '跳到正文' }));
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('link', { name: /填报：.*第三季度/ }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: /第三季度/ })).toBeVisible();
  await expect(page.getByText('自动保存已开启')).toBeVisible();

  const keys: string[] = [];
  const press = async (key: string) => {
    keys.push(key);
    await page.keyboard.press(key);
  };
  await expect(page.getByRole('button', { name: '零报告' })).toHaveAttribute('aria-keyshortcuts', 'Alt+0');
  await press('Alt+0');
  const dialog = page.getByRole('dialog', { name: '零报告' });
  await expect(dialog).toBeVisible();
  if (await dialog.getByRole('checkbox').count()) {
    await expect(dialog.getByRole('checkbox')).toBeFocused();
    await press('Space');
  }
  // 取消 comes first, then the act.
  await press('Tab');
  await expect(dialog.getByRole('button', { name: '取消' })).toBeFocused();
  await press('Tab');
  await expect(dialog.getByRole('button', { name: '确认零报告' })).toBeFocused();
  await press('Enter');
  await expect(page.getByRole('status').filter({ hasText: /已保存 \d/ })).toBeVisible();
  await press('Alt+B');
  const submit = page.getByRole('button', { name: /^向.+报送/ });
  await expect(submit).toBeEnabled();
  await press('Alt+B');
  await expect(submit).toBeFocused();
  await press('Enter');
  await expect(page.getByRole('region', { name: '已报送' })).toBeFocused();
  expect(keys.length).toBeLessThanOrEqual(maxKeysForAZeroReport);
});

test('a table is filled with the keyboard alone, and Alt+B leads to what stands in the way', async ({
  demonstration: { address },
  newPerson,
}) => {
  const page = await newPerson();
  await signInAs(page, address, 'housing');
  await page.goto(`${address}/tasks`);
  await tabTo(page, page.getByRole('link', { name: /填报：.*第二季度/ }));
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('tab', { selected: true }));
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('tab', { name: /三、依申请公开/ })).toBeFocused();
  // The table is what one came for: at 1366 × 768 all but its last rows are in sight.
  const { head, rows } = await (await FilingForm.at(page, '第二季度')).measures();
  expect(head).toBeLessThanOrEqual(96);
  expect(rows).toBeGreaterThanOrEqual(20);
  await tabTo(page, page.getByRole('textbox', { name: '一、本年新收政府信息公开申请数量，自然人', exact: true }));
  await page.keyboard.type('6');
  await page.keyboard.press('ArrowRight');
  const beside = page.getByRole('textbox', { name: '一、本年新收政府信息公开申请数量，法人或其他组织 商业企业', exact: true });
  await expect(beside).toBeFocused();
  await page.keyboard.type('1');
  await page.keyboard.press('Escape');
  await expect(beside).toHaveValue('');
  await page.keyboard.press('Alt+B');
  await expect(page.getByRole('heading', { level: 1, name: /核对并报送/ })).toBeVisible();
  await page.keyboard.press('Alt+B');
  await expect(page.getByText(/还不能报送：.*\d+ 格未填/)).toBeFocused();
});
