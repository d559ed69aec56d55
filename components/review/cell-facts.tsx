'use client';

import { useEffect, useMemo, useState } from 'react';
import type { CellId } from '@/server/domain/formats';
import type { FilingForm } from '@/server/queries/filing-form';
import { FilingProvider, type FilingTools } from '../filing-form/filing-context';
import { CellDetails } from '../filing-form/side/cell-details';
import { createFormStore } from '../filing-form/store/form-store';

/**
 * What the clerk sees beside a cell, for whoever reviews: last quarter, the same quarter last year, the year to date, the past in a
 * picture, who changed it, what it counts. The very same panel over the same form; nothing of it can be typed into.
 */
export function CellFacts({ form, cell, onShow }: { form: FilingForm; cell: CellId | null; onShow: (cell: CellId) => void }) {
  const [store] = useState(() => createFormStore({ ...form, verdicts: { ...form.verdicts, 'filing.edit': 'not_visible' } }, ''));
  const tools = useMemo<FilingTools>(
    () => ({ store, outbox: () => null, goTo: onShow, fillRest: () => {}, refresh: async () => {} }),
    [store, onShow],
  );
  useEffect(() => store.focus.set(cell), [store, cell]);
  return (
    <FilingProvider value={tools}>
      <CellDetails />
    </FilingProvider>
  );
}
