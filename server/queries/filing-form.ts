import { listExplanations, listSubmissionHeads, type Reader, ruleNotesOf, type Store } from '@/db/store';
import type { CheckRun, Overlay } from '@/server/domain/checks';
import { canInTime } from '@/server/domain/deadlines';
import { type Figure, type FigureBook, figureAt, textOfStored } from '@/server/domain/figures';
import type { CellId, Format, FormatId, Indicator, Power, RowVariant } from '@/server/domain/formats';
import { dayAt } from '@/server/domain/periods';
import { type Action, actions, type PermissionTarget, type Verdict } from '@/server/domain/permissions';
import type { PastQuarters } from '@/server/domain/subject';
import { packedForWire } from '@/server/domain/wire';
import type { DeclarableSection, Explanation, FilingStatus, Obstacle } from '@/server/domain/workflow';
import type { Actor } from '@/server/views/access';
import { filingTarget, requireReadableFiling } from '@/server/views/access';
import { type Deadline, loadDeadline } from '@/server/views/deadline-view';
import { loadFilingView } from '@/server/views/filing-view';
import { obstaclesOf } from '@/server/views/load-obstacles';
import { withNames } from '@/server/views/person-names';
import { loadBesideQuarters } from '@/server/views/sent-books';
import { shownExplanation } from '@/server/views/shown-explanation';
import type { TakenOver } from '@/server/views/taken-over';
import { type Conversation, conversationOf, readSaid } from './conversation';
import { receiverOf } from './receiver';
import { asNote, type NoteOnRule } from './rule-notes';
import { type FormSignOff, loadSignOff } from './sign-off';

export interface FormFigure {
  /** As it is to be read again (`textOfStored`). */
  raw: string;
  figure: Figure;
  version: number;
  savedBy: string;
  savedAt: string;
}

/** An opening that was restated (F7): what it would follow, what counts instead, and why. */
export interface FormRestatement {
  cell: CellId;
  was: Figure;
  is: Figure;
  reason: string;
  writtenBy: string;
  writtenAt: string;
}

/** Everything the form of a unit's quarter is drawn from. */
export interface FilingForm extends Conversation {
  filingId: string;
  unitId: string;
  unitName: string;
  year: number;
  quarter: number;
  dueOn: string;
  /** The same with what the unit was given, what it asks for, and whether the day locks. */
  deadline: Deadline;
  status: FilingStatus;
  submissionNumber: number;
  /** Practice: it looks and behaves like the quarter and never counts. */
  isPractice: boolean;
  /** The signature inside the unit; null where none is asked for. */
  signOff: FormSignOff | null;
  /** The newest submission, for the page that confirms it. */
  submission: { number: number; hash: string; submittedBy: string; submittedAt: string } | null;
  format: FormatId;
  rowVariant: RowVariant;
  /** Local indicators this unit is asked for; `withIndicators` makes the form of them. */
  indicators: readonly Indicator[];
  powers: readonly Power[];
  stored: Record<CellId, FormFigure>;
  /** As they count: a restated one with its own value. */
  openings: Record<CellId, Figure>;
  restatements: readonly FormRestatement[];
  /** What of the openings came from closed units, unit by unit. */
  takenOver: readonly TakenOver[];
  declared: Partial<Record<DeclarableSection, string>>;
  contribution: { text: string; version: number; savedBy: string };
  explanations: readonly Explanation[];
  ruleNotes: readonly NoteOnRule[];
  /** The reason of the last return, while it is the filing's state. */
  returnReason: string | null;
  /** Beside each cell: what the quarter before and the same quarter of last year said when they were submitted. */
  beside: { lastQuarter: Record<CellId, Figure>; sameQuarterLastYear: Record<CellId, Figure> };
  /** What the rules compare the quarter with, so that the browser finds what the server finds. */
  past: PastQuarters;
  /** What this person may do here and now; draws the buttons. */
  verdicts: Verdicts;
  /** What the rules say of what is stored. */
  checkRun: CheckRun;
  /** The deployment's overlay as text, so that the browser checks by the same rules. */
  overlay: string | null;
  /** Content hash of what is stored now. */
  hash: string;
  /** The unit that receives the quarter once it is submitted, by its own name. */
  receiver: string;
}

/** @param now what the due day is held against; left out where nobody types */
export async function loadFilingForm(
  reader: Reader,
  actor: Actor,
  filingId: string,
  overlay: Overlay | null,
  now?: Date,
): Promise<FilingForm> {
  const filing = await requireReadableFiling(reader, actor, filingId);
  const view = await loadFilingView(reader, filing, overlay);
  const owner = { ownerType: 'filing', ownerId: filing.id } as const;
  const last = (await listSubmissionHeads(reader, filing.id)).at(-1);
  const read = {
    signOff: await loadSignOff(reader, actor, view, (id) => id ?? ''),
    explanations: await listExplanations(reader, owner),
    ruleNotes: await ruleNotesOf(reader, owner),
    said: await readSaid(reader, filing),
    beside: await loadBesideQuarters(reader, filing),
    target: await filingTarget(reader, filing),
    deadline: await loadDeadline(reader, filing, now),
    receiver: await receiverOf(reader, filing),
  };
  return withNames(reader, (nameOf) => ({
    filingId: filing.id,
    unitId: filing.unitId,
    unitName: filing.unitName,
    year: filing.year,
    quarter: filing.quarter,
    dueOn: filing.dueOn,
    deadline: shownDeadline(read.deadline, nameOf),
    status: filing.status,
    submissionNumber: filing.submissionNumber,
    isPractice: filing.isPractice,
    signOff: read.signOff && { ...read.signOff, signedBy: nameOf(read.signOff.signedBy || null) },
    submission: last
      ? { number: last.number, hash: last.hash, submittedBy: nameOf(last.submittedBy), submittedAt: last.submittedAt.toISOString() }
      : null,
    format: filing.format,
    rowVariant: filing.rowVariant,
    indicators: view.indicators,
    powers: filing.powers,
    stored: Object.fromEntries(
      view.stored.map((one) => [
        one.cell,
        {
          raw: textOfStored(one, view.format.cells.get(one.cell)),
          figure: one.figure,
          version: one.version,
          savedBy: nameOf(one.savedBy),
          savedAt: one.savedAt.toISOString(),
        },
      ]),
    ),
    openings: Object.fromEntries(view.facts.openings),
    restatements: view.restatements.map(({ cell, value, decimals, reason, writtenBy, writtenAt }) => ({
      cell,
      was: figureAt(view.carried, cell),
      is: { state: 'number', value, decimals },
      reason,
      writtenBy: nameOf(writtenBy),
      writtenAt: writtenAt.toISOString(),
    })),
    takenOver: view.takenOver,
    declared: Object.fromEntries([...view.declaredBy].map(([section, by]) => [section, nameOf(by)])),
    contribution: {
      text: view.contribution.text,
      version: view.contribution.version,
      savedBy: nameOf(view.contribution.savedBy),
    },
    explanations: read.explanations.map((one) => shownExplanation(one, nameOf)),
    ruleNotes: read.ruleNotes.map((note) => asNote(note, nameOf)),
    ...conversationOf(read.said, nameOf),
    returnReason: filing.status === 'returned' ? (last?.returnReason ?? null) : null,
    beside: {
      lastQuarter: leavesOf(view.format, read.beside.lastQuarter),
      sameQuarterLastYear: leavesOf(view.format, read.beside.sameQuarterLastYear),
    },
    past: view.past,
    verdicts: verdictsFor(actor, { ...read.target, isPastLock: read.deadline.isPastLock }),
    checkRun: view.checkRun,
    overlay: overlay?.text ?? null,
    hash: view.hash,
    receiver: read.receiver,
  }));
}

/**
 * The form for a page: the one of the last time while nothing that it is made of has changed, and then not to be changed. How it goes over the wire is
 * kept with it.
 */
export async function openFilingForm(
  store: Store,
  actor: Actor,
  filingId: string,
  overlay: Overlay | null,
  now?: Date,
): Promise<FilingForm> {
  // A day that goes by is nothing that is read, and locks a form all the same.
  const key = JSON.stringify(['form', filingId, actor.userId, actor.posts, overlayNumber(overlay), now && dayAt(now)]);
  return store.kept(key, async (reader) => packedForWire(await loadFilingForm(reader, actor, filingId, overlay, now)));
}

const overlayNumbers = new WeakMap<Overlay, number>();
let overlays = 0;

/** An overlay is read once and never changes: which one it is says what is in it. */
function overlayNumber(overlay: Overlay | null): number {
  if (!overlay) return 0;
  const known = overlayNumbers.get(overlay);
  if (known !== undefined) return known;
  overlays += 1;
  overlayNumbers.set(overlay, overlays);
  return overlays;
}

/** What stands between the stored state and a submission: the list on the check page. */
export async function loadObstacles(
  reader: Reader,
  actor: Actor,
  filingId: string,
  overlay: Overlay | null,
): Promise<{ obstacles: Obstacle[]; hash: string }> {
  const filing = await requireReadableFiling(reader, actor, filingId);
  const view = await loadFilingView(reader, filing, overlay);
  return { obstacles: await obstaclesOf(reader, view), hash: view.hash };
}

export type Verdicts = Record<Action, Verdict | 'past_due'>;

function verdictsFor(actor: Actor, target: PermissionTarget & { isPastLock: boolean }): Verdicts {
  return Object.fromEntries(
    (Object.keys(actions) as Action[]).map((action) => [action, canInTime(actor.posts, action, target)]),
  ) as Verdicts;
}

/** How a quarter's due day stands, for whoever may read it. @throws Refused not_found */
export async function loadFilingDeadline(reader: Reader, actor: Actor, filingId: string, now: Date): Promise<Deadline> {
  const deadline = await loadDeadline(reader, await requireReadableFiling(reader, actor, filingId), now);
  return withNames(reader, (nameOf) => shownDeadline(deadline, nameOf));
}

function shownDeadline(deadline: Deadline, nameOf: (id: string) => string): Deadline {
  return { ...deadline, ask: deadline.ask && { ...deadline.ask, by: nameOf(deadline.ask.by) } };
}

/** Without the totals, which whoever shows them reckons. */
function leavesOf(format: Format, book: FigureBook): Record<CellId, Figure> {
  return Object.fromEntries([...book].filter(([cell]) => format.cells.get(cell)?.addsUp !== 'computed'));
}
