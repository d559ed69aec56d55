import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { severityOf } from '../checks/check';
import { aSubject } from '../checks/testing/example-subject';
import { count, type Figure, notApplicable, withComputed } from '../figures';
import { type CellId, getFormat, leafCells } from '../formats';
import { aValidReport, type ValidReport } from '../testing/a-valid-report';
import { narrativeChecks } from './index';
import { startingText } from './starting-text';
import { typeNumbers } from './type-numbers';

/** What chapter 一 must speak of beyond its figures is for people to write. */
const isOnTopics = (rule: string) => rule === 'n-art50';

function subjectOf({ format, content }: ValidReport) {
  const text = startingText({ year: content.year, format, figures: content.figures }) ?? '';
  return { text, subject: aSubject({ ...content, format, texts: { '1': text } }) };
}

function aReport(figures: Readonly<Record<CellId, Figure>>): ValidReport {
  const format = getFormat('2021');
  const leaves = new Map(leafCells(format).map((cell) => [cell.id, figures[cell.id] ?? count(0)]));
  return {
    format,
    content: { organ: '示例区教育局', year: 2026, scope: 'own_organ', figures: withComputed(format, leaves), texts: {} },
  };
}

describe('the starting text of chapter 一', () => {
  it('is confirmed by the rules on prose in every number, whatever valid report it is made of', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.constantFrom('other_three' as const, 'other_single' as const),
        (seed, variant) => {
          const { text, subject } = subjectOf(aValidReport(seed, variant));
          const findings = narrativeChecks
            .filter((check) => !isOnTopics(check.id) && check.appliesTo(subject))
            .flatMap((check) => check.run(subject).findings.filter((finding) => severityOf(check, finding) !== 'hint'));
          expect(
            findings.map((finding) => finding.message.zh),
            text,
          ).toEqual([]);
          const unheld = typeNumbers(subject).filter(({ type, raw }) => type === 'local' && !raw.endsWith('万元'));
          expect(unheld, text).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('states a year in which nothing happened without a number but the year', () => {
    expect(subjectOf(aReport({})).text).toBe(
      '2026年，未收到新的政府信息公开申请，无上年结转申请。\n' +
        '未发生因政府信息公开被申请行政复议的情形。未发生因政府信息公开被提起行政诉讼的情形。\n' +
        '未制发行政规范性文件。未作出行政许可、行政处罚、行政强制决定。未收取行政事业性收费。',
    );
  });

  it('speaks of a single request and a single review as of one', () => {
    const { text } = subjectOf(
      aReport({
        's3.new_received.natural_person': count(1),
        's3.granted.natural_person': count(1),
        's4.review.upheld': count(1),
        's4.litigation_direct.pending': count(2),
        's2.licensing_decisions': count(12),
      }),
    );
    expect(text).toBe(
      '2026年，新收政府信息公开申请1件，无上年结转申请，办结政府信息公开申请1件，无结转下年度继续办理的申请。已办结的政府信息公开申请中，予以公开1件。\n' +
        '因政府信息公开被申请行政复议1件，结果维持。因政府信息公开被提起行政诉讼2件，其中未经复议直接起诉2件。\n' +
        '未制发行政规范性文件。作出行政许可决定12件。未收取行政事业性收费。',
    );
  });

  it('leaves out what does not apply', () => {
    const { text } = subjectOf(
      aReport({
        's2.licensing_decisions': notApplicable,
        's2.coercion_decisions': notApplicable,
        's2.admin_fees': notApplicable,
      }),
    );
    expect(text.split('\n').at(-1)).toBe('未制发行政规范性文件。未作出行政处罚决定。');
  });

  it('is not offered while nothing is known', () => {
    expect(startingText({ year: 2026, format: getFormat('2021'), figures: new Map() })).toBeNull();
  });
});
