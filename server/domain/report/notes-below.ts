import type { Block } from './report-document';

/** The notes directly below a block. */
export function notesBelow(blocks: readonly Block[], index: number): string[] {
  const notes: string[] = [];
  for (const block of blocks.slice(index + 1)) {
    if (block.kind !== 'note') break;
    notes.push(block.text);
  }
  return notes;
}
