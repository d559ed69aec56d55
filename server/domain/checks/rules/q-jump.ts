import { numberAt } from '../../figures';
import { type Cell, cellName } from '../../formats';
import { counted } from '../../plural';
import type { Sentence } from '../../sentence';
import type { CheckSubject, PastQuarters } from '../../subject';
import { inPrintedUnit } from '../cell-values';
import type { Check, CheckResult, FindingDraft } from '../check';
import { cumulativeIn } from '../past/cumulative';
import { comparedCells, hasHistory, lastSaid, minPeers, minQuarters, pastUsual, pastValues } from '../past/known-past';
import { isFarFromOwn, isFarFromPeers } from '../past/usual';

/** So many figures of one table are asked about one by one; of more, somebody would write the same reason again and again. */
const maxAlone = 3;

export const qJump: Check = {
  id: 'q-jump',
  sentence: {
    zh: '远离本单位往期（首年为同类单位同季）通常水平的数，须说明。',
    en: "A figure far from the unit's own quarters, or in its first year from units of its kind, needs a reason.",
  },
  formula: '|ln(x + 1) − ln(median + 1)| ≤ 4 × MAD; |2√x − 2√median| ≤ 3',
  severity: 'confirm',
  source: '核对经验：多为错行、错列、多打少打一位或单位（元、万元）混用',
  appliesTo: ({ kind, past }) => kind === 'filing' && past != null && (hasHistory(past) || Object.keys(past.peers).length > 0),
  run: (subject) => {
    const result: CheckResult = { findings: [], passed: 0, notCheckable: [] };
    const { past, format, figures } = subject;
    if (!past) return result;
    const asked = new Set(cumulativeIn(subject)?.cells.map(({ cell }) => cell.id));
    const far = new Map<string, Far[]>();
    const unknown: string[] = [];
    for (const cell of comparedCells(format)) {
      const value = numberAt(figures, cell.id);
      if (value === null || !isCompared(past, cell)) {
        if (value === null && isCompared(past, cell)) unknown.push(cell.id);
        continue;
      }
      const why = asked.has(cell.id) ? null : whyFar(subject, past, cell, value);
      if (why) far.set(cell.table, [...(far.get(cell.table) ?? []), { cell, value, why }]);
      else result.passed += 1;
    }
    for (const some of far.values())
      result.findings.push(...(some.length > maxAlone ? [draftOf(some)] : some.map((one) => draftOf([one]))));
    if (unknown.length > 0)
      result.notCheckable.push({
        cells: unknown,
        why: {
          zh: `有 ${unknown.length} 个数未知，不能与往期比较。`,
          en: `${counted(unknown.length, 'figure')} cannot be compared with the past: not known.`,
        },
      });
    return result;
  },
  examples: {
    passing: {
      title: 'a busy quarter',
      figures: { 's2.licensing_decisions': 420 },
      past: { 's2.licensing_decisions': [218, 190, 260, 205] },
      subject: { kind: 'filing', quarter: 1 },
    },
    failing: {
      title: '99999 where 218 is usual',
      figures: { 's2.licensing_decisions': 99999 },
      past: { 's2.licensing_decisions': [218, 190, 260, 218, 230] },
      subject: { kind: 'filing', quarter: 2 },
    },
    blank: {
      title: 'the figure is not known',
      past: { 's2.licensing_decisions': [218, 190, 260, 205] },
      subject: { kind: 'filing', quarter: 1 },
    },
  },
};

interface Far {
  cell: Cell;
  value: number;
  /** What it was compared with. */
  why: Sentence;
}

function isCompared(past: PastQuarters, cell: Cell): boolean {
  return hasHistory(past) ? pastValues(past, cell.id).length >= minQuarters : past.peers[cell.id] !== undefined;
}

function whyFar(subject: CheckSubject, past: PastQuarters, cell: Cell, value: number): Sentence | null {
  if (!hasHistory(past)) {
    const peers = past.peers[cell.id];
    if (!peers || peers.count < minPeers || value === 0 || !isFarFromPeers(value, peers, cell)) return null;
    const middle = printed(peers.middle, cell);
    return {
      zh: `同类 ${peers.count} 个单位同季的中位数为 ${middle}`,
      en: `the median of ${peers.count} units of its kind in this quarter is ${middle}`,
    };
  }
  const values = pastValues(past, cell.id);
  const usual = pastUsual(past, cell);
  if (!usual || !isFarFromOwn(value, usual, cell)) return null;
  // What comes once a year is no news in its own quarter, nor is a new level after the first time, when it was approved with its reason.
  if (lastSaid(subject, past, cell.id).some((said) => !isFarFromOwn(value, { ...usual, middle: said }, cell))) return null;
  const [least, most] = [printed(Math.min(...values), cell), printed(Math.max(...values), cell)];
  return {
    zh: `往期 ${values.length} 个季度在 ${least} 到 ${most} 之间，中位数 ${printed(usual.middle, cell)}`,
    en: `${counted(values.length, 'quarter')} before lie between ${least} and ${most}, median ${printed(usual.middle, cell)}`,
  };
}

/** Bound to the figure alone: a colleague's quarter approved meanwhile moves the median and takes no reason away. */
function draftOf(some: readonly Far[]): FindingDraft {
  const [only] = some;
  return {
    cells: some.map(({ cell }) => cell.id),
    left: only && some.length === 1 ? stated(only) : null,
    right: null,
    difference: null,
    message: {
      zh: `${some.map(({ cell, value, why }) => `“${cellName(cell)}”填 ${printed(value, cell)} ${cell.measuredIn}，${why.zh}`).join('；')}。相差很大，请核对；确实如此的，请说明。`,
      en: `${some.map(({ cell, value, why }) => `"${cellName(cell)}" says ${printed(value, cell)} ${cell.measuredIn}, ${why.en}`).join('; ')}. That is far. Check; if it is right, explain.`,
    },
  };
}

function stated({ cell, value }: Far): number | string {
  return cell.quantity === 'count' ? value : printed(value, cell);
}

/** Half a case, as a median may have, is printed as the next whole one. */
function printed(value: number, cell: Cell): string {
  return inPrintedUnit(Math.round(value), cell);
}
