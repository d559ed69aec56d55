import { closeHistory, history } from '@tiptap/pm/history';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';

const key = new PluginKey('steps-of-undo');

/** Marks a person's act that undo takes back alone, with nothing that was typed a moment before or after it. */
export function asOneStep(tr: Transaction): Transaction {
  return tr.setMeta(key, true);
}

/**
 * The history takes for one step what happens within half a second in one place. That is right for keys. An act on a live number is a
 * step of its own, however fast it follows the keys or another act: whatever a transaction does to one, by whichever way, and what is
 * marked by `asOneStep`.
 */
export function stepsOfUndo(): Plugin[] {
  const apart = new Plugin({
    key,
    // Not to filter: before a transaction is applied this is the one place that sees all of them.
    filterTransaction: (tr) => {
      if (isAct(tr)) closeHistory(tr);
      return true;
    },
    appendTransaction: (applied, _, { tr }) => (applied.some((one) => isAct(one) && !isComposed(one)) ? closeHistory(tr) : null),
  });
  return [history(), apart];
}

function isAct(tr: Transaction): boolean {
  return tr.docChanged && tr.getMeta('addToHistory') !== false && (tr.getMeta(key) === true || touchesNumber(tr));
}

/** What an input method writes over a number goes on until its words are chosen: its letters are no step. */
function isComposed(tr: Transaction): boolean {
  return tr.getMeta('composition') !== undefined;
}

function touchesNumber({ mapping, docs, doc }: Transaction): boolean {
  return mapping.maps.some((map, step) => {
    let isTouched = false;
    map.forEach((from, to, newFrom, newTo) => {
      isTouched ||= holdsNumber(docs[step], from, to) || holdsNumber(docs[step + 1] ?? doc, newFrom, newTo);
    });
    return isTouched;
  });
}

function holdsNumber(doc: Node | undefined, from: number, to: number): boolean {
  let isFound = false;
  doc?.nodesBetween(from, to, (node) => {
    isFound ||= node.type.name === 'number';
    return !isFound;
  });
  return isFound;
}
