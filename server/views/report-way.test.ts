import { expect, it } from 'vitest';
import type { EditionPart } from './edition-content';
import { wayOfEdition } from './report-way';

const part = (unitId: string, quarter: number, submittedBy: string, approvedBy = '李审核'): EditionPart => ({
  ...{ unitId, unitName: unitId, quarter, filingId: `${unitId}-${quarter}`, submissionNumber: 1, hash: 'h' },
  ...{ submittedBy, approvedBy, approvedAt: `2026-0${quarter + 3}-08T02:00:00.000Z` },
});
const finalised = { number: 2, by: '周岚', at: '2027-02-10T03:00:00.000Z' };

it('an edition counts the units and quarters it was added up from, and names whoever did most', () => {
  const way = wayOfEdition(
    {
      origin: 'assembled',
      parts: [part('a', 1, '甲'), part('b', 1, '乙'), part('b', 2, '乙'), part('c', 1, '丙'), part('d', 1, '丁')],
      missing: [{ unitId: 'a', unitName: 'a', quarters: [2] }],
      signatures: [
        { step: 's', name: '分管领导签字', answersFor: [], signedBy: '陈立', signedAt: '2027-01-21T02:00:00.000Z', hash: 'h', note: '' },
      ],
    },
    finalised,
  );
  expect(way.entered).toEqual({
    units: 4,
    quarters: [1, 2, 3, 4].map((quarter) => ({ quarter, count: [4, 1, 0, 0][quarter - 1], of: [4, 2, 0, 0][quarter - 1] })),
    people: { count: 4, first: ['乙', '甲', '丙'] },
  });
  expect(way.reviewed).toMatchObject({ people: { count: 1, first: ['李审核'] }, lastAt: '2026-05-08T02:00:00.000Z' });
  expect(way.added).toEqual({ units: 3, of: 4, lines: 0, people: { count: 0, first: [] } });
  expect(way.signed).toEqual([{ name: '分管领导签字', by: '陈立', at: '2027-01-21T02:00:00.000Z' }]);
  expect(way).toMatchObject({ finalised, isAdopted: false });
});

it('a published report that was taken in is told as that', () => {
  expect(wayOfEdition({ origin: 'imported', parts: [], missing: [] }, finalised)).toMatchObject({ isAdopted: true, finalised });
});
