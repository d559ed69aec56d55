import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import type { ProseNumber } from '@/server/domain/prose';
import { fitChange, type ProposedChange, paragraphsOf, wordChanges } from '@/server/domain/writing';
import { placeOf } from './doc-places';

const key = new PluginKey<DecorationSet>('text-marks');

/** What is marked in a text beside its words; read from them after the keys, and carried along until it is read again. */
export interface TextMarks {
  /** What was read: the marks are of this text and of no other. */
  stored: string;
  numbers: readonly ProseNumber[];
  /** Proposed changes that wait. */
  proposed: readonly ProposedChange[];
  /** Words somebody commented on. */
  quotes: readonly string[];
  /** A stretch of a stored text as it is printed. */
  print: (stored: string) => string;
}

export function textMarks(): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply: (tr, set) => (tr.getMeta(key) as DecorationSet | undefined) ?? (tr.docChanged ? set.map(tr.mapping, tr.doc) : set),
    },
    props: { decorations: (state) => key.getState(state) },
  });
}

export function setMarks(doc: Node, marks: TextMarks): { key: PluginKey<DecorationSet>; set: DecorationSet } {
  const found = [...numberMarks(doc, marks), ...quoteMarks(doc, marks), ...marks.proposed.flatMap((one) => proposedMarks(doc, marks, one))];
  return { key, set: DecorationSet.create(doc, found) };
}

function numberMarks(doc: Node, { numbers }: TextMarks): Decoration[] {
  return numbers.flatMap((number) => {
    const from = placeOf(doc, number.start);
    if (number.state === 'untyped') return [Decoration.inline(from, placeOf(doc, number.end), { class: 'untyped-number' })];
    // What stands beside it makes another number of it, which the number itself does not know.
    if (number.problem === 'joined') return [Decoration.node(from, from + 1, { class: 'is-joined' })];
    return [];
  });
}

function quoteMarks(doc: Node, { stored, quotes }: TextMarks): Decoration[] {
  return quotes.flatMap((quote) => {
    const at = quote === '' ? -1 : stored.indexOf(quote);
    return at < 0 ? [] : [Decoration.inline(placeOf(doc, at), placeOf(doc, at + quote.length), { class: 'commented' })];
  });
}

/** What is proposed, in its paragraph: words out struck, words in behind them. */
function proposedMarks(doc: Node, { stored, print }: TextMarks, change: ProposedChange): Decoration[] {
  const fit = fitChange(stored, change);
  if (fit.kind !== 'fits') return [];
  let at = paragraphsOf(stored)
    .slice(0, fit.at)
    .reduce((sum, one) => sum + one.length + 1, 0);
  if (change.before === '') return [wordsIn(placeOf(doc, Math.max(0, at - 1)), print(change.after))];
  const marks: Decoration[] = [];
  for (const { change: what, text } of wordChanges(change.before, change.after)) {
    if (what === 'added') {
      marks.push(wordsIn(placeOf(doc, at), print(text)));
      continue;
    }
    if (what === 'removed') marks.push(Decoration.inline(placeOf(doc, at), placeOf(doc, at + text.length), { class: 'suggested-out' }));
    at += text.length;
  }
  return marks;
}

function wordsIn(place: number, words: string): Decoration {
  const draw = (): HTMLElement => {
    const dom = document.createElement('ins');
    dom.className = 'suggested-in';
    dom.textContent = words;
    return dom;
  };
  return Decoration.widget(place, draw, { side: 1, key: `in ${place} ${words}` });
}
