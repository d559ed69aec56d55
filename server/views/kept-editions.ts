import { type EditionHead, findEditions, type Reader } from '@/db/store';
import type { FigureBook } from '@/server/domain/figures';
import { type CellId, formatIds, getFormat, leafCells } from '@/server/domain/formats';
import { type EditionContent, readEdition } from './edition-content';

/** What the next year asks of an edition: what it closed with, and its texts. */
export interface KeptEdition extends Pick<EditionContent, 'organ' | 'year' | 'scope' | 'format' | 'rowVariant' | 'texts'> {
  written?: EditionContent['written'];
  /** The cells that something opens from; all of them where its texts have live numbers. */
  figures: FigureBook;
}

/**
 * Some editions by the id of their head. An edition never changes, and every unit's is asked for wherever a year begins: what is asked of
 * it is read once in a process, and known again by its id and hash.
 */
export async function keptEditions(
  reader: Reader,
  heads: readonly Pick<EditionHead, 'id' | 'hash'>[],
): Promise<ReadonlyMap<string, KeptEdition>> {
  const found = new Map<string, KeptEdition>();
  const unread = heads.filter((head) => {
    const known = kept.get(nameOf(head));
    if (known) found.set(head.id, known);
    return !known;
  });
  const editions = await findEditions(
    reader,
    unread.map((head) => head.id),
  );
  for (const edition of editions.values()) {
    const { organ, year, scope, format, rowVariant, texts, written, figures } = readEdition(edition.content);
    const asked = written ? figures : new Map([...figures].filter(([cell]) => everyClosing.has(cell)));
    const one = { ...{ organ, year, scope, format, rowVariant, texts }, ...(written ? { written } : {}), figures: asked };
    found.set(edition.id, one);
    keep(nameOf(edition), one);
  }
  return found;
}

const kept = new Map<string, KeptEdition>();
let charactersKept = 0;
/** Of a city with its years; some 40 MB of text at most. */
const maxEditions = 8_000;
const maxCharacters = 20_000_000;

function keep(name: string, edition: KeptEdition): void {
  kept.set(name, edition);
  charactersKept += charactersOf(edition);
  for (const [oldest, one] of kept) {
    if (kept.size <= maxEditions && charactersKept <= maxCharacters) return;
    kept.delete(oldest);
    charactersKept -= charactersOf(one);
  }
}

function charactersOf({ texts, written }: KeptEdition): number {
  return [...Object.values(texts), ...Object.values(written?.texts ?? {})].reduce((sum, text) => sum + text.length, 0);
}

function nameOf({ id, hash }: Pick<EditionHead, 'id' | 'hash'>): string {
  return `${id} ${hash}`;
}

const everyClosing: ReadonlySet<CellId> = new Set(
  formatIds.flatMap((id) => leafCells(getFormat(id)).flatMap((cell) => cell.opensFrom ?? [])),
);
