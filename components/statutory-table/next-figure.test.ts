import { describe, expect, it } from 'vitest';
import { getFormat } from '@/server/domain/formats';
import { nextFigure } from './next-figure';

const [two, three] = getFormat('2021').tables;

describe('next figure', () => {
  it('moves along a row and stops at its end', () => {
    expect(three && nextFigure(three, 's3.granted.natural_person', 'ArrowRight')).toBe('s3.granted.commercial_enterprise');
    expect(three && nextFigure(three, 's3.granted.total', 'ArrowRight')).toBeNull();
    expect(three && nextFigure(three, 's3.granted.natural_person', 'ArrowLeft')).toBeNull();
  });

  it('moves down over captions and heads between two sub-tables', () => {
    expect(two && nextFigure(two, 's2.normative_documents.issued', 'ArrowDown')).toBe('s2.licensing_decisions');
    expect(two && nextFigure(two, 's2.licensing_decisions', 'ArrowUp')).toBe('s2.normative_documents.issued');
  });

  it('passes over a figure that covers several columns', () => {
    expect(two && nextFigure(two, 's2.licensing_decisions', 'ArrowRight')).toBeNull();
  });

  it('answers null for any other key and for a cell that is not in the table', () => {
    expect(three && nextFigure(three, 's3.granted.natural_person', 'Enter')).toBeNull();
    expect(three && nextFigure(three, 's2.admin_fees', 'ArrowDown')).toBeNull();
  });
});
