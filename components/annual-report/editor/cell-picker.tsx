'use client';

import { useState } from 'react';
import { figureAt } from '@/server/domain/figures';
import { type CellId, getCell } from '@/server/domain/formats';
import type { ProseSources } from '@/server/domain/prose';
import { useWritingMessages } from '../../messages/writing-words';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { printKnown } from '../paper/print-known';
import { searchCells } from './cell-search';

/** Finds a cell of the format by its name; Enter takes the first that is shown. */
export function CellPicker({
  sources,
  label,
  isLastYear,
  takesFocus = false,
  onPick,
}: {
  sources: ProseSources;
  label: string;
  isLastYear: boolean;
  takesFocus?: boolean;
  onPick: (cell: CellId) => void;
}) {
  const words = useWritingMessages().editor.panel;
  const [query, setQuery] = useState('');
  const found = searchCells(sources.format, query);
  const book = isLastYear ? sources.lastYear : sources.figures;
  const shown = (id: CellId) => (book ? printKnown(figureAt(book, id), getCell(sources.format, id), words.unknown) : words.unknown);
  return (
    <div className="flex flex-col gap-1">
      <TextField
        label={label}
        hint={words.searchHint}
        autoFocus={takesFocus}
        value={query}
        onChange={(event) => setQuery(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
          event.preventDefault();
          if (found[0]) onPick(found[0].id);
        }}
      />
      {found.length === 0 ? (
        <p className="text-body text-muted">{words.none}</p>
      ) : (
        <ul aria-label={label} className="grid max-h-36 grid-cols-2 gap-x-2 overflow-y-auto max-md:grid-cols-1">
          {found.map(({ id, name }) => (
            <li key={id} className="min-w-0">
              <Button look="row" className="justify-between" onClick={() => onPick(id)}>
                <span lang="zh-CN" className="min-w-0">
                  {name}
                </span>
                <span className="text-ink">{shown(id)}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
