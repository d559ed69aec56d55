import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { count, type Figure, notApplicable } from '@/server/domain/figures';
import { addFigures } from '@/server/domain/roll-up';
import { addVector, emptySum, emptyVector, figureIn, packFigures, readCellList, unpackFigures } from './packed-figures';

const money = (value: number, decimals: number): Figure => ({ state: 'number', value, decimals });
const integer = fc.oneof(
  fc.integer({ min: -50, max: 1000 }),
  fc.maxSafeInteger(),
  fc.constantFrom(0, Number.MAX_SAFE_INTEGER, -Number.MAX_SAFE_INTEGER),
);
const known: fc.Arbitrary<Figure> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ state: fc.constant('number' as const), value: integer, decimals: fc.nat({ max: 6 }) }) },
  { weight: 1, arbitrary: fc.constant(notApplicable) },
);
const unknown = fc.constantFrom<Figure>({ state: 'not_filled' }, { state: 'unreadable', raw: '约3' });
const cellId = fc.stringMatching(/^[a-z][a-z0-9_.-]{0,12}$/);
const book = (figure: fc.Arbitrary<Figure>) =>
  fc.dictionary(cellId, figure, { maxKeys: 60 }).map((figures) => new Map(Object.entries(figures)));

function unpack(packed: { cellList: string; cells: string; figures: string }): Map<string, Figure> {
  const cells = readCellList({ hash: packed.cellList, cells: packed.cells });
  const vector = emptyVector(cells.length);
  unpackFigures(packed.figures, vector, 'f');
  return new Map(cells.map((cell, place) => [cell, figureIn(vector, place)]));
}

describe('packed figures', () => {
  it('are short enough to be read by eye: 12, nought, 不适用, 592372.4490 万元 and a change of -3', () => {
    const packed = packFigures(
      new Map([
        ['e', count(-3)],
        ['a', count(12)],
        ['b', count(0)],
        ['d', money(592372449, 4)],
        ['c', notApplicable],
      ]),
    );
    expect([packed.cells, packed.figures]).toEqual(['a,b,c,d,e', '1;12,0,/,592372449:4,-3;592372458']);
  });

  it('give back what was packed, to the last 分; what is not known is not there', () => {
    fc.assert(
      fc.property(book(fc.oneof({ weight: 9, arbitrary: known }, { weight: 1, arbitrary: unknown })), (figures) => {
        const kept = [...figures].filter(([, { state }]) => state === 'number' || state === 'not_applicable');
        expect(unpack(packFigures(figures))).toEqual(new Map(kept));
      }),
    );
  });

  it('share a list when they know the same cells, whatever their order', () => {
    fc.assert(
      fc.property(book(known), (figures) => {
        expect(packFigures(new Map([...figures].reverse()))).toEqual(packFigures(figures));
      }),
    );
  });

  it('add up place by place as the figures do one by one', () => {
    const small = known.map((figure) => (figure.state === 'number' ? { ...figure, value: figure.value % 10 ** 12 } : figure));
    fc.assert(
      fc.property(
        fc
          .nat({ max: 8 })
          .chain((length) => fc.array(fc.array(small, { minLength: length, maxLength: length }), { minLength: 1, maxLength: 6 })),
        (rows) => {
          const length = rows[0]?.length ?? 0;
          const [sum, vector] = [emptySum(length), emptyVector(length)];
          for (const row of rows) {
            unpackFigures(packFigures(new Map(row.map((figure, at) => [`c${at}`, figure]))).figures, vector, 'f');
            addVector(sum, vector);
          }
          const plain = Array.from({ length }, (_, at) => addFigures(rows.map((row) => row[at] ?? { state: 'not_filled' })));
          expect(plain.map((_, at) => figureIn(sum, at))).toEqual(plain);
        },
      ),
    );
  });

  it('are not summed past what a number holds exactly', () => {
    const [sum, vector] = [emptySum(1), emptyVector(1)];
    unpackFigures(packFigures(new Map([['a', count(Number.MAX_SAFE_INTEGER)]])).figures, vector, 'f');
    addVector(sum, vector);
    expect(() => addVector(sum, vector)).toThrow('too large to be exact');
  });

  it.each([
    ['1.5', money(1.5, 0)],
    ['2^53', count(2 ** 53)],
    ['an amount of 10 decimals', money(1, 10)],
  ])('refuse %s, which would not come back as it went in', (_, figure) => {
    expect(() => packFigures(new Map([['a', figure]]))).toThrow('cannot be kept exactly');
  });
});

describe('a damaged row', () => {
  it.each([
    ['another encoding', '2;12,0;12', 'begins with "2;12,0;1"'],
    ['a figure less', '1;12;12', '2 figures are expected, and not so after entry 1'],
    ['a figure more', '1;12,0,0;12', '2 figures are expected, and not so after entry 2'],
    ['a letter', '1;12,o;12', 'entry 2 is no integer'],
    ['an empty entry', '1;,12;12', 'entry 1 is no integer'],
    ['a number too long', '1;12,90071992547409920;12', 'entry 2 is no integer that can be kept exactly'],
    ['decimals without a number', '1;12:,0;12', 'entry 1 has no number of decimals'],
    ['a changed digit', '1;13,0;12', 'do not agree with their control'],
    ['不适用 in place of a number', '1;/,0;12', 'do not agree with their control'],
    ['an end that is cut off', '1;12,0', '2 figures are expected'],
    ['nothing', '', 'begins with ""'],
  ])('is refused by name, not guessed at: %s', (_, text, message) => {
    expect(() => unpackFigures(text, emptyVector(2), 'f')).toThrow(message);
    expect(() => unpackFigures(text, emptyVector(2), 'f')).toThrow('the approved figures of filing f cannot be read');
  });

  it('is noticed whichever digit of it was changed', () => {
    const sound = packFigures(new Map([1, 22, 333, -4444, 0].map((value, at) => [`c${at}`, count(value)]))).figures;
    for (const [at, sign] of [...sound].entries())
      if (/\d/.test(sign) && at > 0) {
        const other = `${sound.slice(0, at)}${(Number(sign) + 1) % 10}${sound.slice(at + 1)}`;
        expect(() => unpackFigures(other, emptyVector(5), 'f')).toThrow('cannot be read');
      }
  });

  it('and a cell list that is not the one it is named after, before anything is read into the wrong cells', () => {
    const { cellList, cells } = packFigures(
      new Map([
        ['a', count(1)],
        ['b', count(2)],
      ]),
    );
    expect(() => readCellList({ hash: cellList, cells: cells.replace('a', 'c') })).toThrow(`cell list ${cellList} is damaged`);
  });
});
