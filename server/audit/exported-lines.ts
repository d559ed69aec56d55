import type { Reader } from '@/db/store';
import { eventsAfter, rowsOf, type TableName } from '@/db/store/log-rows';
import { readCellList } from '@/db/store/packed-figures';
import type { ChainedEvent } from '@/server/domain/audit';

const pageSize = 5_000;

/** The whole log in order, an event a line, with everything that its hash is over. */
export async function* exportedEvents(read: Reader): AsyncGenerator<ChainedEvent> {
  for (let after = 0; ; ) {
    const page = await eventsAfter(read, after, pageSize);
    yield* page;
    if (page.length < pageSize) return;
    after = page.at(-1)?.seq ?? after;
  }
}

/** What an outsider holds against the log: tables whose rows the verifier of one file rebuilds or hashes, with the places in words. */
const tables = ['figures', 'filingTexts', 'submissions', 'checkedBooks'] as const satisfies readonly TableName[];
const reportTables = ['reportTexts', 'editions'] as const satisfies readonly TableName[];
const ownersAtOnce = 100;

/** A line a row: its table, where it is, and its columns; approved figures by their cells. */
export async function* exportedLedger(read: Reader): AsyncGenerator<Record<string, unknown>> {
  const units = new Map((await rowsOf(read, 'units')).map((row) => [row.id, row.name]));
  const filings = await rowsOf(read, 'filings');
  const reports = await rowsOf(read, 'reports');
  const lists = new Map((await rowsOf(read, 'cellLists')).map((row) => [row.hash, row as { hash: string; cells: string }]));
  for (const [owners, column, of] of [
    [filings, 'filingId', tables],
    [reports, 'reportId', reportTables],
  ] as const) {
    const places = new Map(
      owners.map(({ id, unitId, year, quarter, scope }) => [id, { unit: units.get(unitId), year, quarter: quarter ?? undefined, scope }]),
    );
    for (let from = 0; from < owners.length; from += ownersAtOnce) {
      const ids = owners.slice(from, from + ownersAtOnce).map((row) => row.id as string);
      for (const table of of)
        for (const row of await rowsOf(read, table, { column, is: ids })) {
          // The mark says nothing of the office: it only tells the program when to read a row again.
          const { cellList, mark: _mark, ...columns } = row;
          const list = table === 'checkedBooks' ? lists.get(cellList) : undefined;
          yield { table, ...places.get(row[column]), ...columns, ...(list ? { cells: readCellList(list) } : {}) };
        }
    }
  }
}
