import { beforeEach, describe, expect, it } from 'vitest';
import { findFiling, listSignOffs } from '@/db/store';
import { loadFilingForm, loadObstacles } from '@/server/queries/filing-form';
import { loadSubmissionReview } from '@/server/queries/review';
import { listToSign } from '@/server/queries/sign-off';
import { addPlayer } from '@/server/rehearsal/players';
import { typeCell } from '@/server/testing/a-district';
import { inADistrict } from '@/server/testing/in-a-district';
import { kindsOf } from '@/server/testing/log-of';
import { expectRefused } from '@/server/testing/refusal-of';
import { loadFilingView } from '@/server/views/filing-view';
import { submitQuarter } from '../../rehearsal/file-quarter';
import type { CommandContext } from '../command';
import { changeUnit } from '../office/change-unit';
import { declareNothing } from './declare-nothing';
import { returnFiling } from './return-filing';
import { saveFilingText } from './save-filing-text';
import { signFiling } from './sign-filing';

const granted = 's3.granted.natural_person';

describe('R1: the signature inside the unit', () => {
  const district = inADistrict();
  let head: CommandContext;
  beforeEach(async () => {
    const [unitId = ''] = district().unitIds;
    head = await addPlayer(district().store, { username: 'head', name: '许长青', role: 'head', unitId }, district().admin.now);
    await changeUnit(district().admin, { unitId, change: { needsSignOff: true } });
  });
  const hashOf = async (filingId: string) => (await loadObstacles(district().store.read, head.actor, filingId, null)).hash;
  const sign = async (filingId: string, by = head) => signFiling(by, { filingId, seenHash: await hashOf(filingId) });
  const signOffOf = async (filingId: string) => (await loadFilingForm(district().store.read, head.actor, filingId, null)).signOff;

  it('is what a submission waits for: without it the submission is refused, whoever asks, and with it it goes through', async () => {
    const { id } = await district().type();
    const refused = await expectRefused(submitQuarter(district().clerk(), id), 'obstacles');
    expect(refused.details).toEqual({ obstacles: [{ kind: 'sign_off', state: 'waiting' }] });
    expect((await findFiling(district().store.read, id))?.status).toBe('open');
    expect(await kindsOf(district().store, () => sign(id))).toEqual(['filing.signed_off']);
    const { hash } = await submitQuarter(district().clerk(), id);
    const review = await loadSubmissionReview(district().store.read, district().reviewer.actor, id, null);
    expect(review?.signedOff).toEqual({ by: '许长青', at: expect.any(String) });
    expect((await listSignOffs(district().store.read, id)).map((one) => one.hash)).toEqual([hash]);
  });

  it('is not asked of a unit that does not want it', async () => {
    const { id } = await district().type({}, { unit: 1 });
    await submitQuarter(district().clerk(1), id);
    expect((await findFiling(district().store.read, id))?.status).toBe('submitted');
  });

  it('is under one content: a change ends it and is told with both values; changed back, it stands again', async () => {
    const { id } = await district().type();
    await sign(id);
    await typeCell(district().clerk(), id, { cell: 's2.normative_documents.issued', raw: '0 ', baseVersion: 1 });
    expect((await signOffOf(id))?.state).toBe('signed');
    await saveFilingText(district().clerk(), { filingId: id, changeId: 'text', text: '本季度公开 3 件。', baseVersion: 0 });
    await typeCell(district().clerk(), id, { cell: granted, raw: '3', baseVersion: 1 });
    expect(await signOffOf(id)).toMatchObject({
      state: 'outdated',
      signedBy: '许长青',
      changes: expect.arrayContaining([{ cell: granted, before: '0', after: '3' }]),
      alsoChanged: ['text'],
    });
    const refused = await expectRefused(submitQuarter(district().clerk(), id), 'obstacles');
    expect(refused.details).toMatchObject({ obstacles: expect.arrayContaining([{ kind: 'sign_off', state: 'outdated' }]) });
    await typeCell(district().clerk(), id, { cell: granted, raw: '0', baseVersion: 2 });
    await saveFilingText(district().clerk(), { filingId: id, changeId: 'back', text: '', baseVersion: 1 });
    expect((await signOffOf(id))?.state).toBe('signed');
    await submitQuarter(district().clerk(), id);
  });

  it('ends with a declaration made since, and says so', async () => {
    const { id } = await district().type();
    await sign(id);
    await declareNothing(district().clerk(), { filingId: id, section: '4', declare: true });
    expect(await signOffOf(id)).toMatchObject({ state: 'outdated', changes: [], alsoChanged: ['declarations'] });
  });

  it('is bound to what was on the screen, and signing twice is signing once', async () => {
    const { id } = await district().type();
    const seenHash = await hashOf(id);
    const { content } = await loadFilingView(district().store.read, await district().filing(), null);
    await saveFilingText(district().clerk(), { filingId: id, changeId: 'meanwhile', text: '补充。', baseVersion: 0 });
    const { figures, declared, contribution } = content;
    const seen = { figures, declared, contribution, explanations: [] };
    const refused = await expectRefused(signFiling(head, { filingId: id, seenHash, seen }), 'conflict');
    expect(refused.sentence.zh).toContain('没有签字');
    const text = { before: '', after: '补充。', by: district().clerk().actor.name };
    expect(refused.details).toMatchObject({ difference: { cells: [], text } });
    await expectRefused(signFiling(head, { filingId: id, seenHash }), 'conflict');
    expect(await listSignOffs(district().store.read, id)).toEqual([]);
    await sign(id);
    expect(await kindsOf(district().store, () => sign(id))).toEqual([]);
    expect(await listSignOffs(district().store.read, id)).toHaveLength(1);
  });

  it('is not given under an unfinished quarter', async () => {
    const { id } = await district().filing();
    const refused = await expectRefused(sign(id), 'obstacles');
    expect(refused.details).toMatchObject({ obstacles: expect.arrayContaining([{ kind: 'not_filled', cell: granted }]) });
  });

  it('R4: is not given by somebody who wrote into the quarter, also when they hold both posts', async () => {
    const [unitId = ''] = district().unitIds;
    const both = await district().withPost(district().clerk(), 'head', unitId);
    const { id } = await district().type();
    await expectRefused(sign(id, both), 'own_work');
    await sign(id);
  });

  it.each(['clerk', 'reviewer', 'admin'] as const)('is refused to a %s', async (who) => {
    const { id } = await district().type();
    const person = who === 'clerk' ? district().clerk() : district()[who];
    await expectRefused(sign(id, person), 'forbidden');
  });

  it('is refused to the head of another unit, where the unit asks for none, and after the submission', async () => {
    const [unitId = '', other = ''] = district().unitIds;
    const { id } = await district().type();
    const stranger = await addPlayer(
      district().store,
      { username: 'other', name: '他', role: 'head', unitId: other },
      district().admin.now,
    );
    await expectRefused(signFiling(stranger, { filingId: id, seenHash: await hashOf(id) }), 'not_found');
    await sign(id);
    await submitQuarter(district().clerk(), id);
    await expectRefused(sign(id), 'wrong_status');
    const { id: free } = await district().type({}, { unit: 1 });
    await expectRefused(signFiling(stranger, { filingId: free, seenHash: '0'.repeat(64) }), 'invalid');
    expect(unitId).not.toBe(other);
  });

  it('is asked for again when a returned quarter comes back changed', async () => {
    const { id } = await district().type();
    await sign(id);
    const { number } = await submitQuarter(district().clerk(), id);
    await returnFiling(district().reviewer, {
      filingId: id,
      submissionNumber: number,
      reason: '请核对',
      remarks: [{ anchor: 'text', text: '请补充' }],
    });
    await saveFilingText(district().clerk(), { filingId: id, changeId: 'mended', text: '已补充。', baseVersion: 0 });
    const refused = await expectRefused(submitQuarter(district().clerk(), id), 'obstacles');
    expect(refused.details).toMatchObject({ obstacles: expect.arrayContaining([{ kind: 'sign_off', state: 'outdated' }]) });
  });

  it('waits on the home of the head: what is being filled in, what is ready, what was signed, what has left', async () => {
    const standing = async () =>
      (await listToSign(district().store.read, head.actor, null, head.now())).quarters.map(({ status, state, unsettled }) => ({
        status,
        state,
        isReady: unsettled === 0,
      }));
    expect(await standing()).toEqual([{ status: 'open', state: 'waiting', isReady: false }]);
    const { id } = await district().type();
    expect(await standing()).toEqual([{ status: 'open', state: 'waiting', isReady: true }]);
    await sign(id);
    expect(await standing()).toEqual([{ status: 'open', state: 'signed', isReady: true }]);
    await submitQuarter(district().clerk(), id);
    expect(await standing()).toEqual([{ status: 'submitted', state: 'signed', isReady: true }]);
    const { units, quarters } = await listToSign(district().store.read, district().clerk().actor, null, head.now());
    expect([units, quarters]).toEqual([[], []]);
  });

  it('names who may sign, and nobody where nobody holds the post', async () => {
    const { id } = await district().type();
    expect((await signOffOf(id))?.heads).toEqual(['许长青']);
    const [, other = ''] = district().unitIds;
    await changeUnit(district().admin, { unitId: other, change: { needsSignOff: true } });
    const { id: without } = await district().filing(1);
    expect((await loadFilingForm(district().store.read, district().clerk(1).actor, without, null)).signOff?.heads).toEqual([]);
  });
});
