import { numberAt } from '../../figures';
import { type CellId, type Format, leafCells } from '../../formats';
import { applicantKinds } from '../../formats/applicant-columns';
import type { CheckSubject } from '../../subject';
import type { RepairKind } from '../check';
import { perFormat } from '../per-format';
import { cellsOfTable } from '../table-cells';

/**
 * One slip that a person can make, undone: a figure changes by some amount, or an amount moves from one place to another.
 * `cells` holds each stated figure with the share of the amount it moves by; totals that were summed up from it follow.
 */
export interface Act {
  kind: Extract<RepairKind, 'cell' | 'followed' | 'move' | 'rows'>;
  cells: readonly { cell: CellId; share: 1 | -1 }[];
  /** The places themselves, without followers: one, or the two ends of a move. */
  ends: readonly CellId[];
}

/**
 * Every act that is possible on a subject and may mend something. In a form totals are computed, so only leaves are acted on and
 * their totals always follow; on a report read from outside each stated figure stands for itself, and the totals may have
 * followed it or not.
 *
 * @param strainOf what a change of 1 in a cell does to the equations; an act whose shares do not cancel out on those that hold
 *   breaks one, an act whose shares cancel out on the broken ones mends none. Both are left out, so that thousands of moves are
 *   ruled out by comparing two numbers.
 */
export function possibleActs(subject: CheckSubject, strainOf: (cell: CellId) => Strain): Act[] {
  const { leaves, totals, ancestors, pairs } = shapeOf(subject.format);
  const isReport = subject.kind === 'report';
  const known = new Map<CellId, KnownLeaf>();
  for (const leaf of leaves) {
    if (numberAt(subject.figures, leaf) === null) continue;
    const followers = (ancestors.get(leaf) ?? []).filter((cell) => numberAt(subject.figures, cell) !== null);
    const alone = strainOf(leaf);
    known.set(leaf, { followers, alone, followed: followers.reduce((sum, cell) => together(sum, strainOf(cell)), alone) });
  }
  const isTotal = (cell: CellId): boolean => totals.includes(cell);
  const acts: Act[] = [];
  for (const [leaf, { followers, alone, followed }] of known) {
    const act = (kind: Act['kind'], others: readonly CellId[]): void =>
      void acts.push({ kind, ends: [leaf], cells: [leaf, ...others].map((cell) => ({ cell, share: 1 })) });
    if (!isReport) {
      if (mayMend(followed)) act('cell', followers);
      continue;
    }
    if (mayMend(alone)) act('cell', []);
    if (followers.length > 1)
      for (const follower of followers) if (mayMend(together(alone, strainOf(follower)))) act('followed', [follower]);
    if (followers.length > 0 && mayMend(followed)) act('followed', followers);
  }
  if (isReport)
    for (const total of totals) {
      if (numberAt(subject.figures, total) === null) continue;
      const alone = strainOf(total);
      if (mayMend(alone)) acts.push({ kind: 'cell', ends: [total], cells: [{ cell: total, share: 1 }] });
      known.set(total, { followers: [], alone, followed: alone });
    }
  for (const [from, to] of pairs) {
    const [source, target] = [known.get(from), known.get(to)];
    if (!source || !target) continue;
    if (isReport && mayMoveMend(source.alone, target.alone)) acts.push(moveWithTotals([from, []], [to, []]));
    // Between an entered cell and a total: what stands in the total was summed up from nothing.
    if (isTotal(from) !== isTotal(to)) continue;
    if (!mayMoveMend(source.followed, target.followed)) continue;
    const followed = moveWithTotals([from, source.followers], [to, target.followers]);
    if (!isReport || followed.cells.length > 2) acts.push(followed);
  }
  return acts;
}

/** Effects on many equations folded into one number each: 0 when there are none, and numbers cancel out where the effects do. */
export interface Strain {
  /** On the equations that hold. */
  held: number;
  /** On the broken ones. */
  broken: number;
}

function together(a: Strain, b: Strain): Strain {
  return { held: a.held + b.held, broken: a.broken + b.broken };
}

function mayMend({ held, broken }: Strain): boolean {
  return held === 0 && broken !== 0;
}

function mayMoveMend(from: Strain, to: Strain): boolean {
  return from.held === to.held && from.broken !== to.broken;
}

interface KnownLeaf {
  /** The totals above it that are stated; none above a total, which is moved by itself. */
  followers: readonly CellId[];
  /** Its strain without and with its followers. */
  alone: Strain;
  followed: Strain;
}

/** Each end with the totals that follow it; a total above both ends stays as it is. */
function moveWithTotals(
  [from, behindFrom]: readonly [CellId, readonly CellId[]],
  [to, behindTo]: readonly [CellId, readonly CellId[]],
): Act {
  return {
    kind: 'move',
    ends: [from, to],
    cells: [
      { cell: from, share: -1 },
      { cell: to, share: 1 },
      ...behindFrom.filter((cell) => !behindTo.includes(cell)).map((cell) => ({ cell, share: -1 as const })),
      ...behindTo.filter((cell) => !behindFrom.includes(cell)).map((cell) => ({ cell, share: 1 as const })),
    ],
  };
}

interface Shape {
  leaves: readonly CellId[];
  totals: readonly CellId[];
  /** The computed cells above a leaf. */
  ancestors: ReadonlyMap<CellId, readonly CellId[]>;
  /** Places between which a count may have slipped, totals too: in one row or one column of table 三, from a block of table 四 to the next. */
  pairs: readonly (readonly [CellId, CellId])[];
}

const shapeOf = perFormat((format): Shape => {
  const entered = leafCells(format).filter((cell) => ['t3', 't4', 'internal'].includes(cell.table));
  const leaves = entered.map((cell) => cell.id);
  const totals = [...format.cells.values()].filter((cell) => cell.addsUp === 'computed').map((cell) => cell.id);
  return { leaves, totals, ancestors: new Map(leaves.map((leaf) => [leaf, totalsAbove(format, leaf)])), pairs: slips(format) };
});

function totalsAbove(format: Format, cell: CellId): CellId[] {
  const found = new Set<CellId>();
  const climb = (from: CellId): void => {
    for (const above of format.cells.values())
      if (above.terms?.includes(from) && !found.has(above.id)) {
        found.add(above.id);
        climb(above.id);
      }
  };
  climb(cell);
  return [...found];
}

function slips(format: Format): (readonly [CellId, CellId])[] {
  const rows = rowsOfTableThree(format);
  const withinRows = rows.flatMap((row) => pairsOf(row));
  const withinColumns = (rows[0] ?? []).flatMap((_, column) => pairsOf(rows.flatMap((row) => row[column] ?? [])));
  return [...withinRows, ...withinColumns, ...slipsBetweenBlocks(format)];
}

/** A count of table 四 one place to the right, in the block beside its own, or in the same place of another block. */
function slipsBetweenBlocks(format: Format): (readonly [CellId, CellId])[] {
  const printed = cellsOfTable(format, 't4').map(({ id }) => id);
  const [block, place] = [(id: CellId) => id.split('.')[1], (id: CellId) => id.split('.')[2]];
  return pairsOf(printed).filter(
    ([a, b]) => block(a) !== block(b) && (place(a) === place(b) || printed.indexOf(b) === printed.indexOf(a) + 1),
  );
}

function rowsOfTableThree(format: Format): CellId[][] {
  const rows = [...format.cells.keys()].filter((id) => id.startsWith('s3.') && id.endsWith('.total')).map((id) => id.slice(3, -6));
  const columns = [...applicantKinds.map((kind) => kind.key as string), 'total'];
  return rows.map((row) => columns.map((column) => `s3.${row}.${column}`));
}

/** Two rows of table 三, by their cells from left to right, one of which may stand where the other belongs. */
export function rowPairs(format: Format): readonly (readonly [readonly CellId[], readonly CellId[]])[] {
  return pairsOf(rowsOfTableThree(format));
}

function pairsOf<T>(list: readonly T[]): [T, T][] {
  return list.flatMap((first, index) => list.slice(index + 1).map((second): [T, T] => [first, second]));
}
