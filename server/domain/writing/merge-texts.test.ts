import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assemble, mergeTexts } from './merge-texts';
import { joinParagraphs, paragraphsOf } from './paragraphs';

const aParagraph = fc.oneof(
  fc.stringMatching(/^[一-龥0-9，。]{0,14}$/),
  fc.constantFrom('', '予以公开{{s3.granted.total}}件。', '\r', '（一）主动公开'),
);
const aText = fc.array(aParagraph, { minLength: 1, maxLength: 7 }).map(joinParagraphs);

/** Somebody's work on a text: paragraphs changed, taken out, put in. */
const anEdit = fc.array(fc.record({ at: fc.nat(8), act: fc.constantFrom('change', 'remove', 'insert', 'append'), words: aParagraph }), {
  maxLength: 4,
});
function edited(text: string, edits: readonly { at: number; act: string; words: string }[]): string {
  const paragraphs = paragraphsOf(text);
  for (const { at, act, words } of edits) {
    const place = at % paragraphs.length;
    if (act === 'change') paragraphs[place] = words;
    else if (act === 'append') paragraphs[place] = `${paragraphs[place]}${words}`;
    else if (act === 'insert') paragraphs.splice(place, 0, words);
    else if (paragraphs.length > 1) paragraphs.splice(place, 1);
  }
  return joinParagraphs(paragraphs);
}

describe('mergeTexts', () => {
  it('what only one changed is theirs to the character, whoever it was; the same change twice is one', () => {
    fc.assert(
      fc.property(aText, anEdit, (base, edits) => {
        const one = edited(base, edits);
        expect(mergeTexts({ base, mine: one, theirs: base }).text).toBe(one);
        expect(mergeTexts({ base, mine: base, theirs: one }).text).toBe(one);
        expect(mergeTexts({ base, mine: one, theirs: one }).text).toBe(one);
      }),
    );
  });

  it('changes of different paragraphs are both kept, side by side ones too', () => {
    const aBase = fc.uniqueArray(fc.stringMatching(/^[一-龥]{4,12}。$/), { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(aBase, fc.array(fc.constantFrom('mine', 'theirs', 'none'), { minLength: 8, maxLength: 8 }), (base, whose) => {
        const by = (who: string) => joinParagraphs(base.map((one, at) => (whose[at] === who ? `${who}改写了第${at}段` : one)));
        const both = joinParagraphs(base.map((one, at) => (whose[at] === 'none' ? one : `${whose[at]}改写了第${at}段`)));
        expect(mergeTexts({ base: joinParagraphs(base), mine: by('mine'), theirs: by('theirs') }).text).toBe(both);
      }),
    );
  });

  it('no word that either of them wrote is dropped without being shown', () => {
    fc.assert(
      fc.property(aText, anEdit, anEdit, (base, mineEdits, theirEdits) => {
        const [mine, theirs] = [edited(base, mineEdits), edited(base, theirEdits)];
        const { pieces, conflicts, text } = mergeTexts({ base, mine, theirs });
        const old = new Set(paragraphsOf(base));
        const stands = new Set(pieces.flatMap((piece) => (piece.kind === 'text' ? piece.paragraphs : [])));
        for (const one of paragraphsOf(mine))
          if (!old.has(one)) expect(stands.has(one) || conflicts.some((c) => c.mine.includes(one))).toBe(true);
        for (const one of paragraphsOf(theirs))
          if (!old.has(one)) expect(stands.has(one) || conflicts.some((c) => c.theirs.includes(one))).toBe(true);
        if (text !== null) expect(text).toBe(assemble(pieces, []));
      }),
      { numRuns: 400 },
    );
  });

  it('one paragraph changed by both is a conflict with both, and nothing around it waits', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[一-龥]{6,14}。$/), (middle) => {
        const base = `甲段。\n${middle}\n丙段。`;
        const { conflicts, pieces } = mergeTexts({
          base,
          mine: `甲段。\n${middle}我加。\n丙段。`,
          theirs: `甲段，改。\n${middle}他加。\n丙段。`,
        });
        expect(conflicts).toEqual([{ base: middle, mine: [`${middle}我加。`], theirs: [`${middle}他加。`] }]);
        expect(assemble(pieces, [[`${middle}我加。`, `${middle}他加。`]])).toBe(`甲段，改。\n${middle}我加。\n${middle}他加。\n丙段。`);
      }),
    );
  });

  it('a paragraph taken out by one and changed by the other is a conflict', () => {
    const { conflicts } = mergeTexts({ base: '甲。\n乙，原文。\n丙。', mine: '甲。\n丙。', theirs: '甲。\n乙，改写的原文。\n丙。' });
    expect(conflicts).toEqual([{ base: '乙，原文。', mine: [], theirs: ['乙，改写的原文。'] }]);
  });

  it('a split paragraph stays one change: the other one’s change of it is a conflict with both halves', () => {
    const base = '全年公开信息若干条。\n另有培训若干场。';
    const { conflicts } = mergeTexts({
      base,
      mine: '全年公开\n信息若干条。\n另有培训若干场。',
      theirs: '全年公开信息若干条，同比增长。\n另有培训若干场。',
    });
    expect(conflicts).toEqual([
      { base: '全年公开信息若干条。', mine: ['全年公开', '信息若干条。'], theirs: ['全年公开信息若干条，同比增长。'] },
    ]);
  });

  it('two first texts are a conflict, and two new paragraphs at one place both stand', () => {
    expect(mergeTexts({ base: '', mine: '甲。', theirs: '乙。' }).conflicts).toEqual([{ base: '', mine: ['甲。'], theirs: ['乙。'] }]);
    expect(mergeTexts({ base: '', mine: '甲。\n甲二。', theirs: '乙。' }).conflicts).toEqual([
      { base: '', mine: ['甲。', '甲二。'], theirs: ['乙。'] },
    ]);
    expect(mergeTexts({ base: '头。\n尾。', mine: '头。\n我的新段落。\n尾。', theirs: '头。\n他的另一段。\n尾。' }).text).toBe(
      '头。\n他的另一段。\n我的新段落。\n尾。',
    );
  });
});
