import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getFormat } from '@/server/domain/formats';
import { resolveProse } from '@/server/domain/prose';
import { printedNote } from '@/server/domain/report/notes';
import type { FreshStore } from '../testing/fresh-store';
import { postgresBefore, sqliteBefore } from '../testing/store-before';
import { listReportNotes } from './report-notes';
import { listReportTexts } from './reports';

const savedAt = new Date('2026-11-02T03:04:05.000Z');
const sources = { format: getFormat('2021'), figures: new Map(), lastYear: null, facts: new Map() };

const typed = {
  t2: '注：含修订16件。\n其中“{{s2.licensing_decisions}}”为模板留下的标记，{{{x}}}、{{ 与 }} 也是。',
  t3: '',
  t4: "以受理日期统计；它's 原样保留。",
};

const engines = [
  { engine: 'SQLite', open: sqliteBefore, time: String(savedAt.getTime()) },
  { engine: 'PostgreSQL', open: postgresBefore, time: `'${savedAt.toISOString()}'` },
];

/** Written when a note below a table was plain. */
describe.each(engines)('T8: a database of the time before notes became texts, on $engine', ({ open, time }) => {
  let fresh: FreshStore;
  beforeAll(async () => {
    const old = await open('notes_become_texts');
    const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;
    const note = (place: string, text: string, version: number) =>
      `('report-1', '${place}', ${quoted(text)}, ${version}, 'user-${version}', ${time})`;
    await old.run(
      [
        `insert into units (id, path, name, kind, powers, sort, opens_on) values ('u', '/u/', '区政府', 'government', '[]', 1, '2020-01-01');`,
        `insert into years (year, format, row_variant, created_at) values (2025, '2021', 'other_three', ${time});`,
        `insert into reports (id, unit_id, year, scope, created_at) values ('report-1', 'u', 2025, 'consolidated', ${time});`,
        `insert into report_texts (report_id, key, text, version, saved_by, saved_at) values ('report-1', '5', '没有问题。', 2, 'user-9', ${time});`,
        `insert into report_notes (report_id, place, text, version, saved_by, saved_at) values ${[
          note('t2', typed.t2, 3),
          note('t3', typed.t3, 2),
          note('t4', typed.t4, 1),
          note('s2.licensing_decisions', '其中{{16}}件', 4),
        ].join(', ')};`,
      ].join('\n'),
    );
    fresh = await old.bringUpToDate();
  });
  afterAll(() => fresh.remove());
  const read = () => fresh.store.read;

  it('has each note among the texts, with its version, its writer and its time, and the chapters as they were', async () => {
    const texts = await listReportTexts(read(), 'report-1');
    expect(texts.map(({ key, version, savedBy, savedAt: at }) => [key, version, savedBy, at])).toEqual([
      ['5', 2, 'user-9', savedAt],
      ['t2', 3, 'user-3', savedAt],
      ['t3', 2, 'user-2', savedAt],
      ['t4', 1, 'user-1', savedAt],
    ]);
  });

  it('prints every note as it was printed, also what reads like a token now', async () => {
    for (const { key, text } of await listReportTexts(read(), 'report-1')) {
      if (key !== 't2' && key !== 't3' && key !== 't4') continue;
      const { text: printed, pieces } = resolveProse(text, sources);
      expect([printed, printedNote(printed)]).toEqual([typed[key], printedNote(typed[key])]);
      expect(pieces.filter(({ number }) => number?.problem)).toEqual([]);
    }
  });

  it('keeps remarks in cells where they were, as they were', async () => {
    expect(await listReportNotes(read(), 'report-1')).toEqual([
      { place: 's2.licensing_decisions', text: '其中{{16}}件', version: 4, savedBy: 'user-4', savedAt },
    ]);
  });
});
