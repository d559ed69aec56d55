import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { eventHead } from '@/db/store';
import { CannotRead, type Snapshot, withSnapshot, withSqliteCopy } from '@/db/store/snapshot';
import { exportedEvents, exportedLedger } from '@/server/audit/exported-lines';
import { headLine } from '@/server/audit/head-line';
import { ledgerSentences, otherSchema } from '@/server/audit/ledger-sentences';
import { NoHead, readHeads } from '@/server/audit/read-heads';
import { NoPoint, pointKey, readPoint, writePoint } from '@/server/audit/verified-point';
import { verifyLedger } from '@/server/audit/verify-ledger';
import { CliError } from '../cli-error';
import { cliEnv } from '../with-store';

interface Asked {
  /** A database file, instead of the configured database. */
  database?: string;
  json?: boolean;
}

/** Whether the log holds together and the database says what it says. Exit 1: it does not; 2: it could not be judged whole. */
export async function auditVerify(options: Asked & { head?: string[]; point?: string; key?: string; whole?: boolean }): Promise<void> {
  const { point: file, key: keyFile } = options;
  if ((file === undefined) !== (keyFile === undefined)) throw new CliError('--point 与 --key 要一起给 / give --point and --key together');
  const heads = (options.head ?? []).flatMap((given) => orCliError(() => readHeads(given)));
  const key = keyFile === undefined ? '' : orCliError(() => pointKey(keyFile));
  // A head may stand anywhere in the chain: it is looked for in all of it.
  const isWhole = options.whole === true || heads.length > 0;
  const point = file === undefined || isWhole ? null : orCliError(() => readPoint(file, key));
  if (point && file !== undefined) heads.push({ ...point, of: 'event', from: file });
  const verdict = await onSnapshot(options, (snapshot) => verifyLedger(snapshot, heads, point));
  process.stdout.write(options.json ? `${JSON.stringify(verdict)}\n` : `${ledgerSentences(verdict).join('\n')}\n`);
  const { fault, headFound, replay, schema } = verdict;
  if (fault || headFound === false || (replay?.differenceCount ?? 0) > 0) process.exitCode = 1;
  else if (schema.is !== 'current') throw new CliError(otherSchema(schema));
  else if (file !== undefined) writePoint(file, key, new Date(), { seq: verdict.events, hash: verdict.head });
}

/** The newest link of the chain on one line, to be kept where the owner of the database has no hand. */
export async function auditHead(options: Asked): Promise<void> {
  const head = await onSnapshot(options, ({ read }) => eventHead(read));
  const line = headLine(head, new Date());
  process.stdout.write(`${options.json ? JSON.stringify(line.json) : line.text}\n`);
}

/** The log and what stands in the ledger as lines of JSON, for whoever keeps them. */
export async function auditExport(options: Asked & { out: string }): Promise<void> {
  mkdirSync(options.out, { recursive: true });
  const files = await onSnapshot(options, async ({ read, schema }) => {
    const log = await written(join(options.out, 'events.jsonl'), exportedEvents(read));
    if (schema.is !== 'current') return [log];
    return [log, await written(join(options.out, 'ledger.jsonl'), exportedLedger(read))];
  });
  process.stdout.write(options.json ? `${JSON.stringify({ files })}\n` : `${files.join('\n')}\n`);
}

async function written(path: string, lines: AsyncIterable<object>): Promise<string> {
  async function* texts() {
    for await (const line of lines) yield `${JSON.stringify(line)}\n`;
  }
  await pipeline(Readable.from(texts()), createWriteStream(path, { mode: 0o600 }));
  return path;
}

async function onSnapshot<T>(options: Asked, work: (snapshot: Snapshot) => Promise<T>): Promise<T> {
  try {
    return await (options.database === undefined ? withSnapshot(cliEnv(), work) : withSqliteCopy(options.database, work));
  } catch (error) {
    throw error instanceof CannotRead ? new CliError(error.message) : error;
  }
}

function orCliError<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof NoHead || error instanceof NoPoint ? new CliError(error.message) : error;
  }
}
