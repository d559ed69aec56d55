import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkedFiling } from '@/components/filing-form/store/checked-filing';
import { factsOf } from '@/components/filing-form/store/filing-state';
import { replaceCheckedFigures } from '@/db/store';
import { count } from '../domain/figures';
import { getFormat, leafCells } from '../domain/formats';
import { checkByStandard } from '../domain/workflow';
import { submitQuarter } from '../rehearsal/file-quarter';
import { typeCell } from '../testing/a-district';
import { inADistrict } from '../testing/in-a-district';
import { expectRefused } from '../testing/refusal-of';
import { type FilingForm, loadFilingForm } from './filing-form';
import { loadQueue } from './review-queue';

const licences = 's2.licensing_decisions';
const penalties = 's2.penalty_decisions';
const format = getFormat('2021');

describe('a figure far from what is usual', () => {
  const district = inADistrict({ units: 6, powers: ['licensing', 'penalty'], openQuarters: [1, 2] });
  const remember = async (unit: number, quarters: readonly Record<string, number>[]) => {
    for (const [at, figures] of quarters.entries()) {
      const year = 2025 - Math.floor((quarters.length - 1 - at) / 4);
      const quarter = 4 - ((quarters.length - 1 - at) % 4);
      const book = new Map(leafCells(format).map((cell) => [cell.id, count(figures[cell.id] ?? 0)]));
      const of = {
        filingId: `past-${unit}-${year}-${quarter}`,
        unitId: district().unitIds[unit] ?? '',
        year,
        quarter,
        submissionNumber: 1,
      };
      await district().store.tx((tx) => replaceCheckedFigures(tx, of, book));
    }
  };
  const formOf = async (unit: number, quarter: 1 | 2 = 1): Promise<FilingForm> => {
    const { id } = await district().filing(unit, quarter);
    return loadFilingForm(district().store.read, district().clerk(unit).actor, id, null);
  };
  /** What the browser says of what it was sent. */
  const inBrowser = (form: FilingForm) => {
    const sent: FilingForm = JSON.parse(JSON.stringify(form));
    return checkByStandard(checkedFiling(sent, factsOf(sent, format)));
  };
  const asked = ({ checkRun }: FilingForm) => checkRun.findings.filter(({ rule }) => rule === 'q-jump').flatMap(({ cells }) => cells);

  it('99999 where 218 is usual is asked, submitted only with a reason, and never clean', async () => {
    await remember(0, [{ [licences]: 218 }, { [licences]: 190 }, { [licences]: 260 }, { [licences]: 205 }]);
    const { id } = await district().type({ [licences]: 99_999 });
    const form = await formOf(0);
    expect(asked(form)).toEqual([licences]);
    expect(form.checkRun.findings[0]?.message.zh).toContain('往期 4 个季度在 190 到 260 之间');
    await expectRefused(submitQuarter(district().clerk(0), id), 'obstacles');
    await district().submit({ [licences]: 99_999 });
    const [item] = (await loadQueue(district().store.read, district().reviewer.actor, null)).submissions;
    expect(item).toMatchObject({ filingId: id, isClean: false, explained: 1 });
  });

  it('a quarter as usual is clean', async () => {
    await remember(0, [{ [licences]: 218 }, { [licences]: 190 }, { [licences]: 260 }, { [licences]: 205 }]);
    await district().submit({ [licences]: 231 });
    const [item] = (await loadQueue(district().store.read, district().reviewer.actor, null)).submissions;
    expect(item).toMatchObject({ isClean: true, explained: 0 });
  });

  it('a first year is held against units of the same kind, and none of them is named', async () => {
    await district().type({ [licences]: 2_180 }, { unit: 5 });
    expect(asked(await formOf(5))).toEqual([]);
    for (const unit of [1, 2, 3, 4]) await district().approve({ [licences]: 10 + unit }, { unit });
    const form = await formOf(5);
    expect(asked(form)).toEqual([licences]);
    expect(form.past).toMatchObject({ quarters: [], values: {}, peers: { [licences]: { middle: 12.5, count: 4 } } });
    expect(asked(await formOf(0))).toEqual([]);
  });

  it('is found alike by browser and server, whatever the past was and whatever is typed', async () => {
    const some = fc.array(fc.constantFrom(0, 3, 12, 40, 218), { minLength: 12, maxLength: 12 });
    let at = 0;
    await fc.assert(
      fc.asyncProperty(some, some, fc.constantFrom('0', '4', '30', '210', '99999'), async (first, second, raw) => {
        const past = first.map((one, index) => ({ [licences]: one, [penalties]: second[index] ?? 0 }));
        await remember(0, past.slice(at % 12));
        const before = await formOf(0);
        for (const cell of [licences, penalties])
          await typeCell(district().clerk(0), before.filingId, { cell, raw, baseVersion: before.stored[cell]?.version ?? 0 });
        const form = await formOf(0);
        at += 1;
        expect(inBrowser(form)).toEqual(form.checkRun);
      }),
      { numRuns: 25 },
    );
  });
});
