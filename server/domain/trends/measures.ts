import type { CellId, Format } from '../formats';
import { outcomeGroups } from '../formats/request-rows';

/**
 * What is followed from year to year. `parts` are the cells that add up to it in a format; null where the format of those years
 * has no such figure, which makes the year a gap. Figures that only sound alike are not put together: 2019 counted 项目数量 of fees,
 * since 2021 it is money; 对外公开总数量 of 2019 is not 现行有效.
 */
export interface Measure {
  key: MeasureKey;
  group: MeasureGroup;
  /** 万元 for money, whose values are in 分. */
  unit: '件' | '万元';
  isMoney: boolean;
  /** What it is a share of, where its share says something. */
  shareOf: MeasureKey | null;
  parts: (format: Format) => readonly CellId[] | null;
}

export const measureGroups = ['requests', 'outcomes', 'disputes', 'disclosure'] as const;
export type MeasureGroup = (typeof measureGroups)[number];

export const measureKeys = [
  'received',
  'answered',
  'carried_out',
  'open',
  'denied',
  'unable',
  'refused',
  'other',
  'review',
  'review_corrected',
  'litigation',
  'litigation_corrected',
  'normative_documents',
  'licensing',
  'penalty',
  'coercion',
  'fees',
] as const;
export type MeasureKey = (typeof measureKeys)[number];

/** The measures in the order they are shown. */
export const measures: readonly Measure[] = [
  count('received', 'requests', present('s3.new_received.total')),
  count('answered', 'requests', present('s3.result_total.total')),
  count('carried_out', 'requests', present('s3.carried_out.total')),
  count('open', 'outcomes', present('s3.granted.total', 's3.partially_granted.total'), 'answered'),
  ...(Object.keys(outcomeGroups) as (keyof typeof outcomeGroups)[]).map((group) => count(group, 'outcomes', totalsOf(group), 'answered')),
  count('review', 'disputes', present('s4.review.total')),
  count('review_corrected', 'disputes', present('s4.review.corrected'), 'review'),
  count('litigation', 'disputes', present('s4.litigation_direct.total', 's4.litigation_after_review.total')),
  count(
    'litigation_corrected',
    'disputes',
    present('s4.litigation_direct.corrected', 's4.litigation_after_review.corrected'),
    'litigation',
  ),
  count('normative_documents', 'disclosure', present('s2.normative_documents.in_force')),
  count('licensing', 'disclosure', either('s2.licensing_decisions', 's2.licensing.decisions')),
  count('penalty', 'disclosure', either('s2.penalty_decisions', 's2.penalty.decisions')),
  count('coercion', 'disclosure', either('s2.coercion_decisions', 's2.coercion.decisions')),
  { ...count('fees', 'disclosure', present('s2.admin_fees')), unit: '万元', isMoney: true },
];

export function measureOf(key: MeasureKey): Measure {
  const found = measures.find((measure) => measure.key === key);
  if (!found) throw new Error(`no measure ${key}`);
  return found;
}

function count(key: MeasureKey, group: MeasureGroup, parts: Measure['parts'], shareOf: MeasureKey | null = null): Measure {
  return { key, group, unit: '件', isMoney: false, shareOf, parts };
}

function present(...cells: CellId[]): Measure['parts'] {
  return (format) => (cells.every((cell) => format.cells.has(cell)) ? cells : null);
}

function either(...cells: CellId[]): Measure['parts'] {
  return (format) => {
    const found = cells.find((cell) => format.cells.has(cell));
    return found === undefined ? null : [found];
  };
}

function totalsOf(group: keyof typeof outcomeGroups): Measure['parts'] {
  return (format) => {
    const cells = [...format.cells.keys()].filter((id) => id.startsWith(`s3.${group}_`) && id.endsWith('.total'));
    return cells.length > 0 ? cells : null;
  };
}
