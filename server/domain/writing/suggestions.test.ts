import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinParagraphs } from './paragraphs';
import { fitChange, proposedChanges, replaceParagraph } from './suggestions';
import { wordChanges } from './word-changes';

describe('suggestions', () => {
  it('taken one after the other they make the proposed text', () => {
    const aBase = fc.uniqueArray(fc.stringMatching(/^[一-龥]{4,10}。$/), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(aBase, fc.array(fc.constantFrom('same', 'change', 'remove', 'insert'), { minLength: 6, maxLength: 6 }), (base, acts) => {
        const edited = base.flatMap((one, at) =>
          acts[at] === 'change'
            ? [`${one}补充{{s3.granted.total}}件`]
            : acts[at] === 'remove'
              ? []
              : acts[at] === 'insert'
                ? [`新第${at}段`, one]
                : [one],
        );
        const text = joinParagraphs(base);
        let now = text;
        // Later ones first: a paragraph they follow may be one that another change takes away.
        for (const change of proposedChanges(text, joinParagraphs(edited)).toReversed()) {
          const fit = fitChange(now, change);
          expect(fit.kind).toBe('fits');
          if (fit.kind === 'fits') now = fit.text;
        }
        expect(now).toBe(joinParagraphs(edited.length > 0 ? edited : []));
      }),
    );
  });

  it('one whose paragraph changed since does not fit, and names what is left of it', () => {
    const change = { before: '公开{{s3.granted.total}}件。', after: '予以公开{{s3.granted.total}}件。', follows: '甲。' };
    expect(fitChange('甲。\n公开{{s3.granted.total}}件。', change)).toMatchObject({
      kind: 'fits',
      text: '甲。\n予以公开{{s3.granted.total}}件。',
    });
    expect(fitChange('甲。\n公开了{{s3.granted.total}}件。', change)).toEqual({ kind: 'gone', nearest: '公开了{{s3.granted.total}}件。' });
    expect(fitChange('甲。\n全然不同的另一段话，没有数字。', change)).toEqual({ kind: 'gone', nearest: null });
    expect(replaceParagraph('甲。\n公开了{{s3.granted.total}}件。', '公开了{{s3.granted.total}}件。', change.after)).toBe(
      '甲。\n予以公开{{s3.granted.total}}件。',
    );
  });

  it('of two equal paragraphs it is the one behind the same paragraph', () => {
    expect(fitChange('甲。\n同。\n乙。\n同。', { before: '同。', after: '异。', follows: '乙。' })).toMatchObject({
      text: '甲。\n同。\n乙。\n异。',
    });
  });

  it('a live number is never cut: changed, it is one out and one in', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        const changes = wordChanges(before, after);
        expect(
          changes
            .filter((one) => one.change !== 'added')
            .map((one) => one.text)
            .join(''),
        ).toBe(before);
        expect(
          changes
            .filter((one) => one.change !== 'removed')
            .map((one) => one.text)
            .join(''),
        ).toBe(after);
      }),
    );
    expect(wordChanges('公开{{s3.granted.total}}件', '公开{{s3.granted.natural_person}}件')).toEqual([
      { change: 'same', text: '公开' },
      { change: 'removed', text: '{{s3.granted.total}}' },
      { change: 'added', text: '{{s3.granted.natural_person}}' },
      { change: 'same', text: '件' },
    ]);
  });
});
