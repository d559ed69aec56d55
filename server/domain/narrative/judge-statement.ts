import type { FigureBook } from '../figures';
import { type CellId, cellName, type Format } from '../formats';
import type { Sentence } from '../sentence';
import type { Claim, Tried, Verdict } from './claim';
import { asInteger, type Decimal, printDecimal, whole } from './decimal';
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
  isLoose?: true;
  cells: readonly CellId[];
}

/** The readings the format has cells for. Cells that are never printed count only where they are filled in. */
export function evaluateReadings(statement: Statement, { format, book }: Figures): EvaluatedReading[] {
  return statement.readings.flatMap(({ zh, en, sum, columns, isLoose }) => {
    const evaluated = evaluateSum(sum, columns, format, book);
    if (!evaluated) return [];
    const isInternal = evaluated.cells.some((cell) => format.cells.get(cell)?.table === 'internal');
    return isInternal && evaluated.values.length === 0
      ? []
      : [{ zh: zh || (format.cells.get(evaluated.cells[0] ?? '')?.rowLabel ?? ''), en, ...(isLoose ? { isLoose } : {}), ...evaluated }];
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
    tried: evaluated.map((reading) => tried(reading, stated, { number, statement, figures })),
    cells: [...new Set(evaluated.flatMap((reading) => reading.cells))],
    at: number.start,
    ...(statement.quantity === 'count' ? { meant: evaluated.flatMap(({ values }) => values).map(whole) } : {}),
  };
}

function isExact({ hedge }: NumberInText, { frame, isPartial, organ }: Statement): boolean {
  return hedge === null && frame === 'this_year' && !isPartial && organ === null;
}

function verdictOf(number: NumberInText, stated: number | null, readings: readonly EvaluatedReading[]): Verdict {
  if (readings.length === 0) return 'not_checkable';
  if (isRounded(number, stated, readings)) return 'agrees';
  if (stated === null) return readings.every((reading) => reading.values.length > 0) ? 'disagrees' : 'not_checkable';
  if (candidates(readings, stated).some((value) => fits(value, stated, number))) return 'agrees';
  const open = readings.some((reading) => reading.values.length === 0 && !isExcluded(reading, stated, number));
  return open ? 'not_checkable' : 'disagrees';
}

/**
 * The values a number may be. None in figures is weighed as none in words: beside a printed 120 a wrong total is no way out, and that one of
 * two kinds was 0 does not make 行政诉讼0件 right.
 */
function candidates(readings: readonly EvaluatedReading[], stated: number): readonly number[] {
  if (stated !== 0) return readings.flatMap(({ values }) => values);
  const plain = readings.filter(({ isLoose, values }) => !isLoose && values.length > 0);
  return (plain.length > 0 ? plain : readings).flatMap(({ values }) => values.slice(0, 1));
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
    tried: evaluated.map((reading) => tried({ ...reading, values: reading.values.slice(0, 1) }, 0, { number: none, statement, figures })),
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

/** None in words, as far as its unit matters. */
const none = { raw: '', unit: null };

interface Asked {
  number: Pick<NumberInText, 'raw' | 'unit'>;
  statement: Statement;
  figures: Figures | null;
}

/** A reading with lost cells is told by the bound that rules it out, if one does. */
function tried(reading: EvaluatedReading, stated: number | null, asked: Asked): Tried {
  const { values, least, most } = reading;
  const told = { zh: reading.zh, en: reading.en, ...(reading.isLoose ? { isLoose: reading.isLoose } : {}) };
  const { key, quantity } = asked.statement;
  const print = (value: number): string => {
    if (key === 'admin_fees') return printDecimal({ unscaled: value, decimals: 6 }).replace(/\.?0+$/, '');
    return quantity === 'yuan' ? printDecimal({ unscaled: value, decimals: 2 }).replace(/\.00$/, '') : String(value);
  };
  const where = whereOf(reading, asked);
  const [value] = values;
  if (value !== undefined) return { ...told, value: values.map(print).join(' / '), where, write: written(value, asked) };
  if (stated !== null && least !== null && least > stated) return { ...told, value: `≥${print(least)}`, where };
  if (stated !== null && most !== null && most < stated) return { ...told, value: `≤${print(most)}`, where };
  return { ...told, value: null };
}

/** A value as the sentence would write it: in its own unit, money in 万元 where it stands so. */
function written(value: number, { number: { raw, unit }, statement: { key, quantity } }: Asked): string {
  if (quantity === 'count') return `${value}${unit ?? '件'}`;
  const inTenThousands = raw.endsWith('万') || (raw === '' && key === 'admin_fees');
  const amount = printDecimal({ unscaled: value, decimals: inTenThousands ? 6 : 2 }).replace(/\.?0+$/, '');
  return `${amount}${inTenThousands ? '万元' : '元'}`;
}

const tables: Readonly<Record<string, Sentence>> = {
  t2: { zh: '表二', en: 'Table 二' },
  t3: { zh: '表三', en: 'Table 三' },
  t4: { zh: '表四', en: 'Table 四' },
};
const elsewhere: Sentence = { zh: '登记的', en: 'The record' };

/** The cell a reading stands in, or the sum of cells with the column they are taken from. */
function whereOf({ zh, en, cells }: EvaluatedReading, { statement, figures }: Asked): Sentence {
  const known = cells.flatMap((cell) => figures?.format.cells.get(cell) ?? []);
  const [first, ...others] = known;
  if (!first) return { zh, en };
  const table = tables[first.table] ?? elsewhere;
  const year = statement.frame === 'last_year' ? { zh: '上年', en: "last year's " } : { zh: '', en: '' };
  const columns = [...new Set(known.map(({ columnLabel }) => columnLabel))];
  const column =
    first.table === 't3' ? { zh: `（${columns.length === 1 ? `${columns[0]}列` : '法人或其他组织各列'}）`, en: '' } : { zh: '', en: '' };
  return others.length === 0
    ? { zh: `${year.zh}${table.zh}“${cellName(first)}”`, en: `${year.en}${table.en} "${cellName(first)}"` }
    : { zh: `${year.zh}${table.zh}“${zh}”${column.zh}`, en: `${year.en}${table.en} "${en || zh}"` };
}
