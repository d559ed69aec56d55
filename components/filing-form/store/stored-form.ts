import { figureOfText } from '@/server/domain/figures';
import type { Format } from '@/server/domain/formats';
import type { DeclarableSection } from '@/server/domain/workflow';
import type { Conversation } from '@/server/queries/conversation';
import type { FilingForm } from '@/server/queries/filing-form';
import { sameTalk } from '../../talk/same-talk';
import { type Ack, textPlace } from '../outbox/entry';
import { createFormFigures, lapsedBy } from './form-figures';
import { type PlaceTalk, talkOf } from './place-talk';
import type { Texts } from './texts';
import { createValue } from './value';

export type StoredForm = ReturnType<typeof createStoredForm>;

/**
 * What the server has said of the form: what is stored of it, what is said beside it, and when it last answered. What it says
 * goes on to the texts and the figures; nothing is drawn here.
 */
export function createStoredForm(initial: FilingForm, { format, texts, userName }: { format: Format; texts: Texts; userName: string }) {
  const form = createValue(initial);
  const figures = createFormFigures(format, form, texts);
  const lastSavedAt = createValue(lastSaveOf(initial));
  const lapsed = createValue<readonly DeclarableSection[]>([]);
  /** What is said on each place; made once per load, so that a key press only looks it up. */
  let talk: ReadonlyMap<string, PlaceTalk> = new Map();

  load(initial);

  function load(next: FilingForm): void {
    talk = talkOf(next);
    for (const [id, one] of Object.entries(next.stored)) if (texts.keep(id, one.raw, one.version)) figures.keep(id, one.figure);
    texts.keep(textPlace, next.contribution.text, next.contribution.version);
  }

  function keepFigure({ place, changeId, raw, version }: Ack, savedAt: string): void {
    const cell = format.cells.get(place);
    if (!cell) return;
    const { figure } = figureOfText(raw, cell);
    figures.keep(cell.id, figure);
    const now = form.get();
    const ended = lapsedBy(cell, figure, now);
    if (ended) lapsed.set([...lapsed.get(), ended]);
    const declared = ended ? Object.fromEntries(Object.entries(now.declared).filter(([key]) => key !== ended)) : now.declared;
    // Who else saved it, and when, comes with the form that is loaded anew.
    const known = now.stored[cell.id];
    const saved = { raw, figure, version, savedBy: changeId === null ? '' : userName, savedAt };
    form.set({ ...now, stored: { ...now.stored, [cell.id]: changeId === null && known?.version === version ? known : saved }, declared });
  }

  return {
    form,
    figures,
    lastSavedAt,
    lapsed,
    talkAt: (place: string) => talk.get(place),
    /** @returns whether the answer tells something newer than was known of its place */
    answered(ack: Ack): boolean {
      const at = new Date(ack.at).toISOString();
      if (ack.changeId !== null && at > (lastSavedAt.get() ?? '')) lastSavedAt.set(at);
      const isNews = texts.answered(ack);
      if (isNews) keepFigure(ack, at);
      return isNews;
    },
    refresh(next: FilingForm): void {
      form.set(withNewer(next, form.get()));
      load(next);
    },
    /** @returns whether anything was said that was not known */
    showConversation({ comments, followUps, remarks }: Conversation): boolean {
      const now = form.get();
      if (sameTalk(now, { comments, followUps, remarks })) return false;
      form.set({ ...now, comments, followUps, remarks });
      talk = talkOf(form.get());
      return true;
    },
  };
}

/** The form as it was loaded; an answer that came while it was on its way may know more of a cell. */
function withNewer(next: FilingForm, { stored }: FilingForm): FilingForm {
  const newer = Object.entries(stored).filter(([id, one]) => one.version > (next.stored[id]?.version ?? 0));
  return { ...next, stored: { ...next.stored, ...Object.fromEntries(newer) } };
}

function lastSaveOf(form: FilingForm): string | null {
  return (
    Object.values(form.stored)
      .map((one) => one.savedAt)
      .sort()
      .at(-1) ?? null
  );
}
