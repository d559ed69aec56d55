import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import type { NeutralTable } from '@/server/domain/reading/statutory-places';
import type { NeutralDocument } from './docx-tables';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** More than any statutory table has; a page that claims more is not believed. */
const maxSpan = 100;
const unread = new Set(['script', 'style', 'template', 'noscript', 'head']);

/** The tables and paragraphs of a page, as a browser would see them without running anything. A table within a cell counts as its text. */
export function readHtml(html: string): NeutralDocument {
  const tables: NeutralTable[] = [];
  const paragraphs: string[] = [];
  const walk = (nodes: readonly Node[]): void => {
    for (const node of nodes) {
      if (!isElement(node) || unread.has(node.tagName)) continue;
      if (node.tagName === 'table') tables.push(tableOf(node));
      else if (/^(?:p|h[1-6]|li)$/.test(node.tagName)) {
        const text = textOf(node);
        if (text !== '') paragraphs.push(text);
      } else walk(node.childNodes);
    }
  };
  walk(parse(html).childNodes);
  return { tables, paragraphs };
}

function tableOf(table: Element): NeutralTable {
  const rows = rowsOf(table).map((row) =>
    row.childNodes
      .filter(isElement)
      .filter(({ tagName }) => tagName === 'td' || tagName === 'th')
      .map((cell) => ({ text: textOf(cell), rowSpan: span(cell, 'rowspan'), colSpan: span(cell, 'colspan') })),
  );
  return { rows };
}

function rowsOf(element: Element): Element[] {
  return element.childNodes.filter(isElement).flatMap((child) => {
    if (child.tagName === 'tr') return [child];
    return /^(?:thead|tbody|tfoot)$/.test(child.tagName) ? rowsOf(child) : [];
  });
}

function span(cell: Element, name: string): number {
  const value = Number(cell.attrs.find((attribute) => attribute.name === name)?.value ?? 1);
  return Number.isInteger(value) && value >= 1 ? Math.min(value, maxSpan) : 1;
}

function textOf(node: Node): string {
  if (node.nodeName === '#text' && 'value' in node) return node.value;
  if (!isElement(node) || unread.has(node.tagName)) return '';
  if (node.tagName === 'br') return '\n';
  return node.childNodes.map(textOf).join('').trim();
}

function isElement(node: Node): node is Element {
  return 'tagName' in node;
}
