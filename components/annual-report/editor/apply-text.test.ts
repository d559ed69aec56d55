import { getSchema } from '@tiptap/core';
import { EditorState, TextSelection } from '@tiptap/pm/state';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textChange } from './apply-text';
import { placeOf, storedOf } from './doc-places';
import { liveNumber } from './live-number';
import { createNumberShelf } from './number-shelf';
import { docOfText } from './text-doc';
import { Paragraph, TextDocument, Words } from './text-schema';

const shelf = createNumberShelf({ format: { cells: new Map() } as never, figures: new Map(), lastYear: null, facts: new Map() }, () => '');
const schema = getSchema([TextDocument, Paragraph, Words, liveNumber(shelf, () => undefined)]);
const stateOf = (text: string) => EditorState.create({ schema, doc: schema.nodeFromJSON(docOfText(text)) });

const aLine = fc
  .array(fc.constantFrom('公开', '12', '{{s3.granted.total}}', '{{=3}}', '件。', ' '), { maxLength: 5 })
  .map((parts) => parts.join(''));
const aText = fc.array(aLine, { minLength: 1, maxLength: 7 }).map((lines) => lines.join('\n'));

describe('textChange', () => {
  it('any text takes the place of any other, to the character and the number', () => {
    fc.assert(
      fc.property(aText, aText, (now, next) => {
        const state = stateOf(now);
        const change = textChange(state, next, true);
        const after = change ? state.apply(change) : state;
        expect(storedOf(after.doc)).toBe(next);
        expect(after.doc.eq(schema.nodeFromJSON(docOfText(next)))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('a caret stays in its words while paragraphs around it change', () => {
    const now = '甲段。\n正在写的一段\n丙段。\n丁段。';
    const state = stateOf(now);
    const caret = placeOf(state.doc, now.indexOf('写的'));
    const writing = state.apply(state.tr.setSelection(TextSelection.create(state.doc, caret)));
    const change = textChange(writing, '甲段，改。\n新段。\n正在写的一段\n丁段，也改。', false);
    const after = change && writing.apply(change);
    expect(after?.doc.textBetween(after.selection.from, after.selection.from + 2)).toBe('写的');
  });

  it('a token that was typed becomes a live number where it stands', () => {
    const doc = schema.nodeFromJSON({
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: '公开{{s3.granted.total}}件' }] }],
    });
    const state = EditorState.create({ schema, doc });
    const change = textChange(state, storedOf(doc), false);
    expect(change && state.apply(change).doc.firstChild?.child(1).type.name).toBe('number');
    expect(textChange(stateOf('公开{{s3.granted.total}}件'), '公开{{s3.granted.total}}件', false)).toBeNull();
  });
});
