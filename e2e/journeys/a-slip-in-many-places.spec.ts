import { expect, test } from '../fixtures';
import { openReportTab } from '../pages/report-aside';
import { openOwnReport, ReportText, storedText } from '../pages/report-text';
import { signInAs } from '../sign-in';

test('one word wrong many times is one card, mended in one act and taken back by one undo; a number in disguise is read', async ({
  demonstration: { address },
  newPerson,
}) => {
  const page = await newPerson();
  await signInAs(page, address, 'admin');
  await openOwnReport(page, address, '示例区教育局');
  const text = await ReportText.open(page, '一、总体情况');
  const wrong = `${'依拖平台开展公开。'.repeat(8)}本单位还开展培训1O场次。`;
  const right = wrong.replaceAll('依拖', '依托').replace('1O', '10');
  await text.write(wrong);
  await text.untilSaved();

  const panel = await openReportTab(page, '核对');
  const card = panel.getByRole('listitem').filter({ hasText: '依拖' });
  const disguise = panel.getByRole('listitem').filter({ hasText: '1O场次' });
  const mend = card.getByRole('button', { name: '全部替换为“依托”（8 处）' });

  await test.step('the word is one card with its eight places; the letter in the number is another', async () => {
    await expect(card).toHaveCount(1);
    await expect(card.getByRole('button', { name: /^查看文字：依拖，第 \d 处$/ })).toHaveCount(8);
    await expect(disguise).toHaveCount(1);
    await expect(disguise).toContainText('必须改正');
  });

  await test.step('strip, tab and list say the same number', async () => {
    const strip = await page.getByText(/^必须改正 \d+ · 需要说明 \d+/).textContent();
    const mustFix = Number(/必须改正 (\d+)/.exec(strip ?? '')?.[1]);
    expect(mustFix).toBeGreaterThan(0);
    await expect(panel.locator('li[id^="finding-"]').filter({ hasText: '必须改正', hasNotText: 'b-blank' })).toHaveCount(mustFix);
  });

  await test.step('all are mended in one act, and undo takes all of them back', async () => {
    await mend.click();
    await expect(card.getByRole('status')).toHaveText('已改 8 处，可以撤销。');
    expect((await text.words()).join('')).toBe(wrong.replaceAll('依拖', '依托'));
    await text.box.focus();
    await page.keyboard.press('ControlOrMeta+Z');
    expect((await text.words()).join('')).toBe(wrong);
    await mend.click();
  });

  await test.step('what is mended leaves no card behind', async () => {
    await text.untilSaved();
    await expect(card).toHaveCount(0);
    await disguise.getByRole('button', { name: '改为“10”' }).click();
    await text.untilSaved();
    await expect(disguise).toHaveCount(0);
    expect(await storedText(page, address, '1')).toBe(right);
  });
});
