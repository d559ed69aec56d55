import { type Cell, type CellId, cellName, type Format } from '@/server/domain/formats';

/** A cell that a live number may show. */
export interface FoundCell {
  id: CellId;
  name: string;
}

const most = 30;

/**
 * Cells whose name holds every word of the query, by its characters or by the initials of their pinyin (`bnxs` finds 本年新收); the
 * shortest names first, which are the totals.
 */
export function searchCells(format: Format, query: string): FoundCell[] {
  const words = query
    .toLowerCase()
    .split(/[\s,，]+/)
    .filter(Boolean);
  const found = searchable(format).filter(({ name, initials }) =>
    words.every((word) => name.toLowerCase().includes(word) || initials.includes(word)),
  );
  return found.slice(0, most).map(({ id, name }) => ({ id, name }));
}

interface Searchable extends FoundCell {
  initials: string;
}

const prepared = new WeakMap<Format, Searchable[]>();

function searchable(format: Format): Searchable[] {
  const known = prepared.get(format);
  if (known) return known;
  const cells = [...format.cells.values()].filter(({ isPrinted }: Cell) => isPrinted);
  const made = cells.map((cell) => ({ id: cell.id, name: cellName(cell), initials: pinyinInitials(cellName(cell)) }));
  // Totals first: they are what a sentence states.
  made.sort((a, b) => Number(!/总计|合计/.test(a.name)) - Number(!/总计|合计/.test(b.name)));
  prepared.set(format, made);
  return made;
}

/** The first character, in the order of pinyin, of each initial. */
const firsts = '阿八嚓哒妸发旮哈讥咔垃妈拏噢妑七呥仨他穵夕丫匝';
const initials = 'abcdefghjklmnopqrstwxyz';
const byPinyin = new Intl.Collator('zh-u-co-pinyin');

/** 本年新收 → bnxs. Of a character with several readings it is the usual one; others are left out. */
export function pinyinInitials(text: string): string {
  let said = '';
  for (const character of text) {
    if (/[a-z0-9]/i.test(character)) said += character.toLowerCase();
    else if (/\p{Script=Han}/u.test(character)) {
      let at = 0;
      while (at + 1 < firsts.length && byPinyin.compare(firsts.charAt(at + 1), character) <= 0) at += 1;
      said += initials.charAt(at);
    }
  }
  return said;
}
