import { expect, test } from '../fixtures';
import { FilingForm } from '../pages/filing-form';
import { signInAs } from '../sign-in';

const maxKeys = 40;

test('from the home page to 已报送 with five typed numbers, the rest 0, without a mouse', async ({
  demonstration: { address },
  newPerson,
}) => {
  const page = await newPerson();
  await signInAs(page, address, 'finance');
  await page.goto(`${address}/tasks`);
  let keys = 0;
  const press = async (...all: string[]) => {
    for (const key of all) {
      keys += 1;
      await page.keyboard.press(key);
    }
  };
  const focused = page.locator(':focus');

  await test.step('the home page says what is due, and three keys lead into its first empty cell', async () => {
    await expect(page.getByText(/^下一个截止日：.*第三季度/)).toBeVisible();
    await press('Tab');
    await expect(page.getByRole('link', { name: '跳到正文' })).toBeFocused();
    await press('Enter', 'Tab');
    await expect(page.getByRole('link', { name: /开始填报：.*第三季度/ })).toBeFocused();
    await press('Enter');
    await FilingForm.at(page, '第三季度');
    await expect(focused).toHaveAccessibleName('行政规范性文件，本年制发件数');
  });

  await test.step('five numbers in two tables', async () => {
    await press('1', 'Alt+PageDown');
    await expect(focused).toHaveAccessibleName('一、本年新收政府信息公开申请数量，自然人');
    await press('2', 'ArrowDown', 'ArrowDown', '2', 'ArrowRight', '1', 'ArrowUp', 'ArrowUp', '1');
    await expect(focused).toHaveAccessibleName('一、本年新收政府信息公开申请数量，法人或其他组织 商业企业');
  });

  const dialog = page.getByRole('dialog', { name: '其余未填的格填 0' });
  await test.step('the rest is named before it is written, and closings are what their balance leaves', async () => {
    await press('Alt+r');
    await expect(dialog.getByText('已填的数都不变')).toBeVisible();
    await expect(dialog.getByText(/行政规范性文件，现行有效件数：21/)).toBeVisible();
    await expect(dialog.getByText(/结转下年度继续办理，法人或其他组织 社会公益组织：1/)).toBeVisible();
    await expect(dialog.getByRole('checkbox')).toBeFocused();
    await press('Space', 'Tab', 'Tab');
    await expect(dialog.getByRole('button', { name: /^填入 \d+ 格$/ })).toBeFocused();
    await press('Enter');
    await expect(page.getByText(/已写入 \d+ 格，Ctrl\+Z 可一步撤销/)).toBeVisible();
    await expect(page.getByRole('textbox', { name: '（一）予以公开，自然人', exact: true })).toHaveValue('2');
  });

  await test.step('one undo takes it back, one redo brings it again', async () => {
    // Undoing leads to the first of the cells.
    const repealed = page.getByRole('textbox', { name: '行政规范性文件，本年废止件数', exact: true });
    await page.keyboard.press('Control+z');
    await expect(repealed).toHaveValue('');
    await expect(page.getByRole('textbox', { name: '行政规范性文件，本年制发件数', exact: true })).toHaveValue('1');
    await page.keyboard.press('Control+y');
    await expect(repealed).toHaveValue('0');
  });

  await test.step('to the check page and 报送', async () => {
    await expect(page.getByRole('status').filter({ hasText: /已保存 \d/ })).toBeVisible();
    await press('Alt+b');
    const submit = page.getByRole('button', { name: /^向.+报送/ });
    await expect(submit).toBeEnabled();
    await expect(submit).toBeInViewport();
    await press('Alt+b');
    await expect(submit).toBeFocused();
    await press('Enter');
    await expect(page.getByRole('region', { name: '已报送' })).toBeFocused();
  });
  expect(keys).toBeLessThanOrEqual(maxKeys);
});

test('a reload, and the way back from the check page, lead to the table and the cell one was in', async ({
  demonstration: { address },
  newPerson,
}) => {
  const page = await newPerson();
  await page.setViewportSize({ width: 1366, height: 768 });
  await signInAs(page, address, 'finance');
  const form = await FilingForm.open(page, address, '第三季度');
  await form.untilReady();
  await form.goTo('s3');
  const cell = form.cell('（七）总计，自然人');
  const typed = form
    .cell('3.行政机关就不同要求分别答复后仍为同一申请的，自然人')
    .or(form.cell('（二）部分公开（区分处理的，只计这一情形，不计其他情形），自然人'));
  await typed.first().focus();
  await expect(cell).toBeVisible();
  await page.reload();
  await expect(page.getByRole('tab', { name: /三、依申请公开/, selected: true })).toBeVisible();
  await expect(typed.first()).toBeFocused();
  await page.getByRole('link', { name: /核对并报送/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: /核对并报送/ })).toBeVisible();
  await page.goBack();
  await expect(typed.first()).toBeFocused();
  await expect(typed.first()).toBeInViewport();
});

test('last quarter and the year so far stand under each figure when they are wanted', async ({ demonstration: { address }, newPerson }) => {
  const page = await newPerson();
  await signInAs(page, address, 'finance');
  const form = await FilingForm.open(page, address, '第三季度');
  await form.untilReady();
  await form.goTo('s3');
  const compare = page.getByRole('combobox', { name: '表内对照' });
  await compare.selectOption('上季度');
  const granted = page.locator('td', { has: form.cell('（一）予以公开，自然人') });
  await expect(granted).toContainText('对照：2');
  await compare.selectOption('本年累计');
  await expect(granted).not.toContainText('对照：2');
  await form.cell('（一）予以公开，自然人').fill('1');
  await expect(granted).toContainText('对照：4');
  await compare.selectOption('不显示');
  await expect(granted).not.toContainText('对照');
});
