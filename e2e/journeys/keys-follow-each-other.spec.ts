import type { CDPSession, Page } from '@playwright/test';
import fc from 'fast-check';
import { expect, test } from '../fixtures';
import { openOwnReport, ReportText, storedText, storeText } from '../pages/report-text';
import { signInAs } from '../sign-in';

const chapter = '一、总体情况';

/** Long enough that most of it is out of sight, with numbers as a report has. */
const before = Array.from(
  { length: 40 },
  (_, at) => `（${at + 1}）按照年度工作要求，规范办理流程，公开{{s3.granted.total}}件，明确答复时限。`,
);

type Key = 'Enter' | 'Backspace' | 'ArrowLeft' | 'End' | 'Control+End' | 'Control+Home';
/** What hands do, each as fast as the last one lets them. */
type Doing = { press: Key } | { type: string } | { letters: string; word: string };

const enter: Doing = { press: 'Enter' };
const atEnd: Doing = { press: 'Control+End' };
const atStart: Doing = { press: 'Control+Home' };
const writings: readonly (readonly Doing[])[] = [
  [atEnd, enter, { type: 'abc' }],
  [atEnd, enter, { type: 'q' }, enter, { type: 'we' }, enter, { type: 'rty' }],
  [atEnd, enter, enter, { type: 'WTO' }, enter, enter, { type: 'a b c' }],
  [atStart, { press: 'End' }, enter, { type: 'first' }],
  [atStart, enter, { type: 'split' }, atEnd, { type: 'last' }, enter, { type: 'more' }],
  [atEnd, enter, { letters: 'gongkai', word: '公开' }],
  [atEnd, enter, { letters: 'xin', word: '信' }, { letters: 'fang', word: '访' }, enter, { letters: 'shenqing', word: '申请' }],
  [atStart, { press: 'End' }, enter, { letters: 'yi', word: '一' }, { type: 'x' }, enter, { letters: 'jianyi', word: '建议' }],
  [atStart, { letters: 'ji', word: '记' }, atEnd, { letters: 'bi', word: '毕' }, enter, { letters: 'wan', word: '完' }],
];

/** As many more as one run has time for, put together of what hands do; the same in every run. */
const anyWritings = fc.sample(
  fc
    .array(
      fc.constantFrom<readonly Doing[]>(
        [enter],
        [enter],
        [{ type: 'k' }],
        [{ type: 'two words' }],
        [{ letters: 'ban', word: '办' }],
        [{ letters: 'dafu', word: '答复' }],
        [{ type: 'ab' }, { press: 'ArrowLeft' }],
        [{ type: 'xy' }, { press: 'Backspace' }],
        [enter, { press: 'Backspace' }],
        [atEnd],
        [atStart],
        [atStart, { press: 'End' }],
      ),
      { minLength: 3, maxLength: 10 },
    )
    .map((parts) => parts.flat()),
  { seed: 11, numRuns: 12 },
);

test('keys and an input method follow Enter at once, on quick and on slow machines: what is typed stands where it was typed', async ({
  demonstration: { address },
  newPerson,
}) => {
  test.setTimeout(240_000);
  const page = await newPerson();
  await signInAs(page, address, 'admin');
  await openOwnReport(page, address, '示例区财政局');
  await storeText(page, address, '1', before.join('\n'));
  await page.reload();
  const text = await ReportText.open(page, chapter);
  const session = await page.context().newCDPSession(page);
  const typed = new Writing(before);

  for (const rate of [1, 6, 10])
    await test.step(`processor ${rate} times slower`, async () => {
      await text.box.click();
      await session.send('Emulation.setCPUThrottlingRate', { rate });
      for (const doings of [...writings, ...anyWritings]) {
        // Nothing is waited for in between: the browser gets the keys as one gets them that is busy.
        await Promise.all(doings.flatMap((doing) => eventsOf(session, doing)));
        for (const doing of doings) typed.take(doing);
      }
      await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
      await text.untilSaved();
      expect((await storedText(page, address, '1')).split('\n')).toEqual(typed.lines);
    });

  await test.step('with a pause for an answer after each key', async () => {
    await text.box.click();
    await session.send('Emulation.setCPUThrottlingRate', { rate: 6 });
    for (const doings of writings)
      for (const doing of doings) {
        await inTurn(page, session, doing);
        typed.take(doing);
      }
    await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    await text.untilSaved();
    expect((await storedText(page, address, '1')).split('\n')).toEqual(typed.lines);
  });
});

test('the caret was moved and the browser has not told yet: colours that come from elsewhere leave it there', async ({
  demonstration: { address },
  newPerson,
}) => {
  const page = await newPerson();
  await signInAs(page, address, 'admin');
  await openOwnReport(page, address, '示例区财政局');
  await storeText(page, address, '1', '甲\n乙\n丙');
  await page.addInitScript(() => {
    // A browser that is busy tells of a moved caret late; here it never does.
    addEventListener('selectionchange', (event) => event.isTrusted && event.stopImmediatePropagation(), true);
  });
  await page.reload();
  const text = await ReportText.open(page, chapter);
  await text.toEndOf(1);
  await page.keyboard.insertText('57件');
  await page.keyboard.press('ArrowDown');
  await expect(text.untyped('57')).toBeVisible();
  await page.keyboard.insertText('丁');
  await text.untilSaved();
  expect(await storedText(page, address, '1')).toBe('甲\n乙57件\n丙丁');
});

/** What a plain text is after the same keys. */
class Writing {
  readonly lines: string[];
  private line = 0;
  private at = 0;

  constructor(lines: readonly string[]) {
    this.lines = [...lines];
  }

  take(doing: Doing): void {
    if ('press' in doing) this.press(doing.press);
    else this.write('word' in doing ? doing.word : doing.type);
  }

  private press(key: Key): void {
    if (key === 'Enter') {
      this.lines.splice(this.line, 1, this.now.slice(0, this.at), this.now.slice(this.at));
      [this.line, this.at] = [this.line + 1, 0];
    } else if (key === 'Backspace' && this.at === 0) {
      const above = this.lines[this.line - 1] ?? '';
      this.lines.splice(this.line - 1, 2, above + this.now);
      [this.line, this.at] = [this.line - 1, above.length];
    } else if (key === 'Backspace') {
      this.lines[this.line] = this.now.slice(0, this.at - 1) + this.now.slice(this.at);
      this.at -= 1;
    } else if (key === 'ArrowLeft') this.at -= 1;
    else {
      if (key !== 'End') this.line = key === 'Control+End' ? this.lines.length - 1 : 0;
      this.at = key === 'Control+Home' ? 0 : this.now.length;
    }
  }

  private write(words: string): void {
    this.lines[this.line] = `${this.now.slice(0, this.at)}${words}${this.now.slice(this.at)}`;
    this.at += words.length;
  }

  private get now(): string {
    return this.lines[this.line] ?? '';
  }
}

function eventsOf(session: CDPSession, doing: Doing): Promise<unknown>[] {
  if ('press' in doing) return strike(session, doing.press);
  if ('type' in doing) return [...doing.type].flatMap((letter) => strike(session, letter));
  const letters = [...doing.letters].flatMap((_, at) => {
    const text = doing.letters.slice(0, at + 1);
    return [
      session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Process', windowsVirtualKeyCode: 229 }),
      session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length }),
    ];
  });
  return [...letters, session.send('Input.insertText', { text: doing.word })];
}

function strike(session: CDPSession, pressed: string): Promise<unknown>[] {
  const key = pressed.replace('Control+', '');
  const what = {
    key,
    code: /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : key === ' ' ? 'Space' : key,
    windowsVirtualKeyCode: codes[key] ?? key.toUpperCase().charCodeAt(0),
    modifiers: pressed.startsWith('Control+') ? 2 : 0,
  };
  const text = key === 'Enter' ? '\r' : key.length === 1 ? key : undefined;
  return [
    session.send('Input.dispatchKeyEvent', { type: text === undefined ? 'rawKeyDown' : 'keyDown', text, ...what }),
    session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...what }),
  ];
}

const codes: Readonly<Record<string, number>> = { Backspace: 8, Enter: 13, End: 35, Home: 36, ArrowLeft: 37 };

async function inTurn(page: Page, session: CDPSession, doing: Doing): Promise<void> {
  if ('press' in doing) await page.keyboard.press(doing.press);
  else if ('type' in doing) await page.keyboard.type(doing.type);
  else for (const event of eventsOf(session, doing)) await event;
}
