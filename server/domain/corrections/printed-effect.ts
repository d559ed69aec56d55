import { printFigure } from '../figures';
import { type Format, getCell } from '../formats';
import type { CellEffect, SlipEffect } from './slip-effect';
import { formatOf, formatOver } from './standing-quarter';

/** A cell before and after, as a working print shows it. */
export interface PrintedChange {
  cell: string;
  before: string;
  after: string;
}

/** The effect of a slip as it is shown and printed, whether it is only considered or long in force. */
export interface PrintedEffect {
  quarters: readonly {
    year: number;
    quarter: number;
    successor: string | null;
    isNamed: boolean;
    isSettled: boolean;
    cells: readonly PrintedChange[];
  }[];
  years: readonly { year: number; cells: readonly PrintedChange[] }[];
}

export function printedEffect({ quarters, years }: SlipEffect): PrintedEffect {
  const format = formatOver(quarters.map((one) => one.quarter));
  return {
    quarters: quarters.map(({ quarter, successor, isNamed, isSettled, cells }) => ({
      year: quarter.year,
      quarter: quarter.quarter,
      successor,
      isNamed,
      isSettled,
      cells: printedCells(formatOf(quarter), cells),
    })),
    years: years.flatMap(({ year, cells }) => (format ? [{ year, cells: printedCells(format, cells) }] : [])),
  };
}

export function printedCells(format: Format, cells: readonly CellEffect[]): PrintedChange[] {
  return cells.map(({ cell, before, after }) => ({
    cell,
    before: printFigure(before, getCell(format, cell)),
    after: printFigure(after, getCell(format, cell)),
  }));
}

/** After minus before, in the printed unit of the cell, with its sign; null when one of them is no number. */
export function printedDifference({ before, after }: { before: string; after: string }): string | null {
  const [was, is] = [before, after].map((text) => (/^-?\d+(?:\.\d+)?$/.test(text) ? text : null));
  if (!was || !is) return null;
  const digits = Math.max(...[was, is].map((text) => text.split('.')[1]?.length ?? 0));
  const whole = (text: string) => {
    const [head = '0', tail = ''] = text.split('.');
    return BigInt(`${head}${tail.padEnd(digits, '0')}`);
  };
  const difference = whole(is) - whole(was);
  const magnitude = (difference < 0n ? -difference : difference).toString().padStart(digits + 1, '0');
  const shown = digits === 0 ? magnitude : `${magnitude.slice(0, -digits)}.${magnitude.slice(-digits)}`;
  return difference > 0n ? `+${shown}` : difference < 0n ? `−${shown}` : '0';
}
