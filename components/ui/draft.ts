import { useState } from 'react';

/** What somebody has put in the place of what is stored. */
export interface Draft<T> {
  value: T;
  /** What was stored when they began. */
  seen: T;
  /** It is saved, and this was stored until then. */
  savedOver: { stored: T } | null;
}

/** A draft that is saved stands until the page has loaded what it became: else the old value would show again beside the word that it is saved. */
export function standingDraft<T>(draft: Draft<T> | null, stored: T): Draft<T> | null {
  return draft?.savedOver && draft.savedOver.stored !== stored ? null : draft;
}

/** A draft once this value is saved; what was typed while it was on its way is a draft over it. */
export function savedDraft<T>(draft: Draft<T> | null, value: T, stored: T): Draft<T> | null {
  return draft && (draft.value === value ? { ...draft, savedOver: { stored } } : { ...draft, seen: value });
}

/** A single value that is stored, to be changed in a form and saved. */
export function useDraft<T extends string>(stored: T) {
  const [kept, setKept] = useState<Draft<T> | null>(null);
  const draft = standingDraft(kept, stored);
  const isSaved = draft?.savedOver != null;
  const seen = draft && !isSaved ? draft.seen : stored;
  return {
    value: draft ? draft.value : stored,
    seen,
    set: (value: T) => setKept({ value, seen, savedOver: null }),
    /** Called with the value that was saved. */
    saved: (value: T) => setKept((now) => savedDraft(now, value, stored)),
  };
}
