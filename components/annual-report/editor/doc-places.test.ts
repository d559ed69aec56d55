import { getSchema } from '@tiptap/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseProse } from '@/server/domain/prose';
import { offsetOf, placeOf, storedOf } from './doc-places';
import { liveNumber } from './live-number';
import { createNumberShelf } from './number-shelf';
import { docOfText } from './text-doc';
import { Paragraph, TextDocument, Words } from './text-schema';

const shelf = createNumberShelf({ format: { cells: new Map() } as never, figures: new Map(), lastYear: null, facts: new Map() }, () => '');
const schema = getSchema([TextDocument, Paragraph, Words, liveNumber(shelf, () => undefined)]);
const docOf = (text: string) => schema.nodeFromJSON(docOfText(text));

const aText = fc
  .array(fc.oneof(fc.constantFrom('\n', '\n\n', '{{s3.granted.total}}', '{{=3}}', '{{', '甲', '\r'), fc.string({ maxLength: 5 })), {
    maxLength: 9,
  })
  .map((parts) => parts.join(''));

describe('places of a text in its document', () => {
  it('the document holds the text to the character', () => {
    fc.assert(
      fc.property(aText, (text) => {
        expect(storedOf(docOf(text))).toBe(text);
      }),
    );
  });

  it('every place that is not within a live number is found and found back', () => {
    fc.assert(
      fc.property(aText, (text) => {
        const doc = docOf(text);
        // Lines are read one by one, as the editor does.
        const numbers = text.split('\n').flatMap((line, at, lines) => {
          const start = lines.slice(0, at).reduce((sum, one) => sum + one.length + 1, 0);
          return parseProse(line).flatMap((piece) =>
            piece.kind === 'words' ? [] : [{ start: start + piece.start, end: start + piece.end }],
          );
        });
        for (let offset = 0; offset <= text.length; offset += 1) {
          const within = numbers.find(({ start, end }) => start < offset && offset < end);
          expect([offset, offsetOf(doc, placeOf(doc, offset))]).toEqual([offset, within ? within.start : offset]);
        }
      }),
    );
  });
});
