import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { count, type Figure, figureAt, notApplicable, notFilled, sameFigure } from '../figures';
import { getFormat, leafCells } from '../formats';
import { type ContentSeen, contentDifference, explanationChanges } from './content-difference';

const format = getFormat('2021');
const received = 's3.new_received.natural_person';
const granted = 's3.granted.natural_person';
const content = (over: Partial<ContentSeen> = {}): ContentSeen => ({ figures: {}, declared: [], contribution: '', ...over });

describe('what changed since a screen was shown', () => {
  it('is nothing between two states that say the same, however a blank is written', () => {
    const same = { figures: { [received]: count(3) }, contribution: '文' };
    expect(contentDifference(format, content(same), content({ ...same, figures: { ...same.figures, [granted]: notFilled } }))).toEqual({
      cells: [],
      declared: [],
      text: null,
    });
  });

  it('names each cell with before and after in the order of the form, and the text', () => {
    const before = content({ figures: { [received]: count(3), [granted]: notApplicable }, contribution: '旧' });
    const after = content({ figures: { [granted]: { state: 'unreadable', raw: '约3' }, [received]: count(4) }, contribution: '新' });
    expect(contentDifference(format, before, after)).toEqual({
      cells: [
        { cell: received, before: count(3), after: count(4) },
        { cell: granted, before: notApplicable, after: { state: 'unreadable', raw: '约3' } },
      ],
      declared: [],
      text: { before: '旧', after: '新' },
    });
  });

  it('tells of a declaration once, and of the cells that do not follow from it', () => {
    const zeros = Object.fromEntries(leafCells(format).flatMap((cell) => (cell.section === '4' ? [[cell.id, count(0)]] : [])));
    const declared = content({ figures: zeros, declared: ['4'] });
    expect(contentDifference(format, content(), declared)).toMatchObject({ cells: [], declared: [{ section: '4', isDeclared: true }] });
    const ended = contentDifference(format, declared, content({ figures: { 's4.review.upheld': count(1) } }));
    expect(ended).toMatchObject({
      declared: [{ section: '4', isDeclared: false }],
      cells: [{ cell: 's4.review.upheld', before: count(0), after: count(1) }],
    });
  });

  it('hides no change of a figure where no declaration changed', () => {
    const ids = leafCells(format).map((cell) => cell.id);
    const figure = fc.oneof(fc.constant(notFilled), fc.nat(3).map(count), fc.constant<Figure>(notApplicable));
    const book = fc.dictionary(fc.constantFrom(...ids), figure, { maxKeys: 12 });
    fc.assert(
      fc.property(book, book, (before, after) => {
        const told = new Map(
          contentDifference(format, content({ figures: before }), content({ figures: after })).cells.map((one) => [one.cell, one]),
        );
        for (const id of ids) {
          const [was, is] = [figureAt(new Map(Object.entries(before)), id), figureAt(new Map(Object.entries(after)), id)];
          expect(told.get(id) ?? null).toEqual(sameFigure(was, is) ? null : { cell: id, before: was, after: is });
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe('explanations since a screen was shown', () => {
  it('are told when they are new or were countersigned, and not when they were seen so', () => {
    const now = [
      { id: 'seen', isCountersigned: false },
      { id: 'signed', isCountersigned: true },
      { id: 'new', isCountersigned: false },
    ];
    expect(
      explanationChanges(
        [
          { id: 'seen', isCountersigned: false },
          { id: 'signed', isCountersigned: false },
        ],
        now,
      ).map(({ explanation, change }) => [explanation.id, change]),
    ).toEqual([
      ['signed', 'countersigned'],
      ['new', 'written'],
    ]);
    expect(explanationChanges(now, now)).toEqual([]);
  });
});
