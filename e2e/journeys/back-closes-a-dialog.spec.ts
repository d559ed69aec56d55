import { expect, test } from '../fixtures';
import { signInAs } from '../sign-in';

test('Back closes a dialog, not the page, and typed words are lost only on purpose', async ({ demonstration: { address }, newPerson }) => {
  const page = await newPerson();
  const dialog = page.getByRole('dialog');
  const asks = page.getByRole('alertdialog', { name: '放弃已填写的内容？' });

  await test.step('with nothing typed it closes, and the page keeps its place in the history', async () => {
    await signInAs(page, address, 'admin');
    await page.goto(`${address}/office/years`);
    await page.getByRole('navigation', { name: '管理' }).getByRole('link', { name: '单位', exact: true }).click();
    await expect(page).toHaveTitle(/^单位 · /);
    await page.getByRole('button', { name: '新增单位' }).click();
    await expect(dialog.getByLabel('单位全称')).toBeVisible();
    await page.goBack();
    await expect(dialog).toHaveCount(0);
    await expect(page).toHaveURL(`${address}/office/units`);
    await page.goForward();
    await expect(page.getByRole('button', { name: '新增单位' })).toBeVisible();
    await expect(dialog).toHaveCount(0);
  });

  await test.step('with words in it it asks: Back and Esc go on typing, 放弃 closes', async () => {
    await page.getByRole('button', { name: '新增单位' }).click();
    const name = dialog.getByLabel('单位全称');
    await name.fill('示例区数据局');
    await page.goBack();
    await expect(asks.getByRole('button', { name: '继续填写' })).toBeFocused();
    await page.goBack();
    await expect(asks).toHaveCount(0);
    await expect(name).toBeFocused();
    await expect(name).toHaveValue('示例区数据局');
    await page.keyboard.press('Escape');
    await asks.getByRole('button', { name: '继续填写' }).click();
    await expect(name).toHaveValue('示例区数据局');
    await dialog.getByRole('button', { name: '关闭' }).click();
    await asks.getByRole('button', { name: '放弃' }).click();
    await expect(dialog).toHaveCount(0);
    await expect(page).toHaveURL(`${address}/office/units`);
    await page.goBack();
    await expect(page).toHaveTitle(/^年度 · /);
  });

  await test.step('a reason that is kept is not asked about, and stands there again', async () => {
    await signInAs(page, address, 'reviewer2');
    await page.goto(`${address}/review`);
    await page
      .getByRole('link', { name: /公安局示例分局/ })
      .first()
      .click();
    await page.getByRole('button', { name: /^退回修改/ }).click();
    await dialog.getByRole('textbox').first().fill('请核对行政许可数量');
    const here = page.url();
    await page.goBack();
    await expect(dialog).toHaveCount(0);
    await expect(asks).toHaveCount(0);
    expect(page.url()).toBe(here);
    await page.getByRole('button', { name: /^退回修改/ }).click();
    await expect(dialog.getByRole('textbox').first()).toHaveValue('请核对行政许可数量');
  });
});
