import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { count, type Figure, type FigureBook, numberAt, withComputed } from '@/server/domain/figures';
import { type CellId, getFormat } from '@/server/domain/formats';
import { seededRandom } from '../seeded-random';
import { compareReport } from './compare';
import { completeReport } from './complete-report';
import { splitReport } from './split-report';
import { aRandomReport } from './testing/a-random-report';
import { rollUpSplit } from './testing/roll-up-split';

const format = getFormat('2021');

function book(figures: Record<CellId, number>): Map<CellId, Figure> {
  return new Map(Object.entries(figures).map(([cell, value]) => [cell, count(value)]));
}

function complete(figures: FigureBook): FigureBook {
  return withComputed(format, completeReport(format, figures).figures);
}

describe('completing a report', () => {
  it('satisfies every total that is left and every column, whatever was lost of a correct report', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(format, getFormat('2021', 'other_single'), getFormat('2019')),
        fc.integer({ min: 0, max: 1_000_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (ofFormat, seed, lost) => {
          const content = aRandomReport(ofFormat, seed);
          const random = seededRandom(seed + 1);
          const figures = new Map([...content.figures].filter(() => random.next() >= lost));
          const split = splitReport({ format: ofFormat, content: { ...content, figures }, units: 3, seed });
          const comparison = compareReport(ofFormat, figures, rollUpSplit(ofFormat, split));
          expect(comparison).toMatchObject({ differences: [], contradicted: [], compared: figures.size });
          expect([split.signedExceptions, split.explanations]).toEqual([[], []]);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('invents nothing in an empty report', () => {
    const { figures, assumed } = completeReport(format, new Map());
    expect([...figures.values()].every((figure) => figure.state === 'number' && figure.value === 0)).toBe(true);
    expect(assumed).toContain('s6.processing_fee');
    expect(assumed).not.toContain('s4.review.new_cases');
  });

  it('reads a table of which only the 总计 column was filled in: 7 + 1 = 5 + 2 + 1', () => {
    const done = complete(
      book({
        's3.new_received.total': 7,
        's3.carried_in.total': 1,
        's3.granted.total': 5,
        's3.other_misc.total': 2,
        's3.result_total.total': 7,
        's3.carried_out.total': 1,
      }),
    );
    expect(
      ['new_received', 'carried_in', 'granted', 'other_misc', 'result_total', 'carried_out'].map((row) =>
        numberAt(done, `s3.${row}.total`),
      ),
    ).toEqual([7, 1, 5, 2, 7, 1]);
    expect(numberAt(done, 's3.new_received.natural_person')).toBe(7);
  });

  it('finds the one value that row and column leave: 10 of the row, 4 of them in another column', () => {
    const done = complete(book({ 's3.granted.total': 10, 's3.granted.commercial_enterprise': 4, 's3.granted.natural_person': 6 }));
    expect(numberAt(done, 's3.granted.other_org')).toBe(0);
    expect(numberAt(done, 's3.new_received.natural_person')).toBe(6);
    expect(numberAt(done, 's3.new_received.commercial_enterprise')).toBe(4);
  });

  it('does not believe a total below its parts: 3 printed over 5 known', () => {
    const figures = book({ 's3.granted.natural_person': 5, 's3.granted.total': 3, 's4.review.upheld': 5, 's4.review.total': 3 });
    expect(compareReport(format, figures, complete(figures))).toMatchObject({
      differences: [],
      contradicted: ['s3.granted.total', 's4.review.total'],
    });
  });

  it('leaves out one of two totals that cannot both hold, and says which', () => {
    const figures = new Map(withComputed(format, completeReport(format, book({})).figures));
    figures.delete('s3.granted.natural_person');
    figures.set('s3.granted.total', count(5));
    figures.set('s3.result_total.natural_person', count(8));
    figures.set('s3.result_total.total', count(8));
    figures.set('s3.new_received.natural_person', count(8));
    figures.set('s3.new_received.total', count(8));
    const comparison = compareReport(format, figures, complete(figures));
    expect(comparison.differences).toEqual([]);
    expect(comparison.contradicted).toEqual(['s3.granted.total']);
  });

  it('puts what a 总计 of table 四 has beyond its known results into 其他结果: 9 − 5', () => {
    const done = complete(book({ 's4.review.total': 9, 's4.review.upheld': 5 }));
    expect(numberAt(done, 's4.review.other')).toBe(4);
    expect(numberAt(done, 's4.review.new_cases')).toBe(9);
  });

  it('lets documents that left have been there before: 9 in force − 2 issued + 3 repealed = 10 at the start', () => {
    const documents = { 's2.normative_documents.issued': 2, 's2.normative_documents.repealed': 3, 's2.normative_documents.in_force': 9 };
    expect(numberAt(complete(book(documents)), 's2.normative_documents.in_force_opening')).toBe(10);
  });

  it('repeals what must have left when that is not told: 10 issued, 5 in force', () => {
    const done = complete(book({ 's2.regulations.issued': 10, 's2.regulations.in_force': 5 }));
    expect(numberAt(done, 's2.regulations.repealed')).toBe(5);
    expect(numberAt(done, 's2.regulations.in_force_opening')).toBe(0);
  });
});
