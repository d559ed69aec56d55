import { describe, expect, it } from 'vitest';
import type { ReportObstacle } from '@/server/domain/workflow';
import {
  addressOfText,
  figureAddress,
  figureAt,
  findingId,
  panels,
  placeOfObstacle,
  tabOf,
  tabOfObstacle,
  tabs,
  traceAddress,
} from './report-places';

const place = { text: '1', start: 0, end: 1, snippet: '3' } as const;

describe('the places beside a report', () => {
  it('are each in one of the tabs, and every tab has some', () => {
    expect(new Set(Object.values(panels))).toEqual(new Set(tabs));
    for (const [panel, tab] of Object.entries(panels)) expect(tabOf(panel)).toBe(tab);
    expect([tabOf('text-1'), tabOf('main'), tabOf('toString')]).toEqual([null, null, null]);
  });

  it.each<[ReportObstacle, string, string]>([
    [{ kind: 'not_filled', cell: 's2.admin_fees' }, 'findings', 'check'],
    [{ kind: 'adjustment', state: 'unsigned', adjustmentId: 'a', cell: 's2.admin_fees' }, 'adjustments', 'check'],
    [{ kind: 'empty_chapter', key: '5' }, 'text-5', 'text'],
    [{ kind: 'carried_paragraph', paragraphId: 'p', key: 'preamble', fromYear: 2024, printed: '', oldYears: [] }, 'text-preamble', 'text'],
    [{ kind: 'untyped_number', place }, 'numbers', 'text'],
    [{ kind: 'signature', state: 'waiting', step: 'office', name: '办公室审核' }, 'signing', 'final'],
  ])('$kind is settled in a place, and counted in a tab', (obstacle, where, tab) => {
    expect([placeOfObstacle(obstacle), tabOfObstacle(obstacle)]).toEqual([where, tab]);
  });

  it('of findings differ when what they are bound to does, and are letters an address may have', () => {
    const ids = ['t3-col s3.granted=1', 't3-col s3.granted=2', 'n-fee 六', ''].map((boundTo) =>
      findingId({ boundTo, severity: 'confirm', message: { zh: '', en: '' } }),
    );
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect([id, tabOf(id)]).toEqual([expect.stringMatching(/^finding-[0-9a-z]+$/), 'check']);
  });

  it('have an address that leads there from any page', () => {
    expect(addressOfText({ unitId: '区 府', year: 2024, scope: 'own_organ' }, '5')).toBe(
      '/reports/%E5%8C%BA%20%E5%BA%9C/2024/own_organ#text-5',
    );
  });
});

describe('a figure in an address', () => {
  const key = { unitId: 'u 1', year: 2026, scope: 'consolidated' } as const;
  const placeOf = (address: string) => address.slice(address.indexOf('#') + 1);

  it('is followed back, or shown where it stands, and read again as it was meant', () => {
    expect(traceAddress(key, 's3.granted.total')).toBe('/reports/u%201/2026/consolidated#trace-s3.granted.total');
    expect(figureAt(placeOf(traceAddress(key, 's3.granted.total')))).toEqual({ cell: 's3.granted.total', isTraced: true });
    expect(figureAt(placeOf(figureAddress(key, 's4.review.total')))).toEqual({ cell: 's4.review.total', isTraced: false });
    expect(figureAt('findings')).toBeNull();
  });
});
