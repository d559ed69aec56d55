import type { Page } from 'playwright';
import { procedureAddress } from '@/e2e/api';
import { atTheDesk } from '../form/in-browser';
import { atMost, type Bench, type Measured, percentile, round } from '../measured';
import { pauseAfter } from '../pauses';
import { type KeyCost, traceKeys } from './key-cost';
import { longText } from './long-text';

const slowDown = 4;
const keys = 60;
const chapter = '一、总体情况';

/**
 * Typing into a report text of some 15 pages with 300 live numbers, at full speed and with the processor four times slower: what a key
 * costs the page's main thread until its frame is committed, and the time a person waits for that frame. The same text and keys in a
 * bare contenteditable of the same browser beside it.
 */
export const benchEditor: Bench = ({ say }) =>
  atTheDesk(async ({ app, personAt }) => {
    const page = await personAt('admin');
    await page.goto(`${app.address}/reports`);
    await page.getByRole('link', { name: /示例区卫生健康委员会（本机关）/ }).click();
    await page.waitForURL(/\/reports\/[^/]+\/\d{4}\//);
    const address = page.url();
    await writeText(page, app.address, longText());
    await page.goto(address);
    const box = page.getByRole('textbox', { name: chapter, exact: true });
    await box.waitFor();
    await page.waitForFunction(() => document.querySelectorAll('#text-1 .live-number').length >= 300);
    const live = await box.locator('.live-number').count();
    const paragraphs = await box.locator('p').allTextContents();
    say(`${paragraphs.join('').length} characters, ${live} live numbers; ${keys} keys, and as many at ${slowDown} times slower`);
    await watchKeys(page);
    const atFullSpeed = await typing(page, '#text-1', 1);
    const ours = await typing(page, '#text-1', slowDown);

    const bare = await page.context().newPage();
    await bare.setContent('<div id="bare" contenteditable="true" style="width:860px;font:17px/36px serif;white-space:pre-wrap"></div>');
    await bare.evaluate((lines) => {
      const place = document.getElementById('bare');
      for (const line of lines) {
        const paragraph = document.createElement('p');
        paragraph.textContent = line;
        place?.append(paragraph);
      }
    }, paragraphs);
    await watchKeys(bare);
    const plain = await typing(bare, '#bare', slowDown);
    const at = (share: number, costs: readonly KeyCost[], part: keyof KeyCost) =>
      percentile(
        costs.map((one) => one[part]),
        share,
      );
    const p95 = (costs: readonly KeyCost[], part: keyof KeyCost) => at(0.95, costs, part);
    const wait = (waits: readonly number[]) => round(percentile(waits, 0.95), 1);
    const slowed = `${slowDown} times slower`;
    return [
      { what: 'live numbers in the text', value: live, unit: 'count' },
      { what: 'key to frame as a person waits for it, p95', value: wait(atFullSpeed.waits), unit: 'ms', goal: atMost(50) },
      { what: '… of it work of the main thread, p50', value: round(at(0.5, atFullSpeed.costs, 'all'), 1), unit: 'ms' },
      { what: '… p95', value: round(p95(atFullSpeed.costs, 'all'), 1), unit: 'ms' },
      { what: `main thread, ${slowed}: p50`, value: round(at(0.5, ours.costs, 'all'), 1), unit: 'ms' },
      { what: `main thread, ${slowed}: p95`, value: round(p95(ours.costs, 'all'), 1), unit: 'ms' },
      { what: '… of it script, p95', value: round(p95(ours.costs, 'script'), 1), unit: 'ms' },
      { what: '… style, p95', value: round(p95(ours.costs, 'style'), 1), unit: 'ms' },
      { what: '… layout, p95', value: round(p95(ours.costs, 'layout'), 1), unit: 'ms' },
      { what: '… paint, p95', value: round(p95(ours.costs, 'paint'), 1), unit: 'ms' },
      { what: 'the same in a bare contenteditable: p95', value: round(p95(plain.costs, 'all'), 1), unit: 'ms' },
      { what: 'against a bare contenteditable, p95', value: round(p95(ours.costs, 'all') / p95(plain.costs, 'all')), unit: 'times' },
      { what: `key to frame, ${slowed}, p95`, value: wait(ours.waits), unit: 'ms' },
      { what: 'the same in a bare contenteditable', value: wait(plain.waits), unit: 'ms' },
    ] satisfies Measured[];
  });

async function writeText(page: Page, address: string, text: string): Promise<void> {
  const [, unitId, year, scope] = /\/reports\/([^/]+)\/(\d{4})\/(\w+)/.exec(page.url()) ?? [];
  const input = { unitId: decodeURIComponent(unitId ?? ''), year: Number(year), scope, key: '1', text, baseVersion: 0 };
  const saved = await page.request.post(procedureAddress(address, 'report.saveText'), {
    data: { json: input },
    headers: { origin: address },
  });
  if (!saved.ok()) throw new Error(`the text was not saved: ${saved.status()} ${await saved.text()}`);
}

async function typing(page: Page, place: string, rate: number): Promise<{ costs: KeyCost[]; waits: number[] }> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate });
  const costs = await traceKeys(page, session, async () => {
    for (let turn = 0; turn < 3; turn += 1) {
      await putCaret(page, place, 20 + turn * 35);
      for (let key = 0; key < keys / 3; key += 1) await press(page, key);
    }
  });
  const waits = await page.evaluate(() => (window as unknown as { waits: number[] }).waits.splice(0));
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  return { costs, waits };
}

/** Puts the caret into the middle of a paragraph. */
async function putCaret(page: Page, place: string, paragraph: number): Promise<void> {
  await page.locator(`${place} p`).nth(paragraph).scrollIntoViewIfNeeded();
  await page.locator(`${place} p`).nth(paragraph).click();
  await page.evaluate(() => new Promise<void>((resolve) => requestIdleCallback(() => resolve(), { timeout: 3_000 })));
}

async function watchKeys(page: Page): Promise<void> {
  await page.evaluate(`{
    window.waits = [];
    window.addEventListener('keydown', (event) => requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => window.waits.push(performance.now() - event.timeStamp);
      port2.postMessage(null);
    }), true);
  }`);
}

/** Between a key and its frame the page is asked nothing. */
async function press(page: Page, key: number): Promise<void> {
  await page.keyboard.press(String.fromCharCode(97 + (key % 26)));
  await pauseAfter(key);
}
