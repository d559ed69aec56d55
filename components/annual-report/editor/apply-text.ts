import { Fragment, Slice, type Node as TextNode } from '@tiptap/pm/model';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import { diffArrays } from 'diff';
import { paragraphsOf } from '@/server/domain/writing';
import { storedOf } from './doc-places';
import { asOneStep } from './steps-of-undo';
import { docOfText, inlinesOf } from './text-doc';

/**
 * Makes a document hold `next`, changing only the paragraphs that differ, so that caret, scroll and undo of the rest stay.
 *
 * @param isOwn the person's own act, which undo takes back; else it came from the server
 * @returns null when it holds that text already, live numbers and all
 */
export function textChange(state: EditorState, next: string, isOwn: boolean): Transaction | null {
  const { doc, schema, tr } = state;
  const wanted = schema.nodeFromJSON(docOfText(next));
  if (doc.eq(wanted)) return null;
  for (const { from, to, nodes } of differences(doc, storedOf(doc), wanted, next).toReversed()) {
    const [only] = nodes;
    if (only && nodes.length === 1 && from.count === 1) replaceWithin(tr, doc.child(from.index), from.start, only);
    else tr.replace(from.start, to, new Slice(Fragment.from(nodes), 0, 0));
  }
  return isOwn ? asOneStep(tr) : tr.setMeta('addToHistory', false);
}

/** Puts stored words or a token where the caret is, or in the place of what is selected. */
export function textInsertion({ schema, tr }: EditorState, stored: string): Transaction {
  const nodes = inlinesOf(stored).map((one) => schema.nodeFromJSON(one));
  return asOneStep(tr.replaceSelection(new Slice(Fragment.from(nodes), 0, 0)));
}

interface Difference {
  from: { index: number; start: number; count: number };
  to: number;
  nodes: readonly TextNode[];
}

/** Runs of paragraphs that differ, with their places in the document as it is. */
function differences(doc: TextNode, now: string, wanted: TextNode, next: string): Difference[] {
  const found: Difference[] = [];
  let [index, at, start] = [0, 0, 0];
  const runs = diffArrays(paragraphsOf(now), paragraphsOf(next));
  for (let run = 0; run < runs.length; run += 1) {
    const one = runs[run];
    if (!one) continue;
    if (!one.added && !one.removed) {
      for (const _ of one.value) {
        const [have, want] = [doc.child(index), wanted.child(at)];
        // The same words, of which some became a live number.
        if (!have.eq(want)) found.push({ from: { index, start, count: 1 }, to: start + have.nodeSize, nodes: [want] });
        start += have.nodeSize;
        index += 1;
        at += 1;
      }
      continue;
    }
    const other = runs[run + 1];
    const pair = other && (one.removed ? other.added : other.removed) ? other : null;
    const removed = one.removed ? one.value.length : pair ? pair.value.length : 0;
    const added = one.added ? one.value.length : pair ? pair.value.length : 0;
    if (pair) run += 1;
    if (removed === added) {
      for (let step = 0; step < removed; step += 1) {
        const have = doc.child(index);
        found.push({ from: { index, start, count: 1 }, to: start + have.nodeSize, nodes: [wanted.child(at)] });
        start += have.nodeSize;
        index += 1;
        at += 1;
      }
      continue;
    }
    const nodes = Array.from({ length: added }, (_, step) => wanted.child(at + step));
    let to = start;
    for (let step = 0; step < removed; step += 1) to += doc.child(index + step).nodeSize;
    found.push({ from: { index, start, count: removed }, to, nodes });
    index += removed;
    at += added;
    start = to;
  }
  return found;
}

function replaceWithin(tr: Transaction, have: TextNode, start: number, want: TextNode): void {
  const first = have.content.findDiffStart(want.content);
  const last = have.content.findDiffEnd(want.content);
  if (first === null || !last) return;
  let { a, b } = last;
  const overlap = first - Math.min(a, b);
  if (overlap > 0) {
    a += overlap;
    b += overlap;
  }
  tr.replace(start + 1 + first, start + 1 + a, want.slice(first, b));
}
