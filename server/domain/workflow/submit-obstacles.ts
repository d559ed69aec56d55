import type { Finding } from '../checks/check';
import type { FigureBook } from '../figures';
import { figureAt } from '../figures';
import type { Cell, CellId, Format, TextKey } from '../formats';
import { leafCells } from '../formats';
import type { ProseNumber, ProseProblem } from '../prose';
import type { AdjustedFigures, AdjustmentLine } from '../roll-up';
import type { GivenSignature, StepStanding, StepState } from '../signing';
import type { TextPlace, Texts } from '../subject';
import { emptyChapters } from './empty-chapters';
import { type SignatureFacts, type SignatureState, signatureState } from './sign-off';

/** A written 说明 for a confirm finding, or a signed exception (放行) for a must-fix one; bound to the values it explains. */
export interface Explanation {
  id: string;
  kind: 'explanation' | 'exception';
  rule: string;
  boundTo: string;
  text: string;
  writtenBy: string;
  countersignedBy: string | null;
}

/** What stands between a filing (or report) and its submission (or finalisation), each leading to a place. */
export type Obstacle =
  | { kind: 'not_filled' | 'unreadable'; cell: CellId }
  /** Printed openings that nobody knows: the office enters them, the clerk cannot. */
  | { kind: 'unknown_openings'; cells: readonly CellId[] }
  | { kind: 'must_fix'; finding: Finding; exception: Explanation | null }
  | { kind: 'confirm'; finding: Finding }
  | { kind: 'open_remark'; remarkId: string }
  /** Closings above 0 of a unit that nobody succeeds (`leftToNobody`). */
  | { kind: 'left_to_nobody'; cells: readonly CellId[] }
  | { kind: 'sign_off'; state: Exclude<SignatureState, 'signed'> };

/**
 * A report has these too: a chapter nobody has written, a line beside its figures that is not signed, a paragraph of last year's nobody has confirmed, a number of its
 * texts nobody has said anything of, a live number that cannot stand, a step on the way to the edition that nobody has signed, or whose
 * signature no longer holds.
 */
export type ReportObstacle =
  | Obstacle
  | { kind: 'empty_chapter'; key: TextKey }
  | { kind: 'adjustment'; state: 'unsigned' | 'impossible'; adjustmentId: string; cell: CellId }
  /** Carried from an earlier year, unchanged, and nobody has confirmed it (pain 25); with the old years it names. */
  | { kind: 'carried_paragraph'; paragraphId: string; key: TextKey; fromYear: number; printed: string; oldYears: readonly number[] }
  | { kind: 'untyped_number'; place: TextPlace }
  | { kind: 'broken_number'; place: TextPlace; problem: ProseProblem }
  | { kind: 'signature'; state: Exclude<StepState, 'signed'>; step: string; name: string };

/**
 * Everything that must be settled before a submit. Not filled and unreadable cells have no exception; a must-fix finding
 * passes under a countersigned exception bound to its values; a confirm finding passes with an explanation. A unit that asks
 * for a signature submits only what was signed.
 *
 * @param input.signature null where the unit asks for none
 */
export function submitObstacles(input: {
  format: Format;
  figures: FigureBook;
  findings: readonly Finding[];
  explanations: readonly Explanation[];
  openRemarkIds: readonly string[];
  signature: SignatureFacts | null;
}): Obstacle[] {
  // An opening that is never printed only serves a warning.
  const typed = leafCells(input.format).filter((cell) => cell.addsUp !== 'opening');
  return [
    ...openingObstacles(input.format, input.figures),
    ...cellObstacles(typed, input.figures),
    ...findingObstacles(input.findings, input.explanations),
    ...input.openRemarkIds.map((remarkId): Obstacle => ({ kind: 'open_remark', remarkId })),
    ...signatureObstacles(input.signature),
  ];
}

function openingObstacles(format: Format, figures: FigureBook): Obstacle[] {
  const cells = leafCells(format).filter(
    (cell) => cell.addsUp === 'opening' && cell.isPrinted && figureAt(figures, cell.id).state === 'not_filled',
  );
  return cells.length > 0 ? [{ kind: 'unknown_openings', cells: cells.map((cell) => cell.id) }] : [];
}

function signatureObstacles(signature: SignatureFacts | null): Obstacle[] {
  const state = signature ? signatureState(signature) : 'signed';
  return state === 'signed' ? [] : [{ kind: 'sign_off', state }];
}

/**
 * The same for a report: only what is printed must be known, every chapter must be written, and every number of its texts must be said
 * to be something (A3). Places are of the printed texts.
 *
 * @param input.texts as printed
 */
export function reportObstacles(input: {
  format: Format;
  texts: Texts;
  figures: FigureBook;
  findings: readonly Finding[];
  explanations: readonly Explanation[];
  numbers: readonly ProseNumber[];
  adjustments?: AdjustmentsBeside;
  /** Those that are open. */
  carried?: readonly CarriedBeside[];
  /** How the steps of signing stand; absent where the report itself is judged, before anybody signs it. */
  standings?: readonly StepStanding<GivenSignature>[];
}): ReportObstacle[] {
  const printed = leafCells(input.format).filter((cell) => cell.isPrinted);
  return [
    ...cellObstacles(printed, input.figures),
    ...emptyChapters(input.format, input.texts).map((key): ReportObstacle => ({ kind: 'empty_chapter', key })),
    ...adjustmentObstacles(input.adjustments),
    ...findingObstacles(input.findings, input.explanations),
    ...(input.carried ?? []).map(
      ({ id, key, fromYear, printed, oldYears }): ReportObstacle => ({
        kind: 'carried_paragraph',
        paragraphId: id,
        key,
        fromYear,
        printed,
        oldYears,
      }),
    ),
    ...input.numbers.flatMap(numberObstacles),
    ...(input.standings ?? []).flatMap(({ step, state }): ReportObstacle[] =>
      state === 'signed' ? [] : [{ kind: 'signature', state, step: step.key, name: step.name }],
    ),
  ];
}

function numberObstacles({ text, state, from, to, shown, problem }: ProseNumber): ReportObstacle[] {
  const place = { text, start: from, end: to, snippet: shown };
  if (problem) return [{ kind: 'broken_number', place, problem }];
  return state === 'untyped' ? [{ kind: 'untyped_number', place }] : [];
}

/** A carried paragraph that is open, as it is printed. */
export interface CarriedBeside {
  id: string;
  key: TextKey;
  fromYear: number;
  printed: string;
  oldYears: readonly number[];
}

/** The lines beside a report and what became of them. */
export interface AdjustmentsBeside extends Pick<AdjustedFigures, 'unsigned' | 'impossible'> {
  lines: readonly Pick<AdjustmentLine, 'id' | 'cell'>[];
}

/** A line that nobody has signed, or that cannot be in the figures, is signed or withdrawn before anything is frozen. */
function adjustmentObstacles(adjustments: AdjustmentsBeside | undefined): ReportObstacle[] {
  return (adjustments?.lines ?? []).flatMap(({ id, cell }): ReportObstacle[] => {
    const state = adjustments?.unsigned.includes(id) ? 'unsigned' : adjustments?.impossible.includes(id) ? 'impossible' : null;
    return state ? [{ kind: 'adjustment', state, adjustmentId: id, cell }] : [];
  });
}

function cellObstacles(cells: readonly Cell[], figures: FigureBook): Obstacle[] {
  return cells.flatMap((cell): Obstacle[] => {
    const { state } = figureAt(figures, cell.id);
    return state === 'not_filled' || state === 'unreadable' ? [{ kind: state, cell: cell.id }] : [];
  });
}

export function findingObstacles(findings: readonly Finding[], explanations: readonly Explanation[]): Obstacle[] {
  return findings
    .filter((finding) => !isAnswered(finding, explanations))
    .flatMap((finding): Obstacle[] => {
      if (finding.severity === 'confirm') return [{ kind: 'confirm', finding }];
      const exception = explanationsOf(finding, explanations).find((explanation) => explanation.kind === 'exception');
      return [{ kind: 'must_fix', finding, exception: exception ?? null }];
    });
}

/** What tells whether a finding was answered. */
type Weighed = Pick<Finding, 'rule' | 'severity' | 'boundTo'>;

/** Whether nothing is asked of anybody for it any more: a blank cell is asked for where it is filled in. */
export function isAnswered(finding: Weighed, explanations: readonly Explanation[]): boolean {
  if (finding.rule === 'b-blank' || finding.severity === 'hint') return true;
  const bound = explanationsOf(finding, explanations);
  return finding.severity === 'confirm'
    ? bound.length > 0
    : bound.some(({ kind, countersignedBy }) => kind === 'exception' && countersignedBy);
}

/** What was written about a finding as it stands. */
export function explanationsOf<E extends Explanation>(finding: Weighed, explanations: readonly E[]): E[] {
  return explanations.filter((explanation) => explanation.rule === finding.rule && explanation.boundTo === finding.boundTo);
}

/** A reason says something: at least this many characters besides 已核实 and the like (pain 14). */
const minReasonCharacters = 6;
const emptyPhrases = /已?(?:核实|核对|确认|检查|无误|属实|正确|情况|数据|以上|均|为)|[\s\p{P}\p{S}]/gu;

export function isRealReason(text: string): boolean {
  return [...text.normalize('NFKC').replace(emptyPhrases, '')].length >= minReasonCharacters;
}
