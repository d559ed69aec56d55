import { describe, expect, it } from 'vitest';
import { isFilled, numberAt } from '@/server/domain/figures';
import { leafCells } from '@/server/domain/formats';
import changchun2023 from '@/server/domain/testing/reports/changchun-veterans-2023.json';
import hongkou2024 from '@/server/domain/testing/reports/hongkou-2024.json';
import hongze2023 from '@/server/domain/testing/reports/hongze-2023.json';
import pingtan2021 from '@/server/domain/testing/reports/pingtan-2021.json';
import pingtan2022 from '@/server/domain/testing/reports/pingtan-2022.json';
import shanghai2019 from '@/server/domain/testing/reports/shanghai-office-2019.json';
import suqian2023 from '@/server/domain/testing/reports/suqian-2023.json';
import { compareReport } from './compare';
import { splitReport } from './split-report';
import { publishedReport } from './testing/published-report';
import { rollUpSplit } from './testing/roll-up-split';

const reports = { changchun2023, hongkou2024, hongze2023, pingtan2021, pingtan2022, shanghai2019, suqian2023 };

describe.each(Object.entries(reports))('the published report %s', (name, json) => {
  const { format, content } = publishedReport(json);

  it.each([1, 2, 2023])('comes out of its rehearsal year with seed %i', (seed) => {
    const split = splitReport({ format, content, seed });
    const comparison = compareReport(format, content.figures, rollUpSplit(format, split));
    expect(comparison.differences).toEqual([]);
    expect(comparison.compared + comparison.contradicted.length).toBe(content.figures.size);
    expect(split.signedExceptions).toEqual([]);
    expect(split.explanations).toEqual([]);
  });

  it('assumes exactly the leaves it does not tell', () => {
    const told = (cell: { id: string; table: string }) =>
      cell.table === 'internal' || isFilled(content.figures.get(cell.id) ?? { state: 'not_filled' });
    const { assumed } = splitReport({ format, content, seed: 1 });
    expect(assumed).toEqual(leafCells(format).flatMap((cell) => (told(cell) ? [] : [cell.id])));
  });

  it('contradicts itself only where the totals of table 四 were left 0', () => {
    const { contradicted } = compareReport(format, content.figures, new Map());
    expect(contradicted).toEqual(name === 'hongze2023' ? ['s4.review.total', 's4.litigation_after_review.total'] : []);
  });
});

it('gives the requests of a report that lost a page an outcome: 83 + 4 − 37 − 3 − 1 = 46', () => {
  const { format, content } = publishedReport(hongkou2024);
  const ours = rollUpSplit(format, splitReport({ format, content, seed: 1 }));
  expect(numberAt(ours, 's3.other_misc.natural_person')).toBe(46);
  expect(numberAt(ours, 's3.result_total.total')).toBe(87);
});
