import { strFromU8 } from 'fflate';
import { inflateEntry } from '@/server/imports/inflate-entry';

const maxBytes = 50_000_000;

/**
 * What a Word file says and its printed pages do not, e.g. `['，', '，', '。']`. Pages may say more: page numbers, heads that are repeated.
 *
 * @param printed the text of the pages, in any order
 */
export function lostCharacters(docx: Uint8Array, printed: string): string[] {
  const found = inflateEntry(docx, 'word/document.xml', maxBytes);
  if (found.kind !== 'found') throw new Error('no Word document');
  const left = new Map<string, number>();
  for (const character of printed) left.set(character, (left.get(character) ?? 0) + 1);
  return [...writtenText(strFromU8(found.bytes))].filter((character) => {
    if (/\s/.test(character)) return false;
    const howMany = left.get(character) ?? 0;
    left.set(character, howMany - 1);
    return howMany <= 0;
  });
}

const entities: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

function writtenText(xml: string): string {
  return [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)]
    .map(([, text = '']) => text.replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => entities[name] ?? ''))
    .join('');
}
