import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { Browser } from 'playwright';
import { type SeededRandom, seededRandom } from '@/server/domain/seeded-random';
import { startApp } from '../running-app';
import { judge, type TabLog } from './judge';
import { type Losses, loseSaves } from './lossy-network';
import { readStored } from './read-saved';
import { type Clerk, seedOffice } from './seed-office';
import { openTab, type Tab } from './tab';

export interface ChaosSize {
  /** In all tabs together. */
  edits: number;
  /** The longest a request or an answer is held up. */
  latestMs: number;
  /** The longest a person rests between two edits. */
  restMs: number;
  seed: number;
}

export interface ChaosResult {
  faults: string[];
  edits: number;
  saves: number;
  overwrites: number;
  decisions: number;
  losses: Losses;
}

/** Few cells where people meet, so that they meet often. */
const sharedCells = 10;
const ownCells = 40;
const settlePatienceMs = 180_000;
const hearingMs = 20_000;

/**
 * Three clerks with two tabs each type into one filing and two of their own while a fifth of their saves never arrives and a fifth of
 * the answers is lost. Afterwards the network heals, every conflict is decided, and what stands on the screens, on the server
 * and in the event log is compared.
 */
export async function runChaos(browser: Browser, size: ChaosSize, say: (line: string) => void = () => {}): Promise<ChaosResult> {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-chaos-'));
  try {
    const clerks = await seedOffice(folder);
    const app = await startApp([], folder);
    try {
      return await runOn(browser, { address: app.address, folder, clerks }, size, say);
    } finally {
      await app.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function runOn(
  browser: Browser,
  { address, folder, clerks }: { address: string; folder: string; clerks: readonly Clerk[] },
  size: ChaosSize,
  say: (line: string) => void,
): Promise<ChaosResult> {
  const tabs: Tab[] = [];
  const networks: Awaited<ReturnType<typeof loseSaves>>[] = [];
  for (const [number, { userId, session, filings }] of clerks.entries()) {
    const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1366, height: 768 } });
    await context.addCookies([{ name: 'next-auth.session-token', value: session, url: address, httpOnly: true, sameSite: 'Lax' }]);
    for (const [at, filingId] of filings.entries())
      tabs.push(await openTab(await context.newPage(), address, { userId, filingId }, seededRandom(size.seed + 10 * number + at)));
    networks.push(await loseSaves(context, seededRandom(size.seed + 1_000 + number), size.latestMs));
  }

  say(`${tabs.length} tabs are open`);
  const share = Math.ceil(size.edits / tabs.length);
  let done = 0;
  const tell = () => {
    done += 1;
    if (done % 100 === 0) say(`${done} edits`);
  };
  await Promise.all(
    tabs.map((tab, at) => work(tab, { first: 1 + at * share, share, restMs: size.restMs }, seededRandom(size.seed + 100 + at), tell)),
  );
  for (const network of networks) network.heal();
  say('the network is well again; what is open is decided');
  await settle(tabs);
  say('settled; screens, server and event log are compared');

  const filingIds = [...new Set(tabs.map((tab) => tab.filingId))];
  const { saved, figures } = await readStored(folder, filingIds);
  const logs: TabLog[] = await Promise.all(
    tabs.map(async (tab) => ({ userId: tab.userId, filingId: tab.filingId, seen: await tab.seen() })),
  );
  const faults = judge(saved, logs);
  const lastBy = new Map(saved.map((one) => [`${one.filingId} ${one.cell}`, one.userId]));
  const beforeReload = async (tab: Tab) => {
    const isOwn = ([cell]: [string, string]) => lastBy.get(`${tab.filingId} ${cell}`) === tab.userId;
    const own = Object.fromEntries(Object.entries(await tab.shown()).filter(isOwn));
    return [...differences(tab, 'before a reload', own, figures(tab.filingId)), ...hangingMarks(tab, await tab.marks())];
  };
  faults.push(...(await lasting(async () => (await Promise.all(tabs.map(beforeReload))).flat())));
  for (const tab of tabs) {
    await tab.reload();
    faults.push(...differences(tab, 'after a reload', await tab.shown(), figures(tab.filingId)));
  }
  return {
    faults,
    edits: logs.reduce((sum, { seen }) => sum + seen.filter((entry) => entry.kind === 'typed').length, 0),
    saves: saved.length,
    overwrites: saved.filter((one) => one.before !== null).length,
    decisions: logs.reduce((sum, { seen }) => sum + seen.filter((entry) => entry.kind === 'chose').length, 0),
    losses: sumOf(networks.map((network) => network.losses)),
  };
}

/** Values run through all tabs without a repetition, so that each tells who typed it. */
async function work(
  tab: Tab,
  { first, share, restMs }: { first: number; share: number; restMs: number },
  random: SeededRandom,
  tell: () => void,
): Promise<void> {
  const cells = Object.keys(await tab.shown()).slice(0, tab.filingId === 'filing-shared' ? sharedCells : ownCells);
  for (let number = first; number < first + share; number += 1) {
    await tab.edit(random.pick(cells), String(number));
    tell();
    if (random.integer(0, 7) === 0) await tab.decide();
    await new Promise((resolve) => setTimeout(resolve, random.integer(0, restMs - 1)));
  }
}

/** One person's decision may be another's next conflict: until nobody has one. */
async function settle(tabs: readonly Tab[]): Promise<void> {
  const look = async () => {
    for (const tab of tabs) {
      await tab.networkIsBack();
      while (await tab.decide());
    }
    return (await Promise.all(tabs.map((tab) => tab.isQuiet()))).every(Boolean);
  };
  await expect.poll(look, { timeout: settlePatienceMs }).toBe(true);
}

/** A tab hears from its neighbour of what was saved there, a moment later; what does not pass is a fault. */
async function lasting(look: () => Promise<string[]>): Promise<string[]> {
  let faults: string[] = [];
  const count = async () => {
    faults = await look();
    return faults.length;
  };
  await expect
    .poll(count, { timeout: hearingMs })
    .toBe(0)
    .catch(() => {});
  return faults;
}

/** Nothing is on its way any more, and no cell says that it is. */
function hangingMarks(tab: Tab, marks: Record<string, string>): string[] {
  return Object.entries(marks).flatMap(([cell, words]) =>
    /尚未保存|等待上传/.test(words) ? [`at rest ${tab.userId} is told of ${tab.filingId} ${cell}: ${words}`] : [],
  );
}

function differences(tab: Tab, when: string, shown: Record<string, string>, stored: Record<string, string>): string[] {
  return Object.entries(shown).flatMap(([cell, text]) =>
    text === (stored[cell] ?? '') ? [] : [`${when} ${tab.userId} sees ${tab.filingId} ${cell} = ${text}, stored is ${stored[cell] ?? ''}`],
  );
}

function sumOf(all: readonly Losses[]): Losses {
  const sum = (key: keyof Losses) => all.reduce((so, one) => so + one[key], 0);
  return { requests: sum('requests'), answers: sum('answers'), delivered: sum('delivered') };
}
