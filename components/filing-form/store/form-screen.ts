import type { Format } from '@/server/domain/formats';
import { textPlace } from '../outbox/entry';
import type { CellSaving } from './cell-view';
import { createCellViews } from './cell-views';
import { checkedWith, progressOf } from './filing-state';
import type { loadRules } from './load-rules';
import { severitiesOf } from './severities';
import type { StoredForm } from './stored-form';
import type { Texts } from './texts';
import { createValue } from './value';

/** The rules run once typing pauses; totals follow at once. */
const checkAfterMs = 200;

/** All that the drawing of the text depends on. */
export interface TextView {
  text: string;
  revision: number;
  saving: CellSaving;
}

/** What is on the screen of what is stored and typed: each cell, the totals, how far it is, what the rules find, and whether all of it is kept. */
export function createFormScreen({
  format,
  stored,
  texts,
  load,
}: {
  format: Format;
  stored: StoredForm;
  texts: Texts;
  load: typeof loadRules;
}) {
  const { form, figures, talkAt } = stored;
  let checking: ReturnType<typeof setTimeout> | undefined;
  figures.compute();
  const initial = form.get();
  const checked = createValue(checkedWith(initial.checkRun, initial, figures.facts(), figures.now()));
  const views = createCellViews({
    format,
    form,
    texts,
    figures: figures.now,
    talkAt,
    severities: severitiesOf(checked.get()),
  });
  const progress = createValue(progressOf(format, figures.now()));
  const contribution = createValue<TextView>({ text: texts.at(textPlace), revision: 0, saving: 'stored' });
  const hasUnsaved = createValue(false);

  function repaintText(): void {
    const next = { text: texts.at(textPlace), revision: texts.revision(textPlace), saving: texts.saving(textPlace) };
    const now = contribution.get();
    if (now.text !== next.text || now.revision !== next.revision || now.saving !== next.saving) contribution.set(next);
  }

  /** Figures, totals and progress; the rules a little later. */
  function compute(): void {
    views.repaint(figures.compute());
    progress.set(progressOf(format, figures.now(), progress.get()));
    clearTimeout(checking);
    checking = setTimeout(() => void check(), checkAfterMs);
  }

  /** What the server found stands until the rules are there. Where they cannot be loaded, the next change tries again. */
  async function check(): Promise<void> {
    const rules = await load(form.get().overlay);
    if (!rules) return;
    const facts = figures.facts();
    checked.set(checkedWith(rules.runRules(form.get(), facts), form.get(), facts, figures.now()));
    views.judge(severitiesOf(checked.get()));
  }

  function showUnsaved(): void {
    hasUnsaved.set(texts.unsaved().length > 0);
  }

  /** Signs, with figures that stand. */
  function paint(places: Iterable<string>): void {
    views.repaint(places);
    repaintText();
    showUnsaved();
  }

  return {
    checked,
    views,
    progress,
    contribution,
    hasUnsaved,
    compute,
    repaintText,
    showUnsaved,
    paint,
    repaint(places: Iterable<string>): void {
      compute();
      paint(places);
    },
  };
}
