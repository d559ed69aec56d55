import { gzipSync } from 'node:zlib';
import type { Page, Response } from 'playwright';
import { atMost, type Bench, type Measured, median, round } from '../measured';
import { atTheDesk, formAddress } from './in-browser';

const visits = 5;
const restMs = 1_500;

interface Script {
  path: string;
  gzipBytes: number;
  transferredBytes: number;
  isCompressed: boolean;
}

interface Visit {
  scripts: Script[];
  largestPaintMs: number;
}

/**
 * What a clerk waits for who opens the form for the first time: scripts as gzip makes them (and as they were really transferred),
 * and the largest paint. Scripts that the page's HTML names stand before the form does; the rules and what dialogs are made of
 * follow when it stands. The bare page beside it, the sign-in page of the same server, tells what machine and framework cost.
 */
export const benchFirstLoad: Bench = () =>
  atTheDesk(async ({ app, personAt, browser }) => {
    const clerk = await personAt('housing');
    const form = await formAddress(clerk, app.address, '第三季度');
    const storageState = await clerk.context().storageState();
    const visit = async (address: string, isSignedIn: boolean): Promise<Visit> => {
      const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, ...(isSignedIn ? { storageState } : {}) });
      const seen = await watchVisit(await context.newPage(), address);
      await context.close();
      return seen;
    };
    await visit(form, true);
    const forms: Visit[] = [];
    const doors: Visit[] = [];
    for (let turn = 0; turn < visits; turn += 1) {
      forms.push(await visit(form, true));
      doors.push(await visit(`${app.address}/sign-in`, false));
    }
    const html = await (await clerk.request.get(form)).text();
    const [first] = forms;
    if (!first) throw new Error('nobody has opened the form');
    const paintOf = (all: readonly Visit[]) => median(all.map((one) => one.largestPaintMs));
    const kB = (scripts: readonly Script[], key: 'gzipBytes' | 'transferredBytes') =>
      round(scripts.reduce((sum, one) => sum + one[key], 0) / 1000, 1);
    const before = first.scripts.filter((script) => html.includes(script.path));
    return [
      { what: 'scripts before the form stands, gzip', value: kB(before, 'gzipBytes'), unit: 'kB', goal: atMost(230) },
      { what: 'scripts in all, rules and dialogs included, gzip', value: kB(first.scripts, 'gzipBytes'), unit: 'kB' },
      { what: 'scripts in all, as transferred', value: kB(first.scripts, 'transferredBytes'), unit: 'kB' },
      {
        what: 'scripts larger than 1 kB sent without compression',
        value: first.scripts.filter(isWasteful).length,
        unit: 'count',
        goal: atMost(0),
      },
      { what: 'HTML of the form, gzip', value: round(gzipSync(html).length / 1000, 1), unit: 'kB' },
      { what: `largest paint of the form, median of ${visits}`, value: round(paintOf(forms), 0), unit: 'ms', goal: atMost(1000) },
      { what: 'the same of the sign-in page', value: round(paintOf(doors), 0), unit: 'ms' },
      { what: 'form against sign-in page', value: round(paintOf(forms) / paintOf(doors)), unit: 'times' },
    ] satisfies Measured[];
  });

function isWasteful({ isCompressed, transferredBytes }: Script): boolean {
  return !isCompressed && transferredBytes > 1100;
}

async function watchVisit(page: Page, address: string): Promise<Visit> {
  const scripts: Promise<Script>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.push(scriptOf(response));
  });
  await page.goto(address, { waitUntil: 'networkidle' });
  // The rules and what dialogs are made of are asked for a moment after the form stands.
  await page.waitForTimeout(restMs);
  const largestPaintMs = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => resolve(list.getEntries().at(-1)?.startTime ?? Number.NaN)).observe({
          type: 'largest-contentful-paint',
          buffered: true,
        });
      }),
  );
  return { scripts: await Promise.all(scripts), largestPaintMs };
}

async function scriptOf(response: Response): Promise<Script> {
  const body = await response.body();
  return {
    path: new URL(response.url()).pathname,
    gzipBytes: gzipSync(body).length,
    transferredBytes: (await response.request().sizes()).responseBodySize,
    isCompressed: response.headers()['content-encoding'] !== undefined,
  };
}
