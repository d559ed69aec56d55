import type { CDPSession, Page } from 'playwright';
import { atMost, type Bench, type Measured, percentile, round } from '../measured';
import { atTheDesk, formAddress } from './in-browser';

const slowDown = 4;
const keys = 210;
const pastes = 5;

/** What is measured in the page: one value per event, in ms. */
type Times = number[];

/**
 * From a key to the frame that shows it, on the whole form with table 三 on screen, the processor slowed down four times. The same
 * keys in as many bare inputs on an empty page of the same browser, tell what browser and machine cost alone.
 *
 * Measured from the event's own time stamp, when the browser received the key, to a task posted from the next animation frame:
 * that task runs when the frame has been handed over. The Event Timing API says the same, rounded to 8 ms and only from 16 ms up.
 */
export const benchKeyToPaint: Bench = ({ say }) =>
  atTheDesk(async ({ app, personAt }) => {
    const page = await personAt('housing');
    await page.goto(await formAddress(page, app.address, '第三季度'));
    await page.getByRole('tab', { name: /三、依申请公开/ }).click();
    const cells = await typedCells(page);
    const session = await page.context().newCDPSession(page);
    await slow(session, slowDown);
    await watchEvents(page);
    say(`${keys} digits in ${cells.length} cells, then arrows, Tab and pastes, at ${slowDown} times slower`);
    const typing = await typeDigits(page, cells);
    const arrows = await pressAll(page, cells, ['ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp']);
    const tabs = await pressAll(page, cells, ['Tab']);
    const pasting = await pasteBlocks(page, cells);
    await slow(session, 1);

    const bare = await page.context().newPage();
    await bare.setContent(`<table>${`<tr>${'<td><input data-cell></td>'.repeat(7)}</tr>`.repeat(25)}</table>`);
    const bareSession = await bare.context().newCDPSession(bare);
    await slow(bareSession, slowDown);
    await watchEvents(bare);
    const bareTyping = await typeDigits(bare, await typedCells(bare));
    const ratio = percentile(typing, 0.95) / percentile(bareTyping, 0.95);
    return [
      ...tell('digit', typing, 50),
      ...tell('digit in a bare input', bareTyping),
      { what: 'digit against a bare input, p95', value: round(ratio), unit: 'times' },
      ...tell('arrow', arrows, 50),
      ...tell('Tab', tabs, 50),
      ...tell('paste of 25 rows of 6, until its preview', pasting.shown),
      ...tell('its yes, until it is written', pasting.written),
    ];
  });

function tell(what: string, times: Times, goal?: number): Measured[] {
  const at = (share: number) => round(percentile(times, share), 1);
  return [
    { what: `${what}: p50 of ${times.length}`, value: at(0.5), unit: 'ms' },
    { what: `${what}: p95`, value: at(0.95), unit: 'ms', ...(goal ? { goal: atMost(goal) } : {}) },
    { what: `${what}: max`, value: at(1), unit: 'ms' },
  ];
}

async function slow(session: CDPSession, rate: number): Promise<void> {
  await session.send('Emulation.setCPUThrottlingRate', { rate });
}

/** Places of the inputs that can be typed into, in the order of the page. */
function typedCells(page: Page): Promise<number[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLInputElement>('input[data-cell]')].flatMap((input, at) => (input.readOnly ? [] : [at])),
  );
}

/** Keeps the time of every key, paste and click until the frame that shows it, in `window.times`. As text: the page knows no helpers of a compiler. */
async function watchEvents(page: Page): Promise<void> {
  await page.evaluate(`{
    window.times = [];
    for (const kind of ['keydown', 'paste', 'click'])
      window.addEventListener(kind, (event) => requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => window.times.push(performance.now() - event.timeStamp);
        port2.postMessage(null);
      }), true);
  }`);
}

/** Waits until the event before has been painted; @returns what was measured since the last call. */
async function taken(page: Page, wanted: number): Promise<Times> {
  await page.waitForFunction((count) => (window as unknown as { times: number[] }).times.length >= count, wanted);
  return page.evaluate(() => (window as unknown as { times: number[] }).times.splice(0));
}

async function focusOn(page: Page, cell: number): Promise<void> {
  await page.evaluate((at) => document.querySelectorAll<HTMLInputElement>('input[data-cell]')[at]?.focus(), cell);
  await rest(page);
}

/** Nobody types two keys within one frame: the next comes when the page has nothing left to do for the last. */
function rest(page: Page): Promise<void> {
  return page.evaluate(() => new Promise<void>((resolve) => requestIdleCallback(() => resolve(), { timeout: 1_000 })));
}

async function typeDigits(page: Page, cells: readonly number[]): Promise<Times> {
  const times: Times = [];
  for (let key = 0; key < keys; key += 1) {
    await focusOn(page, cells[(key * 7) % cells.length] ?? 0);
    await page.keyboard.press(String((key % 9) + 1));
    times.push(...(await taken(page, 1)));
  }
  return times;
}

async function pressAll(page: Page, cells: readonly number[], names: readonly string[]): Promise<Times> {
  const times: Times = [];
  await focusOn(page, cells[cells.length >> 1] ?? 0);
  for (let turn = 0; turn < 60; turn += 1) {
    await rest(page);
    await page.keyboard.press(names[turn % names.length] ?? 'Tab');
    times.push(...(await taken(page, 1)));
  }
  return times;
}

/** A block of 150 figures over table 三, by the browser's own paste event: until its dry run is shown, and from the yes until it is written. */
async function pasteBlocks(page: Page, cells: readonly number[]): Promise<{ shown: Times; written: Times }> {
  const shown: Times = [];
  const written: Times = [];
  for (let turn = 1; turn <= pastes; turn += 1) {
    await focusOn(page, cells[0] ?? 0);
    await page.evaluate((digit) => {
      const data = new DataTransfer();
      data.setData('text/plain', Array.from({ length: 25 }, () => Array(6).fill(String(digit)).join('\t')).join('\n'));
      document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    }, turn);
    shown.push(...(await taken(page, 1)));
    await page.getByRole('dialog').getByRole('button', { name: /^写入/ }).click();
    written.push(...(await taken(page, 1)));
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }
  return { shown, written };
}
