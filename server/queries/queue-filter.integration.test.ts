import { describe, expect, it } from 'vitest';
import {
  findSubmissionsOf,
  insertFiling,
  insertQuarter,
  insertSubmission,
  insertYear,
  listFigures,
  setFilingStatus,
  upsertFigure,
} from '@/db/store';
import { claimFiling } from '@/server/commands/filing/claim-filing';
import { inADistrict } from '@/server/testing/in-a-district';
import { loadBulkLines } from './bulk-lines';
import { loadQueue, loadQueuePlace, type QueueAsked } from './review-queue';

const inForce = 's2.normative_documents.in_force';

describe('what a reviewer looks at of the queue', () => {
  const district = inADistrict({ units: 3 });
  const names = async (asked: QueueAsked) =>
    (await loadQueue(district().store.read, district().reviewer.actor, null, asked)).submissions.map((one) => one.unitName).sort();

  it('is by what is explained, whose it is, what kind of unit, which quarter, and what is past its day', async () => {
    const here = district();
    const { filing } = await here.submit({}, { unit: 0 });
    await here.submit({ [inForce]: 1 }, { unit: 1 });
    await here.submit({}, { unit: 2 });
    await claimFiling(here.reviewer, { filingId: filing.id, submissionNumber: 1, from: null });
    expect(await names({})).toEqual(['示例区1局', '示例区2局', '示例区3局']);
    expect(await names({ only: 'explained' })).toEqual(['示例区2局']);
    expect(await names({ only: 'mine' })).toEqual(['示例区1局']);
    expect(await names({ only: 'free' })).toEqual(['示例区2局', '示例区3局']);
    expect(await names({ kind: 'office' })).toEqual(['示例区1局']);
    expect([await names({ quarter: 1, search: '3局' }), await names({ quarter: 2 })]).toEqual([['示例区3局'], []]);
    expect(await names({ only: 'overdue', today: filing.dueOn })).toEqual([]);
    expect(await names({ only: 'overdue', today: '2027-01-01' })).toHaveLength(3);
    const [first] = (await loadQueue(here.store.read, here.secondReviewer.actor, null, { search: '1局' })).submissions;
    expect(first).toMatchObject({ claim: { name: 'reviewer reviewer', isOwn: false }, dueOn: filing.dueOn, isExplainedOnly: false });
  });

  it('what was gone past comes last once something is decided', async () => {
    const here = district();
    const ids: string[] = [];
    for (const unit of [0, 1, 2]) ids.push((await here.submit({}, { unit })).filing.id);
    const inOrder = (await loadQueue(here.store.read, here.reviewer.actor, null)).submissions.map((one) => one.filingId);
    const [first = '', second = '', third = ''] = inOrder;
    const place = (filingId: string, skipped: string[]) => loadQueuePlace(here.store.read, here.reviewer.actor, null, filingId, skipped);
    expect((await place(second, [first])).next).toBe(third);
    expect(await place(third, [first])).toMatchObject({ position: 2, of: 3, previous: second, next: first });
  });

  it('before it is approved with others, each says what it holds beside last year, and what was explained of it', async () => {
    const here = district();
    const plain = await here.submit({ 's3.granted.natural_person': 2, 's3.new_received.natural_person': 2 }, { unit: 0 });
    const explained = await here.submit({ [inForce]: 1 }, { unit: 1 });
    const asked = [plain.filing.id, explained.filing.id, (await here.filing(2)).id];
    const lines = await loadBulkLines(here.store.read, here.reviewer.actor, asked, null);
    const of = new Map(lines.map((line) => [line.filingId, line]));
    expect(of.size).toBe(2);
    expect(of.get(plain.filing.id)?.sums).toContainEqual({ measure: 'received', now: 2, yearAgo: null });
    expect(of.get(plain.filing.id)).toMatchObject({ explained: [], open: 0 });
    expect(of.get(explained.filing.id)).toMatchObject({ explained: [{ rule: 'q-stock', writtenBy: 'clerk clerk1' }], open: 0 });
    expect(
      (await loadQueue(here.store.read, here.reviewer.actor, null)).submissions.map((one) => [one.isClean, one.isExplainedOnly]),
    ).toEqual([
      [false, true],
      [true, false],
    ]);
    expect(await loadBulkLines(here.store.read, here.clerk(0).actor, asked, null)).toEqual([]);
  });

  it('last year is what was submitted then, with what nobody typed; a draft of it is not known', async () => {
    const here = district();
    const { filing } = await here.submit({ 's3.granted.natural_person': 2, 's3.new_received.natural_person': 2 });
    const sent = (await findSubmissionsOf(here.store.read, [{ filingId: filing.id, number: 1 }])).get(filing.id);
    if (!sent) throw new Error('nothing was submitted');
    const received = async () => {
      const [line] = await loadBulkLines(here.store.read, here.reviewer.actor, [filing.id], null);
      return line?.sums.find(({ measure }) => measure === 'received')?.yearAgo;
    };
    const at = sent.submittedAt;
    await here.store.tx(async (tx) => {
      await insertYear(tx, { year: 2025, format: '2021', rowVariant: filing.rowVariant, createdAt: at });
      await insertQuarter(tx, { year: 2025, quarter: 1, dueOn: '2025-04-15', openedAt: at });
      await insertFiling(tx, { id: 'before', unitId: filing.unitId, year: 2025, quarter: 1, at });
      for (const stored of await listFigures(tx, filing.id)) await upsertFigure(tx, 'before', stored);
    });
    expect(await received()).toBeNull();
    await here.store.tx(async (tx) => {
      await insertSubmission(tx, { ...sent, id: 'sent before', filingId: 'before' });
      await setFilingStatus(tx, 'before', { status: 'submitted', submissionNumber: 1, at });
      await upsertFigure(tx, 'before', {
        cell: 's3.new_received.natural_person',
        raw: '',
        figure: { state: 'not_filled' },
        version: 2,
        savedBy: sent.submittedBy,
        savedAt: at,
      });
    });
    expect(await received()).toBe(2);
  });
});
