import { type ChildProcess, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { seededRandom } from '@/server/domain/seeded-random';
import type { Clerk } from '../bench/save/seed-clerks';
import { readWritten } from '../bench/save/verify-saves';

/** Three cells of one save stand or fall together. */
const cells = ['s3.new_received.natural_person', 's3.new_received.commercial_enterprise', 's3.granted.natural_person'] as const;

export interface Kills {
  kills: number;
  acknowledged: number;
  /** Acknowledged saves that are not there after a kill. */
  lost: number;
  /** Saves of which one cell is there and another is not. */
  halves: number;
  /** Times at which the file, its references or the log's chain were not whole. */
  notWhole: number;
}

/**
 * Clerks save three cells at a time, each waiting for the answer before; the server is killed in the middle and started again on the same
 * folder. What each clerk was told last is looked up in the file itself, by SQL that shares nothing with the store.
 */
export async function killWhileSaving(
  folder: string,
  { kills, clerks: count, seed }: { kills: number; clerks: number; seed: number },
): Promise<Kills> {
  const random = seededRandom(seed);
  const told: Kills = { kills, acknowledged: 0, lost: 0, halves: 0, notWhole: 0 };
  /** By clerk: the version each cell had in the last answer, and the one that may have been written without an answer. */
  const answered = new Map<string, number>();
  let clerks: readonly Clerk[] = [];
  for (let kill = 0; kill < kills; kill += 1) {
    const { child, port, seeded } = await start(folder, count);
    clerks = seeded ?? clerks;
    const ended = once(child, 'exit');
    let firstAnswer = () => {};
    const isUnderWay = new Promise<void>((resolve) => {
      firstAnswer = resolve;
    });
    const saving = clerks.map((clerk) => saveUntilCut(port, clerk, answered, firstAnswer));
    // Not before somebody was answered, however slow the machine is.
    await isUnderWay;
    await pause(random.integer(0, 600));
    child.kill('SIGKILL');
    await ended;
    for (const saved of await Promise.all(saving)) told.acknowledged += saved;
    const found = versionsIn(folder);
    for (const { filingId } of clerks) {
      const versions = cells.map((cell) => found.versions.get(`${filingId} ${cell}`) ?? 0);
      if (new Set(versions).size > 1) told.halves += 1;
      told.lost += Math.max(0, (answered.get(filingId) ?? 0) - Math.min(...versions));
      // What was written and not answered is what the clerk goes on from, as a page does that is loaded again.
      answered.set(filingId, Math.min(...versions));
    }
    if (!found.isWhole || !(await readWritten(folder)).isChainWhole) told.notWhole += 1;
  }
  return told;
}

async function start(folder: string, clerks: number): Promise<{ child: ChildProcess; port: number; seeded: readonly Clerk[] | null }> {
  const child = fork(fileURLToPath(new URL('./saving-server.ts', import.meta.url)), {
    env: { ...process.env, NODE_ENV: 'production', TRUST_DATA: folder, TRUST_CLERKS: String(clerks) },
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const [{ port, clerks: seeded }] = (await once(child, 'message')) as [{ port: number; clerks: readonly Clerk[] | null }];
  return { child, port, seeded };
}

async function saveUntilCut(
  port: number,
  { cookie, filingId }: Clerk,
  answered: Map<string, number>,
  onAnswer: () => void,
): Promise<number> {
  for (let saved = 0; ; saved += 1) {
    const baseVersion = answered.get(filingId) ?? 0;
    const changes = cells.map((cell) => ({ changeId: randomUUID(), cell, raw: String(baseVersion + 1), baseVersion }));
    try {
      const response = await fetch(`http://127.0.0.1:${port}/api/trpc/filing.save?batch=1`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie },
        body: JSON.stringify({ 0: { json: { filingId, changes } } }),
      });
      const answer = await response.text();
      if (answer.split('"outcome":"saved"').length - 1 !== cells.length)
        throw new Error(`a save was answered ${response.status} ${answer}`);
    } catch (error) {
      if (error instanceof TypeError) return saved;
      throw error;
    }
    answered.set(filingId, baseVersion + 1);
    onAnswer();
  }
}

function versionsIn(folder: string): { versions: Map<string, number>; isWhole: boolean } {
  const database = new Database(join(folder, 'nianbao.db'));
  try {
    const rows = database.prepare('select filing_id, cell, version from figures').all() as {
      filing_id: string;
      cell: string;
      version: number;
    }[];
    const isWhole =
      database.pragma('integrity_check', { simple: true }) === 'ok' && (database.pragma('foreign_key_check') as unknown[]).length === 0;
    return { versions: new Map(rows.map((row) => [`${row.filing_id} ${row.cell}`, row.version])), isWhole };
  } finally {
    database.close();
  }
}
