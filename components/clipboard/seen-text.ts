import { attributeOf, childrenOf, elementNode, type HtmlNode, nameOf, textNode } from './html-node';
import { listMark } from './list-mark';
import { type Around, isUnseen, nothingAround, type SeenStyle, seenStyle } from './seen-style';
import type { Style, StyleSheet } from './style-sheet';

/** What is told, in the order it is read, of a text as a person sees it. */
export interface Seen {
  /** Blanks and line ends of the source are one blank; those of the text itself (`pre`, a tab of Word) are as they are. */
  words(text: string, isStruck: boolean): void;
  /** A line ends here, or a paragraph begins or ends. */
  line(): void;
  /** What follows stands apart from what was before, in the same line. */
  gap(): void;
  /** Whether it takes the element over: `inside` goes through what is in it, `words` says something in its place. */
  takes?(node: HtmlNode, inside: () => void, words: Seen['words']): boolean;
}

/**
 * Goes through copied HTML as a reader does: what is hidden is not told, what is struck out is told as such, what is raised or lowered
 * comes as raised or lowered signs, numbers of lists as words.
 */
export function tellSeen(root: HtmlNode, sheet: StyleSheet, listener: Seen, around: Around = nothingAround): void {
  let mark = '';
  // The number of an item stands before its first words, also where they are a paragraph of their own.
  const seen: Told = {
    ...listener,
    words(text, isStruck) {
      if (mark !== '' && text.trim() !== '') {
        listener.words(mark, isStruck);
        mark = '';
      }
      listener.words(text, isStruck);
    },
    mark(text) {
      mark = text;
    },
  };
  const read = (node: HtmlNode, above: Around): void => {
    if (node.nodeType === textNode) {
      if (!isUnseen(above)) tellWords(node.nodeValue ?? '', above, seen);
      return;
    }
    if (node.nodeType !== elementNode) {
      for (const child of childrenOf(node)) read(child, above);
      return;
    }
    const looks = seenStyle(node, above, sheet);
    if (looks.isHidden) return;
    const inside = () => {
      for (const child of childrenOf(node)) read(child, looks.within);
    };
    if (listener.takes?.(node, inside, seen.words)) return;
    readElement(node, looks, above, { inside, seen, sheet });
  };
  read(root, around);
}

interface Told extends Seen {
  mark(text: string): void;
}

interface Reading {
  inside: () => void;
  seen: Told;
  sheet: StyleSheet;
}

function readElement(node: HtmlNode, looks: SeenStyle, above: Around, { inside, seen, sheet }: Reading): void {
  const { style, within } = looks;
  const name = nameOf(node);
  if (name === 'BR') seen.line();
  else if (/^(?:INPUT|SELECT|TEXTAREA)$/.test(name)) readField(node, name, within, seen);
  else if (/^[1-9]/.test(style['mso-tab-count'] ?? '')) seen.words('\t', within.isStruck);
  else if (isRunOfBlanks(node, style)) seen.words(textIn(node).replaceAll('\u00a0', ' '), within.isStruck);
  else if (isRaised(name, style)) readRaised(node, within, name === 'SUB' || style['vertical-align'] === 'sub', seen, sheet);
  else readBox(node, looks, above, { inside, seen, sheet });
}

function readBox(node: HtmlNode, { style, within }: SeenStyle, above: Around, { inside, seen, sheet }: Reading): void {
  const name = nameOf(node);
  const way = wayOf(name, style, above);
  if (way) seen[way]();
  const mark = name === 'LI' ? listMark(node, above, within, sheet) : '';
  if (mark && !isUnseen(within)) seen.mark(mark);
  const isFolded = name === 'DETAILS' && attributeOf(node, 'open') === null;
  const summary = isFolded ? childrenOf(node).find((child) => nameOf(child) === 'SUMMARY') : undefined;
  if (summary) tellSeen(summary, sheet, seen, within);
  else if (!isFolded) inside();
  if (way) seen[way]();
}

function tellWords(text: string, { isStruck, keepsLines }: Around, seen: Seen): void {
  const lines = keepsLines ? text.split(/\r\n|[\r\n]/) : [text.replace(/[ \t\r\n\f]+/g, ' ')];
  for (const [index, line] of lines.entries()) {
    if (index > 0) seen.line();
    seen.words(line, isStruck);
  }
}

function readField(node: HtmlNode, name: string, within: Around, seen: Seen): void {
  if (name === 'INPUT' && !/^(?:|text|number|search|tel|url|email|date)$/i.test(attributeOf(node, 'type') ?? '')) return;
  seen.gap();
  if (name === 'INPUT') {
    seen.words(attributeOf(node, 'value') ?? '', within.isStruck);
  } else if (name === 'TEXTAREA') tellWords(textIn(node), { ...within, keepsLines: true }, seen);
  else {
    const options = optionsOf(node);
    const chosen = options.find((option) => attributeOf(option, 'selected') !== null) ?? options[0];
    if (chosen) seen.words(textIn(chosen).trim(), within.isStruck);
  }
  seen.gap();
}

function optionsOf(node: HtmlNode): HtmlNode[] {
  return childrenOf(node).flatMap((child) => (nameOf(child) === 'OPTION' ? [child] : optionsOf(child)));
}

function textIn(node: HtmlNode): string {
  return node.nodeType === textNode ? (node.nodeValue ?? '') : childrenOf(node).map(textIn).join('');
}

/** Word, Excel and Safari write several plain blanks as such that do not break. */
function isRunOfBlanks(node: HtmlNode, style: Style): boolean {
  return style['mso-spacerun'] === 'yes' || /(?:^|\s)Apple-converted-space(?:\s|$)/.test(attributeOf(node, 'class') ?? '');
}

function isRaised(name: string, style: Style): boolean {
  if (name === 'SUP' || name === 'SUB') return style['vertical-align'] !== 'baseline';
  return name === 'RT' || /^(?:super|sub)$/.test(style['vertical-align'] ?? '') || /^-?[1-9]/.test(style['mso-text-raise'] ?? '');
}

const raised: Record<string, string> = signsOf('⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾');
const lowered: Record<string, string> = signsOf('₀₁₂₃₄₅₆₇₈₉₊₋₍₎');

function signsOf(signs: string): Record<string, string> {
  return Object.fromEntries([...'0123456789+-()'].map((plain, index) => [plain, [...signs][index] as string]));
}

/** A raised figure is a note or a power, never a digit of the number it stands at. */
function readRaised(node: HtmlNode, within: Around, isLow: boolean, seen: Seen, sheet: StyleSheet): void {
  const signs = isLow ? lowered : raised;
  const tell = (text: string, isStruck: boolean) =>
    seen.words(
      /^\s*[[〔【(（].*[\])）】〕]\s*$/.test(text) ? text : text.replace(/[\d+\-()０-９]/g, (one) => signs[one.normalize('NFKC')] ?? one),
      isStruck,
    );
  for (const child of childrenOf(node)) tellSeen(child, sheet, { ...seen, words: tell }, within);
}

const blocks = new Set(
  'P DIV UL OL MENU DL DT DD LI H1 H2 H3 H4 H5 H6 TABLE CAPTION THEAD TBODY TFOOT TR TD TH BLOCKQUOTE PRE SECTION ARTICLE HEADER FOOTER MAIN NAV ASIDE ADDRESS FIGURE FIGCAPTION FIELDSET LEGEND FORM HR DETAILS SUMMARY CENTER HGROUP DIALOG'.split(
    ' ',
  ),
);

function wayOf(name: string, style: Style, above: Around): 'line' | 'gap' | null {
  const display = style.display ?? '';
  if (above.isRow || /^(?:left|right)$/.test(style.float ?? '') || /^(?:absolute|fixed)$/.test(style.position ?? '')) return 'gap';
  if (/^(?:inline-.+|table-cell)$/.test(display) && name !== 'TD' && name !== 'TH') return 'gap';
  if (/^(?:inline|contents|ruby.*)$/.test(display)) return null;
  return blocks.has(name) || display !== '' ? 'line' : null;
}
