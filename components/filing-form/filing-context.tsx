'use client';

import { createContext, useContext } from 'react';
import type { CellId, SectionKey } from '@/server/domain/formats';
import type { Outbox } from './outbox/outbox';
import type { FormStore } from './store/form-store';

/** What every part of the form's page works with. None of it changes while the page stands, so nothing repaints through it. */
export interface FilingTools {
  store: FormStore;
  /** Null until the page stands. It takes changes at once; what an earlier visit left in it follows. */
  outbox: () => Outbox | null;
  /** Shows the section of a cell (or the text, or a paragraph of it) and gives it the focus. `words`: the paragraph as it was submitted. */
  goTo(place: CellId, words?: string | null): void;
  /** Asks before the rest of a table, or of the whole form, is filled with 0. */
  fillRest(section: SectionKey | null): void;
  /** Loads what the server says now into the page. */
  refresh(): Promise<void>;
}

const FilingContext = createContext<FilingTools | null>(null);
export const FilingProvider = FilingContext.Provider;

export function useFiling(): FilingTools {
  const tools = useContext(FilingContext);
  if (!tools) throw new Error('useFiling outside of a filing page');
  return tools;
}
