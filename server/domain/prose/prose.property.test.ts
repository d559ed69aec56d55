import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberAt } from '../figures';
import { whole } from '../narrative/decimal';
import { generateNarrative } from '../narrative/testing/generate-narrative';
import { seededRandom } from '../seeded-random';
import { aValidReport } from '../testing/a-valid-report';
import type { ProseSources } from './evaluate';
import { wordsSayValue } from './local-fact';
import { parseProse, parseToken } from './parse-prose';
import { resolveProse } from './resolve-prose';
import { settleNumbers, withTokens } from './settle-text';
import { readExample } from './testing/read-example';
import { type Sum, type Token, writeToken } from './token';

const report = aValidReport(7);
const cells = [...report.format.cells.keys()];
const sources: ProseSources = {
  format: report.format,
  figures: report.content.figures,
  lastYear: report.content.figures,
  facts: new Map(),
};

const aSum = (isLastYear = fc.boolean()): fc.Arbitrary<Sum> =>
  fc
    .array(fc.record({ cell: fc.constantFrom(...cells, 's9.no.such'), sign: fc.constantFrom(1 as const, -1 as const), isLastYear }), {
      minLength: 1,
      maxLength: 4,
    })
    .map((terms) =>
      [...terms.map((term, index) => ({ ...term, sign: index === 0 ? (1 as const) : term.sign }))].sort((a, b) => b.sign - a.sign),
    );
const words = fc.option(fc.stringMatching(/^[0-9一-龥,余]{1,6}$/), { nil: null });
const decimals = fc.integer({ min: 0, max: 4 });
const aToken: fc.Arbitrary<Token> = fc.oneof(
  fc.record({ kind: fc.constant('sum' as const), sum: aSum(), words }),
  fc.record({ kind: fc.constant('share' as const), part: aSum(), whole: aSum(), decimals, words }),
  fc.record({
    kind: fc.constant('change' as const),
    direction: fc.constantFrom('up' as const, 'down' as const),
    of: aSum(fc.constant(false)),
    decimals: fc.option(decimals, { nil: null }),
    words,
  }),
  fc.record({ kind: fc.constant('fact' as const), id: fc.uuid(), words }),
  fc.record({ kind: fc.constant('literal' as const), text: fc.stringMatching(/^[^{}]{1,8}$/) }),
);
const plainWords = fc.stringMatching(/^[一-龥0-9，。\n{ ]{0,12}$/).filter((text) => !text.includes('{{') && !text.endsWith('{'));
const aText = fc
  .array(fc.oneof(plainWords, aToken.map(writeToken), fc.constantFrom('{{', '}}', '{{x}}', '{{1 + 2}}')), { maxLength: 8 })
  .map((parts) => parts.join(''));

describe('prose', () => {
  it('every token reads back as it was written', () => {
    fc.assert(
      fc.property(aToken, (token) => {
        expect(parseToken(writeToken(token).slice(2, -2))).toEqual(token);
      }),
    );
  });

  it('resolving never fails, and changes nothing outside tokens', () => {
    fc.assert(
      fc.property(fc.oneof(aText, fc.string()), (text) => {
        const pieces = parseProse(text);
        expect(pieces.map((piece) => piece.source).join('')).toBe(text);
        const resolved = resolveProse(text, sources);
        expect(resolved.pieces.map((piece) => piece.printed).join('')).toBe(resolved.text);
        for (const piece of resolved.pieces) {
          expect(resolved.text.slice(piece.from, piece.to)).toBe(piece.printed);
          if (piece.kind === 'words') expect(piece.printed).toBe(text.slice(piece.start, piece.end));
        }
        expect(resolveProse(text.replaceAll('{{', '((').replaceAll('}}', '))'), sources).pieces.every((one) => one.kind === 'words')).toBe(
          true,
        );
      }),
    );
  });

  it('a linked cell always prints the figure, whatever words were put in its place', () => {
    const counts = cells.filter((id) => report.format.cells.get(id)?.quantity === 'count' && numberAt(sources.figures, id) !== null);
    fc.assert(
      fc.property(fc.constantFrom(...counts), words, (cell, written) => {
        const { text } = resolveProse(writeToken({ kind: 'sum', sum: [{ cell, sign: 1, isLastYear: false }], words: written }), sources);
        const value = numberAt(sources.figures, cell) ?? Number.NaN;
        if (text !== written) expect(Number.parseInt(text, 10)).toBe(value);
        else expect(wordsSayValue(text, whole(value))).toBe(true);
      }),
    );
  });

  it('accepting everything leaves no untyped number and the same print', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), (seed) => {
        const source = aValidReport(seed);
        const stored = generateNarrative(source, seededRandom(seed)).texts['1'] ?? '';
        const own: ProseSources = { format: source.format, figures: source.content.figures, lastYear: null, facts: new Map() };
        let next = 0;
        const settled = settleNumbers(stored, readExample(stored, own).numbers, own, () => `f${++next}`);
        const facts = new Map(settled.flatMap(({ fact }) => (fact ? [[fact.id, fact] as const] : [])));
        const after = readExample(withTokens(stored, settled), { ...own, facts });
        expect(after.resolved.text).toBe(stored);
        expect(after.numbers.filter(({ state }) => state === 'untyped' || state === 'broken')).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});
