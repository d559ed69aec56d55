import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findFigure, insertChange, listFigures, type Store } from '@/db/store';
import type { FreshStore } from '@/db/testing/fresh-store';
import { postgresBefore, sqliteBefore } from '@/db/testing/store-before';
import { answerKeptDays, saveFigures } from '@/server/commands/filing/save-figures';
import { startPractice } from '@/server/commands/filing/start-practice';
import { type CellId, getFormat, leafCells } from '@/server/domain/formats';
import { submitQuarter } from '@/server/rehearsal/file-quarter';
import { typeCell } from '@/server/testing/a-district';
import { inADistrict } from '@/server/testing/in-a-district';
import { kindsOf } from '@/server/testing/log-of';
import { expectRefused } from '@/server/testing/refusal-of';
import { forgetAnswers } from './forget-answers';

const [one = '', other = '', third = ''] = leafCells(getFormat('2021', 'other_three'))
  .filter((cell) => cell.section === '3' && cell.addsUp === 'flow')
  .map((cell) => cell.id);

const daysAfter = (at: Date, days: number) => new Date(at.getTime() + days * 86_400_000);

describe('answers that are forgotten', () => {
  const district = inADistrict();
  const now = () => district().clerk().now();
  const forget = (days: number) => forgetAnswers(district().store, daysAfter(now(), days));
  const save = (filingId: string, change: Change) => saveFigures(district().clerk(), { filingId, changes: [change] });

  it(`are those of figures, after ${answerKeptDays} days and not before`, async () => {
    const filing = await district().type();
    const saved = (await listFigures(district().store.read, filing.id)).length;
    await submitQuarter(district().clerk(), filing.id);
    expect(await forget(answerKeptDays - 0.01)).toBe(0);
    expect(await forget(answerKeptDays)).toBe(saved);
  });

  it('a repeat is judged by what stands there: the same text is same, another is for the person to decide, and nothing is written', async () => {
    const { id } = await district().filing();
    const change = { changeId: 'a', cell: one, raw: '37', baseVersion: 0 };
    await save(id, change);
    await forget(answerKeptDays);
    const before = await listFigures(district().store.read, id);
    expect(
      await kindsOf(district().store, async () => expect(await save(id, change)).toMatchObject([{ outcome: 'same', version: 1 }])),
    ).toEqual([]);
    await typeCell(district().clerk(), id, { cell: one, raw: '38', baseVersion: 1 });
    expect(await save(id, change)).toMatchObject([{ outcome: 'conflict', version: 2, raw: '38' }]);
    expect(before).toHaveLength(1);
    expect(await findFigure(district().store.read, id, one)).toMatchObject({ raw: '38', version: 2 });
  });

  it('a repeat after the quarter was submitted is answered as same where it is the last of its cell, and else refused with the sentence', async () => {
    const filing = await district().type();
    const [first, second] = [
      { changeId: 'a', cell: one, raw: '0 ', baseVersion: 1 },
      { changeId: 'b', cell: one, raw: ' 0', baseVersion: 2 },
    ];
    for (const change of [first, second]) await save(filing.id, change);
    await submitQuarter(district().clerk(), filing.id);
    await forget(answerKeptDays);
    expect(await save(filing.id, second)).toMatchObject([{ outcome: 'same', version: 3 }]);
    await expectRefused(save(filing.id, first), 'wrong_status');
  });

  it('of a practice quarter are kept: it is emptied, and its versions begin anew', async () => {
    const practice = await startPractice(district().clerk(), { filingId: (await district().filing()).id });
    await save(practice.filingId, { changeId: 'a', cell: one, raw: '37', baseVersion: 0 });
    expect(await forget(10_000)).toBe(0);
  });

  it('whatever is repeated whenever: no change is done twice, none that was acknowledged is lost, and soon its answer is that of then', async () => {
    const cells = [one, other, third];
    await fc.assert(
      fc.asyncProperty(fc.array(anAct, { minLength: 5, maxLength: 40 }), fc.uuid(), async (acts, run) => {
        const { id } = await district().filing();
        const sent: { change: Change; version: number; isForgotten: boolean }[] = [];
        for (const act of acts) {
          const before = await listFigures(district().store.read, id);
          if (act.is === 'forget') {
            await forget(answerKeptDays);
            for (const one of sent) one.isForgotten = true;
          } else if (act.is === 'save') {
            const cell = cells[act.cell] ?? one;
            const version = before.find((figure) => figure.cell === cell)?.version ?? 0;
            const change = {
              changeId: `${run} ${sent.length}`,
              cell,
              raw: String(act.value),
              baseVersion: Math.max(0, version - act.behind),
            };
            const [answer] = await save(id, change);
            if (answer?.outcome === 'saved') sent.push({ change, version: answer.version, isForgotten: false });
          } else if (sent.length > 0) {
            const again = sent[act.which % sent.length];
            if (!again) continue;
            const kinds = await kindsOf(district().store, async () => {
              const [answer] = await save(id, again.change);
              const stands = before.find((figure) => figure.cell === again.change.cell);
              if (!again.isForgotten) expect(answer).toMatchObject({ outcome: 'same', version: again.version });
              else expect(answer?.outcome).toBe(stands?.raw === again.change.raw ? 'same' : 'conflict');
            });
            expect(kinds).toEqual([]);
            expect(await listFigures(district().store.read, id)).toEqual(before);
          }
        }
      }),
      { numRuns: 12 },
    );
  });
});

interface Change {
  changeId: string;
  cell: CellId;
  raw: string;
  baseVersion: number;
}

const anAct = fc.oneof(
  { weight: 4, arbitrary: fc.record({ is: fc.constant('save' as const), cell: fc.nat(2), value: fc.nat(2), behind: fc.nat(1) }) },
  { weight: 4, arbitrary: fc.record({ is: fc.constant('repeat' as const), which: fc.nat(100) }) },
  { weight: 1, arbitrary: fc.record({ is: fc.constant('forget' as const) }) },
);

const someDay = new Date('2026-04-08T02:00:00.000Z');
describe.each([
  { engine: 'SQLite', open: sqliteBefore, time: String(someDay.getTime()), no: '0', yes: '1' },
  { engine: 'PostgreSQL', open: postgresBefore, time: `'${someDay.toISOString()}'`, no: 'false', yes: 'true' },
])('answers of the time before any were forgotten, on $engine', ({ open, time, no, yes }) => {
  let fresh: FreshStore;
  beforeAll(async () => {
    const old = await open('forgotten_answers');
    const answer = (id: string, about: string) =>
      `insert into changes (change_id, user_id, result, at) values ('${id}', 'u', '{"about":"${about}","answer":{}}', ${time});`;
    const filing = (id: string, isPractice: string) =>
      `insert into filings (id, unit_id, year, quarter, status, submission_number, updated_at, is_practice) values ('${id}', 'unit', 2026, 1, 'draft', 0, ${time}, ${isPractice});`;
    await old.run(
      [
        `insert into units (id, parent_id, path, name, kind, powers, sort, opens_on, closes_on) values ('unit', null, '/unit/', '局', 'department', '[]', 1, '2020-01-01', null);`,
        filing('real', no),
        filing('practice', yes),
        answer('figure', 'figure real s3.granted.natural_person'),
        answer('in practice', 'figure practice s3.granted.natural_person'),
        answer('submission', 'submit real'),
      ].join('\n'),
    );
    fresh = await old.bringUpToDate();
  });
  afterAll(() => fresh.remove());

  it('are forgotten like those of today', async () => {
    const { store } = fresh;
    const kept = async () => (await idsOf(store)).sort();
    expect(await forgetAnswers(store, daysAfter(someDay, answerKeptDays - 1))).toBe(0);
    expect(await forgetAnswers(store, daysAfter(someDay, answerKeptDays))).toBe(1);
    expect(await kept()).toEqual(['in practice', 'submission']);
  });

  it('go in pages, all of them', async () => {
    const { store } = fresh;
    await store.tx(async (tx) => {
      for (let n = 0; n < 250; n += 1)
        await insertChange(tx, { changeId: `many ${n}`, userId: 'u', result: {}, at: someDay, forgetAt: someDay });
    });
    expect(await forgetAnswers(store, someDay)).toBe(250);
  });
});

async function idsOf({ read }: Store): Promise<string[]> {
  return (await read.db.select({ id: read.t.changes.changeId }).from(read.t.changes)).map(({ id }) => id);
}
