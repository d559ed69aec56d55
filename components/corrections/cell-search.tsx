'use client';

import { useState } from 'react';
import { isCorrectable } from '@/server/domain/corrections';
import { type Cell, cellName, type Format } from '@/server/domain/formats';
import { useWritingMessages } from '../messages/writing-words';
import { Button } from '../ui/button';
import { TextField } from '../ui/field';

const maxFound = 8;

/** Finds a cell by parts of its printed name, in any order. */
export function CellSearch({ format, onPick }: { format: Format; onPick: (cell: Cell) => void }) {
  const { slips } = useWritingMessages();
  const [asked, setAsked] = useState('');
  const parts = asked
    .trim()
    .split(/[\s，,]+/)
    .filter(Boolean);
  const found =
    parts.length === 0
      ? []
      : [...format.cells.values()].filter((cell) => isCorrectable(cell) && parts.every((part) => cellName(cell).includes(part)));
  return (
    <div>
      <TextField
        label={slips.search}
        hint={slips.searchHint}
        type="search"
        value={asked}
        onChange={(event) => setAsked(event.target.value)}
        className="max-w-field"
      />
      {parts.length > 0 && (
        <ul aria-label={slips.search} className="flex flex-wrap gap-1.5 pt-2">
          {found.slice(0, maxFound).map((cell) => (
            <li key={cell.id}>
              <Button
                isSmall
                onClick={() => {
                  onPick(cell);
                  setAsked('');
                }}
              >
                + {cellName(cell)}
              </Button>
            </li>
          ))}
          {found.length === 0 && <li className="text-note text-muted">{slips.searchNone}</li>}
        </ul>
      )}
    </div>
  );
}
