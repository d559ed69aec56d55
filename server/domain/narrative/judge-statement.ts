import type { FigureBook } from '../figures';
import type { CellId, Format } from '../formats';
import type { Claim, Tried, Verdict } from './claim';
import { asInteger, type Decimal, printDecimal } from './decimal';
import { evaluateSum } from './evaluate-sum';
import type { NumberInText } from './find-numbers';
import { hedgeMeaning } from './patterns/hedges';
import type { Statement } from './statement';

export interface Figures {
  format: Format;
  book: FigureBook;
}

/** A reading with its possible values, in the smallest unit (分 for 元). */
export interface EvaluatedReading {
  zh: string;
  en: string;
  values: readonly number[];
  least: number | null;
  most: number | null;
  cells: readonly CellId[];
}

/** The readings the format has cells for. Cells that are never printed count only where they are filled in. */
export function evaluateReadings(statement: Statement, { format, book }: Figures): EvaluatedReading[] {
  return statement.readings.flatMap(({ zh, en, sum, columns }) => {
    const evaluated = evaluateSum(sum, columns, format, book);
    if (!evaluated) return [];
    const isInternal = evaluated.cells.some((cell) => format.cells.get(cell)?.table === 'internal');
    return isInternal && evaluated.values.length === 0
      ? []
      : [{ zh: zh || (format.cells.get(evaluated.cells[0] ?? '')?.rowLabel ?? ''), en, ...evaluated }];
  });
}

/**
 * Holds a number against every reading of its statement. It disagrees only when all of them are known, or bounded from
 * below by known cells, and none fits.
 */
export function judgeStatement(number: NumberInText, statement: Statement, figures: Figures | null): Claim {
  const evaluated = figures ? evaluateReadings(statement, figures) : [];
  const stated = smallestUnit(number, statement);
  return {
    rule: statement.frame === 'last_year' ? 'n-yoy' : statement.rule,
    verdict: verdictOf(number, stated, evaluated),
    start: statement.start,
    end: statement.end,
    stated: `${number.raw}${number.unit ?? ''}`,
    ...(isExact(number, statement) && stated !== null ? { key: statement.key, value: stated } : {}),
    tried: evaluated.map((reading) => tried(reading, stated, statement)),
    cells: [...new Set(evaluated.flatMap((reading) => reading.cells))],
  };
}

function isExact({ hedge }: NumberInText, { frame, isPartial, organ }: Statement): boolean {
  return hedge === null && frame === 'this_year' && !isPartial && organ === null;
}

function verdictOf(number: NumberInText, stated: number | null, readings: readonly EvaluatedReading[]): Verdict {
  if (readings.length === 0) return 'not_checkable';
  if (isRounded(number, stated, readings)) return 'agrees';
  if (stated === null) return readings.every((reading) => reading.values.length > 0) ? 'disagrees' : 'not_checkable';
  if (readings.some((reading) => reading.values.some((value) => fits(value, stated, number)))) return 'agrees';
  const open = readings.some((reading) => reading.values.length === 0 && !isExcluded(reading, stated, number));
  return open ? 'not_checkable' : 'disagrees';
}

/** None in words. Here a wrong printed total is no way out: 未收到 beside a printed 120 is asked about. */
export function judgeNone(statement: Statement, figures: Figures): Claim {
  const evaluated = evaluateReadings(statement, figures);
  const isZero = evaluated.some(({ values }) => values[0] === 0);
  const isOther = evaluated.length > 0 && evaluated.every(({ values, least }) => (values[0] ?? least ?? 0) > 0);
  return {
    rule: statement.rule,
    verdict: isZero ? 'agrees' : isOther ? 'disagrees' : 'not_checkable',
    start: statement.start,
    end: statement.end,
    stated: '无',
    key: statement.key,
    value: 0,
    tried: evaluated.map((reading) => tried({ ...reading, values: reading.values.slice(0, 1) }, 0, statement)),
    cells: [...new Set(evaluated.flatMap((reading) => reading.cells))],
  };
}

/** 75.93万元 of 75.926: money is rounded to the decimals that are printed. */
function isRounded(number: NumberInText, stated: number | null, readings: readonly EvaluatedReading[]): boolean {
  if (stated === null || number.unit !== '元' || !number.raw.endsWith('万')) return false;
  const step = fenOf10000 / 10 ** (/\.(\d+)/.exec(number.raw)?.[1]?.length ?? 0);
  return step > 1 && readings.some(({ values }) => values.some((value) => Math.round(value / step) * step === stated));
}

/** 分 in 万元. */
const fenOf10000 = 1_000_000;

/** What is known already rules the reading out, whatever the lost cells held. */
function isExcluded(reading: EvaluatedReading, stated: number, number: NumberInText): boolean {
  if (number.hedge !== null) return false;
  return (reading.least !== null && reading.least > stated) || (reading.most !== null && reading.most < stated);
}

/** Whether words that state a whole number, exactly or with a hedge, are true of the value. */
export function fits(value: number, stated: number, number: Pick<NumberInText, 'hedge'>): boolean {
  if (number.hedge === null) return value === stated;
  return value === stated || hedgeMeaning[number.hedge].holds(value, stated, lastPlace(stated));
}

/** 10 for 20, 1000 for 5000, 1 for 483. */
function lastPlace(value: number): number {
  let place = 1;
  while (value !== 0 && value % (place * 10) === 0) place *= 10;
  return place;
}

function smallestUnit(number: NumberInText, statement: Statement): number | null {
  if (number.value === null) return null;
  return statement.quantity === 'yuan' ? asInteger(times100(number.value)) : asInteger(number.value);
}

function times100({ unscaled, decimals }: Decimal): Decimal {
  return decimals >= 2 ? { unscaled, decimals: decimals - 2 } : { unscaled: unscaled * 10 ** (2 - decimals), decimals: 0 };
}

/** A reading with lost cells is told by the bound that rules it out, if one does. */
function tried({ zh, en, values, least, most }: EvaluatedReading, stated: number | null, { key, quantity }: Statement): Tried {
  const print = (value: number): string => {
    if (key === 'admin_fees') return printDecimal({ unscaled: value, decimals: 6 }).replace(/\.?0+$/, '');
    return quantity === 'yuan' ? printDecimal({ unscaled: value, decimals: 2 }).replace(/\.00$/, '') : String(value);
  };
  if (values.length > 0) return { zh, en, value: values.map(print).join(' / ') };
  if (stated !== null && least !== null && least > stated) return { zh, en, value: `≥${print(least)}` };
  if (stated !== null && most !== null && most < stated) return { zh, en, value: `≤${print(most)}` };
  return { zh, en, value: null };
}
