import { describe, expect, it } from 'vitest';
import type { Finding } from '@/server/domain/checks/check';
import type { TextPlace } from '@/server/domain/subject';
import { textSegments } from './text-segments';

function at(start: number, end: number): Finding & { place: TextPlace } {
  const said = { zh: '', en: '' };
  return {
    rule: 'n-new',
    severity: 'confirm',
    cells: [],
    place: { text: '1', start, end, snippet: '' },
    left: null,
    right: null,
    difference: null,
    message: said,
    source: '',
    repair: [],
    consequences: [],
    boundTo: `${start}-${end}`,
  };
}

const shape = (text: string, ...findings: ReturnType<typeof at>[]) =>
  textSegments(text, findings).map((segment) => [segment.text, segment.findings.length]);

describe('the segments of a text', () => {
  it('put together are the text, with and without findings', () => {
    expect(shape('受理83件')).toEqual([['受理83件', 0]]);
    expect(shape('')).toEqual([]);
    expect(shape('受理83件。', at(0, 5))).toEqual([
      ['受理83件', 1],
      ['。', 0],
    ]);
  });

  it('show where two findings overlap', () => {
    expect(shape('abcdef', at(0, 4), at(2, 6))).toEqual([
      ['ab', 1],
      ['cd', 2],
      ['ef', 1],
    ]);
  });

  it('end with the text, wherever a place ends', () => {
    expect(shape('abc', at(1, 99))).toEqual([
      ['a', 0],
      ['bc', 1],
    ]);
  });
});
