import { describe, expect, it } from 'vitest';
import { canonicalJson } from '@/server/domain/audit';
import { count, type Figure } from '@/server/domain/figures';
import type { Indicator } from '@/server/domain/formats';
import { type EditionContent, readEdition } from './edition-content';
import { DamagedContent } from './frozen-content';
import { readSigned, type SignedContent } from './signed-content';
import { type FilingContent, readSubmission } from './submission-content';

const figures: Record<string, Figure> = {
  's2.admin_fees': { state: 'number', value: 592_372_449, decimals: 4 },
  's2.licensing_decisions': { state: 'not_applicable' },
  's3.granted.natural_person': count(3),
  's3.new_received.natural_person': { state: 'unreadable', raw: '三件' },
};
const indicator: Indicator = {
  key: 'posts',
  name: '发布条数',
  unit: '条',
  addsUp: 'flow',
  overUnits: 'sum',
  exactness: 'exact',
  definition: '在门户网站发布的条数。',
};

/** As the first submissions were frozen. */
const firstSubmission: FilingContent = {
  unitId: 'unit-1',
  year: 2026,
  quarter: 1,
  format: '2021',
  rowVariant: 'other_three',
  figures,
  declared: ['4'],
  contribution: '组织了两次培训。',
};

/** As the first editions were frozen: what a deployment switched off and correction slips were not known to them. */
const firstEdition: Omit<EditionContent, 'corrections' | 'switchedOff'> = {
  kind: 'edition',
  origin: 'assembled',
  number: 1,
  organ: '示例区人民政府',
  unitId: 'root',
  year: 2025,
  scope: 'consolidated',
  format: '2021',
  rowVariant: 'other_three',
  figures,
  texts: { '1': '总体情况。' },
  parts: [
    {
      unitId: 'unit-1',
      unitName: '区财政局',
      quarter: 1,
      filingId: 'filing-1',
      submissionNumber: 2,
      hash: 'a1',
      submittedBy: '王填报',
      approvedBy: '李审核',
      approvedAt: '2026-01-09T08:00:00.000Z',
    },
  ],
  missing: [{ unitId: 'unit-2', unitName: '区统计局', quarters: [3, 4] }],
  explanations: [{ kind: 'exception', rule: 't3-col', text: '上年结转有误。', writtenBy: '王填报', countersignedBy: null }],
  packVersion: '2026.1',
};

const addedLater: Partial<EditionContent> = {
  switchedOff: [{ rule: 'n-share', reason: '市里另有规定' }],
  indicators: [{ ...indicator, figure: count(3), units: [{ unit: '区财政局', figure: { state: 'not_filled' } }] }],
  corrections: [{ unitName: '区财政局', year: 2025, number: 1, reason: '漏计', acceptedAt: '2026-01-12T08:00:00.000Z' }],
  adjustments: [
    {
      cell: 's3.granted.natural_person',
      value: -1,
      decimals: 0,
      reason: '重复计算',
      sum: '4',
      printed: '3',
      writtenBy: '张管理',
      countersignedBy: '李审核',
    },
  ],
  notes: { t2: '含修订16件。' },
  written: {
    texts: { '1': '总体{{=情况}}。' },
    facts: [
      { id: 'f1', name: '政务新媒体', value: '12', unit: '个', exactness: 'about', ownerUnitId: null, evidence: '名录' },
      { id: 'f2', name: '栏目', value: '8', unit: '', exactness: 'exact', ownerUnitId: 'unit-1', evidence: '' },
    ],
  },
  corrects: { edition: 1, hash: 'b2', slips: [{ unitName: '区财政局', year: 2025, number: 1 }] },
  signatures: [
    {
      step: 'head',
      name: '分管领导签发',
      answersFor: ['tables', 'texts', 'reasons'],
      signedBy: '赵领导',
      signedAt: '2026-01-20T08:00:00.000Z',
      hash: 'c3',
      note: '',
    },
  ],
};

const signed: SignedContent = {
  edition: 2,
  content: {
    tables: { t2: { 's2.admin_fees': '59237.2449' } },
    texts: { '1': '总体情况。' },
    notes: {},
    indicators: [{ name: '发布条数', printed: '3' }],
    missing: [{ unitName: '区统计局', quarters: [3, 4] }],
    adjustments: [{ id: 'a', cell: 's3.granted.natural_person', change: '-1', reason: '重复计算', countersignedBy: null }],
    findings: [
      {
        rule: 't3-col',
        severity: 'must_fix',
        boundTo: 'x',
        message: { zh: '少一件。', en: 'One is missing.' },
        said: [{ kind: 'exception', text: '上年结转有误。', writtenBy: 'user-1', countersignedBy: null }],
      },
    ],
  },
};

/** The content with one place put to something else; undefined takes it away. */
function damaged(content: object, path: readonly (string | number)[], value: unknown): string {
  const copy = structuredClone(content);
  const last = path.at(-1) ?? '';
  const place = path.slice(0, -1).reduce<object>((at, key) => Reflect.get(at, key), copy);
  Reflect.set(place, last, value);
  return JSON.stringify(copy);
}

describe('a frozen submission', () => {
  it.each([
    ['of the first days', firstSubmission],
    ['with openings that were restated', { ...firstSubmission, restated: { 's3.carried_in.natural_person': '上年统计有误' } }],
    ['with local indicators', { ...firstSubmission, figures: { ...figures, 'x.posts': count(7) }, indicators: [indicator] }],
    ['of a later program, with a key this one does not know', { ...firstSubmission, mood: 'good' }],
  ])('%s is read as it was frozen, and nothing is added to it', (_age, content) => {
    expect(readSubmission(canonicalJson(content))).toStrictEqual(content);
  });

  it.each<[string, string, string]>([
    ['that was cut off', canonicalJson(firstSubmission).slice(0, -3), 'submission is damaged: '],
    ['that is no object', '[]', 'submission is damaged: as a whole: Invalid input: expected object, received array'],
    [
      'with a number in words',
      damaged(firstSubmission, ['figures', 's3.granted.natural_person', 'value'], '3'),
      'submission of unitId unit-1, year 2026, quarter 1 is damaged: figures.s3.granted.natural_person: not a figure',
    ],
    [
      'with a figure that is gone',
      damaged(firstSubmission, ['figures', 's2.admin_fees'], null),
      'submission of unitId unit-1, year 2026, quarter 1 is damaged: figures.s2.admin_fees: not a figure',
    ],
    [
      'without figures',
      damaged(firstSubmission, ['figures'], undefined),
      'submission of unitId unit-1, year 2026, quarter 1 is damaged: figures: not figures by cell',
    ],
    [
      'that declares what cannot be declared',
      damaged(firstSubmission, ['declared', 0], '9'),
      'submission of unitId unit-1, year 2026, quarter 1 is damaged: declared.0: Invalid option: expected one of "3"|"4"',
    ],
    [
      'without its words, and with a year in words',
      damaged({ ...firstSubmission, year: '2026' }, ['contribution'], undefined),
      'submission of unitId unit-1, year 2026, quarter 1 is damaged: year: Invalid input: expected number, received string; contribution: Invalid input: expected string, received undefined',
    ],
    [
      'with an indicator that does not say how it adds up',
      damaged({ ...firstSubmission, indicators: [indicator] }, ['indicators', 0, 'overUnits'], undefined),
      'submission of unitId unit-1, year 2026, quarter 1 is damaged: indicators.0.overUnits: Invalid option: expected one of "sum"|"none"',
    ],
  ])('%s is refused, and the place is named', (_how, content, told) => {
    expect(() => readSubmission(content)).toThrow(DamagedContent);
    expect(() => readSubmission(content)).toThrow(told);
  });

  it('with many faults has the first five named and the others counted', () => {
    const lost = Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((cell) => [`c${cell}`, { state: 'lost' }]));
    const read = () => readSubmission(JSON.stringify({ ...firstSubmission, figures: lost }));
    expect(read).toThrow('figures.c5: not a figure; and 2 more');
    expect(read).not.toThrow('c6');
  });
});

describe('a frozen edition', () => {
  it('of the first days is read with nothing switched off and nothing corrected', () => {
    const { figures: book, ...read } = readEdition(canonicalJson(firstEdition));
    expect({ ...read, figures: Object.fromEntries(book) }).toStrictEqual({ ...firstEdition, switchedOff: [], corrections: [] });
  });

  it.each(Object.keys(addedLater) as (keyof EditionContent)[])('of the time when %s were kept is read with them', (key) => {
    const content = { switchedOff: [], corrections: [], ...firstEdition, [key]: addedLater[key] };
    const { figures: book, ...read } = readEdition(canonicalJson(content));
    expect({ ...read, figures: Object.fromEntries(book) }).toStrictEqual(content);
  });

  it('with all that editions keep today is read as it was frozen', () => {
    const content = { ...firstEdition, ...addedLater };
    const { figures: book, ...read } = readEdition(canonicalJson(content));
    expect({ ...read, figures: Object.fromEntries(book) }).toStrictEqual(content);
  });

  const whose = 'edition of unitId root, year 2025, scope consolidated, number 1 is damaged: ';
  it.each<[string, string, string]>([
    ['that is a submission', canonicalJson(firstSubmission), 'edition of unitId unit-1, year 2026, quarter 1 is damaged: kind: '],
    ['that was cut off', canonicalJson(firstEdition).slice(0, 40), 'edition is damaged: '],
    ['of an unknown format', damaged(firstEdition, ['format'], '1999'), `${whose}format: Invalid option`],
    [
      'with a figure between two integers',
      damaged(firstEdition, ['figures', 's3.granted.natural_person', 'value'], 2.5),
      `${whose}figures.s3.granted.natural_person: not a figure`,
    ],
    ['with a part nobody approved', damaged(firstEdition, ['parts', 0, 'approvedBy'], null), `${whose}parts.0.approvedBy: `],
    [
      'with a unit figure of an indicator that is none',
      damaged({ ...firstEdition, ...addedLater }, ['indicators', 0, 'units', 0, 'figure'], 3),
      `${whose}indicators.0.units.0.figure: not a figure`,
    ],
    [
      'with an adjustment nobody countersigned',
      damaged({ ...firstEdition, ...addedLater }, ['adjustments', 0, 'countersignedBy'], undefined),
      `${whose}adjustments.0.countersignedBy: `,
    ],
  ])('%s is refused, and the place is named', (_how, content, told) => {
    expect(() => readEdition(content)).toThrow(DamagedContent);
    expect(() => readEdition(content)).toThrow(told);
  });
});

describe('what a signature is under', () => {
  it('is read as it was signed', () => {
    expect(readSigned(canonicalJson(signed))).toStrictEqual(signed);
  });

  it('is refused when it is damaged, and the place is named', () => {
    expect(() => readSigned(damaged(signed, ['content', 'tables', 't2', 's2.admin_fees'], 3))).toThrow(
      'signature of edition 2 is damaged: content.tables.t2.s2.admin_fees: ',
    );
    expect(() => readSigned('{"edition":1}')).toThrow('signature of edition 1 is damaged: content: ');
  });
});
