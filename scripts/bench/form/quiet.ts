import { mkdtempSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import type { BrowserContext } from 'playwright';
import { startChild } from '../child';
import { atMost, type Bench, median, round } from '../measured';
import { buildBarePage } from './bare-page';
import { atTheDesk, formAddress } from './in-browser';

const slowDown = 4;
const visits = 7;
/** Nothing of the form is asked for later than this after it was loaded. */
const restMs = 6_000;

interface Visit {
  /** From the navigation to the end of the last task of 50 ms and more. */
  quietMs: number;
  /** What the main thread spent, as the clock of its own counts it. */
  threadMs: number;
  /** Every answer as it came over the wire, and the same with its head. */
  wireBytes: number;
  wireBytesWithHeads: number;
  requests: number;
}

/**
 * Until the main thread rests after the form was opened, with the processor four times slower, everything loaded anew; beside it, in turns,
 * a page of the same framework with 150 inputs. And what came over the wire by then, in all: page, scripts, styles, data.
 */
export const benchQuiet: Bench = async ({ say }) => {
  const folder = mkdtempSync(resolve('.nianbao/bench/work-quiet-'));
  try {
    say('building the bare page');
    const bare = await startChild<{ port: number }>(new URL('../save/next-server.ts', import.meta.url), {
      env: { BENCH_NEXT_APP: buildBarePage(folder) },
    });
    try {
      return await atTheDesk(async ({ app, personAt, browser }) => {
        const clerk = await personAt('housing');
        const form = await formAddress(clerk, app.address, '第三季度');
        const storageState = await clerk.context().storageState();
        const least = `http://127.0.0.1:${bare.ready.port}/`;
        const look = async (address: string): Promise<Visit> => {
          const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, storageState });
          const seen = await visit(context, address);
          await context.close();
          return seen;
        };
        const pairs: { form: Visit; bare: Visit }[] = [];
        for (let turn = 0; turn <= visits; turn += 1) {
          const pair = { form: await look(form), bare: await look(least) };
          say(`turn ${turn}: ${round(pair.form.quietMs, 0)} against ${round(pair.bare.quietMs, 0)} ms`);
          if (turn > 0) pairs.push(pair);
        }
        const of = (pick: (pair: (typeof pairs)[number]) => number) => median(pairs.map(pick));
        const ms = (what: string, read: Parameters<typeof of>[0]) => ({ what, value: round(of(read), 0), unit: 'ms' as const });
        return [
          {
            what: 'the form, over the wire in all',
            value: round(of((one) => one.form.wireBytes) / 1000, 1),
            unit: 'kB',
            goal: atMost(250),
          },
          { what: 'the same with the heads of the answers', value: round(of((one) => one.form.wireBytesWithHeads) / 1000, 1), unit: 'kB' },
          { what: 'requests', value: of((one) => one.form.requests), unit: 'count' },
          ms(`main thread quiet, ${slowDown} times slower`, (one) => one.form.quietMs),
          ms('the same of a page with 150 inputs', (one) => one.bare.quietMs),
          {
            what: 'quiet against that page, median of the turns',
            value: round(of((one) => one.form.quietMs / one.bare.quietMs)),
            unit: 'times',
            goal: atMost(1.8),
          },
          ms('main thread, its own time', (one) => one.form.threadMs),
          ms('the same of a page with 150 inputs', (one) => one.bare.threadMs),
          {
            what: 'own time against that page, median of the turns',
            value: round(of((one) => one.form.threadMs / one.bare.threadMs)),
            unit: 'times',
          },
        ];
      });
    } finally {
      await bare.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

async function visit(context: BrowserContext, address: string): Promise<Visit> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  let wireBytes = 0;
  let wireBytesWithHeads = 0;
  let requests = 0;
  session.on('Network.dataReceived', ({ encodedDataLength }) => {
    wireBytes += encodedDataLength;
  });
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    wireBytesWithHeads += encodedDataLength;
    requests += 1;
  });
  await page.addInitScript(`{
    window.tasks = [];
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) window.tasks.push(startTime + duration);
    }).observe({ type: 'longtask', buffered: true });
  }`);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowDown });
  await page.goto(address, { waitUntil: 'load' });
  await page.waitForTimeout(restMs);
  const quietMs = await page.evaluate(() => {
    const { tasks } = window as unknown as { tasks: number[] };
    const [opened] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    return Math.max(opened?.loadEventEnd ?? 0, ...tasks);
  });
  const { metrics } = await session.send('Performance.getMetrics');
  const threadMs = (metrics.find((one) => one.name === 'TaskDuration')?.value ?? 0) * 1000;
  return { quietMs, threadMs, wireBytes, wireBytesWithHeads, requests };
}
