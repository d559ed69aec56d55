import fc from 'fast-check';
import { expect, it } from 'vitest';
import { getFormat } from '../formats';
import { impactOf, isNothing } from './impact';
import { answeredFor, partHashes, type SignableContent } from './signable-content';
import { isSame, signableDifference } from './signable-difference';
import { usualSteps } from './steps';
import { aContent } from './testing/a-content';

const format = getFormat('2021');
const signatures = (content: SignableContent) =>
  usualSteps.map((step) => ({ step: step.key, edition: 1, parts: answeredFor(step, partHashes(content)), signedBy: step.key }));
const impact = (before: SignableContent, after: SignableContent) =>
  impactOf(format, { steps: usualSteps, signatures: signatures(before), edition: 1 }, before, after);

it('A7: a figure moves its cell, the sentence that states it, and the signatures over both', () => {
  const before = aContent();
  const after = aContent({
    tables: { ...before.tables, t3: { 's3.granted.natural_person': '5', 's3.granted.total': '5' } },
    texts: { ...before.texts, '1': '全年予以公开5件。' },
  });
  const { cells, texts, lapsed, keptSignatures } = impact(before, after);
  expect(cells.map(({ cell, before: was, after: is }) => [cell, was, is])).toEqual([
    ['s3.granted.natural_person', '4', '5'],
    ['s3.granted.total', '4', '5'],
  ]);
  expect(texts.map(({ key }) => key)).toEqual(['1']);
  expect([lapsed.map(({ step, moved }) => [step.key, moved]), keptSignatures]).toEqual([
    [
      ['office', ['table:t3']],
      ['legal', ['text:1']],
      ['leader', ['table:t3', 'text:1']],
    ],
    0,
  ]);
});

it('a figure moves the note below its table with it, told as words and not as a list', () => {
  const before = aContent({ notes: { t3: '予以公开4件。', 's3.granted.natural_person': '含上年结转1件' } });
  const after = { ...before, notes: { t3: '予以公开5件。', 's3.granted.natural_person': '含上年结转2件' } };
  const { texts, lapsed } = impact(before, after);
  expect(texts.map(({ key }) => key)).toEqual(['t3']);
  expect(lapsed.map(({ step, moved }) => [step.key, moved])).toEqual([
    ['office', ['notes']],
    ['leader', ['notes']],
  ]);
  expect(signableDifference(format, before, after).lists).toEqual([
    { part: 'notes', gone: ['（一）予以公开，自然人：含上年结转1件'], come: ['（一）予以公开，自然人：含上年结转2件'] },
  ]);
  expect(signableDifference(format, before, after, ['text:1', 'table:t3'])).toEqual({ cells: [], texts: [], lists: [] });
});

it('a text leaves alone the signature over the tables', () => {
  const before = aContent();
  const { lapsed, keptSignatures } = impact(before, aContent({ texts: { ...before.texts, '5': '另写。' } }));
  expect([lapsed.map(({ step }) => step.key), keptSignatures]).toEqual([['legal', 'leader'], 1]);
});

it('a finding bound to other values is another finding, and what was said of the old one lapses', () => {
  const finding = (boundTo: string, said: boolean) => ({
    rule: 'x-stock',
    severity: 'confirm' as const,
    boundTo,
    message: { zh: '多一件', en: 'one more' },
    said: said ? [{ kind: 'explanation' as const, text: '清理时并入上级文件', writtenBy: 'a', countersignedBy: null }] : [],
  });
  const { appeared, gone, lapsedReasons } = impact(
    aContent({ findings: [finding('1', true)] }),
    aContent({ findings: [finding('2', false)] }),
  );
  expect([appeared.map((one) => one.boundTo), gone.map((one) => one.boundTo), lapsedReasons]).toEqual([
    ['2'],
    ['1'],
    [{ rule: 'x-stock', text: '清理时并入上级文件' }],
  ]);
});

it('nothing moves where nothing changed, and what differs is told from either side', () => {
  const cell = fc.constantFrom('s3.granted.natural_person', 's3.granted.total');
  fc.assert(
    fc.property(fc.dictionary(cell, fc.stringMatching(/^\d{1,3}$/)), fc.string(), (t3, text) => {
      const [one, other] = [aContent(), aContent({ tables: { ...aContent().tables, t3 }, texts: { ...aContent().texts, '5': text } })];
      expect(isNothing(impact(one, one))).toBe(true);
      const [there, back] = [signableDifference(format, one, other), signableDifference(format, other, one)];
      expect(isSame(there)).toBe(isSame(back));
      const sorted = (cells: readonly { cell: string; before: string; after: string }[]) =>
        cells.map(({ cell: id, before, after }) => [id, before, after].join(' ')).sort();
      expect(sorted(there.cells)).toEqual(
        sorted(back.cells.map(({ cell: id, before, after }) => ({ cell: id, before: after, after: before }))),
      );
    }),
  );
});
