import type { Locator } from '@playwright/test';
import superjson from 'superjson';
import { procedureAddress } from '../api';
import { expect, test } from '../fixtures';
import { FilingForm } from '../pages/filing-form';
import { signInAs } from '../sign-in';

const person = (row: string) => `${row}，自然人`;
const granted = person('（一）予以公开');
const partially = person('（三）不予公开 1.属于国家秘密');
const petition = person('（五）不予处理 1.信访举报投诉类申请');
const repeat = person('（五）不予处理 2.重复申请');
const received = person('一、本年新收政府信息公开申请数量');

const cellOf = (inside: string) => `<table><tr><td>${inside}</td></tr></table>`;

test('a copied cell arrives as it was seen: what was struck out or hidden stays out, breaks and notes are no digits, columns are never one figure', async ({
  demonstration: { address },
  newPerson,
}) => {
  const page = await newPerson();
  await signInAs(page, address, 'housing');
  const form = await FilingForm.open(page, address, '第二季度');
  await form.untilReady();
  await form.goTo('s3');
  const cell = (name: string) => page.getByRole('textbox', { name, exact: true });
  const dialog = page.getByRole('dialog', { name: '粘贴预览' });

  await test.step('what stands after a change, and a word that something was struck out', async () => {
    await pasteInto(cell(granted), { html: cellOf('<del>5</del><ins>6</ins>'), text: '56' });
    await expect(cell(granted)).toHaveValue('6');
    await expect(cell(granted)).toHaveAccessibleDescription(/略去了划掉的“5”/);
    await pasteInto(cell(granted), { html: cellOf('5<span style="display:none">9</span><script>1</script>'), text: '591' });
    await expect(cell(granted)).toHaveValue('5');
    await expect(cell(granted)).not.toHaveAttribute('aria-invalid');
  });

  await test.step('a break in a cell is kept, and is no number, also after a reload, and so is the word of what was struck out', async () => {
    await pasteInto(cell(granted), { html: cellOf('<s>7</s>8'), text: '78' });
    await pasteInto(cell(partially), { html: cellOf('12<br>345'), text: '12\n345' });
    await pasteInto(cell(petition), { text: '3 120 104' });
    await pasteInto(cell(repeat), { html: cellOf('3<sup>1</sup>'), text: '31' });
    const expectUnreadable = async () => {
      for (const [name, shown] of [
        [partially, '12↵345'],
        [petition, '3 120 104'],
        [repeat, '3¹'],
      ] as const) {
        await expect(cell(name)).toHaveValue(shown);
        await expect(cell(name)).toHaveAttribute('aria-invalid', 'true');
      }
    };
    await expectUnreadable();
    await form.untilSaved();
    await page.reload();
    await form.untilReady();
    await form.goTo('s3');
    await expectUnreadable();
    await expect(cell(granted)).toHaveValue('8');
    await expect(cell(granted)).toHaveAccessibleDescription(/略去了划掉的“7”/);
  });

  await test.step('a note offers the figure without it; pasted columns stay pasted while their blanks are there, until a person types', async () => {
    await cell(repeat).focus();
    await page.getByRole('button', { name: '按 3 填' }).click();
    await expect(cell(repeat)).toHaveValue('3');
    await cell(petition).focus();
    await page.keyboard.press('End');
    await page.keyboard.press('Backspace');
    await expect(cell(petition)).toHaveAttribute('aria-invalid', 'true');
    await cell(petition).fill('');
    await cell(petition).pressSequentially('3 120');
    await expect(cell(petition)).not.toHaveAttribute('aria-invalid');
    await cell(petition).fill('');
    await cell(partially).fill('');
    await form.untilSaved();
  });

  await test.step('lines of a plain text stay in one cell, which offers to fill them downward: one act, one step back', async () => {
    const below = person('（三）不予公开 2.法律行政法规禁止公开');
    await pasteInto(cell(partially), { text: '12\t345' });
    await expect(cell(partially)).toHaveValue('12⇥345');
    await expect(cell(partially)).toHaveAttribute('aria-invalid', 'true');
    await pasteInto(cell(partially), { text: '12\n345' });
    await expect(cell(partially)).toHaveValue('12↵345');
    await expect(cell(partially)).toHaveAttribute('aria-invalid', 'true');
    await expect(cell(below)).toHaveValue('');
    await page.getByRole('button', { name: '从本格起逐格填入（2 格）' }).click();
    await expect(cell(partially)).toHaveValue('12');
    await expect(cell(below)).toHaveValue('345');
    await expect(cell(partially)).toBeFocused();
    await page.keyboard.press('ControlOrMeta+z');
    await expect(cell(below)).toHaveValue('');
    await expect(cell(partially)).toHaveValue('12↵345');
    await cell(partially).fill('');
    await form.untilSaved();
  });

  await test.step('a column that the source hides is left out and named', async () => {
    await pasteInto(cell(granted), {
      html: '<table><col><col><col style="display:none"><tr><td></td><td>自然人</td><td>商业企业</td></tr><tr><td>（一）予以公开</td><td>4</td><td>9</td></tr></table>',
    });
    await expect(page.getByText('原表中隐藏的 1 列没有取：商业企业')).toBeVisible();
    await expect(cell(granted)).toHaveValue('4');
    await expect(cell('（一）予以公开，法人或其他组织 商业企业')).toHaveValue('');
  });

  await test.step('of several tables the one with the titles; without titles none', async () => {
    const table = '<table><tr><td></td><td>自然人</td></tr><tr><td>（一）予以公开</td><td>8</td></tr></table>';
    await pasteInto(cell(received), { html: `<table><tr><td>单位</td></tr></table><table><tr><td>${table}</td></tr></table>` });
    await expect(dialog).toContainText('剪贴板里有 3 张表，取了标题相符的一张');
    await expect(dialog.getByRole('cell', { name: '4 → 8' })).toBeVisible();
    await dialog.getByRole('button', { name: '写入 1 格' }).click();
    await expect(cell(granted)).toHaveValue('8');
    await pasteInto(cell(received), { html: '<table><tr><td>1</td></tr></table><table><tr><td>2</td></tr></table>' });
    await expect(dialog).toContainText('剪贴板里有 2 张表，没有一张的行、列标题与本表相符');
    await expect(dialog.getByRole('button', { name: '写入 0 格' })).toBeDisabled();
    await page.keyboard.press('Escape');
  });

  await test.step('numbers that contradict what is carried in and what adds up are stopped and shown', async () => {
    await pasteInto(cell(received), { text: '1\t1\t1\t1\t1\t1\t6\n901\t902\t903\t904\t905\t906\t5421' });
    await expect(dialog.getByRole('alert')).toContainText('粘贴的数与本表对不上，没有写入');
    await expect(dialog.getByRole('alert')).toContainText('原表 901');
    await expect(dialog.getByRole('button', { name: /^写入/ })).toBeDisabled();
    await page.keyboard.press('Escape');
    await expect(cell(received)).toHaveValue('');
  });
});

test('a text that is too long is told as such, in words', async ({ demonstration: { address }, newPerson }) => {
  const page = await newPerson();
  await signInAs(page, address, 'housing');
  const form = await FilingForm.open(page, address, '第二季度');
  await form.untilReady();
  const answer = await page.request.post(procedureAddress(address, 'filing.saveText'), {
    data: superjson.serialize({ filingId: form.filingId, changeId: 'too-long', text: '字'.repeat(1_200_000), baseVersion: 0 }),
  });
  expect(answer.status()).toBe(413);
  const { error } = (await answer.json()) as { error: { json: { message: string; data: { refusal: { sentence: { zh: string } } } } } };
  expect(error.json.data.refusal.sentence.zh).toContain('内容太长');
  expect(error.json.message).not.toContain('PAYLOAD');
});

/** Pastes what another program put on the clipboard, by the browser's own event. */
async function pasteInto(target: Locator, { html = '', text = '' }: { html?: string; text?: string }): Promise<void> {
  await target.focus();
  await target.selectText();
  await target.evaluate(
    (element, data) => {
      const clipboardData = new DataTransfer();
      if (data.html) clipboardData.setData('text/html', data.html);
      if (data.text) clipboardData.setData('text/plain', data.text);
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    },
    { html, text },
  );
}
