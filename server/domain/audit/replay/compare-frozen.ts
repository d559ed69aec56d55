import { readingOf } from '../reading';
import type { LoggedEvent, ReplayBook } from './replay-book';

/**
 * What a submission froze is what the events before it left in the form: a figure that was changed beside the log and then submitted in good
 * faith shows here. Cells that nobody typed are 0 or 不适用 by a declaration or by the unit's powers; openings follow other quarters.
 */
export function compareFrozen(book: ReplayBook, { objectId: filingId, seq }: LoggedEvent, number: number): void {
  const frozen = book.frozenIn(filingId, number);
  if (!frozen) return;
  const differ = (key: string, column: string, stored: unknown, replayed: unknown) =>
    book.contradictions.push({ table: 'submissions', key: `${filingId} ${number} ${key}`, column, stored, replayed, seq });
  const said = typedIn(book, filingId);
  for (const [cell, reading] of said) {
    const stored = frozen.figures[cell];
    const isAsked = stored !== undefined || !cell.startsWith('x.');
    if (isAsked && reading !== '' && (stored ? readingOf(stored) : '') !== reading)
      differ(cell, 'content', stored ? readingOf(stored) : '', reading);
  }
  for (const [cell, figure] of Object.entries(frozen.figures)) {
    const reading = readingOf(figure);
    if (!said.get(cell) && reading !== '0' && reading !== '/' && reading !== '' && book.cellOf(filingId, cell)?.addsUp !== 'opening')
      differ(cell, 'content', reading, '');
  }
  const contribution = book.said('filingTexts', [filingId, 'contribution'], 'text') ?? '';
  if (frozen.contribution !== contribution) differ('contribution', 'content', frozen.contribution, contribution);
  const declared = ['3', '4'].filter((section) => book.row('declarations', [filingId, section])).join();
  const frozenDeclared = frozen.declared.toSorted().join();
  if (declared !== frozenDeclared) differ('declared', 'content', frozenDeclared, declared);
}

/** What the events left in the typed cells of a filing. A cell whose reading is not known is left out. */
function typedIn(book: ReplayBook, filingId: string): Map<string, string> {
  const typed = new Map<string, string>();
  const prefix = `${filingId} `;
  for (const key of book.tables.get('figures')?.keys() ?? []) {
    if (!key.startsWith(prefix)) continue;
    const reading = book.said('figures', [key], 'reading');
    if (typeof reading === 'string') typed.set(key.slice(prefix.length), reading);
  }
  return typed;
}
