import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { getFormat, type TextKey, textKeys } from '../formats';
import type { ProseSources } from '../prose';
import { aValidReport } from '../testing/a-valid-report';
import { paragraphsOf } from '../workflow/paragraphs';
import { type CarriedParagraph, oldYearsIn, openParagraphs } from './carried-paragraph';
import { paragraphsToCarry } from './paragraphs-to-carry';
import { withCarried } from './with-carried';

const aKey = fc.constantFrom<TextKey[]>(...textKeys);
const someWords = fc.stringMatching(/^[一-龥0-9，。]{1,6}$/);
const aText = fc.array(fc.oneof(someWords, fc.constantFrom('甲', '乙', '丙')), { maxLength: 5 }).map((lines) => lines.join('\n'));
const carried: fc.Arbitrary<CarriedParagraph[]> = fc.array(
  fc.record({
    id: fc.uuid(),
    key: aKey,
    text: fc.oneof(someWords, fc.constantFrom('甲', '乙', '丙')),
    fromYear: fc.constant(2025),
    isConfirmed: fc.boolean(),
  }),
  { maxLength: 6 },
);

describe('a carried paragraph', () => {
  it('is open exactly while it stands unchanged and unconfirmed', () => {
    fc.assert(
      fc.property(carried, fc.dictionary(aKey, aText), (paragraphs, texts) => {
        const open = openParagraphs(paragraphs, texts);
        for (const one of paragraphs) {
          const stands = (texts[one.key] ?? '').split('\n').some((line) => line.trim() === one.text);
          expect(open.includes(one)).toBe(stands && !one.isConfirmed);
        }
      }),
    );
  });

  it('is settled by one changed character, and open again once it is changed back', () => {
    const one: CarriedParagraph = { id: 'a', key: '6', text: '无其他事项。', fromYear: 2025, isConfirmed: false };
    expect(openParagraphs([one], { '6': '　无其他事项。\n' })).toEqual([one]);
    expect(openParagraphs([one], { '6': '无其他需要报告的事项。' })).toEqual([]);
    expect(openParagraphs([one], { '5': '无其他事项。' })).toEqual([]);
    expect(openParagraphs([{ ...one, isConfirmed: true }], { '6': '无其他事项。' })).toEqual([]);
  });

  it('names the years before the report’s own, titles and 文号 apart', () => {
    expect(oldYearsIn('2025年全年、二〇二四年和2026年；《2023年工作要点》，〔2022〕5号，2025 年底。', 2026)).toEqual([2024, 2025]);
  });
});

describe('a text with carried paragraphs', () => {
  it('keeps what stands, adds what does not, and gains nothing the second time', () => {
    fc.assert(
      fc.property(aText, fc.array(someWords, { maxLength: 4 }), (text, added) => {
        const once = withCarried(text, added);
        expect(withCarried(once, added)).toBe(once);
        const standing = paragraphsOf(once).map((paragraph) => paragraph.text);
        expect(standing.slice(0, paragraphsOf(text).length)).toEqual(paragraphsOf(text).map((paragraph) => paragraph.text));
        expect(standing).toEqual(expect.arrayContaining(added));
      }),
    );
  });
});

describe('what an edition offers to the new year', () => {
  const { content, format } = aValidReport(7);
  const cell = 's3.new_received.total';
  const sources: ProseSources = {
    format,
    figures: content.figures,
    lastYear: null,
    facts: new Map([['f1', { id: 'f1', name: '培训', value: '20', unit: '场', exactness: 'exact', isRetired: false }]]),
  };
  const offered = (texts: Partial<Record<TextKey, string>>, to = getFormat('2021')) => paragraphsToCarry(texts, { content, sources }, to);

  it('a live number stays the same live number; a fact, a declared literal and typed digits come as words', () => {
    const [first, second] = offered({ '1': `全年收到申请{{${cell}}}件。\n\n  组织培训{{fact:f1}}，印发{{=3}}份，走访18家。` });
    expect([first?.stored, first?.live, first?.untyped]).toEqual([`全年收到申请{{${cell}}}件。`, 1, []]);
    expect([second?.stored, second?.index, second?.live]).toEqual(['组织培训20场，印发3份，走访18家。', 1, 0]);
    expect(second?.untyped).toEqual(['20', '3', '18']);
  });

  it('a live number of a cell the new form does not have comes as last year printed it', () => {
    const [paragraph] = offered({ '1': `收到{{${cell}}}件。` }, { ...format, cells: new Map() });
    expect([paragraph?.stored, paragraph?.live]).toEqual([paragraph?.printed, 0]);
  });
});
