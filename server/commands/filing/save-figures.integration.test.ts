import { describe, expect, it } from 'vitest';
import { findFigure, listDeclarations, listFigures } from '@/db/store';
import { asPasted, figureOfText } from '@/server/domain/figures';
import { getCell, getFormat } from '@/server/domain/formats';
import { loadFilingForm } from '@/server/queries/filing-form';
import { submitQuarter } from '../../rehearsal/file-quarter';
import { typeCell } from '../../testing/a-district';
import { inADistrict } from '../../testing/in-a-district';
import { kindsOf } from '../../testing/log-of';
import { expectRefused } from '../../testing/refusal-of';
import { declareNothing } from './declare-nothing';
import { saveFigures } from './save-figures';

const cell = 's3.granted.natural_person';

describe('saving figures', () => {
  const district = inADistrict();

  it('stores the text as typed beside its value, under version 1, 2, …', async () => {
    const { id } = await district().filing();
    expect(await typeCell(district().clerk(), id, { cell, raw: '３７' })).toMatchObject({
      outcome: 'saved',
      version: 1,
      figure: { state: 'number', value: 37 },
    });
    expect(await typeCell(district().clerk(), id, { cell, raw: '38', baseVersion: 1 })).toMatchObject({ outcome: 'saved', version: 2 });
    expect(await findFigure(district().store.read, id, cell)).toMatchObject({
      raw: '38',
      version: 2,
      savedBy: district().clerk().actor.userId,
    });
  });

  it('answers a stale version with both values and writes nothing: the person chooses', async () => {
    const { id } = await district().filing();
    await typeCell(district().clerk(), id, { cell, raw: '37' });
    const colleague = await district().withPost(district().clerk(1), 'clerk', district().unitIds[0] ?? '');
    const kinds = await kindsOf(district().store, async () => {
      expect(await typeCell(colleague, id, { cell, raw: '40', baseVersion: 0 })).toMatchObject({
        outcome: 'conflict',
        version: 1,
        raw: '37',
        figure: { state: 'number', value: 37 },
        savedBy: district().clerk().actor.userId,
      });
    });
    expect([kinds, (await findFigure(district().store.read, id, cell))?.raw]).toEqual([[], '37']);
  });

  it('takes the same text from a second person as the same, whatever version it was based on', async () => {
    const { id } = await district().filing();
    await typeCell(district().clerk(), id, { cell, raw: '37' });
    expect(await typeCell(district().clerk(), id, { cell, raw: '37', baseVersion: 0 })).toMatchObject({ outcome: 'same', version: 1 });
  });

  it('answers a repeated change as the same and does it once, even when the cell has moved on', async () => {
    const { id } = await district().filing();
    const change = { changeId: 'one-edit', cell, raw: '37', baseVersion: 0 };
    const save = () => saveFigures(district().clerk(), { filingId: id, changes: [change] });
    expect(await save()).toMatchObject([{ outcome: 'saved', version: 1 }]);
    await typeCell(district().clerk(), id, { cell, raw: '38', baseVersion: 1 });
    expect(await kindsOf(district().store, async () => expect(await save()).toMatchObject([{ outcome: 'same', version: 1 }]))).toEqual([]);
    expect((await findFigure(district().store.read, id, cell))?.raw).toBe('38');
  });

  it('answers a change that is repeated after its filing was submitted as the same; what was not stored then is refused', async () => {
    const filing = await district().type();
    const change = { changeId: 'one-edit', cell, raw: '0 ', baseVersion: 1 };
    const save = (...more: (typeof change)[]) => saveFigures(district().clerk(), { filingId: filing.id, changes: [change, ...more] });
    await save();
    await submitQuarter(district().clerk(), filing.id);
    expect(await kindsOf(district().store, async () => expect(await save()).toMatchObject([{ outcome: 'same', version: 2 }]))).toEqual([]);
    const late = { ...change, changeId: 'too-late', raw: '5', baseVersion: 2 };
    await expectRefused(save(late), 'wrong_status');
    expect((await findFigure(district().store.read, filing.id, cell))?.raw).toBe('0 ');
  });

  it('refuses a change number that another person, another cell or another filing has used', async () => {
    const { id } = await district().filing();
    const change = { changeId: 'one-edit', cell, raw: '37', baseVersion: 0 };
    await saveFigures(district().clerk(), { filingId: id, changes: [change] });
    const both = await district().withPost(district().clerk(), 'clerk', district().unitIds[1] ?? '');
    const theirs = await district().filing(1);
    await expectRefused(saveFigures(district().clerk(1), { filingId: theirs.id, changes: [change] }), 'invalid');
    await expectRefused(saveFigures(both, { filingId: id, changes: [{ ...change, cell: 's3.granted.other_org' }] }), 'invalid');
    await expectRefused(saveFigures(both, { filingId: theirs.id, changes: [change] }), 'invalid');
    expect(await listFigures(district().store.read, theirs.id)).toEqual([]);
  });

  it.each([
    ['an unknown cell', 's3.granted.nobody'],
    ['a computed cell', 's3.granted.total'],
    ['an opening that is carried in', 's3.carried_in.natural_person'],
    ['a name every object has', '__proto__'],
    ['a name every object has', 'constructor'],
  ])('refuses %s and stores nothing of the whole batch', async (_, bad) => {
    const { id } = await district().filing();
    const changes = [cell, bad].map((one) => ({ changeId: `change of ${one}`, cell: one, raw: '1', baseVersion: 0 }));
    const kinds = await kindsOf(district().store, () =>
      expectRefused(saveFigures(district().clerk(), { filingId: id, changes }), 'invalid'),
    );
    expect([kinds, await listFigures(district().store.read, id)]).toEqual([['refused'], []]);
  });

  it('refuses the unit of somebody else as if there were no such filing', async () => {
    const { id } = await district().filing();
    const refused = await expectRefused(typeCell(district().clerk(1), id, { cell, raw: '1' }), 'not_found');
    const unknown = await expectRefused(typeCell(district().clerk(1), 'no such filing', { cell, raw: '1' }), 'not_found');
    expect(refused.sentence).toEqual(unknown.sentence);
  });

  it('keeps what cannot be read, as typed', async () => {
    const { id } = await district().filing();
    for (const raw of ['约３', '1,23', '-3', '=1+1', ' １２ 件多 ']) {
      const version = (await findFigure(district().store.read, id, cell))?.version ?? 0;
      expect(await typeCell(district().clerk(), id, { cell, raw, baseVersion: version })).toMatchObject({
        outcome: 'saved',
        figure: { state: 'unreadable', raw },
      });
    }
  });

  it('stores pasted columns as they were pasted, unreadable at every later reading, until somebody types the number', async () => {
    const { id } = await district().filing();
    const pasted = asPasted('3 120 104');
    const unreadable = { state: 'unreadable', raw: '3 120 104' } as const;
    const change = { cell, raw: pasted, baseVersion: 0 };
    expect(await typeCell(district().clerk(), id, change)).toMatchObject({ outcome: 'saved', figure: unreadable });
    expect(await findFigure(district().store.read, id, cell)).toMatchObject({ raw: '3 120 104', figure: unreadable });
    const form = await loadFilingForm(district().store.read, district().clerk().actor, id, null);
    const stored = form.stored[cell];
    expect(figureOfText(stored?.raw ?? '', getCell(getFormat('2021'), cell)).figure).toEqual(unreadable);
    // Loaded, sent again, told beside a conflict: it is the same text.
    expect(await typeCell(district().clerk(), id, { ...change, raw: stored?.raw ?? '' })).toMatchObject({ outcome: 'same', version: 1 });
    expect(await typeCell(district().clerk(), id, { cell, raw: '5', baseVersion: 0 })).toMatchObject({ outcome: 'conflict', raw: pasted });
    expect(await typeCell(district().clerk(), id, { cell, raw: '3 120 104', baseVersion: 1 })).toMatchObject({
      outcome: 'saved',
      version: 2,
      figure: { state: 'number', value: 3_120_104 },
    });
    expect((await loadFilingForm(district().store.read, district().clerk().actor, id, null)).stored[cell]?.raw).toBe('3 120 104');
  });

  it('keeps a blank, 0 and 不适用 apart', async () => {
    const { id } = await district().filing();
    const states = [];
    for (const [index, raw] of ['0', '', '不适用'].entries())
      states.push((await typeCell(district().clerk(), id, { cell, raw, baseVersion: index })).figure);
    expect(states).toEqual([{ state: 'number', value: 0, decimals: 0 }, { state: 'not_filled' }, { state: 'not_applicable' }]);
  });

  it('ends a 本期无 of the section with an event, as soon as a figure is typed into it, and leaves the other one', async () => {
    const { id } = await district().filing();
    for (const section of ['3', '4'] as const) await declareNothing(district().clerk(), { filingId: id, section, declare: true });
    expect(await kindsOf(district().store, () => typeCell(district().clerk(), id, { cell, raw: '1' }))).toEqual([
      'figure.saved',
      'declaration.lapsed',
    ]);
    expect((await listDeclarations(district().store.read, id)).map((one) => one.section)).toEqual(['4']);
    expect(await kindsOf(district().store, () => typeCell(district().clerk(), id, { cell: 's4.review.upheld', raw: '' }))).toEqual([
      'figure.saved',
    ]);
  });

  it('T14: keeps the last accepted value of 20 parallel edits on one version; nineteen people are told', async () => {
    const { id } = await district().filing();
    const saved = await Promise.all(
      Array.from({ length: 20 }, (_, index) => typeCell(district().clerk(), id, { cell, raw: String(index + 1) })),
    );
    const accepted = saved.filter((one) => one.outcome === 'saved');
    expect([accepted.length, saved.filter((one) => one.outcome === 'conflict').length]).toEqual([1, 19]);
    expect((await findFigure(district().store.read, id, cell))?.figure).toEqual(accepted[0]?.figure);
  });
});
