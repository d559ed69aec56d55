import { getSchema } from '@tiptap/core';
import { redo, undo } from '@tiptap/pm/history';
import { Fragment, Slice } from '@tiptap/pm/model';
import { EditorState, NodeSelection, TextSelection, type Transaction } from '@tiptap/pm/state';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textChange, textInsertion } from './apply-text';
import { storedOf } from './doc-places';
import { liveNumber } from './live-number';
import { createNumberShelf } from './number-shelf';
import { stepsOfUndo } from './steps-of-undo';
import { docOfText } from './text-doc';
import { Paragraph, TextDocument, Words } from './text-schema';

const shelf = createNumberShelf({ format: { cells: new Map() } as never, figures: new Map(), lastYear: null, facts: new Map() }, () => '');
const schema = getSchema([TextDocument, Paragraph, Words, liveNumber(shelf, () => undefined)]);

/** What people do with a text; null where there is nothing to do it to. */
const acts = {
  declare: (state: EditorState) => textChange(state, storedOf(state.doc).replace(/(?<![\d=.a-z])3(?!\d)/, '{{=3}}'), true),
  link: (state: EditorState) => textChange(state, storedOf(state.doc).replace('{{=3}}', '{{s3.granted.total}}'), true),
  'back to words': (state: EditorState) => textChange(state, storedOf(state.doc).replace('{{=3}}', '3'), true),
  decide: (state: EditorState) => textChange(state, `${storedOf(state.doc)}另定`, true),
  insert: (state: EditorState) => textInsertion(state, '{{s3.granted.total}}'),
  'insert words': (state: EditorState) => textInsertion(state, '见附件'),
  backspace: (state: EditorState) => {
    const at = firstNumber(state);
    return at === null ? null : state.tr.delete(at, at + 1);
  },
  'type over': (state: EditorState) => {
    const at = firstNumber(state);
    return at === null ? null : state.tr.setSelection(NodeSelection.create(state.doc, at)).insertText('五');
  },
  paste: (state: EditorState) => {
    const number = schema.nodeFromJSON({ type: 'paragraph', content: [{ type: 'number', attrs: { source: '{{=5}}' } }] });
    return state.tr.replaceSelection(new Slice(Fragment.from(number), 1, 1));
  },
} satisfies Record<string, (state: EditorState) => Transaction | null>;
type Act = keyof typeof acts;

describe('stepsOfUndo', () => {
  it('a number that is declared and deleted within the same moment comes back declared, and then as it was typed', () => {
    let state = type(stateOf('形成'), '3');
    state = act(state, 'declare');
    state = act(state, 'backspace');
    expect(undone(state)).toEqual(['形成', '形成{{=3}}', '形成3', '形成']);
  });

  it('words typed right before and after an act are not of its step', () => {
    let state = type(stateOf(''), '共');
    state = act(state, 'insert');
    state = type(type(state, '件'), '。');
    expect(undone(state)).toEqual(['共{{s3.granted.total}}件。', '共{{s3.granted.total}}', '共', '']);
  });

  it('an input method that writes over a number is one step: its letters do not come back', () => {
    let state = stateOf('{{=3}}件');
    const over = state.tr.setSelection(NodeSelection.create(state.doc, 1)).insertText('x').setMeta('composition', 1);
    state = state.apply(atOnce(over));
    state = state.apply(atOnce(state.tr.insertText('信访', 1, 2).setMeta('composition', 1)));
    expect(undone(state)).toEqual(['信访件', '{{=3}}件']);
  });

  it('what comes from the server or is read as a token is no step', () => {
    const state = type(stateOf('形成'), '3');
    const read = textChange(state, '形成{{=3}}', false);
    expect(read && undone(state.apply(atOnce(read)))).toEqual(['形成{{=3}}', '形成']);
  });

  it('every act is undone alone and done again alone, whatever is typed around it', () => {
    const doings = fc.array(fc.constantFrom<Act | 'type'>('type', 'type', ...(Object.keys(acts) as Act[])), { maxLength: 12 });
    fc.assert(
      fc.property(doings, (list) => {
        let state = stateOf('全年3件，其中{{=3}}件');
        state = state.apply(state.tr.setSelection(TextSelection.atEnd(state.doc)));
        const apart: string[] = [storedOf(state.doc)];
        for (const one of list) {
          if (one === 'type') {
            state = type(state, '字');
            continue;
          }
          const change = acts[one](state);
          if (!change?.docChanged) continue;
          apart.push(storedOf(state.doc));
          state = state.apply(atOnce(change));
          apart.push(storedOf(state.doc));
        }
        apart.push(storedOf(state.doc));
        const wanted = apart.filter((text, at) => text !== apart[at - 1]);
        expect(undone(state)).toEqual(wanted.toReversed());
        expect(redone(state)).toEqual(wanted);
      }),
      { numRuns: 200 },
    );
  });
});

function stateOf(text: string): EditorState {
  const state = EditorState.create({ schema, doc: schema.nodeFromJSON(docOfText(text)), plugins: stepsOfUndo() });
  return state.apply(state.tr.setSelection(TextSelection.atEnd(state.doc)));
}

/** Everything happens at one moment, as on a fast machine. */
function atOnce(tr: Transaction): Transaction {
  return tr.setTime(1_000);
}

function type(state: EditorState, words: string): EditorState {
  const end = state.doc.content.size - 1;
  return state.apply(atOnce(state.tr.setSelection(TextSelection.create(state.doc, end)).insertText(words)));
}

function act(state: EditorState, which: Act): EditorState {
  const change = acts[which](state);
  if (!change) throw new Error(`nothing to ${which}`);
  return state.apply(atOnce(change));
}

function firstNumber(state: EditorState): number | null {
  let found: number | null = null;
  state.doc.descendants((node, at) => {
    if (node.type.name === 'number') found ??= at;
  });
  return found;
}

/** The texts one meets on the way back, from the newest on. */
function undone(state: EditorState): string[] {
  return walk(state, undo).texts;
}

function redone(state: EditorState): string[] {
  return walk(walk(state, undo).state, redo).texts;
}

function walk(from: EditorState, step: typeof undo): { texts: string[]; state: EditorState } {
  let state = from;
  const texts = [storedOf(state.doc)];
  while (
    step(state, (tr) => {
      state = state.apply(tr);
    })
  )
    texts.push(storedOf(state.doc));
  return { texts, state };
}
