import { count, type Figure, type FigureBook, fromDecimal, notApplicable, numberAt, withComputed } from '../figures';
import { type CellId, type Format, getCell, getFormat } from '../formats';
import type { CheckSubject, PastQuarters } from '../subject';
import type { CheckExample } from './check';
import { usualOf } from './past/usual';

type Plain = Readonly<Record<CellId, number | string>>;

/** A subject with only what matters to a test: a report on 2023 in the tables of 2021, everything else unknown. */
export function aSubject(some: Partial<CheckSubject> = {}): CheckSubject {
  const format = some.format ?? getFormat('2021');
  const subject: CheckSubject = {
    kind: 'report',
    format,
    organ: '示例市示例区人民政府',
    year: format.id === '2019' ? 2020 : 2023,
    quarter: null,
    scope: 'own_organ',
    figures: new Map(),
    texts: {},
    before: null,
    lastYear: null,
    restated: new Set(),
    powers: null,
    unitSum: null,
    missingUnits: null,
    ...some,
  };
  return subject.kind === 'filing' ? { ...subject, figures: withComputed(format, subject.figures) } : subject;
}

/** Figures written as data: counts as numbers, money as its printed decimal, 不适用 as `not_applicable`. */
export function bookOf(format: Format, plain: Plain): FigureBook {
  return new Map(Object.entries(plain).map(([id, value]) => [id, figureOf(format, id, value)]));
}

export function subjectFrom(example: CheckExample): CheckSubject {
  const format = getFormat(example.format ?? '2021', example.rowVariant);
  const { powers, restated, unitSum, adjusted, quarters, ownOrgan, ...rest } = example.subject ?? {};
  const bare = aSubject({ format });
  return aSubject({
    ...rest,
    format,
    figures: bookOf(format, example.figures ?? {}),
    texts: example.texts ?? {},
    before: example.before ? bookOf(format, example.before) : null,
    lastYear: example.lastYear
      ? {
          organ: bare.organ,
          scope: bare.scope,
          year: bare.year - 1,
          figures: bookOf(format, example.lastYear.figures ?? {}),
          texts: example.lastYear.texts ?? {},
        }
      : null,
    powers: powers ? new Set(powers) : null,
    restated: new Set(restated),
    unitSum: unitSum ? bookOf(format, unitSum) : null,
    adjusted: adjusted ? bookOf(format, adjusted) : null,
    quarters: quarters ? quarters.map((quarter) => bookOf(format, quarter)) : null,
    ownOrgan: ownOrgan ? bookOf(format, ownOrgan) : null,
    past: example.past || example.peers ? pastOf(example, format, rest) : null,
  });
}

function pastOf({ past = {}, peers = {} }: CheckExample, format: Format, { year = 2023, quarter }: Partial<CheckSubject>): PastQuarters {
  const inSmallestUnit = (id: CellId, values: readonly (number | string)[]) =>
    values.map((value) => numberAt(bookOf(format, { [id]: value }), id) ?? 0);
  const count = Math.max(0, ...Object.values(past).map((values) => values.length));
  const last = year * 4 + (quarter ?? 1) - 1;
  return {
    quarters: Array.from({ length: count }, (_, at) => {
      const index = last - count + at;
      return { year: Math.floor(index / 4), quarter: (index % 4) + 1 };
    }),
    values: Object.fromEntries(Object.entries(past).map(([id, values]) => [id, inSmallestUnit(id, values)])),
    peers: Object.fromEntries(Object.entries(peers).map(([id, values]) => [id, usualOf(inSmallestUnit(id, values), getCell(format, id))])),
  };
}

/** @throws Error on a value the cell cannot hold: an example is written by us */
function figureOf(format: Format, id: CellId, value: number | string): Figure {
  if (value === 'not_applicable') return notApplicable;
  if (typeof value === 'number') return count(value);
  const money = fromDecimal(value, getCell(format, id).quantity);
  if (!money) throw new Error(`${id} cannot hold ${value}`);
  return { state: 'number', ...money };
}
