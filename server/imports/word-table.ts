import type { NeutralCell, NeutralTable } from '@/server/domain/reading/statutory-places';
import type { XmlElement } from './parse-xml';

/** Word's own limit of columns; a file that claims more is not followed. */
const maxColumns = 63;

/** Word merges downwards by marking each continued cell; here they are gathered into the rowSpan of the first. */
export function wordTable(table: XmlElement): NeutralTable {
  const openAt = new Map<number, NeutralCell>();
  const rows = gather(table, 'w:tr').map((row) => {
    const cells: NeutralCell[] = [];
    let column = numberIn(row, 'w:trPr', 'w:gridBefore') ?? 0;
    if (column > 0) cells.push({ text: '', rowSpan: 1, colSpan: Math.min(column, maxColumns) });
    for (const element of gather(row, 'w:tc')) {
      const colSpan = Math.max(1, Math.min(numberIn(element, 'w:tcPr', 'w:gridSpan') ?? 1, maxColumns));
      const merge = propertyOf(element, 'w:tcPr', 'w:vMerge');
      const above = openAt.get(column);
      if (merge && merge.attributes['w:val'] !== 'restart' && above) above.rowSpan += 1;
      else {
        const cell = { text: wordText(element), rowSpan: 1, colSpan };
        cells.push(cell);
        if (merge) openAt.set(column, cell);
        else openAt.delete(column);
      }
      column += colSpan;
    }
    return cells;
  });
  return { rows };
}

/** Text as read, paragraphs on lines of their own. Deleted text, field codes and text boxes are left out. */
export function wordText(element: XmlElement): string {
  return elementsOf(element)
    .map((child) => {
      if (child.name === 'w:t') return child.children.map((node) => ('text' in node ? node.text : '')).join('');
      if (child.name === 'w:tab') return '\t';
      if (child.name === 'w:br' || child.name === 'w:cr') return '\n';
      return skipped.has(child.name) ? '' : `${wordText(child)}${child.name === 'w:p' ? '\n' : ''}`;
    })
    .join('')
    .replace(/\n$/, '');
}

const skipped = new Set(['w:del', 'w:moveFrom', 'w:pPr', 'w:rPr', 'w:tcPr', 'mc:AlternateContent', 'w:pict', 'w:drawing']);

export function elementsOf(parent: XmlElement): XmlElement[] {
  return parent.children.filter((node): node is XmlElement => 'name' in node);
}

/** Rows or cells, out of content controls too. */
function gather(parent: XmlElement, name: string): XmlElement[] {
  return elementsOf(parent).flatMap((element) => {
    if (element.name === name) return [element];
    return ['w:sdt', 'w:sdtContent', 'w:ins', 'w:customXml'].includes(element.name) ? gather(element, name) : [];
  });
}

function propertyOf(element: XmlElement, properties: string, name: string): XmlElement | undefined {
  const holder = elementsOf(element).find((child) => child.name === properties);
  return holder && elementsOf(holder).find((child) => child.name === name);
}

function numberIn(element: XmlElement, properties: string, name: string): number | null {
  const value = Number(propertyOf(element, properties, name)?.attributes['w:val']);
  return Number.isInteger(value) && value >= 0 ? value : null;
}
