import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figureAt, numberAt, sameFigure, withComputed } from '@/server/domain/figures';
import { type Format, getCell, getFormat, leafCells } from '@/server/domain/formats';
import { balancesOf } from './balances';
import { compareReport } from './compare';
import { gapOf } from './pair-up';
import { type SplitReport, splitReport } from './split-report';
import { aRandomReport } from './testing/a-random-report';
import { rollUpSplit } from './testing/roll-up-split';

const formats = [getFormat('2021'), getFormat('2021', 'other_single'), getFormat('2019')];
const aFormat = fc.constantFrom(...formats);
const aSeed = fc.integer({ min: 0, max: 1_000_000 });
const unitCounts = fc.integer({ min: 1, max: 12 });

describe('a split report', () => {
  it('rolls up to the published report, figure for figure and decimal for decimal', () => {
    fc.assert(
      fc.property(aFormat, aSeed, unitCounts, (format, seed, units) => {
        const content = aRandomReport(format, seed);
        const split = splitReport({ format, content, units, seed });
        const ours = rollUpSplit(format, split);
        expect(compareReport(format, content.figures, ours)).toMatchObject({
          differences: [],
          contradicted: [],
          compared: content.figures.size,
        });
        expect([...content.figures].filter(([cell, figure]) => !sameFigure(figure, figureAt(ours, cell)))).toEqual([]);
        expect([split.assumed, split.signedExceptions, split.explanations]).toEqual([[], [], []]);
      }),
    );
  });

  it('consists of filings that are whole, balance and open with what the quarter before closed', () => {
    fc.assert(
      fc.property(aFormat, aSeed, unitCounts, (format, seed, units) => {
        const split = splitReport({ format, content: aRandomReport(format, seed), units, seed });
        expect(split.units).toHaveLength(units);
        expect(faultsOf(format, split)).toEqual([]);
      }),
    );
  });

  it('keeps a broken column of table 三 in one filing, which is signed for', () => {
    fc.assert(
      fc.property(aFormat, aSeed, fc.integer({ min: 1, max: 40 }), fc.boolean(), (format, seed, k, entries) => {
        const cell = entries ? 's3.new_received.natural_person' : 's3.granted.natural_person';
        const content = aRandomReport(format, seed, { differences: { [cell]: k } });
        const split = splitReport({ format, content, seed });
        expect(compareReport(format, content.figures, rollUpSplit(format, split)).differences).toEqual([]);
        expect(split.signedExceptions).toHaveLength(1);
        expect(split.signedExceptions[0]).toMatchObject({ unit: 'unit-1', quarter: 4, rule: 't3-col' });
        expect(split.signedExceptions[0]?.reason).toContain(entries ? `自然人列来数比去数多${k}件` : `自然人列去数比来数多${k}件`);
        expect(faultsOf(format, split)).toEqual(['unit-1 Q4 t3-col s3.new_received.natural_person']);
      }),
    );
  });

  it('comes back to the published leaves whatever is misprinted or lost, and breaks in one filing only', () => {
    fc.assert(
      fc.property(
        aFormat,
        aSeed,
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: -9, max: 9 })), { maxLength: 30 }),
        (format, seed, slips) => {
          const content = aRandomReport(format, seed);
          const figures = new Map(content.figures);
          const printed = [...figures.keys()];
          for (const [position, slip] of slips) {
            const cell = printed[position % printed.length] ?? '';
            const figure = figures.get(cell);
            if (slip === 0) figures.delete(cell);
            else if (figure?.state === 'number') figures.set(cell, { ...figure, value: Math.max(0, figure.value + slip * 10 ** 6) });
          }
          const split = splitReport({ format, content: { ...content, figures }, seed });
          const { differences, contradicted } = compareReport(format, figures, rollUpSplit(format, split));
          expect(differences).toEqual([]);
          expect(contradicted.every((cell) => getCell(format, cell).addsUp === 'computed')).toBe(true);
          expect(faultsOf(format, split).every((fault) => fault.startsWith('unit-1 Q4 '))).toBe(true);
          expect(faultsOf(format, split)).toHaveLength(
            [...split.signedExceptions, ...split.explanations].reduce(
              (sum, note) => sum + note.cells.filter((cell) => isClosing(format, cell)).length,
              0,
            ),
          );
        },
      ),
      { numRuns: 200 },
    );
  });

  it('carries surplus openings to the signed filing and lets surplus closings appear there', () => {
    const format = getFormat('2021');
    for (const cell of ['s3.carried_in.other_org', 's3.carried_out.other_org']) {
      const content = aRandomReport(format, 7, { differences: { [cell]: 2_000 } });
      const split = splitReport({ format, content, seed: 7 });
      expect(compareReport(format, content.figures, rollUpSplit(format, split)).differences).toEqual([]);
      expect(faultsOf(format, split)).toEqual(['unit-1 Q4 t3-col s3.new_received.other_org']);
    }
  });

  it('opens with 0 and explains when more documents were issued than are in force and repealed: 5 − 9 + 1 < 0', () => {
    const format = getFormat('2021');
    const content = aRandomReport(format, 1);
    const figures = new Map(content.figures);
    const set = (cell: string, value: number) => figures.set(cell, { state: 'number', value, decimals: 0 });
    set('s2.normative_documents.in_force', 5);
    set('s2.normative_documents.issued', 9);
    set('s2.normative_documents.repealed', 1);
    const split = splitReport({ format, content: { ...content, figures }, seed: 3 });
    expect(split.signedExceptions).toEqual([]);
    expect(split.explanations).toMatchObject([{ unit: 'unit-1', quarter: 4, rule: 'q-stock' }]);
    expect(split.units.map((unit) => numberAt(unit.openings, 's2.normative_documents.in_force_opening'))).toEqual([0, 0, 0, 0, 0]);
    expect(compareReport(format, figures, rollUpSplit(format, split)).differences).toEqual([]);
  });

  it('honours form-only figures when a report states them: 2 pending + 5 new = 6 decided + 1 pending', () => {
    const format = getFormat('2021');
    const content = aRandomReport(format, 1);
    const figures = new Map(content.figures);
    for (const [key, value] of Object.entries({
      pending_opening: 2,
      new_cases: 5,
      upheld: 6,
      corrected: 0,
      other: 0,
      pending: 1,
      total: 7,
    }))
      figures.set(`s4.review.${key}`, { state: 'number', value, decimals: 0 });
    const split = splitReport({ format, content: { ...content, figures }, seed: 3 });
    expect(split.explanations).toEqual([]);
    expect(compareReport(format, figures, rollUpSplit(format, split)).differences).toEqual([]);
  });

  it('is the same year for the same seed, and another one for another', () => {
    const format = getFormat('2021');
    const content = aRandomReport(format, 11);
    expect(splitReport({ format, content, seed: 5 })).toEqual(splitReport({ format, content, seed: 5 }));
    expect(splitReport({ format, content, seed: 5 })).not.toEqual(splitReport({ format, content, seed: 6 }));
  });

  it('leaves an own-organ report with its organ', () => {
    const content = aRandomReport(getFormat('2021'), 4, { scope: 'own_organ' });
    const split = splitReport({ format: getFormat('2021'), content, units: 5, seed: 4 });
    expect(split.units.map((unit) => unit.name)).toEqual([content.organ]);
  });

  it('spreads a large figure over every unit and quarter', () => {
    const format = getFormat('2021');
    const content = aRandomReport(format, 4, { differences: { 's2.licensing_decisions': 1_808_595 } });
    const split = splitReport({ format, content, seed: 4 });
    const parts = split.units.flatMap((unit) => unit.quarters.map((quarter) => numberAt(quarter, 's2.licensing_decisions') ?? 0));
    expect(Math.min(...parts)).toBeGreaterThan(20_000);
    expect(Math.max(...parts)).toBeLessThan(600_000);
  });

  it('refuses fewer than one unit and a negative count', () => {
    const format = getFormat('2021');
    expect(() => splitReport({ format, content: aRandomReport(format, 1), units: 0, seed: 1 })).toThrow(RangeError);
    const negative = aRandomReport(format, 1, { differences: { 's3.granted.natural_person': -9_000_000 } });
    expect(() => splitReport({ format, content: negative, seed: 1 })).toThrow('s3.granted.natural_person is negative');
  });
});

function isClosing(format: Format, cell: string): boolean {
  return getCell(format, cell).addsUp === 'closing';
}

/** What is wrong in the filings of a split, as readable lines. */
function faultsOf(format: Format, split: SplitReport): string[] {
  const faults: string[] = [];
  for (const unit of split.units)
    unit.quarters.forEach((leaves, index) => {
      const where = `${unit.key} Q${index + 1}`;
      const before = unit.quarters[index - 1];
      for (const cell of leafCells(format)) {
        const value = numberAt(leaves, cell.id);
        if (leaves.get(cell.id)?.state !== 'number' || value === null || !Number.isInteger(value))
          faults.push(`${where} not whole ${cell.id}`);
        if (value !== null && value < 0 && !cell.mayBeNegative) faults.push(`${where} negative ${cell.id}`);
        if (cell.opensFrom && before && value !== numberAt(before, cell.opensFrom)) faults.push(`${where} opens wrongly ${cell.id}`);
        if (index === 0 && cell.addsUp === 'opening' && value !== numberAt(unit.openings, cell.id))
          faults.push(`${where} opening ${cell.id}`);
      }
      const book = withComputed(format, leaves);
      const at = (cell: string) => numberAt(book, cell) ?? Number.NaN;
      for (const { rule, opening, inflow, outflows, closing } of balancesOf(format)) {
        const gap = gapOf({ opening: at(opening), inflow: at(inflow), outflows: outflows.map(at), closing: at(closing) });
        if (gap !== 0) faults.push(`${where} ${rule} ${inflow}`);
      }
    });
  return faults;
}
