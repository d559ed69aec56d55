import { type Figure, figureOfText } from '@/server/domain/figures';
import { type CellId, type Format, getCell } from '@/server/domain/formats';
import type { DeclarableSection, FilingFacts } from '@/server/domain/workflow';
import type { Conversation } from '@/server/queries/conversation';
import type { FilingForm } from '@/server/queries/filing-form';
import { formatOfFiling } from '../../statutory-table/format-of-filing';
import { sameTalk } from '../../talk/same-talk';
import type { CellRange } from '../grid/range';
import { type Ack, type OutboxEntry, textPlace } from '../outbox/entry';
import type { Outbox } from '../outbox/outbox';
import { afterFrame } from './after-frame';
import type { CellSaving, CellView } from './cell-view';
import { createCellViews } from './cell-views';
import { type Checked, checkedWith, type Progress, progressOf } from './filing-state';
import { createFormFigures, lapsedBy } from './form-figures';
import { createHistory, type Step } from './history';
import { loadRules } from './load-rules';
import { type PlaceTalk, talkOf } from './place-talk';
import { severitiesOf } from './severities';
import { createTexts } from './texts';
import { createValue, type Value } from './value';

/** Idle time after a key before what was typed is stored and sent. */
const idleMs = 600;
/** The rules run once typing pauses; totals follow at once. */
const checkAfterMs = 200;

/** All that the drawing of the text depends on. */
export interface TextView {
  text: string;
  revision: number;
  saving: CellSaving;
}

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
  /** Stores and sends what was typed so far, without waiting for the pause. */
  commit(): void;
  /** The same once the next frame is shown: a cell is left on the way to another, and the way comes first. */
  commitSoon(): void;
  /** Reckons what was typed within this frame. Whoever acts on cells, figures or progress calls it first; drawing does not. */
  settle(): void;
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
  /** What was said meanwhile. */
  hear(conversation: Conversation): void;
}

/**
 * The state of the form in this tab: what is stored, what is typed over it (`texts`), the figures of both (`form-figures`) and
 * how each cell looks (`cell-views`). It lives outside React: each cell watches its own view, so that a key press repaints
 * that cell and the totals that change. This file ties them to the outbox.
 */
export function createFormStore(initial: FilingForm, userName: string): FormStore {
  const format = formatOfFiling(initial);
  const form = createValue(initial);
  const texts = createTexts();
  const { tails } = texts;
  const figures = createFormFigures(format, form, texts);
  /** What is said on each place; made once per load, so that a key press only looks it up. */
  let talk: ReadonlyMap<string, PlaceTalk> = new Map();
  const history = createHistory(initial.filingId);
  let outbox: Outbox | null = null;
  let idle: ReturnType<typeof setTimeout> | undefined;
  let checking: ReturnType<typeof setTimeout> | undefined;

  load(initial);
  figures.reckon();
  const checked = createValue(checkedWith(initial.checkRun, initial, figures.facts(), figures.now()));
  const views = createCellViews({
    format,
    form,
    texts,
    figures: figures.now,
    talkAt: (id) => talk.get(id),
    severities: severitiesOf(checked.get()),
  });
  const progress = createValue(progressOf(format, figures.now()));
  const contribution = createValue<TextView>({ text: texts.at(textPlace), revision: 0, saving: 'stored' });
  const hasUnsaved = createValue(false);
  const isComposing = createValue(false);
  const lastSavedAt = createValue(lastSaveOf(initial));
  const lapsed = createValue<readonly DeclarableSection[]>([]);
  const range = createValue<CellRange | null>(null);
  range.subscribe(() => views.select(range.get()?.cells ?? []));

  function repaintText(): void {
    const next = { text: texts.at(textPlace), revision: texts.revision(textPlace), saving: texts.saving(textPlace) };
    const now = contribution.get();
    if (now.text !== next.text || now.revision !== next.revision || now.saving !== next.saving) contribution.set(next);
  }

  /** What was typed since the figures were last reckoned. */
  const fresh = new Set<string>();
  /** The input shows its key by itself; signs, totals and progress come with the next frame. */
  const whatFollows = afterFrame(() => {
    const places = [...fresh];
    fresh.clear();
    reckon();
    views.repaint(places);
  });

  /** Figures, totals and progress; the rules a little later. */
  function reckon(): void {
    views.repaint(figures.reckon());
    progress.set(progressOf(format, figures.now(), progress.get()));
    clearTimeout(checking);
    checking = setTimeout(() => void check(), checkAfterMs);
  }

  /** What the server found stands until the rules are there. Where they cannot be loaded, the next change tries again. */
  async function check(): Promise<void> {
    const rules = await loadRules(form.get().overlay);
    if (!rules) return;
    const facts = figures.facts();
    checked.set(checkedWith(rules.runRules(form.get(), facts), form.get(), facts, figures.now()));
    views.judge(severitiesOf(checked.get()));
  }

  function load(next: FilingForm): void {
    talk = talkOf(next);
    for (const [id, one] of Object.entries(next.stored)) {
      if (texts.versionOf(id) > one.version) continue;
      texts.keep(id, one.raw, one.version);
      figures.keep(id, one.figure);
    }
    const { text, version } = next.contribution;
    if (texts.versionOf(textPlace) <= version) texts.keep(textPlace, text, version);
  }

  /** What was typed here is given up, or has been overtaken: the input shows what is stored. */
  function showStored(place: string): void {
    texts.giveUp(place);
    reckon();
    views.repaint([place]);
    repaintText();
  }

  function queue(place: string): void {
    const raw = texts.typed.get(place);
    if (!outbox || raw === undefined || !texts.isUnsaved(place)) return;
    const tail = tails.get(place);
    const baseVersion = tail?.baseVersion ?? texts.baseOf(place);
    tails.set(place, outbox.add({ filingId: initial.filingId, place, raw, baseVersion, follows: tail?.changeId ?? null }));
  }

  function commit(): void {
    clearTimeout(idle);
    whatFollows.now();
    const places = [...texts.typed.keys()].filter(texts.isUnsaved);
    for (const place of places) queue(place);
    if (!outbox) return;
    views.repaint(places);
    repaintText();
    hasUnsaved.set(false);
  }

  const committing = afterFrame(commit);

  function answered(ack: Ack): void {
    if (ack.filingId !== initial.filingId) return;
    if (tails.get(ack.place)?.changeId === ack.changeId) tails.delete(ack.place);
    texts.rebase(ack);
    const at = new Date(ack.at).toISOString();
    if (at > (lastSavedAt.get() ?? '')) lastSavedAt.set(at);
    if (ack.version < texts.versionOf(ack.place)) {
      if (!tails.has(ack.place) && texts.typed.get(ack.place) === ack.raw) showStored(ack.place);
      return;
    }
    texts.answered(ack.place);
    texts.keep(ack.place, ack.raw, ack.version);
    if (ack.place === textPlace) repaintText();
    else keepFigure(ack, at);
  }

  function keepFigure({ place, raw, version }: Ack, savedAt: string): void {
    const cell = format.cells.get(place);
    if (!cell) return;
    const { figure } = figureOfText(raw, cell);
    figures.keep(cell.id, figure);
    const now = form.get();
    const ended = lapsedBy(cell, figure, now);
    if (ended) lapsed.set([...lapsed.get(), ended]);
    const declared = ended ? Object.fromEntries(Object.entries(now.declared).filter(([key]) => key !== ended)) : now.declared;
    form.set({ ...now, stored: { ...now.stored, [cell.id]: { raw, figure, version, savedBy: userName, savedAt } }, declared });
    reckon();
    views.repaint([cell.id]);
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
    views.repaint(touched);
    repaintText();
  }

  /** What an earlier visit left in the outbox stands on the screen again, as it was typed. */
  function takeUp(entries: readonly OutboxEntry[]): void {
    for (const entry of entries) {
      if (entry.filingId !== initial.filingId) continue;
      if (texts.typed.has(entry.place) && !tails.has(entry.place)) continue;
      tails.set(entry.place, entry);
      texts.put(entry.place, entry.raw);
    }
    reckon();
    views.repaint(texts.typed.keys());
    repaintText();
  }

  function setTexts(changes: readonly { cell: CellId; text: string }[]): void {
    for (const { cell, text } of changes) texts.put(cell, text);
    reckon();
    commit();
    views.repaint(changes.map((change) => change.cell));
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
    contribution,
    progress,
    checked,
    figures: figures.now,
    facts: figures.facts,
    focus: createValue<CellId | null>(null),
    range,
    hasUnsaved,
    isComposing,
    lastSavedAt,
    lapsed,
    mark: views.mark,
    type(place, text) {
      texts.type(place, text);
      hasUnsaved.set([...texts.typed.keys()].some(texts.isUnsaved));
      if (place === textPlace) repaintText();
      else {
        fresh.add(place);
        whatFollows.ask();
      }
      clearTimeout(idle);
      idle = setTimeout(commit, idleMs);
    },
    commit,
    commitSoon: committing.ask,
    settle: whatFollows.now,
    write(changes) {
      history.push(changes.map(({ cell, text }) => ({ cell, before: texts.at(cell), after: text })));
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
      views.repaint(format.cells.keys());
      repaintText();
    },
    hear({ comments, followUps, remarks }) {
      const now = form.get();
      if (sameTalk(now, { comments, followUps, remarks })) return;
      form.set({ ...now, comments, followUps, remarks });
      talk = talkOf(form.get());
      views.repaint(format.cells.keys());
    },
  };
}

function lastSaveOf(form: FilingForm): string | null {
  return (
    Object.values(form.stored)
      .map((one) => one.savedAt)
      .sort()
      .at(-1) ?? null
  );
}
