import { attributeOf, type HtmlNode, nameOf } from './html-node';
import { styleAttribute } from './inert-html';
import { readStyle, type Style, type StyleSheet } from './style-sheet';

/** What passes from an element to what is in it. */
export interface Around {
  ancestors: readonly HtmlNode[];
  isInvisible: boolean;
  isStruck: boolean;
  keepsLines: boolean;
  color: string | null;
  background: string;
  isTiny: boolean;
  /** In a row of boxes: each child stands apart from the next. */
  isRow: boolean;
  listStyle: string | null;
}

export const nothingAround: Around = {
  ancestors: [],
  isInvisible: false,
  isStruck: false,
  keepsLines: false,
  color: null,
  background: 'white',
  isTiny: false,
  isRow: false,
  listStyle: null,
};

export interface SeenStyle {
  style: Style;
  /** It and all that is in it cannot be seen. */
  isHidden: boolean;
  within: Around;
}

/** Never part of what a page shows as text. */
const unseen = new Set(
  'STYLE SCRIPT HEAD TITLE META LINK BASE TEMPLATE NOSCRIPT IMG SVG ANNOTATION ANNOTATION-XML OBJECT EMBED IFRAME CANVAS VIDEO AUDIO PICTURE DATALIST RP PARAM SOURCE TRACK COL COLGROUP MAP'.split(
    ' ',
  ),
);
const struckBy = new Set(['DEL', 'S', 'STRIKE']);

/** How an element looks, by what its tag, its attributes, its inline style and the copied style sheets say. */
export function seenStyle(node: HtmlNode, around: Around, sheet: StyleSheet): SeenStyle {
  const name = nameOf(node);
  const style: Style = { ...sheet(node, around.ancestors), ...readStyle(attributeOf(node, styleAttribute) ?? '') };
  const color = colorOf(style.color ?? attributeOf(node, 'color') ?? '') ?? around.color;
  const background =
    (style.background ?? style['background-color'] ?? attributeOf(node, 'bgcolor'))
      ? (colorOf(style['background-color'] ?? style.background ?? attributeOf(node, 'bgcolor') ?? '') ?? 'unknown')
      : around.background;
  const visibility = style.visibility;
  const size = style['font-size'];
  return {
    style,
    isHidden: unseen.has(name) || attributeOf(node, 'hidden') !== null || isClosed(node, name) || hides(style, name),
    within: {
      ancestors: [...around.ancestors, node],
      isInvisible: visibility ? visibility !== 'visible' : around.isInvisible,
      isStruck:
        around.isStruck || struckBy.has(name) || /line-through/.test(`${style['text-decoration']} ${style['text-decoration-line']}`),
      keepsLines: style['white-space'] ? /^(?:pre|break-spaces)/.test(style['white-space']) : around.keepsLines || name === 'PRE',
      color,
      background,
      isTiny: size ? isNought(size) : around.isTiny,
      isRow: /flex|grid/.test(style.display ?? ''),
      listStyle: listStyleOf(node, name, style) ?? around.listStyle,
    },
  };
}

/** A text that stands there and cannot be seen. */
export function isUnseen({ isInvisible, isTiny, color, background }: Around): boolean {
  return isInvisible || isTiny || color === 'transparent' || (color !== null && color === background);
}

/** Rows and columns that spreadsheets copy along although they are filtered or folded away. */
export function isHiddenLine(node: HtmlNode, { style, isHidden }: Pick<SeenStyle, 'style' | 'isHidden'>): boolean {
  const isColumn = nameOf(node) === 'COL' || nameOf(node) === 'COLGROUP';
  const extent = isColumn ? 'width' : 'height';
  if (isColumn ? style.display === 'none' || attributeOf(node, 'hidden') !== null : isHidden) return true;
  return isNought(style[extent] ?? '') || attributeOf(node, extent) === '0' || /^(?:hidden|collapse)$/.test(style.visibility ?? '');
}

const typeNames: Record<string, string> = { '1': 'decimal', a: 'lower-alpha', A: 'upper-alpha', i: 'lower-roman', I: 'upper-roman' };

function listStyleOf(node: HtmlNode, name: string, style: Style): string | null {
  const said = style['list-style-type'] ?? style['list-style']?.split(/\s+/).find((one) => !/^(?:inside|outside)$|^url/.test(one));
  if (said) return said;
  if (name === 'UL' || name === 'MENU') return 'disc';
  return name === 'OL' || name === 'LI' ? (typeNames[attributeOf(node, 'type') ?? ''] ?? (name === 'OL' ? 'decimal' : null)) : null;
}

function isClosed(node: HtmlNode, name: string): boolean {
  return name === 'DIALOG' && attributeOf(node, 'open') === null;
}

function hides(style: Style, name: string): boolean {
  if (style.display === 'none' || style['mso-hide'] === 'all' || isNought(style.opacity ?? '')) return true;
  const isClipped = /hidden|clip/.test(`${style.overflow} ${style['overflow-x']} ${style['overflow-y']}`);
  if (isClipped && ['height', 'width', 'max-height', 'max-width'].some((one) => isNought(style[one] ?? ''))) return true;
  if (/^rect\(\s*(?:0|1)(?:px)?[\s,]/.test(style.clip ?? '') || /^inset\(\s*(?:50|100)%/.test(style['clip-path'] ?? '')) return true;
  const isFarAway = /^-\d{3,}/;
  if (isFarAway.test(style['text-indent'] ?? '')) return true;
  const isTakenOut = /^(?:absolute|fixed)$/.test(style.position ?? '') && name !== 'BODY';
  return isTakenOut && (isFarAway.test(style.left ?? '') || isFarAway.test(style.top ?? ''));
}

function isNought(size: string): boolean {
  return /^0(?:\.0*)?(?:px|pt|em|rem|cm|mm|in|%)?$/.test(size.trim());
}

/** A colour by one name, as far as it can be compared; null: none is said. */
function colorOf(text: string): string | null {
  const color = text.trim().toLowerCase();
  if (color === '' || color === 'inherit' || color === 'currentcolor') return null;
  if (color === 'transparent' || /^rgba\(.*[,/]\s*0(?:\.0+)?%?\s*\)$/.test(color)) return 'transparent';
  const rgb = /^rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)/.exec(color);
  const hex = /^#([0-9a-f]{3}|[0-9a-f]{6})$/.exec(color)?.[1];
  const parts = rgb ? rgb.slice(1, 4).map(Number) : hex ? partsOf(hex) : null;
  if (parts?.every((part) => part === 255)) return 'white';
  return parts ? parts.join(' ') : color;
}

function partsOf(hex: string): number[] {
  const size = hex.length / 3;
  return [0, 1, 2].map((part) => Number.parseInt(hex.slice(part * size, part * size + size).padStart(2, hex[part * size]), 16));
}
