import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Clerk } from '../save/seed-clerks';

const answerPatienceMs = 15_000;

/** A save that was answered: when it was first sent, and when the answer was here. */
export interface Acknowledged {
  sentAt: number;
  answeredAt: number;
}

/**
 * A clerk who saves one figure a second as the browser's outbox does: what is not answered is sent again under its own number, to whichever process the
 * proxy chooses, until it is.
 */
export async function clerkAtWork(
  clerk: Clerk,
  { ports, cell, until }: { ports: readonly number[]; cell: string; until: () => boolean },
): Promise<{ acknowledged: Acknowledged[]; repeats: number }> {
  const acknowledged: Acknowledged[] = [];
  let repeats = 0;
  for (let version = 0, turn = Math.floor(Math.random() * ports.length); !until(); version += 1) {
    const [changeId, sentAt] = [randomUUID(), performance.now()];
    for (;;) {
      turn += 1;
      const answer = await save(ports[turn % ports.length] ?? 0, clerk, { cell, version, changeId }).catch(() => '');
      if (answer.includes('"outcome":"saved"') || answer.includes('"outcome":"same"')) break;
      if (answer.includes('"outcome"')) throw new Error(`a save was answered ${answer}`);
      repeats += 1;
      await sleep(500 + Math.random() * 500);
    }
    acknowledged.push({ sentAt, answeredAt: performance.now() });
    await sleep(Math.max(0, 1000 - (performance.now() - sentAt)));
  }
  return { acknowledged, repeats };
}

/** Saves a figure once. @returns what was answered */
export async function save(
  port: number,
  { cookie, filingId }: Clerk,
  { cell, version, changeId }: { cell: string; version: number; changeId: string },
): Promise<string> {
  const changes = [{ changeId, cell, raw: String(version + 1), baseVersion: version }];
  const response = await fetch(`http://127.0.0.1:${port}/api/trpc/filing.save?batch=1`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify({ 0: { json: { filingId, changes } } }),
    signal: AbortSignal.timeout(answerPatienceMs),
  });
  return response.text();
}
