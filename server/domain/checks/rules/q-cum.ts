import { cellName, getCell } from '../../formats';
import type { CheckSubject } from '../../subject';
import { explainAgainst } from '../cell-values';
import type { Identity, Term } from '../identity';
import { identityCheck } from '../identity-check';
import { quoted } from '../in-words';

/**
 * The year as the quarters make it: flows are summed, the first opening and the last closing stand. Totals are left to the
 * table rules: 总计 of table 四 is recomputed from the year's results, not summed over quarters, where a pending case counts twice.
 */
function yearFromQuarters({ format, quarters }: CheckSubject): Identity[] {
  if (!quarters || quarters.length === 0) return [];
  const last = quarters.length - 1;
  return [...format.cells.values()].flatMap((cell): Identity[] => {
    if (cell.addsUp === 'computed') return [];
    const used = cell.addsUp === 'flow' ? quarters.map((_, index) => index) : [cell.addsUp === 'opening' ? 0 : last];
    return [
      {
        rule: 'q-cum',
        of: quoted(cellName(cell)),
        isSumOfColumns: false,
        left: [{ cell: cell.id, sign: 1, in: 'subject' }],
        right: used.map((index): Term => ({ cell: cell.id, sign: 1, in: index })),
      },
    ];
  });
}

export const qCum = identityCheck({
  id: 'q-cum',
  sentence: {
    zh: '本年累计和年度数由各季度得出：流量相加，期初取第一季度，期末取最后一季度。',
    en: 'The year to date follows from its quarters: flows are summed, the first opening and the last closing stand.',
  },
  formula: 'year(flow) = Σ q; year(opening) = Q1; year(closing) = last q',
  severity: 'must_fix',
  source: '国办公开办函〔2021〕30号：数据截至12月31日；结转、现行有效、尚未审结为时点数',
  appliesTo: (subject) => subject.kind !== 'filing' && Boolean(subject.quarters),
  identities: yearFromQuarters,
  guidesRepair: false,
  whyNothing: { zh: '还没有已通过的季度。', en: 'No quarter is approved yet.' },
  explain: ({ format }, identity, weighed) =>
    explainAgainst(getCell(format, identity.left[0]?.cell ?? ''), weighed, { zh: '按各季度应为', en: 'its quarters make' }),
  examples: {
    passing: {
      title: 'openings 4, 3, 5, 2 make 4; 20 + 21 + 22 + 20 = 83; closings 3, 5, 2, 3 make 3',
      figures: year(4, 83, 3),
      subject: { kind: 'edition', quarters: [year(4, 20, 3), year(3, 21, 5), year(5, 22, 2), year(2, 20, 3)] },
    },
    failing: {
      title: 'openings 4 + 3 + 5 + 2 = 14 were summed',
      figures: year(14, 83, 3),
      subject: { kind: 'edition', quarters: [year(4, 20, 3), year(3, 21, 5), year(5, 22, 2), year(2, 20, 3)] },
    },
    blank: { title: 'no quarter yet', figures: year(4, 83, 3), subject: { kind: 'edition', quarters: [] } },
  },
});

function year(carriedIn: number, received: number, carriedOut: number): Record<string, number> {
  return {
    's3.carried_in.natural_person': carriedIn,
    's3.new_received.natural_person': received,
    's3.carried_out.natural_person': carriedOut,
  };
}
