import { type Cell, cellName, getCell } from '../../formats';
import type { Sentence } from '../../sentence';
import type { CheckSubject } from '../../subject';
import type { Repair, RepairKind } from '../check';
import { columnInWords, rowInWords } from '../in-words';
import type { Candidate } from './candidates';
import { type Evidence, likeliest } from './evidence';

/**
 * The acts that mend one root cause, smallest change first. Hints of one size share a rank: they are equally likely, and the
 * sentence of each says so, unless texts, last year or quarters speak for some of them. What a change looks like (a digit swap, a
 * total left at 0) only orders hints within a rank.
 */
export function rankRepairs(subject: CheckSubject, candidates: readonly Candidate[], evidence: Evidence | null): Repair[] {
  const likely = likeliest(candidates, evidence);
  const isDecided = likely.size < candidates.length;
  const weightOf = (candidate: Candidate): number => sizeOf(subject, candidate) + (likely.has(candidate) ? 0 : 0.5);
  const weights = [...new Set(candidates.map(weightOf))].sort((a, b) => a - b);
  const first = candidates.filter((candidate) => weightOf(candidate) === weights[0]).length;
  return candidates
    .map((candidate) => ({ candidate, kind: kindOf(subject, candidate), rank: weights.indexOf(weightOf(candidate)) + 1 }))
    .sort((a, b) => a.rank - b.rank || looks.indexOf(a.kind) - looks.indexOf(b.kind))
    .map(({ candidate, kind, rank }) => ({
      kind,
      rank,
      changes: candidate.changes,
      message: sentenceOf(subject, candidate, { kind, isTied: first > 1 || rank > 1, isSupported: isDecided && likely.has(candidate) }),
    }));
}

const looks: readonly RepairKind[] = ['total_left_at_zero', 'digit_swap', 'cell', 'move', 'rows', 'followed'];

/**
 * One place before two, figures that stand alone before figures whose totals followed, and two rows exchanged like two places. In a
 * form totals follow by themselves and make a change no larger.
 */
function sizeOf({ kind }: CheckSubject, { act }: Candidate): number {
  if (act.kind === 'rows') return 4;
  return act.ends.length * 2 + (kind === 'report' && act.cells.length > act.ends.length ? 1 : 0);
}

function kindOf(subject: CheckSubject, { act, changes }: Candidate): RepairKind {
  const change = changes[0];
  if (act.ends.length > 1 || !change) return act.kind;
  if (change.from === 0 && getCell(subject.format, change.cell).addsUp === 'computed') return 'total_left_at_zero';
  return isDigitSwap(change.from, change.to) ? 'digit_swap' : act.kind;
}

/** 48 and 84, 1203 and 1230: two neighbouring digits changed places. */
export function isDigitSwap(from: number, to: number): boolean {
  const [a, b] = [String(from), String(to)];
  if (a.length !== b.length || a === b) return false;
  const differing = [...a].flatMap((digit, index) => (digit === b[index] ? [] : [index]));
  const [first = 0, second = 0] = differing;
  return differing.length === 2 && second === first + 1 && a[first] === b[second] && a[second] === b[first];
}

function sentenceOf(
  subject: CheckSubject,
  candidate: Candidate,
  { kind, isTied, isSupported }: { kind: RepairKind; isTied: boolean; isSupported: boolean },
): Sentence {
  const maybe = isTied ? { zh: '可能之一：', en: 'One possibility: ' } : { zh: '', en: '' };
  const totals =
    candidate.changes.length > candidate.act.ends.length
      ? { zh: '，相应总计随之改动', en: ', and the totals with it' }
      : { zh: '', en: '' };
  const [first, second] = candidate.changes;
  if (!first) return { zh: '', en: '' };
  const cell = getCell(subject.format, first.cell);
  if (candidate.act.kind === 'rows' && second) {
    const [one, other] = [cell.rowLabel, getCell(subject.format, second.cell).rowLabel];
    return {
      zh: `${maybe.zh}“${one}”与“${other}”两行像是填颠倒了，整行互换。`,
      en: `${maybe.en}${maybe.en ? 'the' : 'The'} rows "${one}" and "${other}" seem to stand in each other's place: exchange them.`,
    };
  }
  if (candidate.act.kind === 'move' && second) {
    const [from, to] = first.to < first.from ? [first, second] : [second, first];
    const amount = from.from - from.to;
    const [source, target] = [getCell(subject.format, from.cell), getCell(subject.format, to.cell)];
    const place = placesOf(source, target);
    return {
      zh: `${maybe.zh}${place.shared.zh}：从“${place.from}”移 ${amount} 件到“${place.to}”（${from.from} 改 ${from.to}，${to.from} 改 ${to.to}）${totals.zh}。`,
      en: `${maybe.en}${place.shared.en}: move ${amount} from "${place.from}" to "${place.to}" (${from.from} to ${from.to}, ${to.from} to ${to.to})${totals.en}.`,
    };
  }
  const look = lookOf(kind);
  const support = isSupported ? supported : { zh: '', en: '' };
  return {
    zh: `${maybe.zh}“${cellName(cell)}”由 ${first.from} 改为 ${first.to}${totals.zh}${look.zh}${support.zh}。`,
    en: `${maybe.en}${maybe.en ? 'change' : 'Change'} "${cellName(cell)}" from ${first.from} to ${first.to}${totals.en}${look.en}${support.en}.`,
  };
}

const supported: Sentence = { zh: '（与正文或上期的数相符）', en: ' (texts or the period before agree with it)' };

function placesOf(from: Cell, to: Cell): { shared: Sentence; from: string; to: string } {
  return from.rowLabel === to.rowLabel
    ? { shared: rowInWords(from.rowLabel), from: from.columnLabel, to: to.columnLabel }
    : { shared: columnInWords(from.columnLabel), from: from.rowLabel, to: to.rowLabel };
}

function lookOf(kind: RepairKind): Sentence {
  if (kind === 'digit_swap') return { zh: '（像是两位数字颠倒）', en: ' (it looks like two digits swapped)' };
  if (kind === 'total_left_at_zero') return { zh: '（总计像是漏填，留作 0）', en: ' (the total seems to have been left at 0)' };
  return { zh: '', en: '' };
}
