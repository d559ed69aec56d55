import { type ChildProcess, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Clerk } from '../bench/save/seed-clerks';

/** Three cells of one save stand or fall together. */
export const cells = ['s3.new_received.natural_person', 's3.new_received.commercial_enterprise', 's3.granted.natural_person'] as const;

/** By clerk's filing: the version each of its cells had in the last answer. */
export type Answered = Map<string, number>;

/** What was found of the clerks' filings afterwards: of each the versions of its cells. */
export type Versions = ReadonlyMap<string, readonly number[]>;

export interface Saved {
  versions: Versions;
  /** Pages and references of the database, the chain of its log. */
  isWhole: boolean;
  /** Saves of a cell that stand more often in one of figures, events and changes than in another. */
  doubled: number;
}

/** Rows of `select filing_id as filing, cell, version from figures`. */
export function versionsOf(rows: readonly { filing: string; cell: string; version: number | string }[]): Versions {
  const versions = new Map<string, number[]>();
  for (const { filing, cell, version } of rows) {
    const of = versions.get(filing) ?? cells.map(() => 0);
    of[(cells as readonly string[]).indexOf(cell)] = Number(version);
    versions.set(filing, of);
  }
  return versions;
}

export interface SavingServer {
  child: ChildProcess;
  port: number;
  /** On the first start on this place. */
  seeded: readonly Clerk[] | null;
}

/** @param databaseUrl PostgreSQL instead of a file in the folder */
export async function startSaving(place: {
  dataFolder: string;
  databaseUrl?: string;
  clerks: number;
  env?: Record<string, string>;
}): Promise<SavingServer> {
  const { dataFolder, databaseUrl = '', clerks, env = {} } = place;
  const child = fork(fileURLToPath(new URL('./saving-server.ts', import.meta.url)), {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      TRUST_DATA: dataFolder,
      TRUST_DATABASE: databaseUrl,
      TRUST_CLERKS: String(clerks),
      ...env,
    },
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit').then(([code]) => Promise.reject(new Error(`the server that saves ended with ${code}`)));
  ended.catch(() => {});
  const [{ port, clerks: seeded }] = (await Promise.race([once(child, 'message'), ended])) as [
    { port: number; clerks: readonly Clerk[] | null },
  ];
  return { child, port, seeded };
}

export interface SavingOptions {
  answered: Answered;
  /** Told of each answer. */
  onAnswer?: (filingId: string, version: number) => void;
  /** Whether the clerk has done enough. */
  isDone?: () => boolean;
}

/** What is told while the database is away. */
const away = /暂时不可用/;
const againAfterMs = 50;

/**
 * One save after another, each waiting for the answer to the one before, until the server is gone or has something else than the clerk was
 * told. While the database is away the same is sent again, as a page does. @returns how many were answered
 */
export async function saveUntilCut(port: number, { cookie, filingId }: Clerk, options: SavingOptions): Promise<number> {
  const { answered, onAnswer, isDone } = options;
  for (let saved = 0; ; saved += 1) {
    if (isDone?.()) return saved;
    const baseVersion = answered.get(filingId) ?? 0;
    const changes = cells.map((cell) => ({ changeId: randomUUID(), cell, raw: String(baseVersion + 1), baseVersion }));
    let answer = await sent(port, cookie, { filingId, changes });
    while (answer !== null && away.test(answer)) {
      await pause(againAfterMs);
      answer = await sent(port, cookie, { filingId, changes });
    }
    if (answer === null || answer.includes('"outcome":"conflict"')) return saved;
    // `same`: it was kept the first time, and nobody could say so.
    if (answer.split(/"outcome":"(?:saved|same)"/).length - 1 !== cells.length) throw new Error(`a save was answered ${answer}`);
    answered.set(filingId, baseVersion + 1);
    onAnswer?.(filingId, baseVersion + 1);
  }
}

/** @returns null when the server is gone */
async function sent(port: number, cookie: string, input: object): Promise<string | null> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/api/trpc/filing.save?batch=1`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify({ 0: { json: input } }),
    });
    return await response.text();
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** What is missing of what was answered, and saves of which one cell is there and another is not. */
export function missing(clerks: readonly Clerk[], answered: Answered, found: Versions): { lost: number; halves: number } {
  const of = { lost: 0, halves: 0 };
  for (const { filingId } of clerks) {
    const versions = found.get(filingId) ?? cells.map(() => 0);
    if (new Set(versions).size > 1) of.halves += 1;
    of.lost += Math.max(0, (answered.get(filingId) ?? 0) - Math.min(...versions));
  }
  return of;
}
