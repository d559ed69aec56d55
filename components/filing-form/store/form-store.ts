import type { Figure } from '@/server/domain/figures';
import { type CellId, type Format, getCell } from '@/server/domain/formats';
import type { DeclarableSection, FilingFacts } from '@/server/domain/workflow';
import type { Conversation } from '@/server/queries/conversation';
import type { FilingForm } from '@/server/queries/filing-form';
import { formatOfFiling } from '../../statutory-table/format-of-filing';
import type { CellRange } from '../grid/range';
import { type Ack, type OutboxEntry, textPlace } from '../outbox/entry';
import type { Outbox } from '../outbox/outbox';
import { afterFrame } from './after-frame';
import type { CellView } from './cell-view';
import type { Checked, Progress } from './filing-state';
import { createFormScreen, type TextView } from './form-screen';
import { createHistory, type Step } from './history';
import { loadRules } from './load-rules';
import { createStoredForm } from './stored-form';
import { createTexts } from './texts';
import { createValue, type Value } from './value';

/** Idle time after a key before what was typed is stored and sent. */
const idleMs = 600;
export interface FormStore {
  form: Value<FilingForm>;
  format: Format;
  canEdit: boolean;
  cell(id: CellId): Value<CellView>;
  /** What stands in a cell, with what was typed within this frame. */
  textOf(id: CellId): string;
  contribution: Value<TextView>;
  progress: Value<Progress>;
  checked: Value<Checked>;
  figures(): ReadonlyMap<CellId, Figure>;
  facts(): FilingFacts;
  focus: Value<CellId | null>;
  /** What stands under each figure to compare it with, printed; null while nothing is wanted there. */
  beside: Value<Readonly<Record<CellId, string>> | null>;
  /** Cells selected together, in one of the form's tables. */
  range: Value<CellRange | null>;
  /** Something is on the screen that is not even kept on this computer yet. */
  hasUnsaved: Value<boolean>;
  /** An input method is at work in one of the inputs: its text is not taken yet. */
  isComposing: Value<boolean>;
  /** When the server last answered for something in this form. */
  lastSavedAt: Value<string | null>;
  /** Sections whose 本期无 ended because a number was entered. */
  lapsed: Value<readonly DeclarableSection[]>;
  mark(cells: readonly CellId[]): void;
  type(place: CellId | typeof textPlace, text: string): void;
  /** An input method is at work in a place; what is saved meanwhile, by whomever, waits until it has ended. */
  hold(place: CellId | typeof textPlace): void;
  /** It has ended, and what came out of it is typed. */
  release(): void;
  /**
   * Stores and sends what was typed so far, without waiting for the pause.
   *
   * @param early takes it while the form is not connected yet: a page may be gone before that
   */
  commit(early?: Outbox | null): void;
  /** Changes of earlier visits, and answers newer than the page, known before the outbox has been read: from the first moment they stand over what the server sent. */
  takeUp(entries: readonly OutboxEntry[], answers?: readonly Ack[]): void;
  /** The same once the next frame is shown: a cell is left on the way to another, and the way comes first. */
  commitSoon(): void;
  /** Reckons what was typed within this frame. Whoever acts on cells, figures or progress calls it first; drawing does not. */
  settle(): void;
  /** Sets texts from elsewhere than their inputs, as one step that can be undone. */
  write(changes: readonly { cell: CellId; text: string; struck?: string }[]): void;
  /** What was struck out where a text was copied from: said at its cell while that text stands there. */
  noteStruck(notes: readonly { cell: CellId; struck: string }[]): void;
  /** One cell was left after it was changed: a step that can be undone. */
  remember(step: Step): void;
  undo(): CellId | null;
  redo(): CellId | null;
  /** The change of a place that waits for its person. */
  problemAt(place: string): OutboxEntry | null;
  connect(outbox: Outbox): () => void;
  /** What the server says now; what is typed here and not answered for stays. */
  refresh(form: FilingForm): void;
  /** What was said meanwhile. */
  showConversation(conversation: Conversation): void;
}

/**
 * The state of the form in this tab: what is stored (`stored-form`), what is typed over it (`texts`), the figures of both
 * (`form-figures`) and what is on the screen of them (`form-screen`). It lives outside React: each cell watches its own view, so that
 * a key press repaints that cell and the totals that change. This file takes the keys and ties them to the outbox.
 *
 * @param load how it comes to the rules, which it does without at first
 */
export function createFormStore(initial: FilingForm, userName: string, load = loadRules): FormStore {
  const format = formatOfFiling(initial);
  const texts = createTexts();
  const stored = createStoredForm(initial, { format, texts, userName });
  const { form, figures } = stored;
  const screen = createFormScreen({ format, stored, texts, load });
  const { views, paint, repaint } = screen;
  const history = createHistory(initial.filingId);
  let outbox: Outbox | null = null;
  let idle: ReturnType<typeof setTimeout> | undefined;
  const isComposing = createValue(false);
  const range = createValue<CellRange | null>(null);
  range.subscribe(() => views.select(range.get()?.cells ?? []));

  /** What was typed since the figures were last reckoned. */
  const fresh = new Set<string>();
  /** The input shows its key by itself; signs, totals and progress come with the next frame. */
  const whatFollows = afterFrame(() => {
    const places = [...fresh];
    fresh.clear();
    screen.compute();
    views.repaint(places);
  });

  function commit(early?: Outbox | null): void {
    clearTimeout(idle);
    whatFollows.now();
    const places = texts.unsaved();
    const { add } = outbox ?? early ?? {};
    if (!add) return;
    for (const place of places) texts.queue(place, (change) => add({ ...change, filingId: initial.filingId }));
    paint(places);
  }

  const committing = afterFrame(() => commit());

  function answered(ack: Ack): void {
    if (ack.filingId !== initial.filingId) return;
    const before = texts.at(ack.place);
    const ticked = texts.newestSaved();
    const isNews = stored.answered(ack);
    const touched = ticked === null ? [ack.place] : [ack.place, ticked];
    if (isNews || texts.at(ack.place) !== before) repaint(touched);
    else paint(touched);
  }

  function takeUp(entries: readonly OutboxEntry[]): void {
    for (const entry of entries) if (entry.filingId === initial.filingId) texts.takeUp(entry);
  }

  function follow(entries: readonly OutboxEntry[]): void {
    const { touched, settled } = texts.follow(entries);
    if (settled.length > 0) repaint(touched);
    else paint(touched);
  }

  function setTexts(changes: readonly { cell: CellId; text: string }[]): void {
    for (const { cell, text } of changes) texts.put(cell, text);
    commit();
    repaint(changes.map((change) => change.cell));
  }

  function apply(step: Step | null, side: 'before' | 'after'): CellId | null {
    if (!step) return null;
    setTexts(step.map((change) => ({ cell: change.cell, text: change[side] })));
    return step[0]?.cell ?? null;
  }

  return {
    form,
    format,
    canEdit: initial.verdicts['filing.edit'] === 'allowed',
    cell(id) {
      const value = views.of(id);
      if (!value) throw new Error(`no view of ${getCell(format, id).id}`);
      return value;
    },
    textOf: texts.at,
    contribution: screen.contribution,
    progress: screen.progress,
    checked: screen.checked,
    figures: figures.now,
    facts: figures.facts,
    focus: createValue<CellId | null>(null),
    beside: createValue<Readonly<Record<CellId, string>> | null>(null),
    range,
    hasUnsaved: screen.hasUnsaved,
    isComposing,
    lastSavedAt: stored.lastSavedAt,
    lapsed: stored.lapsed,
    mark: views.mark,
    type(place, text) {
      texts.type(place, text);
      screen.showUnsaved();
      if (place === textPlace) screen.repaintText();
      else {
        fresh.add(place);
        whatFollows.ask();
      }
      clearTimeout(idle);
      idle = setTimeout(() => commit(), idleMs);
    },
    hold(place) {
      texts.hold(place);
      isComposing.set(true);
    },
    release() {
      const held = texts.release();
      // What came in meanwhile stands in the input before anybody types over it.
      whatFollows.now();
      if (held.length > 0) repaint(held);
      isComposing.set(false);
    },
    commit,
    commitSoon: committing.ask,
    settle: whatFollows.now,
    write(changes) {
      history.push(changes.map(({ cell, text }) => ({ cell, before: texts.at(cell), after: text })));
      setTexts(changes);
      views.noteStruck(changes.flatMap(({ cell, struck }) => (struck === undefined ? [] : [{ cell, struck }])));
    },
    noteStruck: views.noteStruck,
    remember: (step) => history.push(step),
    undo: () => apply(history.undo(), 'before'),
    redo: () => apply(history.redo(), 'after'),
    takeUp(entries, answers = []) {
      // A practice that was cleared counts its versions anew: answers from before say nothing of it.
      const newer = initial.isPractice ? [] : answers.filter((ack) => stored.answered(ack));
      takeUp(entries);
      repaint([...newer.map((ack) => ack.place), ...texts.changed()]);
      views.recallStruck();
    },
    problemAt: (place) => {
      const tail = texts.tailOf(place);
      return tail?.problem ? tail : null;
    },
    connect(next) {
      outbox = next;
      const { entries } = next.status.get();
      // Taken up before the outbox was read, and gone from it since.
      const { touched } = texts.follow(entries);
      takeUp(entries);
      repaint([...touched, ...texts.changed()]);
      commit();
      // A practice that was cleared counts its versions anew: answers from before say nothing of it.
      let isPast = initial.isPractice;
      const stopAnswers = next.onAck((ack) => isPast || answered(ack));
      isPast = false;
      const stops = [stopAnswers, next.status.subscribe(() => follow(next.status.get().entries))];
      return () => {
        commit();
        outbox = null;
        for (const stop of stops) stop();
      };
    },
    refresh(next) {
      stored.refresh(next);
      repaint(format.cells.keys());
    },
    showConversation(said) {
      if (stored.showConversation(said)) views.repaint(format.cells.keys());
    },
  };
}
