import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures';
import { tabTo } from '../keyboard';

/** 示例区教育局, 卫生健康委员会 and 滨河街道 have submitted; 公安局 with a finding it had to explain. */
test('a reviewer reads what a clerk explained, approves the clean submissions at once and sees them on the board', async ({
  demonstration,
  newPerson,
}) => {
  const page = await newPerson();
  const { address } = demonstration;

  await test.step('comes in with one click', async () => {
    await page.goto(`${address}/sign-in`);
    await page.getByRole('button', { name: /陈昱/ }).click();
    await expect(page.getByRole('button', { name: '退出' })).toBeVisible();
  });

  await test.step('reads the clerk’s words beside the finding they explain', async () => {
    await page.goto(`${address}/review`);
    const police = page.getByRole('row', { name: /公安局示例分局/ });
    await expect(police).toContainText('带说明');
    // It may go with others, and is not among those that are chosen at once.
    await page.getByRole('checkbox', { name: /选择全部无需说明的/ }).check();
    await expect(police.getByRole('checkbox')).not.toBeChecked();
    await police.getByRole('link').click();
    await expect(page.getByText('集中清理时有 1 件文件因机构改革并入上级文件').first()).toBeVisible();
    await expect(page.getByRole('listitem').filter({ hasText: '规则 q-stock' })).toContainText('已说明');
  });

  await test.step('sees beside a cell what the clerk saw', async () => {
    await page
      .getByRole('table', { name: /主动公开/ })
      .first()
      .getByRole('button')
      .first()
      .click();
    const facts = page.getByRole('region', { name: '当前单元格' });
    for (const words of ['上季度', '去年同期', '本年累计', '口径']) await expect(facts).toContainText(words);
  });

  await test.step('approves one with the keyboard alone', async () => {
    await openWithKeys(page, address, /教育局/);
    await tabTo(page, page.getByRole('button', { name: '通过审核' }));
    await expect(page.getByRole('button', { name: '通过审核' })).toBeEnabled();
    await page.keyboard.press('Enter');
    await expect(page.getByText(/已通过：.*教育局/)).toBeVisible();
  });

  await test.step('returns one with a remark pinned to a cell, with the keyboard alone', async () => {
    await openWithKeys(page, address, /滨河街道/);
    await tabTo(
      page,
      page
        .getByRole('table', { name: /主动公开/ })
        .first()
        .getByRole('button')
        .first(),
    );
    await page.keyboard.press('Enter');
    const remark = page.getByRole('textbox').and(page.locator(':focus'));
    await expect(remark).toBeVisible();
    await page.keyboard.type('请核对依据');
    await tabTo(page, page.getByRole('button', { name: '添加批注' }));
    await page.keyboard.press('Enter');
    await tabTo(page, page.getByRole('button', { name: '退回修改' }));
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByText('请核对依据')).toBeVisible();
    await expect(dialog.getByRole('textbox', { name: '退回原因' })).toBeFocused();
    await page.keyboard.type('一处需要核对');
    await page.reload();
    await page.getByRole('button', { name: '退回修改' }).click();
    await expect(dialog.getByRole('textbox', { name: '退回原因' })).toHaveValue('一处需要核对');
    await tabTo(page, dialog.getByRole('button', { name: '连同 1 条批注退回' }));
    await page.keyboard.press('Enter');
    await expect(page.getByText(/已退回：.*滨河街道/)).toBeVisible();
  });

  const units = await test.step('chooses the clean ones and is shown exactly what will be approved', async () => {
    await page.goto(`${address}/review`);
    await page.getByLabel(/选择全部无需说明的/).check();
    const rows = page.getByRole('row').filter({ has: page.getByRole('checkbox', { checked: true }) });
    await expect(rows.first()).toBeVisible();
    const names = (await rows.getByRole('rowheader').allTextContents()).map((name) => name.trim());
    await page.getByRole('button', { name: `批量通过 ${names.length} 件` }).click();
    const items = page.getByRole('dialog').getByRole('listitem');
    await expect(items).toHaveCount(names.length);
    for (const name of names) await expect(items.filter({ hasText: name })).toHaveCount(1);
    return names;
  });

  await test.step('approves them and is told what became of each', async () => {
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: `通过这 ${units.length} 件` }).click();
    await expect(dialog.getByText(`已通过 ${units.length} 件，共 ${units.length} 件。`)).toBeVisible();
    for (const name of units) await expect(dialog.getByRole('listitem').filter({ hasText: name })).toContainText('已通过');
    await dialog.getByText('关闭', { exact: true }).click();
    for (const name of units) await expect(page.getByRole('link', { name: new RegExp(name) })).toHaveCount(0);
  });

  await test.step('and the board shows them approved, the explained one still waiting', async () => {
    await page.goto(`${address}/board`);
    for (const name of units) {
      const third = page
        .getByRole('row', { name: new RegExp(name) })
        .getByRole('cell')
        .nth(2);
      await expect(third).toContainText('已通过');
    }
    await expect(
      page
        .getByRole('row', { name: /公安局示例分局/ })
        .getByRole('cell')
        .nth(2),
    ).toContainText('已报送');
  });
});

/** From the queue into a submission: J until it has the focus, then Enter. */
async function openWithKeys(page: Page, address: string, unit: RegExp): Promise<void> {
  await page.goto(`${address}/review`);
  const link = page.getByRole('link', { name: unit }).first();
  await expect(async () => {
    await page.keyboard.press('j');
    await expect(link).toBeFocused({ timeout: 100 });
  }).toPass();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: unit })).toBeVisible();
}
