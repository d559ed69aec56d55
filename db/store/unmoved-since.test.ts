import { expect, it } from 'vitest';
import { isAboutLedger } from './unmoved-since';

const isKnown = (sql: string) => isAboutLedger({ sql, params: [] });

it('a question is about the ledger when every table that it names is one of it', () => {
  expect(isKnown('select "id" from "units" where "units"."id" = ?')).toBe(true);
  expect(isKnown('select "figures" from "checked_books" where "year" = ?')).toBe(true);
  expect(isKnown('select 1 from "filings" inner join "submissions" on ("a" = "b") where exists (select 1 from "units")')).toBe(true);
  expect(isKnown('select 1 from (select "id" from "units") "some"')).toBe(true);
});

it('and not when it names another, or in another way', () => {
  expect(isKnown('select 1 from "filings" left join "figures" on ("a" = "b")')).toBe(false);
  expect(isKnown('select 1 from (select "id" from "users") "some"')).toBe(false);
  expect(isKnown('select 1 from units')).toBe(false);
  expect(isKnown('select total_changes()')).toBe(false);
});
