import type { HtmlNode } from './html-node';
import { type StyleSheet, styleSheetOf } from './style-sheet';

/** Copied HTML as a tree, and what its own style sheets say of it. */
export interface CopiedHtml {
  root: HtmlNode;
  sheet: StyleSheet;
}

export function parseCopied(html: string, parse: (inert: string) => HtmlNode = parseInBrowser): CopiedHtml {
  return { root: parse(inertHtml(html)), sheet: styleSheetOf(stylesIn(html)) };
}

function parseInBrowser(inert: string): HtmlNode {
  return new DOMParser().parseFromString(inert, 'text/html').body;
}

const sheets = /<style\b[^>]*>([\s\S]*?)<\/style\s*>/gi;

/**
 * Copied HTML without its style sheets, and with its inline styles under another name. A document that is parsed inherits the
 * page's content security policy: it drops inline styles, and with them what says that a row is hidden.
 */
export function inertHtml(html: string): string {
  return html.replace(sheets, '').replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/(\s)style(\s*=)/gi, `$1${styleAttribute}$2`));
}

export const styleAttribute = 'data-copied-style';

function stylesIn(html: string): string {
  return [...html.matchAll(sheets)].map((one) => one[1] ?? '').join('\n');
}
