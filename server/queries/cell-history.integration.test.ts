import { describe, expect, it } from 'vitest';
import { lockQuarter } from '@/server/commands/office/lock-quarter';
import { acceptSlip } from '@/server/commands/slip/accept-slip';
import { closeUnits } from '../commands/office/close-units';
import { signSlip } from '../commands/slip/sign-slip';
import { writeSlip } from '../commands/slip/write-slip';
import { boundContents, slipEffect } from '../domain/corrections';
import { typeCell } from '../testing/a-district';
import { inADistrict } from '../testing/in-a-district';
import { expectRefused } from '../testing/refusal-of';
import { loadCellHistory } from './cell-history';
import { receiverOf } from './receiver';
import { loadSlipPage } from './slips';

const granted = 's3.granted.natural_person';
const received = 's3.new_received.natural_person';
const flows = { [granted]: 3, [received]: 3 };

describe('the history of a cell', () => {
  const district = inADistrict({ openQuarters: [1, 2, 3] });
  const historyOf = async (cell: string, quarter: 1 | 2 | 3) => {
    const { id } = await district().filing(0, quarter);
    return loadCellHistory(district().store.read, district().clerk().actor, { filingId: id, cell });
  };

  it('has past quarters from the oldest to the newest, approved or as typed, and none of this one', async () => {
    await district().approve(flows);
    const second = await district().filing(0, 2);
    await typeCell(district().clerk(), second.id, { cell: granted, raw: '5' });
    const { quarters, thisYear } = await historyOf(granted, 3);
    expect(quarters).toMatchObject([
      { year: 2026, quarter: 1, figure: { value: 3 }, isApproved: true },
      { year: 2026, quarter: 2, figure: { value: 5 }, isApproved: false },
    ]);
    expect(thisYear).toEqual([{ quarter: 1, figures: { [granted]: { state: 'number', value: 3, decimals: 0 } } }]);
    expect((await historyOf(granted, 1)).quarters).toEqual([]);
  });

  it('reckons a total from its terms, and leaves a quarter out in which one of them is not known', async () => {
    await district().approve(flows);
    const second = await district().filing(0, 2);
    await typeCell(district().clerk(), second.id, { cell: granted, raw: '5' });
    const { quarters, thisYear } = await historyOf('s3.granted.total', 3);
    expect(quarters).toMatchObject([{ quarter: 1, figure: { value: 3 } }]);
    expect(Object.keys(thisYear[0]?.figures ?? {})).toHaveLength(6);
  });

  it('tells who changed the cell in this filing, the newest first', async () => {
    const { id } = await district().filing();
    await typeCell(district().clerk(), id, { cell: granted, raw: '5' });
    await typeCell(district().clerk(), id, { cell: received, raw: '9' });
    await typeCell(district().clerk(), id, { cell: granted, raw: '6', baseVersion: 1 });
    const by = district().clerk().actor.name;
    expect((await historyOf(granted, 1)).changes).toMatchObject([
      { by, before: '5', after: '6' },
      { by, before: null, after: '5' },
    ]);
  });

  it('tells a correction by slip with its number, before and after, who decided and when', async () => {
    await district().approve(flows);
    await district().approve({}, { unit: 1 });
    await lockQuarter(district().admin, { year: 2026, quarter: 1 });
    const { clerk, admin, store, unitIds } = district();
    const of = { unitId: unitIds[0] ?? '', year: 2026 };
    const changes = [granted, received].map((cell) => ({ quarter: 1, cell, raw: '4' }));
    const { slipId, version } = await writeSlip(clerk(), { ...of, slip: null, changes, reason: '核对台账发现漏计一件。' });
    const { desk } = await loadSlipPage(store.read, clerk().actor, slipId, null);
    await signSlip(clerk(), { slipId, version, seen: boundContents(slipEffect(desk.books, { year: 2026, changes }, null)) });
    await acceptSlip(admin, { slipId, version });
    const told = (await historyOf(granted, 1)).changes;
    expect(told[0]).toEqual({
      at: admin.now().toISOString(),
      by: admin.actor.name,
      before: '3',
      after: '4',
      slip: { year: 2026, number: 1, of: null },
      workbook: null,
    });
    expect(told.slice(1).every((change) => change.slip === null)).toBe(true);
  });

  it('reckons what was taken over within the year as the roll-up does: for the quarter that opens with it, and after', async () => {
    await district().approve({ 's3.new_received.natural_person': 3, 's3.carried_out.natural_person': 3 }, { unit: 1 });
    const { admin, store, unitIds, clerk } = district();
    await closeUnits(admin, { unitIds: [unitIds[1] ?? ''], closesOn: '2026-03-31', into: { unitId: unitIds[0] ?? '' } });
    const cell = 's3.carried_in.total';
    const [first, second] = [await district().filing(0, 1), await district().filing(0, 2)];
    const of = async (filingId: string) => (await loadCellHistory(store.read, clerk().actor, { filingId, cell })).ofUnit.takenOver;
    expect(await of(first.id)).toEqual([]);
    expect(await of(second.id)).toMatchObject([{ fromUnit: unitIds[1], cell: 's3.carried_in.natural_person', value: 3, quarter: 2 }]);
  });

  it('is refused to another unit, and for a cell the format does not have', async () => {
    const { id } = await district().filing();
    const { store, clerk } = district();
    await expectRefused(loadCellHistory(store.read, clerk(1).actor, { filingId: id, cell: granted }), 'not_found');
    await expectRefused(loadCellHistory(store.read, clerk().actor, { filingId: id, cell: 's9.nothing' }), 'invalid');
  });
});

describe('the receiver', () => {
  const district = inADistrict();

  it('is the office of the government, by its own name', async () => {
    const filing = await district().filing(1);
    expect(await receiverOf(district().store.read, filing)).toBe('示例区1局');
  });
});
