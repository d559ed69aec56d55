import type { Figure } from '../figures';
import { type Quarter, quarters } from '../periods';
import type { QuarterTrace, UnitTrace } from './provenance';
import type { Transfer } from './roll-up-units';

/** A count as its number, anything else as it is. */
type PackedFigure = number | Figure;

/**
 * A unit's part of a cell as it travels: 80 bytes instead of 380, because a whole of a thousand units has four thousand quarters.
 * `['u1', 12, 'cccc', [3, 3, 3, 3], [], []]`: its year, how each quarter counts, each quarter's figure, which are lacking, what was taken over.
 */
export type PackedUnit = readonly [
  unit: string,
  figure: PackedFigure,
  parts: string,
  figures: readonly PackedFigure[],
  lacks: readonly Quarter[],
  takenOver: readonly Transfer[],
];

const letters = { counted: 'c', level: 'l', missing: 'm', outside: 'o' } as const satisfies Record<QuarterTrace['part'], string>;
const parts = Object.fromEntries(Object.entries(letters).map(([part, letter]) => [letter, part])) as Record<string, QuarterTrace['part']>;

export function packUnit({ unit, figure, quarters: traced, lacks, takenOver }: UnitTrace): PackedUnit {
  return [unit, packed(figure), traced.map((one) => letters[one.part]).join(''), traced.map((one) => packed(one.figure)), lacks, takenOver];
}

export function unpackUnit([unit, figure, letterOf, figures, lacks, takenOver]: PackedUnit): UnitTrace {
  return {
    unit,
    figure: unpacked(figure),
    quarters: quarters.map((quarter, at) => ({
      quarter,
      figure: unpacked(figures[at]),
      part: parts[letterOf[at] ?? ''] ?? 'missing',
    })),
    lacks: [...lacks],
    takenOver: [...takenOver],
  };
}

/** Says nothing but 0: every quarter is in, and every quarter is 0 or 不适用. */
export function isPlainZero({ quarters: traced, takenOver }: UnitTrace): boolean {
  return (
    takenOver.length === 0 &&
    traced.every(
      ({ part, figure }) => part === 'outside' || figure.state === 'not_applicable' || (figure.state === 'number' && figure.value === 0),
    )
  );
}

function packed(figure: Figure): PackedFigure {
  return figure.state === 'number' && figure.decimals === 0 ? figure.value : figure;
}

function unpacked(figure: PackedFigure | undefined): Figure {
  if (figure === undefined) return { state: 'not_filled' };
  return typeof figure === 'number' ? { state: 'number', value: figure, decimals: 0 } : figure;
}
