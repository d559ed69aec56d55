import type { CDPSession } from '@playwright/test';
import { storedFigures } from '../api';
import { expect, test } from '../fixtures';
import { FilingForm } from '../pages/filing-form';
import { signInAs } from '../sign-in';

const first = '一、本年新收政府信息公开申请数量，自然人';
const next = '（一）予以公开，自然人';

test('an input method in a cell: its letters are never stored, the Enter that picks a candidate stays, the first letter is there', async ({
  demonstration: { address },
  newPerson,
}) => {
  const page = await newPerson();
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/api/trpc/filing.save')) sent.push(request.postData() ?? '');
  });
  await signInAs(page, address, 'housing');
  await page.clock.install();
  const form = await FilingForm.open(page, address, '第二季度');
  await form.untilReady();
  await form.goTo('s3');
  const inputMethod = await page.context().newCDPSession(page);

  await form.cell(first).focus();
  await page.keyboard.press('Enter');
  await expect(form.cell(next)).toBeFocused();
  await compose(inputMethod, 's');
  await expect(form.cell(next)).toHaveValue('s');
  await compose(inputMethod, 'shi');
  await page.clock.fastForward(10_000);
  await expect(form.cell(next)).toHaveValue('shi');
  await expect(form.saveMark()).toHaveText(/正在输入…/);
  expect(sent).toEqual([]);

  await pressAsInputMethod(inputMethod, 'Enter');
  await expect(form.cell(next)).toBeFocused();
  await inputMethod.send('Input.insertText', { text: '十' });
  await expect(form.cell(next)).toHaveValue('十');
  await page.clock.fastForward(1_000);
  await form.untilSaved();
  await expect(form.cell(next)).toHaveAccessibleDescription(/请用阿拉伯数字填写/);

  await form.cell(next).selectText();
  await compose(inputMethod, '1');
  await compose(inputMethod, '12');
  await inputMethod.send('Input.insertText', { text: '１２' });
  await expect(form.cell(next)).toHaveValue('１２');
  // The Enter of a person comes later than the tick in which keys still belong to the input method.
  await page.clock.runFor(100);
  await page.keyboard.press('Enter');
  await expect(form.cell(next)).not.toBeFocused();
  await expect(form.cell(next)).toHaveValue('１２');
  await form.untilSaved();

  const id = (await form.cell(next).getAttribute('data-cell')) ?? '';
  expect((await storedFigures(page, address, form.filingId))[id]).toMatchObject({ raw: '１２', figure: { state: 'number', value: 12 } });
  const texts = sent.flatMap((body) => [...body.matchAll(/"raw":"([^"]*)"/g)].map(([, raw]) => raw));
  expect(texts).toEqual(['十', '１２']);
});

async function compose(inputMethod: CDPSession, letters: string): Promise<void> {
  await inputMethod.send('Input.imeSetComposition', { text: letters, selectionStart: letters.length, selectionEnd: letters.length });
}

/** While it is at work a browser tells the page of its keys as "some key, 229". */
async function pressAsInputMethod(inputMethod: CDPSession, key: string): Promise<void> {
  await inputMethod.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key, code: key, windowsVirtualKeyCode: 229 });
  await inputMethod.send('Input.dispatchKeyEvent', { type: 'keyUp', key, code: key, windowsVirtualKeyCode: 13 });
}
