import { readFileSync } from 'node:fs';
import { getTableName } from 'drizzle-orm';
import { expect, it } from 'vitest';
import * as tables from '@/db/schema/sqlite';
import { vouchedTables } from './vouched-tables';

it('says of every table of the schema what vouches for it, here and in the README', () => {
  const readme = readFileSync(new URL('README.md', import.meta.url), 'utf8');
  const listed = new Set(
    [...readme.matchAll(/^\| (`[a-z_`, ]+`) \|/gm)].flatMap(([, names = '']) =>
      [...names.matchAll(/`([a-z_]+)`/g)].map(([, name]) => name),
    ),
  );
  const names = Object.values(tables).map((table) => getTableName(table));
  expect(names.filter((name) => !listed.has(name))).toEqual([]);
  expect(Object.keys(vouchedTables).sort()).toEqual(Object.keys(tables).sort());
});
