import { describe, expect, it } from 'vitest';
import { listOpeningBalances } from '@/db/store';
import { type Figure, numberAt } from '@/server/domain/figures';
import { aValidReport } from '@/server/domain/testing/a-valid-report';
import { loadFilingForm } from '@/server/queries/filing-form';
import { filingOf } from '../../rehearsal/file-quarter';
import { inADistrict } from '../../testing/in-a-district';
import { kindsOf } from '../../testing/log-of';
import { expectRefused } from '../../testing/refusal-of';
import { importEdition } from '../report/import-edition';
import { createYear } from './create-year';
import { openQuarter } from './open-quarter';
import { setOpenings } from './set-openings';

const carriedIn = 's3.carried_in.natural_person';
const reason = '上年度已发布年报所列期末数';

describe('the openings of a quarter', () => {
  const district = inADistrict({ units: 1, openQuarters: [1, 2, 3, 4] });
  const openingsOf = async (quarter: 1 | 2 | 3 | 4): Promise<Map<string, Figure>> => {
    const { id } = await district().filing(0, quarter);
    return new Map(Object.entries((await loadFilingForm(district().store.read, district().clerk().actor, id, null)).openings));
  };
  const opening = async (cell: string, quarter: 1 | 2 | 3 | 4 = 1) => numberAt(await openingsOf(quarter), cell);
  const set = (raw: string, cell = carriedIn, why = reason) =>
    setOpenings(district().admin, { unitId: district().unitIds[0] ?? '', year: district().year, values: [{ cell, raw }], reason: why });
  const nextYear = async () => {
    await createYear(district().admin, { year: district().year + 1 });
    await openQuarter(district().admin, { year: district().year + 1, quarter: 1 });
  };
  const openingOfNextYear = async (cell: string) => {
    const { id } = await filingOf(district().admin, district().unitIds[0] ?? '', district().year + 1, 1);
    return numberAt(
      new Map(Object.entries((await loadFilingForm(district().store.read, district().clerk().actor, id, null)).openings)),
      cell,
    );
  };

  it('F7: chain over four quarters: 4 in, then 2, 3 and 1 carried over, 1 into the next year', async () => {
    await set('4');
    for (const [index, carriedOut] of [2, 3, 1, 1].entries()) {
      const quarter = ([1, 2, 3, 4] as const)[index] ?? 1;
      expect(await opening(carriedIn, quarter)).toBe([4, 2, 3, 1][index]);
      const received = 5;
      await district().approve(
        {
          's3.new_received.natural_person': received,
          's3.granted.natural_person': ([4, 2, 3, 1][index] ?? 0) + received - carriedOut,
          's3.carried_out.natural_person': carriedOut,
        },
        { quarter },
      );
    }
    await nextYear();
    expect(await openingOfNextYear(carriedIn)).toBe(1);
  });

  it('F7: follow documents in force and pending cases the same way', async () => {
    await district().type({ 's2.normative_documents.in_force': 9, 's4.review.pending': 2 }, { quarter: 1 });
    expect([await opening('s2.normative_documents.in_force_opening', 2), await opening('s4.review.pending_opening', 2)]).toEqual([9, 2]);
  });

  it('are not known while the quarter before has not been filled', async () => {
    expect(await opening(carriedIn, 2)).toBeNull();
  });

  it.each([
    ['a cell that is no opening', '3', 's3.granted.natural_person', reason],
    ['an unknown cell', '3', 's3.granted.nobody', reason],
    ['a negative number', '-3', carriedIn, reason],
    ['a blank', '', carriedIn, reason],
    ['no reason', '3', carriedIn, '已核实'],
  ])('refuse %s', async (_, raw, cell, why) => {
    await expectRefused(set(raw, cell, why), 'invalid');
    expect(
      (await listOpeningBalances(district().store.read, district().unitIds[0] ?? '', district().year)).every(
        (balance) => balance.value === 0,
      ),
    ).toBe(true);
  });

  it('are one event for each cell that changes, none for one that does not', async () => {
    expect(await kindsOf(district().store, () => set('4'))).toEqual(['opening.set']);
    expect(await kindsOf(district().store, () => set('4'))).toEqual([]);
  });

  it('T24: are refused once the first quarter was submitted: what was signed must not move', async () => {
    const { filing } = await district().submit();
    await expectRefused(set('4'), 'wrong_status');
    expect((await loadFilingForm(district().store.read, district().clerk().actor, filing.id, null)).hash).toMatch(/^[0-9a-f]{64}$/);
    expect(await opening(carriedIn)).toBe(0);
  });
});

describe('the openings of a first year', () => {
  const district = inADistrict({ units: 1, openings: 'unknown' });
  const published = aValidReport(11);
  const adopt = (year: number) =>
    importEdition(district().admin, {
      unitId: district().unitIds[0] ?? '',
      content: { ...published.content, year, scope: 'own_organ' },
      format: published.format,
      file: '年报.docx',
    });
  const openings = async () => {
    const { id } = await district().filing();
    return new Map(Object.entries((await loadFilingForm(district().store.read, district().clerk().actor, id, null)).openings));
  };

  it('F7: are those last year’s adopted edition closed with, cell by cell', async () => {
    expect(await openings()).toEqual(new Map());
    await adopt(district().year - 1);
    const found = await openings();
    for (const cell of published.format.cells.values()) {
      if (!cell.opensFrom || !cell.isPrinted) continue;
      expect([cell.id, numberAt(found, cell.id)]).toEqual([cell.id, numberAt(published.content.figures, cell.opensFrom)]);
    }
  });

  it('F7: give way to a balance that an admin has set with a reason', async () => {
    await adopt(district().year - 1);
    await setOpenings(district().admin, {
      unitId: district().unitIds[0] ?? '',
      year: district().year,
      values: [{ cell: carriedIn, raw: '77' }],
      reason,
    });
    expect(numberAt(await openings(), carriedIn)).toBe(77);
  });

  it('are not taken from an edition of another year', async () => {
    await adopt(district().year - 2);
    expect(await openings()).toEqual(new Map());
  });
});
