import type { HtmlNode } from './html-node';
import type { Around } from './seen-style';
import { tellSeen } from './seen-text';
import type { StyleSheet } from './style-sheet';

export interface SeenText {
  /** With its line breaks and tabs; blanks of the source are one. */
  text: string;
  /** What was struck out in it, and is left out. */
  struck?: string;
}

/** The text of a cell, or of anything that was copied, as a person sees it. */
export function textSeenIn(nodes: readonly HtmlNode[], sheet: StyleSheet, around?: Around): SeenText {
  let text = '';
  let struck = '';
  let before: '' | ' ' | '\n' = '';
  const seen = {
    words(words: string, isStruck: boolean) {
      if (isStruck) {
        struck += words;
        return;
      }
      if (words.trim() !== '') {
        if (before !== '' && text.trim() !== '') text = before === '\n' ? `${text.trimEnd()}\n` : /\s$/.test(text) ? text : `${text} `;
        before = '';
      }
      text += words;
    },
    line() {
      before = '\n';
    },
    gap() {
      before = before === '' ? ' ' : before;
    },
  };
  for (const node of nodes) tellSeen(node, sheet, seen, around);
  const left = struck.replace(/\s+/g, ' ').trim();
  return { text: tidy(text), ...(left === '' ? {} : { struck: left }) };
}

function tidy(text: string): string {
  return text
    .replace(/ {2,}/g, ' ')
    .replace(/ *\n */g, '\n')
    .trim();
}
