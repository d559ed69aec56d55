import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** What somebody did to a cell of a workbook: raw XML, so that nothing of the program takes part. */
export type Edit =
  | { is: 'number'; value: string }
  | { is: 'text'; value: string }
  | { is: 'shared'; value: string }
  | { is: 'formula'; formula: string; shown: string | null; type?: 'n' | 'str' | 'e' }
  | { is: 'error'; value: string }
  | { is: 'boolean'; value: '0' | '1' }
  | { is: 'blank' };

/** A workbook in a person's hands: its parts by name, and the cells by the names that the workbook gives them. */
export interface OpenWorkbook {
  parts: Record<string, string>;
  /** Where a name of the workbook points: `nb_s3_granted_natural_person`. */
  placeOf: (cell: string) => { part: string; sheet: string; at: string };
  set: (cell: string, edit: Edit) => void;
  /** What stands in a cell: its inner XML. */
  innerOf: (cell: string) => string;
  change: (part: string, how: (xml: string) => string) => void;
  partOf: (sheet: string) => string;
  saved: () => Uint8Array;
}

export function openWorkbook(bytes: Uint8Array): OpenWorkbook {
  const files = unzipSync(bytes);
  const parts = Object.fromEntries(Object.entries(files).map(([name, content]) => [name, strFromU8(content)]));
  const book = () => parts['xl/workbook.xml'] ?? '';
  const partOf = (sheet: string): string => {
    const id = new RegExp(`<sheet name="${sheet}"[^>]*r:id="([^"]+)"`).exec(book())?.[1];
    const target = new RegExp(`<Relationship[^>]*Id="${id}"[^>]*>`).exec(parts['xl/_rels/workbook.xml.rels'] ?? '')?.[0];
    return `xl/${/Target="([^"]+)"/.exec(target ?? '')?.[1]?.replace(/^\/?xl\//, '')}`;
  };
  const placeOf = (cell: string) => {
    const name = `nb_${cell.replaceAll('.', '_')}`;
    const found = new RegExp(`<definedName name="${name}"[^>]*>'?([^'<]+?)'?!\\$([A-Z]+)\\$(\\d+)</definedName>`).exec(book());
    if (!found) throw new Error(`the workbook has no name ${name}`);
    const [, sheet = '', column = '', row = ''] = found;
    return { part: partOf(sheet), sheet, at: `${column}${row}` };
  };
  const cellPattern = (at: string) => new RegExp(`<c r="${at}"([^>]*?)(?:/>|>(.*?)</c>)`, 's');
  return {
    parts,
    placeOf,
    partOf,
    change: (part, how) => {
      parts[part] = how(parts[part] ?? '');
    },
    innerOf: (cell) => {
      const { part, at } = placeOf(cell);
      return cellPattern(at).exec(parts[part] ?? '')?.[2] ?? '';
    },
    set: (cell, edit) => {
      const { part, at } = placeOf(cell);
      const sheet = parts[part] ?? '';
      const found = cellPattern(at).exec(sheet);
      if (!found) throw new Error(`${at} of ${part} is no cell`);
      const style = /\ss="\d+"/.exec(found[1] ?? '')?.[0] ?? '';
      parts[part] = sheet.replace(found[0], () => cellXml(at, style, edit));
    },
    saved: () => zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]))),
  };
}

function cellXml(at: string, style: string, edit: Edit): string {
  const open = (type: string) => `<c r="${at}"${style}${type === '' ? '' : ` t="${type}"`}>`;
  switch (edit.is) {
    case 'blank':
      return `<c r="${at}"${style}/>`;
    case 'number':
      return `${open('')}<v>${edit.value}</v></c>`;
    case 'text':
      return `${open('inlineStr')}<is><t xml:space="preserve">${escaped(edit.value)}</t></is></c>`;
    case 'shared':
      return `${open('str')}<v>${escaped(edit.value)}</v></c>`;
    case 'formula':
      return `${open(edit.type === 'n' || !edit.type ? '' : edit.type)}<f>${escaped(edit.formula)}</f>${edit.shown === null ? '' : `<v>${escaped(edit.shown)}</v>`}</c>`;
    case 'error':
      return `${open('e')}<v>${escaped(edit.value)}</v></c>`;
    case 'boolean':
      return `${open('b')}<v>${edit.value}</v></c>`;
    default:
      return edit satisfies never;
  }
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** A row put in before another, everything below moved down: what a spreadsheet does to cells, merges and names. */
export function withRowBefore(book: OpenWorkbook, sheet: string, before: number): void {
  const moved = (ref: string) =>
    ref.replace(/(\$?[A-Z]+\$?)(\d+)/g, (_, column: string, row: string) => `${column}${Number(row) >= before ? Number(row) + 1 : row}`);
  book.change(book.partOf(sheet), (xml) =>
    xml
      .replace(/<row r="(\d+)"/g, (whole, row: string) => (Number(row) >= before ? `<row r="${Number(row) + 1}"` : whole))
      .replace(/ r="([A-Z]+\d+)"/g, (_, at: string) => ` r="${moved(at)}"`)
      .replace(/(ref|sqref)="([^"]+)"/g, (_, key: string, at: string) => `${key}="${moved(at)}"`)
      .replace(/<(f|formula1)>([^<]+)</g, (_, tag: string, text: string) => `<${tag}>${moved(text)}<`),
  );
  book.change('xl/workbook.xml', (xml) =>
    xml.replace(new RegExp(`('${sheet}'!)([^<]+)<`, 'g'), (_, of: string, at: string) => `${of}${moved(at)}<`),
  );
}

/** A column put in before another. */
export function withColumnBefore(book: OpenWorkbook, sheet: string, before: string): void {
  const next = (column: string) => (column >= before ? String.fromCharCode(column.charCodeAt(0) + 1) : column);
  const moved = (ref: string) =>
    ref.replace(/(\$?)([A-Z])(\$?\d+)/g, (_, mark: string, column: string, row: string) => `${mark}${next(column)}${row}`);
  book.change(book.partOf(sheet), (xml) =>
    xml
      .replace(/ r="([A-Z]\d+)"/g, (_, at: string) => ` r="${moved(at)}"`)
      .replace(/(ref|sqref)="([^"]+)"/g, (_, key: string, at: string) => `${key}="${moved(at)}"`)
      .replace(/<(f|formula1)>([^<]+)</g, (_, tag: string, text: string) => `<${tag}>${moved(text)}<`),
  );
  book.change('xl/workbook.xml', (xml) =>
    xml.replace(new RegExp(`('${sheet}'!)([^<]+)<`, 'g'), (_, of: string, at: string) => `${of}${moved(at)}<`),
  );
}
