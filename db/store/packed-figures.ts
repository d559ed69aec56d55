import { createHash } from 'node:crypto';
import type { Figure, FigureBook } from '@/server/domain/figures';
import type { CellId } from '@/server/domain/formats';

/**
 * The approved figures of a filing as one short text, beside the list of the cells it speaks of:
 *
 *     1;12,0,/,592372449:4,-3;592372458
 *
 * First the encoding. Then one entry for each cell of the list, in its order: an integer (a count, or 分), with `:` and the printed
 * decimals where there are any; `/` for 不适用. A cell of which there is no figure is not in the list, so that nothing, 不适用
 * and 0 stay three things. Last the control: the sum of the integers modulo 10⁹, never negative.
 *
 * Another encoding takes another number in front; whatever does not agree with its list or its control is refused, not guessed at.
 * The migrations that packed the ledger write the same texts in SQL.
 */
const encoding = '1;';
const modulus = 1_000_000_000;

/** The figures of one packed text, in the order of its cell list. */
export interface FigureVector {
  readonly values: Float64Array;
  /** Printed decimals; `isNotApplicable` for 不适用, whose value is 0. */
  readonly decimals: Uint8Array;
}
const isNotApplicable = 255;

export interface PackedBook {
  /** What `cells` is called: its SHA-256. */
  cellList: string;
  cells: string;
  figures: string;
}

/** @param book leaves of an approved filing; what is not filled or unreadable does not pass a submit and is left out */
export function packFigures(book: FigureBook): PackedBook {
  const known = [...book].filter(([, figure]) => figure.state === 'number' || figure.state === 'not_applicable');
  known.sort(([a], [b]) => (a < b ? -1 : 1));
  const entries: string[] = [];
  let control = 0;
  for (const [cell, figure] of known) {
    if (cell === '' || cell.includes(',')) throw new Error(`a cell that is called "${cell}" cannot be packed`);
    entries.push(entryOf(cell, figure));
    if (figure.state === 'number') control = added(control, figure.value);
  }
  const cells = known.map(([cell]) => cell).join(',');
  return { cellList: nameOfCells(cells), cells, figures: `${encoding}${entries.join(',')};${positive(control)}` };
}

/** The name of a cell list; those that the migration made (`sha256_hex`) are called by the same. */
export function nameOfCells(cells: string): string {
  return createHash('sha256').update(cells).digest('hex');
}

/** @throws Error when the list is not what it is called: everything that refers to it would be read into the wrong cells */
export function readCellList({ hash, cells }: { hash: string; cells: string }): CellId[] {
  if (nameOfCells(cells) !== hash)
    throw new Error(
      `cell list ${hash} is damaged: its cells are not those it is named after. Take it from a backup; nothing was added up.`,
    );
  return cells === '' ? [] : cells.split(',');
}

export function emptyVector(length: number): FigureVector {
  return { values: new Float64Array(length), decimals: new Uint8Array(length) };
}

const zero = '0'.charCodeAt(0);
const nine = '9'.charCodeAt(0);
const minus = '-'.charCodeAt(0);
const comma = ','.charCodeAt(0);
const colon = ':'.charCodeAt(0);
const slash = '/'.charCodeAt(0);
const semicolon = ';'.charCodeAt(0);

/**
 * Reads a packed text into a vector as long as its cell list. This is the inner loop of the roll-up: a million figures of a city pass here
 * one by one, a few nanoseconds each, so it looks at characters and makes no objects.
 *
 * @param filingId names the filing in the message
 * @throws Error for another encoding, for more or fewer entries than cells, for what is no integer, for a control that does not agree
 */
export function unpackFigures(packed: string, into: FigureVector, filingId: string): void {
  const { values, decimals } = into;
  const { length } = values;
  if (!packed.startsWith(encoding)) throw damaged(filingId, `it begins with "${packed.slice(0, 8)}", not with "${encoding}"`);
  let at = encoding.length;
  let control = 0;
  for (let entry = 0; entry < length; entry += 1) {
    let code = packed.charCodeAt(at);
    if (code === slash) {
      values[entry] = 0;
      decimals[entry] = isNotApplicable;
      code = packed.charCodeAt(++at);
    } else {
      const isNegative = code === minus;
      if (isNegative) code = packed.charCodeAt(++at);
      const first = at;
      let value = 0;
      for (; code >= zero && code <= nine; code = packed.charCodeAt(++at)) value = value * 10 + (code - zero);
      if (at === first || value > Number.MAX_SAFE_INTEGER)
        throw damaged(filingId, `entry ${entry + 1} is no integer that can be kept exactly`);
      let printed = 0;
      if (code === colon) {
        printed = packed.charCodeAt(++at) - zero;
        if (!(printed >= 1 && printed <= 9)) throw damaged(filingId, `entry ${entry + 1} has no number of decimals`);
        code = packed.charCodeAt(++at);
      }
      const signed = isNegative ? -value : value;
      values[entry] = signed;
      decimals[entry] = printed;
      control = added(control, signed);
    }
    if (code === comma && entry < length - 1) at += 1;
    else if (code !== semicolon || entry < length - 1)
      throw damaged(filingId, `${length} figures are expected, and not so after entry ${entry + 1}`);
  }
  if (packed.charCodeAt(at) !== semicolon) throw damaged(filingId, 'no figures are expected');
  if (packed.slice(at + 1) !== String(positive(control))) throw damaged(filingId, 'its figures do not agree with their control');
}

/** The figure of one place of a vector. */
export function figureIn({ values, decimals }: FigureVector, place: number): Figure {
  const printed = decimals[place];
  const value = values[place];
  if (value === undefined || printed === undefined) throw new RangeError(`place ${place} is outside of ${values.length} figures`);
  return printed === isNotApplicable ? { state: 'not_applicable' } : { state: 'number', value, decimals: printed };
}

/** A vector that others are added to: 不适用 everywhere at first. */
export function emptySum(length: number): FigureVector {
  const sum = emptyVector(length);
  sum.decimals.fill(isNotApplicable);
  return sum;
}

/**
 * Adds a vector to a sum of the same cell list, place by place: 不适用 counts as 0 and stays 不适用 while every part is; the most printed
 * decimals stay. The same as `addFigures` of the core, a place at a time.
 *
 * @throws RangeError past 2^53, where an integer of 分 would no longer be exact
 */
export function addVector({ values, decimals }: FigureVector, vector: FigureVector): void {
  for (let place = 0; place < values.length; place += 1) {
    const printed = vector.decimals[place] as number;
    if (printed === isNotApplicable) continue;
    const value = (values[place] as number) + (vector.values[place] as number);
    if (value > Number.MAX_SAFE_INTEGER || value < -Number.MAX_SAFE_INTEGER) throw new RangeError('the sum is too large to be exact');
    values[place] = value;
    const most = decimals[place] as number;
    if (most === isNotApplicable || printed > most) decimals[place] = printed;
  }
}

function entryOf(cell: CellId, figure: Figure): string {
  if (figure.state !== 'number') return '/';
  const { value, decimals } = figure;
  if (!Number.isSafeInteger(value) || !(Number.isInteger(decimals) && decimals >= 0 && decimals <= 9))
    throw new RangeError(`${cell}: ${value} with ${decimals} decimals cannot be kept exactly`);
  return decimals === 0 ? String(value) : `${value}:${decimals}`;
}

/** Stays exact whatever is added: reduced before it could leave the integers that a number holds. */
function added(control: number, value: number): number {
  const sum = control + (value > half || value < -half ? value % modulus : value);
  return sum > half || sum < -half ? sum % modulus : sum;
}
const half = 2 ** 51;

function positive(control: number): number {
  return ((control % modulus) + modulus) % modulus;
}

function damaged(filingId: string, what: string): Error {
  return new Error(
    `the approved figures of filing ${filingId} cannot be read: ${what}. Nothing was added up. The submission they were taken from is whole; take the row from a backup.`,
  );
}
