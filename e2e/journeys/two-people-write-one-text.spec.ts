import { expectAccessible } from '../accessible';
import { expect, test } from '../fixtures';
import { openOwnReport, ReportText, storedText } from '../pages/report-text';
import { signInAs } from '../sign-in';

const chapter = '五、存在的主要问题及改进情况';
const unit = '城东街道办事处';

test('two people write one text: different paragraphs meet, one paragraph is decided on; a leader suggests, also a note below a table, the writer takes it, comments are answered', async ({
  demonstration: { address },
  newPerson,
}) => {
  const writer = await newPerson();
  const other = await newPerson();
  const leader = await newPerson();
  for (const [page, name] of [
    [writer, 'admin'],
    [other, 'admin'],
    [leader, 'east-head'],
  ] as const)
    await signInAs(page, address, name);
  await openOwnReport(writer, address, unit);
  const mine = await ReportText.open(writer, chapter);
  await mine.write('问题一：答复说理不足。\n问题二：公开不够及时。\n公开申请{{s3.new_received.total}}件。');
  await mine.untilSaved();

  await openOwnReport(other, address, unit);
  const theirs = await ReportText.open(other, chapter);

  await test.step('changes of different paragraphs are both kept, and come back into the box', async () => {
    await theirs.toEndOf(1);
    await theirs.type('已建立台账。');
    await theirs.untilSaved();
    await mine.toEndOf(0);
    await mine.type('已组织培训。');
    await mine.box.blur();
    await expect(mine.place.getByText(/并入了他人对其他段落的修改/)).toBeVisible();
    await expect(mine.paragraph(1)).toHaveText('问题二：公开不够及时。已建立台账。');
    expect(await storedText(writer, address, '5')).toBe(
      '问题一：答复说理不足。已组织培训。\n问题二：公开不够及时。已建立台账。\n公开申请{{s3.new_received.total}}件。',
    );
  });

  await test.step('one paragraph changed by both is shown with both, and a person decides', async () => {
    await other.reload();
    const again = await ReportText.open(other, chapter);
    await again.toEndOf(1);
    await again.type('每月通报。');
    await again.untilSaved();
    await mine.toEndOf(1);
    await mine.type('按季检查。');
    await mine.paragraph(0).click();
    await writer.keyboard.press('Home');
    await mine.type('一是');
    await mine.box.blur();
    const conflict = mine.place.getByRole('alert').filter({ hasText: '1 段与他人的修改冲突' });
    await expect(conflict).toContainText('问题二：公开不够及时。已建立台账。按季检查。');
    await expect(conflict).toContainText('问题二：公开不够及时。已建立台账。每月通报。');
    await expectAccessible(writer);
    await conflict.getByLabel('用对方写的').check();
    await conflict.getByRole('button', { name: '按所选保存' }).click();
    await expect(conflict).toBeHidden();
    await mine.untilSaved();
    await expect
      .poll(() => storedText(writer, address, '5'))
      .toBe('一是问题一：答复说理不足。已组织培训。\n问题二：公开不够及时。已建立台账。每月通报。\n公开申请{{s3.new_received.total}}件。');
  });

  await test.step('a leader edits, and only suggests', async () => {
    await openOwnReport(leader, address, unit);
    const text = await ReportText.open(leader, chapter);
    await expect(text.place.getByText('还没有改动。')).toBeVisible();
    await text.paragraph(2).click();
    await leader.keyboard.press('Home');
    await text.type('全年');
    await text.toEndOf(1);
    await text.type('下一步完善制度。');
    const panel = text.place.getByRole('region', { name: `建议模式：${chapter}` });
    await expect(panel.getByText('改动 2 段：')).toBeVisible();
    await panel.getByLabel('理由（可不填）').fill('措施要具体');
    await expectAccessible(leader);
    await panel.getByRole('button', { name: '提出 2 条建议' }).click();
    await expect(text.place.getByRole('region', { name: `修改建议 2 条：${chapter}` })).toBeVisible();
    expect(await storedText(writer, address, '5')).not.toContain('下一步完善制度');
    await text.paragraph(0).click();
    await text.place.getByRole('button', { name: '留言', exact: true }).first().click();
    await text.place.getByRole('textbox', { name: '写留言' }).fill('请补充培训场次。');
    await text.place.getByRole('form', { name: '写留言' }).getByRole('button', { name: '留言' }).click();
    await expect(text.place.getByRole('region', { name: `留言 1 处：${chapter}` })).toContainText('请补充培训场次。');
  });

  await test.step('the writer sees them in the text, takes one with its live number; the other no longer fits and shows both', async () => {
    await writer.reload();
    const text = await ReportText.open(writer, chapter);
    await expect(text.box.locator('ins.suggested-in')).toHaveText(['下一步完善制度。', '全年']);
    await expectAccessible(writer);
    const suggestions = text.place.getByRole('region', { name: /^修改建议/ });
    await suggestions.getByRole('button', { name: '采纳许长青的建议' }).last().click();
    await expect(text.place.getByText('已采纳，文字已改。')).toBeVisible();
    await expect(text.paragraph(2)).toHaveText(/^全年公开申请\d+件。$/);
    expect(await storedText(writer, address, '5')).toContain('\n全年公开申请{{s3.new_received.total}}件。');

    await text.toEndOf(1);
    await text.type('另有通报。');
    await text.untilSaved();
    await expect(suggestions.getByText('这一段在提出建议之后又改过，请对照后决定。')).toBeVisible();
    await suggestions.getByRole('button', { name: '不采纳' }).click();
    await suggestions.getByLabel('不采纳的理由').fill('已另写措施。');
    await suggestions.getByRole('button', { name: '不采纳', exact: true }).last().click();
    await expect(text.place.getByText('已答复：不采纳。')).toBeVisible();
    await expect(text.place.getByText('已有结果的建议 2 条')).toBeVisible();
  });

  await test.step('a comment outlives the change of its words, is answered and resolved', async () => {
    const text = await ReportText.open(writer, chapter);
    await text.toEndOf(0);
    for (let step = 0; step < 3; step += 1) await writer.keyboard.press('ArrowLeft');
    await text.type('3场');
    await text.untilSaved();
    const comments = text.place.getByRole('region', { name: `留言 1 处：${chapter}` });
    await expect(comments.getByText('原文已改')).toBeVisible();
    await comments.getByRole('button', { name: /^回复/ }).click();
    await comments.getByRole('textbox', { name: '回复' }).fill('已补。');
    await comments.getByRole('form', { name: '回复' }).getByRole('button', { name: '回复' }).click();
    await expect(comments.getByText('已补。')).toBeVisible();
    await comments.getByRole('button', { name: /^了结留言/ }).click();
    await expect(text.place.getByText('已了结 1 处')).toBeVisible();
  });

  await test.step('the leader suggests a note below a table that has none; taken, it stands there for both', async () => {
    const note = '第三部分表下附注';
    await leader.getByRole('button', { name: '表下附注：三、收到和处理政府信息公开申请情况' }).click();
    const text = await ReportText.open(leader, note);
    await expect(text.box).toBeFocused();
    await text.type('申请以受理日期统计。');
    await text.place
      .getByRole('region', { name: `建议模式：${note}` })
      .getByRole('button', { name: '提出 1 条建议' })
      .click();
    await expect(text.place.getByRole('region', { name: `修改建议 1 条：${note}` })).toBeVisible();
    expect(await storedText(writer, address, 't3')).toBe('');
    await writer.reload();
    const below = await ReportText.open(writer, note);
    await below.place.getByRole('button', { name: '采纳许长青的建议' }).click();
    await expect(below.paragraph(0)).toHaveText('申请以受理日期统计。');
    await expect.poll(() => storedText(writer, address, 't3')).toBe('申请以受理日期统计。');
    await expectAccessible(writer);
  });
});
