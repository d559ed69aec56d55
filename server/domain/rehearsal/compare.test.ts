import { describe, expect, it } from 'vitest';
import { count, type Figure } from '@/server/domain/figures';
import { type CellId, getFormat } from '@/server/domain/formats';
import { compareReport } from './compare';
import { aRandomReport } from './testing/a-random-report';

const format = getFormat('2021');
const published = aRandomReport(format, 21).figures;

function changed(cell: CellId, figure: Figure): Map<CellId, Figure> {
  return new Map(published).set(cell, figure);
}

describe('comparing a report', () => {
  it('finds nothing between a report and itself', () => {
    expect(compareReport(format, published, published)).toEqual({
      differences: [],
      compared: published.size,
      assumed: [],
      contradicted: [],
    });
  });

  it('names a leaf that differs, with both values', () => {
    const theirs = changed('s2.licensing_decisions', count(7));
    expect(compareReport(format, theirs, new Map(theirs).set('s2.licensing_decisions', count(8))).differences).toEqual([
      { cell: 's2.licensing_decisions', published: 7, ours: 8 },
    ]);
  });

  it('names a published figure that we do not have', () => {
    const ours = new Map(published);
    ours.delete('s3.granted.total');
    expect(compareReport(format, published, ours).differences).toMatchObject([{ cell: 's3.granted.total', ours: null }]);
  });

  it('compares money as printed: 7.50 is not 7.5', () => {
    const theirs = changed('s2.admin_fees', { state: 'number', value: 7_500_000, decimals: 2 });
    const ours = new Map(theirs).set('s2.admin_fees', { state: 'number', value: 7_500_000, decimals: 1 });
    expect(compareReport(format, theirs, ours).differences).toEqual([{ cell: 's2.admin_fees', published: '7.50', ours: '7.5' }]);
  });

  it('takes 不适用 for the 0 it prints as', () => {
    const theirs = changed('s2.penalty_decisions', count(0));
    expect(compareReport(format, theirs, new Map(theirs).set('s2.penalty_decisions', { state: 'not_applicable' })).differences).toEqual([]);
  });

  it('does not compare what the report does not tell', () => {
    const theirs = new Map(published);
    theirs.delete('s2.coercion_decisions');
    const result = compareReport(format, theirs, published);
    expect(result.differences).toEqual([]);
    expect(result.assumed).toEqual(['s2.coercion_decisions']);
  });

  it('does not look in a face for what is never printed', () => {
    const face = new Map([...published].filter(([cell]) => !cell.startsWith('s6.')));
    expect(compareReport(format, published, face, 'printed').differences).toEqual([]);
    expect(compareReport(format, published, face).differences).toHaveLength(2);
  });

  it('recomputes the corner from the leaves when a column total was misprinted', () => {
    const theirs = changed('s3.result_total.natural_person', count(1));
    const result = compareReport(format, theirs, published);
    expect(result.differences).toEqual([]);
    expect(result.contradicted).toEqual(['s3.result_total.natural_person']);
  });
});
