/** What a browser's node tells of itself, as far as lines are concerned. */
interface HtmlNode {
  nodeType: number;
  nodeName: string;
  nodeValue: string | null;
  childNodes: ArrayLike<HtmlNode>;
  getAttribute?: (name: string) => string | null;
}

const element = 1;
const text = 3;
const skipped = new Set(['STYLE', 'SCRIPT', 'HEAD', 'TITLE', 'META', 'LINK', 'TEMPLATE', 'NOSCRIPT', 'IMG', 'SVG', 'OBJECT']);
const blocks = new Set([
  'P',
  'DIV',
  'LI',
  'UL',
  'OL',
  'DL',
  'DT',
  'DD',
  'H1',
  'H2',
  'H3',
  'H4',
  'H5',
  'H6',
  'TABLE',
  'TR',
  'BLOCKQUOTE',
  'PRE',
  'SECTION',
  'ARTICLE',
  'HR',
]);
/** Between two cells of a row that became a line. */
const betweenCells = '\u3000';

/**
 * What a page, Word or WPS put on the clipboard, as plain lines: a paragraph, a list item and a row of a table are a line each. A live
 * number copied within the editor comes as its token. Nothing of the looks is kept.
 */
export function linesOfHtml(root: HtmlNode): string[] {
  const lines: string[] = [];
  let line = '';
  const end = () => {
    const words = line.replace(/[ \t\r\n]+/g, ' ').trim();
    if (words !== '') lines.push(words);
    line = '';
  };
  const read = (node: HtmlNode, isInRow: boolean): void => {
    if (node.nodeType === text) {
      line += (node.nodeValue ?? '').replaceAll('\u00a0', ' ');
      return;
    }
    if (node.nodeType !== element && node.childNodes.length === 0) return;
    const name = node.nodeName.toUpperCase();
    if (skipped.has(name) || name.startsWith('O:')) return;
    const source = node.getAttribute?.('data-number');
    if (source) {
      line += source;
      return;
    }
    if (name === 'BR') {
      if (isInRow) line += ' ';
      else end();
      return;
    }
    const isCell = name === 'TD' || name === 'TH';
    const isBlock = blocks.has(name) && !(isInRow && name !== 'TR' && name !== 'TABLE');
    if (isBlock) end();
    for (const child of Array.from(node.childNodes)) read(child, isInRow || name === 'TR');
    if (isCell) line = `${line.trimEnd()}${betweenCells}`;
    if (name === 'TR') line = line.replace(/\u3000+$/, '');
    if (isBlock) end();
  };
  read(root, false);
  end();
  return lines;
}

/** Plain text from the clipboard, a line a paragraph; what ends the last line begins no new one. */
export function linesOfText(pasted: string): string[] {
  return pasted.replace(/(?:\r\n|[\r\n\v\f\u2028\u2029])+$/, '').split(/\r\n|[\r\n\v\f\u2028\u2029]/);
}
