import type { Editor } from '@tiptap/core';
import { Fragment, Slice, type Node as TextNode } from '@tiptap/pm/model';
import { diffArrays } from 'diff';
import { paragraphsOf } from '@/server/domain/writing';
import { storedOf } from './doc-places';
import { docOfText } from './text-doc';

/**
 * Makes the editor hold `next`, changing only the paragraphs that differ, so that caret, scroll and undo of the rest stay.
 *
 * @param isOwn the person's own act, which undo takes back; else it came from the server
 */
export function applyText(editor: Editor, next: string, isOwn: boolean): void {
  const { state, view, schema } = editor;
  const now = storedOf(state.doc);
  const wanted = schema.nodeFromJSON(docOfText(next));
  if (state.doc.eq(wanted)) return;
  const tr = state.tr;
  for (const { from, to, nodes } of differences(state.doc, now, wanted, next).toReversed()) {
    if (nodes.length === 1 && from.count === 1) replaceWithin(tr, state.doc.child(from.index), from.start, nodes[0] as TextNode);
    else tr.replace(from.start, to, new Slice(Fragment.from(nodes), 0, 0));
  }
  tr.setMeta('addToHistory', isOwn);
  view.dispatch(tr);
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

function replaceWithin(tr: Editor['state']['tr'], have: TextNode, start: number, want: TextNode): void {
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
