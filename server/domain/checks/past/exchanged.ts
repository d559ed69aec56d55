import { numberAt } from '../../figures';
import type { CellId } from '../../formats';
import { applicantKinds } from '../../formats/applicant-columns';
import { disputeBlocks, disputeResults } from '../../formats/table-4-disputes';
import type { CheckSubject } from '../../subject';
import { perFormat } from '../per-format';
import { pastMean } from './known-past';

/** Two places that are easily taken for one another: their cells, side by side. */
export interface Pair {
  names: readonly [string, string];
  cells: readonly (readonly [CellId, CellId])[];
}

export interface Exchanged extends Pair {
  /** What stands in the first and the second, added up. */
  values: readonly [number, number];
  /** What stood there in an ordinary past quarter. */
  usual: readonly [number, number];
}

/** Small numbers trade places by chance. */
const minApart = 5;
/** The past has to tell the two apart, and the quarter has to turn them round: by half as much again. */
const minRatio = 1.5;
/** e to this power: how much likelier the figures are the other way round, as counts that happen by chance. */
const minEvidence = 4;

/**
 * Pairs of columns or rows whose figures fit the past of the other. Counts that happen by chance with means a and b are
 * (a / b)^(y − x) times likelier the other way round: how busy the quarter was falls out of it.
 */
export function exchangedIn(subject: CheckSubject): Exchanged[] {
  const { past, figures, format } = subject;
  if (!past) return [];
  return pairsOf(format).flatMap((pair): Exchanged[] => {
    const known = pair.cells.flatMap(([first, second]) => {
      const now = [numberAt(figures, first), numberAt(figures, second)] as const;
      const usual = [pastMean(past, first), pastMean(past, second)] as const;
      return now[0] === null || now[1] === null || usual[0] === null || usual[1] === null
        ? []
        : [{ now: [now[0], now[1]] as const, usual: [usual[0], usual[1]] as const }];
    });
    const evidence = sum(known.map(({ now, usual }) => (now[0] - now[1]) * Math.log((usual[1] + 0.5) / (usual[0] + 0.5))));
    const values = [sum(known.map(({ now }) => now[0])), sum(known.map(({ now }) => now[1]))] as const;
    const usual = [sum(known.map((one) => one.usual[0])), sum(known.map((one) => one.usual[1]))] as const;
    const isTurned =
      values[0] > values[1]
        ? values[0] >= minRatio * values[1] && usual[1] >= minRatio * usual[0]
        : values[1] >= minRatio * values[0] && usual[0] >= minRatio * usual[1];
    const isApart = Math.abs(values[0] - values[1]) >= minApart && Math.abs(usual[0] - usual[1]) >= minApart / 2;
    return evidence >= minEvidence && isTurned && isApart ? [{ ...pair, values, usual }] : [];
  });
}

/** Applicant columns of table 三 (a single row of it would not balance), the results of a block of table 四, the decisions and documents of table 二. */
export const pairsOf = perFormat((format): readonly Pair[] => {
  const leaf = (id: CellId) => {
    const cell = format.cells.get(id);
    return cell && cell.addsUp !== 'computed' ? cell : undefined;
  };
  const single = (first: CellId, second: CellId, by: 'row' | 'column'): Pair[] => {
    const [a, b] = [leaf(first), leaf(second)];
    if (!a || !b) return [];
    return [{ names: by === 'row' ? [a.rowLabel, b.rowLabel] : [a.columnLabel, b.columnLabel], cells: [[first, second]] }];
  };
  const rows = [...format.cells.values()]
    .filter((cell) => cell.table === 't3' && cell.id.endsWith('.natural_person') && cell.addsUp !== 'computed' && cell.addsUp !== 'opening')
    .map((cell) => cell.id.slice(0, -'natural_person'.length));
  const columns = eachPair(applicantKinds).map(
    ([a, b]): Pair => ({
      names: [a.label, b.label],
      cells: rows.map((row) => [`${row}${a.key}`, `${row}${b.key}`] as const).filter(([x, y]) => leaf(x) && leaf(y)),
    }),
  );
  const results = disputeBlocks.flatMap((block) =>
    eachPair(disputeResults).flatMap(([a, b]) => single(`s4.${block.key}.${a.key}`, `s4.${block.key}.${b.key}`, 'column')),
  );
  const decisions = eachPair(['s2.licensing_decisions', 's2.penalty_decisions', 's2.coercion_decisions']).flatMap(([a, b]) =>
    single(a, b, 'row'),
  );
  const documents = ['regulations', 'normative_documents'].flatMap((kind) => single(`s2.${kind}.issued`, `s2.${kind}.repealed`, 'column'));
  return [...columns, ...results, ...decisions, ...documents].filter(({ cells }) => cells.length > 0);
});

function eachPair<T>(all: readonly T[]): [T, T][] {
  return all.flatMap((first, at) => all.slice(at + 1).map((second): [T, T] => [first, second]));
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}
