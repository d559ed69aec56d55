import type { Browser, CDPSession, Page } from 'playwright';
import { atMost, type Bench, type Measured, percentile, round } from '../measured';
import { pauseAfter } from '../pauses';
import { atTheDesk, formAddress } from './in-browser';
import { marks, parts, type Spent, spentPerKey } from './main-thread';

const slowDown = 4;
/** Keys of each kind, once at full speed with their processor time and once slowed down. */
const keys = 60;
const keysOfATurn = 10;
const pastes = 3;
/** The Event Timing API is silent about what is faster. */
const minTimedMs = 16;
const toldMs = 500;
/** A frame's 50 ms on a processor four times slower are this much of this one. */
const maxCpuMs = 50 / slowDown;

/** One value per event, in ms. */
type Times = number[];

/** @property paint until the frame that shows it is on the screen @property free until the page could hear the next key */
interface Heard {
  paint: Times;
  free: Times;
}

/**
 * From a key to the frame that shows it, on the whole form with table 三 on screen. The same keys in as many bare inputs on an empty
 * page of the same browser tell what browser and machine cost alone.
 *
 * Twice: at full speed with what the main thread's processor time goes into, which others on the machine hardly change; and slowed
 * down four times by the clock on the wall, which they do, in turns.
 *
 * A key is measured as the browser itself does it, by the Event Timing API: from the moment it received the key to the frame that shows
 * what came of it, rounded to 8 ms and only from 16 ms up. Beside it the time to a task posted from that frame, which waits for whatever
 * else was queued meanwhile: when the page is free again. Pastes and their yes are measured by the latter alone.
 */
export const benchKeyToPaint: Bench = ({ say }) =>
  atTheDesk(async ({ app, browser, personAt }) => {
    const page = await personAt('housing');
    await page.goto(await formAddress(page, app.address, '第三季度'));
    await page.getByRole('tab', { name: /三、依申请公开/ }).click();
    const bare = await page.context().newPage();
    await bare.setContent(`<table>${`<tr>${'<td><input data-cell></td>'.repeat(7)}</tr>`.repeat(25)}</table>`);
    const desks = [await desk(page), await desk(bare)] as const;
    for (const one of desks) await atFullSpeed(browser, one, say);
    await slowedInTurns(desks, say);
    const [form, inputs] = desks;
    await page.bringToFront();
    const pasting = await pasteBlocks(page, form.cells);
    const p95 = (times: Times) => percentile(times, 0.95);
    return [
      ...tellCpu('digit', form.cpu.digit, maxCpuMs),
      ...tellCpu('arrow', form.cpu.arrow, maxCpuMs),
      ...tellCpu('Enter', form.cpu.enter, maxCpuMs),
      ...tellCpu('digit in a bare input', inputs.cpu.digit),
      {
        what: 'digit against a bare input, processor time, p50',
        value: round(percentile(all(form.cpu.digit), 0.5) / percentile(all(inputs.cpu.digit), 0.5)),
        unit: 'times',
      },
      ...tell(`digit, ${slowDown} times slower`, form.slowed.digit.paint, 50),
      ...tell(`arrow, ${slowDown} times slower`, form.slowed.arrow.paint, 50),
      ...tell(`Enter, ${slowDown} times slower`, form.slowed.enter.paint, 50),
      ...tell(`digit in a bare input, ${slowDown} times slower`, inputs.slowed.digit.paint),
      {
        what: 'digit against a bare input, p95',
        value: round(p95(form.slowed.digit.paint) / p95(inputs.slowed.digit.paint)),
        unit: 'times',
        goal: atMost(1.25),
      },
      ...tell(`digit until the page is free again, ${slowDown} times slower`, form.slowed.digit.free),
      ...tell('the same in a bare input', inputs.slowed.digit.free),
      ...tell(`paste of ${pasted.rows} rows of 6, until its preview`, pasting.shown),
      ...tell('its yes, until it is written', pasting.written),
    ];
  });

const kinds = ['digit', 'arrow', 'enter'] as const;
type Kind = (typeof kinds)[number];

interface DeskOfKeys {
  page: Page;
  cells: number[];
  cpu: Record<Kind, Spent[]>;
  slowed: Record<Kind, Heard>;
}

async function desk(page: Page): Promise<DeskOfKeys> {
  await watchEvents(page);
  const nothing = (): Heard => ({ paint: [], free: [] });
  return {
    page,
    cells: await typedCells(page),
    cpu: { digit: [], arrow: [], enter: [] },
    slowed: { digit: nothing(), arrow: nothing(), enter: nothing() },
  };
}

async function atFullSpeed(browser: Browser, { page, cells, cpu }: DeskOfKeys, say: (line: string) => void): Promise<void> {
  say(`${keys} digits, arrows and Enters in ${cells.length} cells`);
  await page.bringToFront();
  for (const kind of kinds)
    cpu[kind] = await spentPerKey(browser, page, async () => void (await pressAll(page, cells, { kind, to: keys })));
}

/** In turns, so that what else the machine does meets both pages. */
async function slowedInTurns(desks: readonly DeskOfKeys[], say: (line: string) => void): Promise<void> {
  say(`the same in turns, ${slowDown} times slower`);
  const sessions = await Promise.all(desks.map(({ page }) => page.context().newCDPSession(page)));
  for (const session of sessions) await slow(session, slowDown);
  for (const kind of kinds)
    for (let from = 0; from < keys; from += keysOfATurn)
      for (const { page, cells, slowed } of desks) {
        await page.bringToFront();
        const { paint, free } = await pressAll(page, cells, { kind, from, to: from + keysOfATurn, shift: 1 });
        slowed[kind].paint.push(...paint);
        slowed[kind].free.push(...free);
      }
  for (const session of sessions) await slow(session, 1);
}

const all = (spent: readonly Spent[]): number[] => spent.map((one) => one.all);

function tellCpu(what: string, spent: readonly Spent[], goal?: number): Measured[] {
  const mean = (part: (typeof parts)[number]) => round(spent.reduce((sum, one) => sum + one[part], 0) / spent.length, 1);
  const split = parts.map((part) => `${part} ${mean(part)}`).join(', ');
  return [
    {
      what: `${what}: processor time p50 of ${spent.length} (${split})`,
      value: round(percentile(all(spent), 0.5), 1),
      unit: 'ms',
      ...(goal ? { goal: atMost(goal) } : {}),
    },
    { what: `${what}: processor time p95`, value: round(percentile(all(spent), 0.95), 1), unit: 'ms' },
  ];
}

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

interface Watched {
  times: { at: number; free: number }[];
  paints: Record<number, number>;
}

/** Keeps what is measured of every key, paste and click in the page. As text: the page knows no helpers of a compiler. */
async function watchEvents(page: Page): Promise<void> {
  await page.evaluate(`{
    window.times = [];
    window.paints = {};
    new PerformanceObserver((list) => {
      for (const { name, startTime, duration } of list.getEntries()) if (name === 'keydown') window.paints[startTime] = duration;
    }).observe({ type: 'event', durationThreshold: ${minTimedMs} });
    for (const kind of ['keydown', 'paste', 'click'])
      window.addEventListener(kind, (event) => {
        performance.mark('${marks.begin}');
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => {
            performance.mark('${marks.end}');
            window.times.push({ at: event.timeStamp, free: performance.now() - event.timeStamp });
          };
          port2.postMessage(null);
        });
      }, true);
  }`);
}

/** Waits until the events before have been painted; @returns what was measured since the last call. */
async function taken(page: Page, wanted: number): Promise<Heard> {
  await page.waitForFunction((count) => (window as unknown as Watched).times.length >= count, wanted);
  // The browser tells of a frame some time after it.
  await page.waitForTimeout(toldMs);
  const { times, paints } = await page.evaluate(() => {
    const watched = window as unknown as Watched;
    return { times: watched.times.splice(0), paints: watched.paints };
  });
  return { paint: times.map(({ at }) => paints[at] ?? minTimedMs), free: times.map(({ free }) => free) };
}

/** Nobody types two keys within one frame: the next comes when the page has nothing left to do for the last. */
async function focusOn(page: Page, cell: number): Promise<void> {
  await page.evaluate((at) => {
    document.querySelectorAll<HTMLInputElement>('input[data-cell]')[at]?.focus();
    return new Promise<void>((resolve) => requestIdleCallback(() => resolve(), { timeout: 1_000 }));
  }, cell);
}

function rest(page: Page): Promise<void> {
  return page.evaluate(() => new Promise<void>((resolve) => requestIdleCallback(() => resolve(), { timeout: 1_000 })));
}

const arrows = ['ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp'] as const;

/**
 * Between a key and its frame the page is asked nothing: whoever asks it whether the frame is there keeps it waiting.
 *
 * @param shift makes the digits of a second turn others than those of the first: a digit that changes nothing costs nothing
 */
async function pressAll(
  page: Page,
  cells: readonly number[],
  { kind, from = 0, to, shift = 0 }: { kind: Kind; from?: number; to: number; shift?: number },
): Promise<Heard> {
  if (kind !== 'digit') await focusOn(page, cells[cells.length >> 1] ?? 0);
  for (let turn = from; turn < to; turn += 1) {
    if (kind === 'digit') await focusOn(page, cells[(turn * 7) % cells.length] ?? 0);
    else await rest(page);
    await page.keyboard.press(
      { digit: String(((turn + shift) % 9) + 1), arrow: arrows[turn % arrows.length] ?? 'ArrowDown', enter: 'Enter' }[kind],
    );
    await pauseAfter(turn);
  }
  return taken(page, to - from);
}

/** Of the outcomes of table 三, below the first row and what was carried over: a block that holds no total cannot contradict one, and is not stopped. */
const pasted = { from: 6, rows: 20 };

/** A block of 120 figures over table 三, by the browser's own paste event: until its dry run is shown, and from the yes until it is written. */
async function pasteBlocks(page: Page, cells: readonly number[]): Promise<{ shown: Times; written: Times }> {
  const shown: Times = [];
  const written: Times = [];
  for (let turn = 1; turn <= pastes; turn += 1) {
    await focusOn(page, cells[pasted.from] ?? 0);
    await page.evaluate(
      ({ digit, rows }) => {
        const data = new DataTransfer();
        data.setData('text/plain', Array.from({ length: rows }, () => Array(6).fill(String(digit)).join('\t')).join('\n'));
        document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
      },
      { digit: turn, rows: pasted.rows },
    );
    shown.push(...(await taken(page, 1)).free);
    await page.getByRole('dialog').getByRole('button', { name: /^写入/ }).click();
    written.push(...(await taken(page, 1)).free);
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }
  return { shown, written };
}
