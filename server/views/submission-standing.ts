import {
  type Filing,
  findFilings,
  findSubmissionsOf,
  type Reader,
  type Submission,
  type SubmissionStanding,
  type WaitingSubmission,
} from '@/db/store';
import type { Overlay } from '@/server/domain/checks';
import { minQuarters } from '@/server/domain/checks/past/known-past';
import { type Figure, type FigureBook, notFilled, printFigure, sameFigure } from '@/server/domain/figures';
import { type CellId, getFormat, leafCells, withIndicators } from '@/server/domain/formats';
import { checkFiling, type FilingFacts, filingBook } from '@/server/domain/workflow';
import { type FilingView, loadOpenings } from './filing-view';
import { rulesOf } from './going-round';
import { loadPastQuarters } from './past-quarters';
import { type FilingContent, readSubmission } from './submission-content';

export interface ChangedCell {
  cell: CellId;
  before: string;
  after: string;
}

/** The cells in which one submission says another figure than the one before it. */
export function changedCells(filing: Pick<Filing, 'format' | 'rowVariant'>, before: FilingContent, after: FilingContent): ChangedCell[] {
  const format = withIndicators(getFormat(filing.format, filing.rowVariant), after.indicators ?? []);
  return leafCells(format).flatMap((cell): ChangedCell[] => {
    const [was, is] = [before.figures[cell.id] ?? notFilled, after.figures[cell.id] ?? notFilled];
    return sameFigure(was, is) ? [] : [{ cell: cell.id, before: printFigure(was, cell), after: printFigure(is, cell) }];
  });
}

/** How what is submitted now stands, to be kept with it. @param before the submission before it */
export function standingOf({ filing, content, checkRun, past }: FilingView, before: Submission | null): SubmissionStanding {
  return {
    changed: before && changedCells(filing, readSubmission(before.content), content).length,
    isPlain: !content.restated && isPlainRun(checkRun),
    hasPeers: hasPeers(filing, past),
  };
}

/**
 * How some submissions that wait stand, by filing: what is kept of them while nothing has moved, else found anew.
 *
 * What was found anew is remembered by the process, because nobody writes it down who only looks.
 */
export async function loadSubmissionStandings(
  reader: Reader,
  waiting: readonly WaitingSubmission[],
  overlay: Overlay | null,
): Promise<Map<string, SubmissionStanding>> {
  const rules = rulesOf(overlay);
  const known = new Map<string, SubmissionStanding>();
  for (const one of waiting) {
    const standing = knownStanding(one, rules);
    if (standing) known.set(one.filingId, standing);
  }
  const left = waiting.filter((one) => !known.has(one.filingId));
  const found = await findStandings(reader, left, overlay);
  for (const one of left) {
    const standing = found.get(one.filingId);
    if (!standing) continue;
    known.set(one.filingId, standing);
    remember(one, rules, standing);
  }
  return known;
}

/** How many cells of some submissions are new, by filing: those of the first time are not among them. That of a submission never changes. */
export async function changedSinceBefore(
  reader: Reader,
  waiting: readonly WaitingSubmission[],
  overlay: Overlay | null,
): Promise<Map<string, number | null>> {
  const again = waiting.filter((one) => one.submissionNumber > 1);
  const kept = again.filter(({ standing }) => standing && standing.rules !== '');
  const found = await loadSubmissionStandings(
    reader,
    again.filter(({ standing }) => !standing || standing.rules === ''),
    overlay,
  );
  return new Map([
    ...kept.map(({ filingId, standing }): [string, number | null] => [filingId, standing?.changed ?? null]),
    ...[...found].map(([filingId, { changed }]): [string, number | null] => [filingId, changed]),
  ]);
}

const remembered = new Map<string, SubmissionStanding>();
const maxRemembered = 5_000;

function nameOf({ filingId, submissionNumber, hash, standing }: WaitingSubmission, rules: string): string | null {
  return standing && [filingId, submissionNumber, hash, standing.mark, rules].join(' ');
}

/** What is known without looking: null where something has moved, or the rules are other ones. */
export function knownStanding(one: WaitingSubmission, rules: string): SubmissionStanding | null {
  const { standing } = one;
  if (standing?.isFresh && standing.rules === rules) return standing;
  return remembered.get(nameOf(one, rules) ?? '') ?? null;
}

function remember(one: WaitingSubmission, rules: string, standing: SubmissionStanding): void {
  const name = nameOf(one, rules);
  if (name === null) return;
  const oldest = remembered.size >= maxRemembered ? remembered.keys().next().value : undefined;
  if (oldest !== undefined) remembered.delete(oldest);
  remembered.set(name, standing);
}

/** How some submissions stand by what is stored now, whatever is kept of them. */
export async function findStandings(
  reader: Reader,
  waiting: readonly Pick<WaitingSubmission, 'filingId' | 'submissionNumber'>[],
  overlay: Overlay | null,
): Promise<Map<string, SubmissionStanding>> {
  const filings = await findFilings(
    reader,
    waiting.map((one) => one.filingId),
  );
  const newest = await findSubmissionsOf(reader, numbered(waiting, 0));
  const before = await findSubmissionsOf(reader, numbered(waiting, 1));
  const formed = [...filings.values()].flatMap((filing) => {
    const submission = newest.get(filing.id);
    if (!submission) return [];
    const frozen = readSubmission(submission.content);
    return [{ filing, frozen, format: withIndicators(getFormat(filing.format, filing.rowVariant), frozen.indicators ?? []) }];
  });
  const opened = await loadOpenings(
    reader,
    formed.map(({ filing, format }) => ({ of: filing, format })),
  );
  const past = await loadPastQuarters(reader, formed);
  return new Map(
    formed.map(({ filing, frozen, format }, index): [string, SubmissionStanding] => {
      const { unitName: organ, year, quarter, powers } = filing;
      const earlier = before.get(filing.id);
      const openings = opened[index]?.openings ?? new Map<CellId, Figure>();
      const book = withOpenings(frozen, { format, openings, powers: new Set(powers) });
      const isAsFrozen = leafCells(format).every(({ id }) => sameFigure(book.get(id) ?? notFilled, frozen.figures[id] ?? notFilled));
      const known = past.get(filing.id) ?? { quarters: [], values: {}, peers: {} };
      const facts = { organ, year, quarter, powers, format, book, openings, restated: new Set<CellId>(), past: known };
      return [
        filing.id,
        {
          changed: earlier ? changedCells(filing, readSubmission(earlier.content), frozen).length : null,
          isPlain: !frozen.restated && isAsFrozen && isPlainRun(checkFiling(facts, overlay)),
          hasPeers: hasPeers(filing, known),
        },
      ];
    }),
  );
}

function isPlainRun({ findings }: Pick<ReturnType<typeof checkFiling>, 'findings'>): boolean {
  return findings.every((finding) => finding.severity === 'hint');
}

/** A unit without a year of its own behind it is compared with others. */
function hasPeers({ isPractice }: Pick<Filing, 'isPractice'>, { quarters }: FilingView['past']): boolean {
  return !isPractice && quarters.length < minQuarters;
}

function numbered(waiting: readonly Pick<WaitingSubmission, 'filingId' | 'submissionNumber'>[], back: 0 | 1) {
  return waiting
    .filter((one) => one.submissionNumber > back)
    .map((one) => ({ filingId: one.filingId, number: one.submissionNumber - back }));
}

/** What was submitted, with what is carried in now. Nobody writes into a submitted filing, so its figures need not be read again. */
function withOpenings({ figures, declared }: FilingContent, now: Omit<FilingFacts, 'stored' | 'declared'>): FigureBook {
  const typed = Object.entries(figures).filter(([id]) => now.format.cells.get(id)?.addsUp !== 'opening');
  return filingBook({ ...now, stored: new Map(typed), declared: new Set(declared) });
}
