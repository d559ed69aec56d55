import { describe, expect, it } from 'vitest';
import { listDeclarations } from '@/db/store';
import { figureAt } from '@/server/domain/figures';
import type { CellId } from '@/server/domain/formats';
import { loadFilingForm } from '@/server/queries/filing-form';
import { loadReportPage } from '@/server/queries/report';
import { loadFilingView } from '@/server/views/filing-view';
import { inADistrict } from '../../testing/in-a-district';
import { eventsOf } from '../../testing/log-of';
import { expectRefused } from '../../testing/refusal-of';
import { approveFiling } from './approve-filing';
import { declareNothing } from './declare-nothing';
import { restateOpening } from './restate-opening';
import { withdrawRestatement } from './withdraw-restatement';

const carriedIn = 's3.carried_in.natural_person';
const carriedOut = 's3.carried_out.natural_person';
const received = 's3.new_received.natural_person';
const granted = 's3.granted.natural_person';
const reason = '法院判决重新办理，恢复计算一件。';

describe('an opening that does not follow the closing before it', () => {
  const district = inADistrict({ openQuarters: [1, 2] });
  const store = () => district().store;
  const clerk = () => district().clerk(0);
  const second = () => district().filing(0, 2);
  const restate = async (raw: string, given: { cell?: CellId; reason?: string } = {}) =>
    restateOpening(clerk(), { filingId: (await second()).id, cell: carriedIn, raw, reason, ...given });
  const view = async () => loadFilingView(store().read, await second(), null);

  it('is restated with a reason: it counts, is part of the content, and the rules take it as settled', async () => {
    await district().approve({ [received]: 3, [carriedOut]: 3 }, { quarter: 1 });
    const before = await view();
    const [event] = await eventsOf(store(), () => restate('4'));
    expect([event?.kind, event?.payload, event?.reason]).toEqual([
      'opening.restated',
      { cell: carriedIn, before: '3', after: '4', reason },
      reason,
    ]);
    const after = await view();
    expect([figureAt(after.figures, carriedIn), figureAt(after.carried, carriedIn)]).toMatchObject([{ value: 4 }, { value: 3 }]);
    expect([after.hash === before.hash, after.content.restated]).toEqual([false, { [carriedIn]: reason }]);
    expect(after.checkRun.findings.filter((finding) => finding.rule === 'q-open')).toEqual([]);
    expect((await loadFilingForm(store().read, clerk().actor, (await second()).id, null)).restatements).toMatchObject([
      { cell: carriedIn, was: { value: 3 }, is: { value: 4 }, reason, writtenBy: clerk().actor.name },
    ]);
  });

  it('is what the year of a unit opens with when it is the first quarter’s', async () => {
    const first = await district().filing(0, 1);
    await restateOpening(clerk(), { filingId: first.id, cell: carriedIn, raw: '2', reason });
    await district().approve({ [granted]: 2 }, { quarter: 1 });
    const key = { unitId: district().unitIds[0] ?? '', year: district().year, scope: 'own_organ' as const };
    const { figures } = await loadReportPage(store().read, district().admin.actor, key, null);
    expect(figures[carriedIn]).toMatchObject({ value: 2 });
  });

  it('follows again once it is withdrawn, and the content is what it was', async () => {
    await district().approve({ [received]: 3, [carriedOut]: 3 }, { quarter: 1 });
    const before = await view();
    await restate('4');
    await restate('5', { reason: '复核后应为五件，见台账第七页。' });
    const [event] = await eventsOf(store(), async () => withdrawRestatement(clerk(), { filingId: (await second()).id, cell: carriedIn }));
    expect([event?.kind, event?.payload]).toEqual(['opening.restatement_withdrawn', { cell: carriedIn, before: '5' }]);
    expect((await view()).hash).toBe(before.hash);
    await expectRefused(withdrawRestatement(clerk(), { filingId: (await second()).id, cell: carriedIn }), 'conflict');
  });

  it('ends 本期无 when it is above 0', async () => {
    const { id: filingId } = await second();
    await district().approve({}, { quarter: 1 });
    await declareNothing(clerk(), { filingId, section: '3', declare: true });
    expect((await eventsOf(store(), () => restate('1'))).map((event) => event.kind)).toEqual(['opening.restated', 'declaration.lapsed']);
    expect(await listDeclarations(store().read, filingId)).toEqual([]);
  });

  it('is refused without a real reason, for another cell, for what cannot be read, and for what is carried in anyway', async () => {
    await district().approve({ [received]: 3, [carriedOut]: 3 }, { quarter: 1 });
    await expectRefused(restate('4', { reason: '已核实' }), 'invalid');
    await expectRefused(restate('4', { cell: granted }), 'invalid');
    await expectRefused(restate('4', { cell: 's3.nothing' }), 'invalid');
    await expectRefused(restate('约4'), 'invalid');
    await expectRefused(restate('-4'), 'invalid');
    await expectRefused(restate('３'), 'invalid');
  });

  it('is refused while nothing is known that it could follow, and once the quarter was submitted', async () => {
    await expectRefused(restate('1'), 'invalid');
    const { filing } = await district().submit({}, { quarter: 1 });
    await expectRefused(restateOpening(clerk(), { filingId: filing.id, cell: carriedIn, raw: '1', reason }), 'wrong_status');
  });

  it('whoever restated it has written into the filing, and does not approve it', async () => {
    await district().approve({}, { quarter: 1 });
    const helper = await district().withPost(district().reviewer, 'clerk', district().unitIds[0] ?? '');
    await restateOpening(helper, { filingId: (await second()).id, cell: carriedIn, raw: '1', reason });
    const { filing, number, hash } = await district().submit({ [granted]: 1 }, { quarter: 2 });
    const input = { filingId: filing.id, submissionNumber: number, seenHash: hash };
    await expectRefused(approveFiling(district().reviewer, input), 'own_work');
    await approveFiling(district().secondReviewer, input);
  });
});
