import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Client } from 'pg';
import { chained, formerEvents } from '@/db/testing/former-events';
import { migratePostgresBefore, migrateSqliteBefore } from '@/db/testing/migrations-before';
import { anEvent, someDay } from '@/db/testing/rows';
import { getFormat, leafCells } from '@/server/domain/formats';

/** The oldest of the migrations that carry rows over; all after it are run as well. */
const before = 'pack_the_ledger';
const [units, quarters, events] = [30, 4, 40] as const;

/** An office as a program left it that had the ledger in rows and notes beside texts. */
export async function oldSqliteOffice(folder: string): Promise<void> {
  const file = join(folder, 'nianbao.db');
  const connection = new Database(file);
  await migrateSqliteBefore(connection, before);
  connection.exec(rowsOf(String(someDay.getTime())));
  connection.exec(log);
  connection.close();
}

export async function oldPostgresOffice(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await migratePostgresBefore(client, before);
  await client.query(rowsOf(`'${someDay.toISOString()}'`));
  await client.query(log);
  await client.end();
}

const log = formerEvents(chained(Array.from({ length: events }, (_, index) => anEvent({ objectId: `filing-${index}` }))));

/** Statements both engines understand. @param at a moment as the dialect writes it */
function rowsOf(at: string): string {
  const cells = leafCells(getFormat('2021', 'other_three')).map(({ id }) => id);
  const each = <T>(count: number, make: (index: number) => T) => Array.from({ length: count }, (_, index) => make(index));
  const figures = each(units, (unit) =>
    each(quarters, (quarter) =>
      cells.map(
        (cell, index) =>
          `(2025, '${cell}', ${quarter + 1}, 'unit-${unit}', ${index % 7 !== 0}, ${index % 7 === 0 ? 0 : unit * 31 + index * quarter}, 0, 'filing-${unit}-${quarter}', ${quarter + 1})`,
      ),
    ),
  ).flat(2);
  const notes = ['t2', 't3', 't4', 's2.licensing_decisions'].flatMap((place) =>
    each(units, (unit) => `('report-${unit}', '${place}', '注：含修订${unit}件，{{x}}、{{{ 原样。', ${unit + 1}, 'user-1', ${at})`),
  );
  return [
    `insert into units (id, path, name, kind, powers, sort, opens_on) values ${each(units, (unit) => `('unit-${unit}', '/unit-${unit}/', '第${unit}局', 'government', '[]', ${unit}, '2020-01-01')`)}`,
    `insert into years (year, format, row_variant, created_at) values (2025, '2021', 'other_three', ${at})`,
    `insert into reports (id, unit_id, year, scope, created_at) values ${each(units, (unit) => `('report-${unit}', 'unit-${unit}', 2025, 'consolidated', ${at})`)}`,
    `insert into checked_figures (year, cell, quarter, unit_id, is_applicable, value, decimals, filing_id, submission_number) values ${figures}`,
    `insert into report_notes (report_id, place, text, version, saved_by, saved_at) values ${notes}`,
  ].join(';\n');
}
