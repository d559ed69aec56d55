import { randomUUID } from 'node:crypto';
import { encode } from 'next-auth/jwt';
import {
  findFiling,
  insertFiling,
  insertPerson,
  insertPost,
  insertQuarter,
  insertSession,
  insertUnit,
  insertYear,
  type Store,
  setFilingStatus,
  type Tx,
  upsertFigure,
} from '@/db/store';
import type { CommandContext } from '@/server/commands/command';
import { saveFigures } from '@/server/commands/filing/save-figures';
import { submitFiling } from '@/server/commands/filing/submit-filing';
import { count } from '@/server/domain/figures';
import { getFormat, leafCells } from '@/server/domain/formats';
import { loadFilingView } from '@/server/views/filing-view';

const year = 2026;
const flows = leafCells(getFormat('2021', 'other_three')).filter((cell) => cell.addsUp !== 'computed' && cell.addsUp !== 'opening');

/** Units whose first quarter is approved and whose second was typed and submitted by the commands. @returns the cookie of their reviewer */
export async function seedQueue(store: Store, secret: string, units: number): Promise<string> {
  const at = new Date();
  await store.tx(async (tx) => {
    await insertYear(tx, { year, format: '2021', rowVariant: 'other_three', createdAt: at });
    for (const quarter of [1, 2]) await insertQuarter(tx, { year, quarter, dueOn: `${year}-12-31`, openedAt: at });
    await insertUnit(tx, { ...unit(0), id: 'root', parentId: null, path: ['root'], kind: 'government' });
    for (const id of ['clerk', 'reviewer']) {
      await insertPerson(tx, { id, username: id, name: id, passwordHash: null, createdAt: at });
      await insertSession(tx, { id: `session-${id}`, userId: id, at });
    }
    await insertPost(tx, { id: 'post-reviewer', userId: 'reviewer', unitId: 'root', role: 'reviewer', startedAt: at });
  });
  for (let number = 1; number <= units; number += 1) {
    await store.tx((tx) => seedUnit(tx, number, at));
    await submitQuarter(store, number);
  }
  return `next-auth.session-token=${await encode({ token: { sub: 'reviewer', sid: 'session-reviewer' }, secret })}`;
}

async function seedUnit(tx: Tx, number: number, at: Date): Promise<void> {
  await insertUnit(tx, unit(number));
  await insertPost(tx, { id: `post-${number}`, userId: 'clerk', unitId: `unit-${number}`, role: 'clerk', startedAt: at });
  for (const quarter of [1, 2]) await insertFiling(tx, { id: idOf(number, quarter), unitId: `unit-${number}`, year, quarter, at });
  for (const cell of flows)
    await upsertFigure(tx, idOf(number, 1), { cell: cell.id, raw: '0', figure: count(0), version: 1, savedBy: 'clerk', savedAt: at });
  await setFilingStatus(tx, idOf(number, 1), { status: 'approved', submissionNumber: 1, at });
}

async function submitQuarter(store: Store, number: number): Promise<void> {
  const filingId = idOf(number, 2);
  const context: CommandContext = {
    store,
    actor: {
      userId: 'clerk',
      name: 'clerk',
      username: 'clerk',
      sessionId: 'session-clerk',
      posts: [{ id: `post-${number}`, role: 'clerk', unitId: `unit-${number}` }],
    },
    now: () => new Date(),
    newId: randomUUID,
    requestId: randomUUID(),
    ip: null,
    overlay: null,
  };
  const changes = flows.map((cell) => ({ changeId: randomUUID(), cell: cell.id, raw: '0', baseVersion: 0 }));
  await saveFigures(context, { filingId, changes });
  const filing = await findFiling(store.read, filingId);
  if (!filing) throw new Error(`no filing ${filingId}`);
  const { hash } = await loadFilingView(store.read, filing, null);
  await submitFiling(context, { filingId, changeId: randomUUID(), seenHash: hash, earlyReason: '压力测试：不等季度结束。' });
}

function idOf(number: number, quarter: number): string {
  return `filing-${number}-${quarter}`;
}

function unit(number: number) {
  const id = `unit-${number}`;
  return {
    id,
    parentId: 'root',
    path: ['root', id],
    name: `示例第${number}局`,
    kind: 'department' as const,
    powers: [],
    sort: number,
    opensOn: '2020-01-01',
    closesOn: null,
  };
}
