import type { Severity } from '@/server/domain/checks/check';
import { type Figure, figureOfText, notFilled, sameFigure } from '@/server/domain/figures';
import { type Cell, type CellId, type Format, getCell, getFormat } from '@/server/domain/formats';
import type { DeclarableSection, FilingFacts } from '@/server/domain/workflow';
import type { FilingForm } from '@/server/queries/filing-form';
import type { CellRange } from '../grid/range';
import { type Ack, type OutboxEntry, textPlace } from '../outbox/entry';
import type { Outbox } from '../outbox/outbox';
import { type CellOrigin, type CellSaving, type CellView, sameView } from './cell-view';
import { type Checked, checkedWith, factsOf, figuresOf, type Progress, progressOf } from './filing-state';
import { createHistory, type Step } from './history';
import { loadRules } from './load-rules';
import { type PlaceTalk, talkOf } from './place-talk';
import { createValue, type Value } from './value';

/** Idle time after a key before what was typed is stored and sent. */
const idleMs = 600;
/** The rules run once typing pauses; totals follow at once. */
const checkAfterMs = 200;

export interface FormStore {
  form: Value<FilingForm>;
  format: Format;
  canEdit: boolean;
  cell(id: CellId): Value<CellView>;
  contribution: Value<{ text: string; revision: number; saving: CellSaving }>;
  progress: Value<Progress>;
  checked: Value<Checked>;
  figures(): ReadonlyMap<CellId, Figure>;
  facts(): FilingFacts;
  focus: Value<CellId | null>;
  /** Cells selected together, in one of the form's tables. */
  range: Value<CellRange | null>;
  /** Something is on the screen that is not even kept on this computer yet. */
  hasUnsaved: Value<boolean>;
  /** When the server last answered for something in this form. */
  lastSavedAt: Value<string | null>;
  /** Sections whose 本期无 ended because a number was entered. */
  lapsed: Value<readonly DeclarableSection[]>;
  mark(cells: readonly CellId[]): void;
  type(place: CellId | typeof textPlace, text: string): void;
  /** Stores and sends what was typed so far, without waiting for the pause. */
  commit(): void;
  /** Sets texts from elsewhere than their inputs, as one step that can be undone. */
  write(changes: readonly { cell: CellId; text: string }[]): void;
  /** One cell was left after it was changed: a step that can be undone. */
  remember(step: Step): void;
  undo(): CellId | null;
  redo(): CellId | null;
  /** The change of a place that waits for its person. */
  problemAt(place: string): OutboxEntry | null;
  connect(outbox: Outbox): () => void;
  /** What the server says now; what is typed here and not answered for stays. */
  refresh(form: FilingForm): void;
}

interface StoredRaw {
  raw: string;
  version: number;
}

/**
 * The state of the form in this tab: what is stored, what is typed over it, and what follows from both. It lives outside
 * React: each cell watches its own view, so that a key press repaints that cell and the totals that change.
 */
export function createFormStore(initial: FilingForm, userName: string): FormStore {
  const format = getFormat(initial.format, initial.rowVariant);
  const canEdit = initial.verdicts['filing.edit'] === 'allowed';
  const form = createValue(initial);
  const stored = new Map<string, StoredRaw>();
  const storedFigures = new Map<CellId, Figure>();
  const typed = new Map<string, string>();
  const tails = new Map<string, OutboxEntry>();
  /** What stood on the screen when typing in a place began: a stored version, or this tab's change on its way. */
  const typedOver = new Map<string, { version: number; changeId: string | null }>();
  const revisions = new Map<string, number>();
  /** What is said on each place; made once per load, so that a key press only looks it up. */
  let talk: ReadonlyMap<string, PlaceTalk> = new Map();
  const cells = new Map<CellId, Value<CellView>>();
  const history = createHistory(initial.filingId);
  let severities = new Map<CellId, Severity>();
  let marked: ReadonlySet<CellId> = new Set();
  let selected: ReadonlySet<CellId> = new Set();
  const range = createValue<CellRange | null>(null);
  let outbox: Outbox | null = null;
  let idle: ReturnType<typeof setTimeout> | undefined;
  let checking: ReturnType<typeof setTimeout> | undefined;

  const textAt = (place: string): string => typed.get(place) ?? stored.get(place)?.raw ?? '';
  const isUnsaved = (place: string): boolean => typed.has(place) && typed.get(place) !== (tails.get(place) ?? stored.get(place))?.raw;

  function facts(): FilingFacts {
    const over = new Map(storedFigures);
    for (const [place, text] of typed) {
      const cell = format.cells.get(place);
      if (cell) over.set(place, figureOfText(text, cell).figure);
    }
    return factsOf(form.get(), format, over);
  }

  let figures: ReadonlyMap<CellId, Figure> = new Map();

  function viewOf(cell: Cell): CellView {
    const text = textAt(cell.id);
    const before = cells.get(cell.id)?.get();
    const figure = figures.get(cell.id) ?? notFilled;
    return {
      text,
      revision: revisions.get(cell.id) ?? 0,
      figure: before && sameFigure(before.figure, figure) ? before.figure : figure,
      parsed: before?.text === text ? before.parsed : figureOfText(text, cell).parsed,
      origin: originOf(cell, text),
      saving: savingOf(cell.id),
      severity: severities.get(cell.id) ?? null,
      isMarked: marked.has(cell.id),
      isSelected: selected.has(cell.id),
      hasRemark: talk.get(cell.id)?.hasRemark ?? false,
      comments: talk.get(cell.id)?.comments ?? 0,
      isFollowed: talk.get(cell.id)?.isFollowed ?? false,
    };
  }

  function originOf(cell: Cell, text: string): CellOrigin {
    if (cell.addsUp === 'computed') return 'computed';
    if (text !== '') return 'typed';
    const now = form.get();
    if (cell.addsUp === 'opening' && now.openings[cell.id]) return 'carried';
    if (now.declared[cell.section as DeclarableSection] !== undefined) return 'declared';
    return cell.power && !now.powers.includes(cell.power) ? 'no_power' : 'none';
  }

  function savingOf(place: string): CellSaving {
    const tail = tails.get(place);
    if (tail?.problem) return tail.problem.kind;
    if (isUnsaved(place)) return 'unsaved';
    return tail ? 'waiting' : 'stored';
  }

  function repaint(ids: Iterable<string>): void {
    for (const id of ids) {
      const cell = format.cells.get(id);
      const value = cells.get(id);
      if (!cell || !value) continue;
      const next = viewOf(cell);
      if (!sameView(value.get(), next)) value.set(next);
    }
  }

  function repaintText(): void {
    const next = { text: textAt(textPlace), revision: revisions.get(textPlace) ?? 0, saving: savingOf(textPlace) };
    const now = contribution.get();
    if (now.text !== next.text || now.revision !== next.revision || now.saving !== next.saving) contribution.set(next);
  }

  /** Figures, totals and progress; the rules a little later. */
  function reckon(): void {
    const next = figuresOf(facts());
    const changed = [...format.cells.keys()].filter((id) => !sameFigure(figures.get(id) ?? notFilled, next.get(id) ?? notFilled));
    figures = next;
    repaint(changed);
    progress.set(progressOf(format, figures, progress.get()));
    clearTimeout(checking);
    checking = setTimeout(() => void check(), checkAfterMs);
  }

  /** What the server found stands until the rules are there. Where they cannot be loaded, the next change tries again. */
  async function check(): Promise<void> {
    const rules = await loadRules(form.get().overlay);
    if (!rules) return;
    checked.set(checkedWith(rules.runRules(form.get(), facts()), form.get(), facts(), figures));
    const before = severities;
    severities = severitiesOf(checked.get());
    repaint(new Set([...before.keys(), ...severities.keys()]));
  }

  function load(next: FilingForm): void {
    talk = talkOf(next);
    for (const [id, one] of Object.entries(next.stored)) {
      if ((stored.get(id)?.version ?? -1) > one.version) continue;
      keepStored(id, one.raw, one.version);
      storedFigures.set(id, one.figure);
    }
    if ((stored.get(textPlace)?.version ?? -1) <= next.contribution.version)
      keepStored(textPlace, next.contribution.text, next.contribution.version);
  }

  /** A text that came from elsewhere shows up in its input unless the person is at work on it here. */
  function keepStored(place: string, raw: string, version: number): void {
    const before = textAt(place);
    stored.set(place, { raw, version });
    if (typed.get(place) === raw && !tails.has(place)) typed.delete(place);
    if (!typed.has(place) && before !== raw) revisions.set(place, (revisions.get(place) ?? 0) + 1);
  }

  /** What was typed here is given up, or has been overtaken: the input shows what is stored. */
  function showStored(place: string): void {
    typed.delete(place);
    revisions.set(place, (revisions.get(place) ?? 0) + 1);
    reckon();
    repaint([place]);
    repaintText();
  }

  function queue(place: string): void {
    const raw = typed.get(place);
    if (!outbox || raw === undefined || !isUnsaved(place)) return;
    const tail = tails.get(place);
    const baseVersion = tail?.baseVersion ?? typedOver.get(place)?.version ?? stored.get(place)?.version ?? 0;
    tails.set(place, outbox.add({ filingId: initial.filingId, place, raw, baseVersion, follows: tail?.changeId ?? null }));
  }

  /** Somebody else's save that comes in between typing and storing is not what was typed over: the server must tell of both. */
  function keepTyped(place: string, text: string): void {
    if (!isUnsaved(place)) typedOver.set(place, { version: stored.get(place)?.version ?? 0, changeId: tails.get(place)?.changeId ?? null });
    typed.set(place, text);
  }

  function commit(): void {
    clearTimeout(idle);
    const places = [...typed.keys()].filter(isUnsaved);
    for (const place of places) queue(place);
    if (!outbox) return;
    repaint(places);
    repaintText();
    hasUnsaved.set(false);
  }

  function answered(ack: Ack): void {
    if (ack.filingId !== initial.filingId) return;
    if (tails.get(ack.place)?.changeId === ack.changeId) tails.delete(ack.place);
    if (typedOver.get(ack.place)?.changeId === ack.changeId) typedOver.set(ack.place, { version: ack.version, changeId: null });
    const cell = format.cells.get(ack.place);
    const at = new Date(ack.at).toISOString();
    if (at > (lastSavedAt.get() ?? '')) lastSavedAt.set(at);
    if (ack.version < (stored.get(ack.place)?.version ?? 0)) {
      if (!tails.has(ack.place) && typed.get(ack.place) === ack.raw) showStored(ack.place);
      return;
    }
    keepStored(ack.place, ack.raw, ack.version);
    if (!cell) {
      repaintText();
      return;
    }
    const { figure } = figureOfText(ack.raw, cell);
    storedFigures.set(cell.id, figure);
    const now = form.get();
    const one = { raw: ack.raw, figure, version: ack.version, savedBy: userName, savedAt: at };
    form.set({ ...now, stored: { ...now.stored, [cell.id]: one }, declared: declaredAfter(cell, figure) });
    reckon();
    repaint([cell.id]);
  }

  /** The server ends a declaration when a number is entered; so does the screen, and says so. */
  function declaredAfter(cell: Cell, figure: Figure): FilingForm['declared'] {
    const { declared } = form.get();
    const section = cell.section as DeclarableSection;
    if (figure.state === 'not_filled' || declared[section] === undefined) return declared;
    lapsed.set([...lapsed.get(), section]);
    return Object.fromEntries(Object.entries(declared).filter(([key]) => key !== section));
  }

  /** The outbox merges, answers and refuses; the tails follow what it holds. */
  function follow(entries: readonly OutboxEntry[]): void {
    const mine = entries.filter((entry) => entry.filingId === initial.filingId);
    const touched = new Set<string>();
    for (const [place, tail] of tails) {
      const now = mine.find((entry) => entry.changeId === tail.changeId);
      if (now === tail) continue;
      touched.add(place);
      if (now) tails.set(place, now);
      else if (tail.problem) {
        tails.delete(place);
        showStored(place);
      }
    }
    repaint(touched);
    repaintText();
  }

  /** What an earlier visit left in the outbox stands on the screen again, as it was typed. */
  function takeUp(entries: readonly OutboxEntry[]): void {
    for (const entry of entries) {
      if (entry.filingId !== initial.filingId) continue;
      if (typed.has(entry.place) && !tails.has(entry.place)) continue;
      tails.set(entry.place, entry);
      typed.set(entry.place, entry.raw);
      revisions.set(entry.place, (revisions.get(entry.place) ?? 0) + 1);
    }
    reckon();
    repaint(typed.keys());
    repaintText();
  }

  function setTexts(changes: readonly { cell: CellId; text: string }[]): void {
    for (const { cell, text } of changes) {
      keepTyped(cell, text);
      revisions.set(cell, (revisions.get(cell) ?? 0) + 1);
    }
    reckon();
    commit();
    repaint(changes.map((change) => change.cell));
  }

  function apply(step: Step | null, side: 'before' | 'after'): CellId | null {
    if (!step) return null;
    setTexts(step.map((change) => ({ cell: change.cell, text: change[side] })));
    return step[0]?.cell ?? null;
  }

  load(initial);
  figures = figuresOf(facts());
  const checked = createValue(checkedWith(initial.checkRun, initial, facts(), figures));
  severities = severitiesOf(checked.get());
  for (const cell of format.cells.values()) cells.set(cell.id, createValue(viewOf(cell)));
  const progress = createValue(progressOf(format, figures));
  const contribution = createValue<{ text: string; revision: number; saving: CellSaving }>({
    text: textAt(textPlace),
    revision: 0,
    saving: 'stored',
  });
  const hasUnsaved = createValue(false);
  const lastSavedAt = createValue(lastSaveOf(initial));
  const lapsed = createValue<readonly DeclarableSection[]>([]);
  range.subscribe(() => {
    const before = selected;
    selected = new Set(range.get()?.cells);
    repaint(new Set([...before, ...selected]));
  });

  return {
    form,
    format,
    canEdit,
    cell(id) {
      const value = cells.get(id);
      if (!value) throw new Error(`no view of ${getCell(format, id).id}`);
      return value;
    },
    contribution,
    progress,
    checked,
    figures: () => figures,
    facts,
    focus: createValue<CellId | null>(null),
    range,
    hasUnsaved,
    lastSavedAt,
    lapsed,
    mark(ids) {
      const before = marked;
      marked = new Set(ids);
      repaint(new Set([...before, ...marked]));
    },
    type(place, text) {
      keepTyped(place, text);
      hasUnsaved.set([...typed.keys()].some(isUnsaved));
      if (place === textPlace) repaintText();
      else {
        reckon();
        repaint([place]);
      }
      clearTimeout(idle);
      idle = setTimeout(commit, idleMs);
    },
    commit,
    write(changes) {
      history.push(changes.map(({ cell, text }) => ({ cell, before: textAt(cell), after: text })));
      setTexts(changes);
    },
    remember: (step) => history.push(step),
    undo: () => apply(history.undo(), 'before'),
    redo: () => apply(history.redo(), 'after'),
    problemAt: (place) => {
      const tail = tails.get(place);
      return tail?.problem ? tail : null;
    },
    connect(next) {
      outbox = next;
      takeUp(next.status.get().entries);
      commit();
      const stops = [next.onAck(answered), next.status.subscribe(() => follow(next.status.get().entries))];
      return () => {
        commit();
        outbox = null;
        for (const stop of stops) stop();
      };
    },
    refresh(next) {
      form.set(next);
      load(next);
      reckon();
      repaint(format.cells.keys());
      repaintText();
    },
  };
}

/** The gravest finding of each cell. Cells that are merely not filled yet are counted, not painted. */
function severitiesOf({ run }: Checked): Map<CellId, Severity> {
  const order: readonly Severity[] = ['hint', 'confirm', 'must_fix'];
  const result = new Map<CellId, Severity>();
  for (const finding of run.findings.filter((one) => one.rule !== 'b-blank'))
    for (const id of [...finding.cells, ...finding.consequences.flatMap((one) => one.cells)])
      if (order.indexOf(finding.severity) > order.indexOf(result.get(id) ?? 'hint') || !result.has(id)) result.set(id, finding.severity);
  return result;
}

function lastSaveOf(form: FilingForm): string | null {
  return (
    Object.values(form.stored)
      .map((one) => one.savedAt)
      .sort()
      .at(-1) ?? null
  );
}
