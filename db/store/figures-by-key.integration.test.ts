import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { sqliteBefore } from '../testing/store-before';
import { listFigures } from './figures';

const savedAt = new Date('2026-04-08T02:00:00.000Z');

it('figures of an older database lie in the tree of their key, each as it was', async () => {
  const old = await sqliteBefore('figures_by_key');
  const cells = ['s3.granted.other_org', 's3.granted.natural_person', 's4.review.upheld'];
  await old.run(
    [
      `insert into units (id, parent_id, path, name, kind, powers, sort, opens_on, closes_on) values ('unit', null, '/unit/', '局', 'department', '[]', 1, '2020-01-01', null);`,
      `insert into filings (id, unit_id, year, quarter, status, submission_number, updated_at, is_practice) values ('filing', 'unit', 2026, 1, 'draft', 0, ${savedAt.getTime()}, 0);`,
      ...cells.map(
        (cell, index) =>
          `insert into figures (filing_id, cell, raw, state, value, decimals, version, saved_by, saved_at) values ('filing', '${cell}', ' ${index}', 'number', ${index}, 0, ${index + 1}, 'u', ${savedAt.getTime()});`,
      ),
    ].join('\n'),
  );
  const fresh = await old.bringUpToDate();
  try {
    const figures = await listFigures(fresh.store.read, 'filing');
    expect(new Map(figures.map(({ cell, ...rest }) => [cell, rest]))).toEqual(
      new Map(
        cells.map((cell, value) => [
          cell,
          { raw: ` ${value}`, figure: { state: 'number', value, decimals: 0 }, version: value + 1, savedBy: 'u', savedAt },
        ]),
      ),
    );
    const plain = new Database(fresh.file, { readonly: true });
    const made = plain.prepare("select sql from sqlite_master where name = 'figures'").pluck().get();
    const indexes = plain
      .prepare("select count(*) from sqlite_master where type = 'index' and tbl_name = 'figures' and sql is not null")
      .pluck()
      .get();
    expect([made, indexes, plain.pragma('foreign_key_list(figures)')]).toEqual([
      expect.stringContaining('WITHOUT ROWID'),
      0,
      [expect.objectContaining({ table: 'filings', from: 'filing_id' })],
    ]);
    plain.close();
  } finally {
    await fresh.remove();
  }
});
