import type { Locator } from '@playwright/test';
import fc from 'fast-check';
import superjson from 'superjson';
import { linesOfHtml } from '@/components/clipboard/copied-lines';
import { tablesOf } from '@/components/clipboard/copied-tables';
import type { HtmlNode } from '@/components/clipboard/html-node';
import { type CopiedHtml, inertHtml, parseCopied } from '@/components/clipboard/inert-html';
import { copiedHtml } from '@/components/clipboard/testing/a-clipboard';
import { piece, sheet } from '@/components/clipboard/testing/copied-pieces';
import { textSeenIn } from '@/components/clipboard/text-seen-in';
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
    const below = person('（三）不予公开 2.其他法律行政法规禁止公开');
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

test('2 500 pieces of copied HTML, broken ones among them, are read from the browser’s tree as from the tests’ own', async ({
  demonstration: { address },
  newPerson,
}) => {
  const page = await newPerson();
  await page.goto(address);
  const htmls = fc.sample(anyHtml, { seed: 20_261_130, numRuns: 2_500 });
  // The page's own parser under the page's own security policy, all in one turn; only trees come back.
  const trees = await page.evaluate(
    (inert) => {
      const plain = (node: Node): PlainTree => ({
        type: node.nodeType,
        name: node.nodeName,
        value: node.nodeValue,
        attributes: node instanceof Element ? [...node.attributes].map(({ name, value }) => [name, value]) : [],
        children: [...node.childNodes].map(plain),
      });
      return inert.map((html) => plain(new DOMParser().parseFromString(html, 'text/html').body));
    },
    htmls.map((html) => inertHtml(html)),
  );
  const readingOf = (copied: CopiedHtml) => ({
    tables: tablesOf(copied),
    text: textSeenIn([copied.root], copied.sheet),
    lines: linesOfHtml(copied),
  });
  let tables = 0;
  const otherwise: string[] = [];
  for (const [at, html] of htmls.entries()) {
    const inBrowser = readingOf(parseCopied(html, () => asNode(trees[at] as PlainTree)));
    if (JSON.stringify(inBrowser) !== JSON.stringify(readingOf(copiedHtml(html)))) otherwise.push(html);
    tables += inBrowser.tables.length;
  }
  expect(otherwise).toEqual([]);
  expect(trees).toHaveLength(2_500);
  expect(tables).toBeGreaterThan(1_000);
});

interface PlainTree {
  type: number;
  name: string;
  value: string | null;
  attributes: [string, string][];
  children: PlainTree[];
}

function asNode({ type, name, value, attributes, children }: PlainTree): HtmlNode {
  const named = new Map(attributes);
  return {
    nodeType: type,
    nodeName: name,
    nodeValue: value,
    childNodes: children.map(asNode),
    getAttribute: (key) => named.get(key) ?? null,
  };
}

/** Cells put together of pieces, in tables as they should be and as they are: without ends, with rows in the wrong place, one in another. */
const inside = fc.array(piece, { minLength: 1, maxLength: 5 }).map((pieces) => pieces.map((one) => one.html).join(''));
const anyHtml = fc
  .tuple(fc.array(fc.array(inside, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }), fc.nat(7))
  .map(([rows, shape]) => {
    const cells = (before: string, after: string) => rows.map((row) => row.map((one) => `${before}${one}${after}`).join(''));
    const table = `<table>${cells('<td>', '</td>')
      .map((row) => `<tr>${row}</tr>`)
      .join('')}</table>`;
    const shapes = [
      table,
      `<html><body><!--StartFragment-->${table}<!--EndFragment--></body></html>`,
      `<table><tr>${cells('<td>', '').join('<tr>')}</table>`,
      `<table><tbody hidden><tr><td>9</td></tr></tbody><tfoot><tr><td colspan=2>7</td></tr></tfoot>${cells('<tr><td>', '').join('')}`,
      `<table>${cells('', '').join('<tr><td rowspan=2>')}</table>`,
      `<table><tr><td>${table}</td><td>1</td></tr></table>`,
      `<ol start=3><li>${cells('<p>', '').join('<li>')}</ol>`,
      `<b><p>${cells('<i>', '</b>').join('</p><div>')}`,
    ];
    return `${sheet}${shapes[shape]}`;
  });
