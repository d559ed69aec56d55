import { createHash } from 'node:crypto';
import { canonicalJson } from '@/server/domain/audit';
import type { End, Row } from './end';
import { officeTables, type TransferTable } from './office-tables';

export interface TransferredTable {
  name: string;
  rows: number;
  /** SHA-256 over the rows in the order of their key, each as canonical JSON: the same on both engines. */
  hash: string;
}

/**
 * Everything of an office from one end to another, in one transaction of the other. Before that is committed, what arrived is read back and compared
 * with what was sent, table by table.
 *
 * @param beforeCommit a last look; what it throws takes everything back
 * @throws Error where they differ, or the target holds anything; nothing has happened then
 */
export async function transfer(from: End, to: End, beforeCommit: () => Promise<void> = async () => {}): Promise<TransferredTable[]> {
  for (const table of officeTables)
    for await (const _ of to.rows(table))
      throw new Error(`目标不是空的：${table.name} 已有数据 / the target is not empty: ${table.name} holds rows`);
  const sent: TransferredTable[] = [];
  for (const table of officeTables) {
    const digest = digestOf(table);
    let batch: Row[] = [];
    for await (const row of from.rows(table)) {
      digest.add(row);
      batch.push(row);
      if (batch.length < table.rowsAtOnce) continue;
      await to.insert(table, batch);
      batch = [];
    }
    if (batch.length > 0) await to.insert(table, batch);
    sent.push(digest.end());
  }
  const arrived = await digestAll(to);
  const different = sent.filter(({ rows, hash }, index) => arrived[index]?.rows !== rows || arrived[index]?.hash !== hash);
  if (different.length > 0)
    throw new Error(`复制结果与原数据不同 / what arrived differs from what was sent: ${different.map(({ name }) => name).join(', ')}`);
  await beforeCommit();
  await to.commit();
  return sent;
}

export async function digestAll(end: End): Promise<TransferredTable[]> {
  const all: TransferredTable[] = [];
  for (const table of officeTables) {
    const digest = digestOf(table);
    for await (const row of end.rows(table)) digest.add(row);
    all.push(digest.end());
  }
  return all;
}

function digestOf({ name }: TransferTable) {
  const hash = createHash('sha256');
  let rows = 0;
  return {
    add(row: Row) {
      rows += 1;
      hash.update(canonicalJson(row)).update('\n');
    },
    end: (): TransferredTable => ({ name, rows, hash: hash.digest('hex') }),
  };
}
