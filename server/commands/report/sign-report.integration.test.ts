import { describe, expect, it } from 'vitest';
import { findReport, latestEditionOf, listReportSignatures } from '@/db/store';
import { type SigningStep, usualSteps } from '@/server/domain/signing';
import { loadInbox } from '@/server/queries/notices';
import { loadReportPage } from '@/server/queries/report';
import { countReportsToSign, listReportsToSign, loadSignPage } from '@/server/queries/signing';
import { readEdition } from '@/server/views/edition-content';
import { signingSteps } from '@/server/views/signing-view';
import { settleReport } from '../../rehearsal/settle-report';
import { inADistrict } from '../../testing/in-a-district';
import { kindsOf } from '../../testing/log-of';
import { expectRefused } from '../../testing/refusal-of';
import type { CommandContext } from '../command';
import { adjustReport } from './adjust-report';
import { countersignAdjustment } from './countersign-adjustment';
import { finaliseReport } from './finalise-report';
import { saveReportText } from './save-report-text';
import { sendForSigning } from './send-for-signing';
import { setSigningSteps } from './set-signing-steps';
import { signReport } from './sign-report';
import { withdrawAdjustment } from './withdraw-adjustment';
import { withdrawReportSignature } from './withdraw-report-signature';

const texts = { preamble: '示例年报。', '1': '一、总体情况。', '5': '问题与改进。', '6': '无其他事项。' };
const cell = 's3.granted.natural_person';
const reason = '系统切换遗留一件，已书面说明。';

describe('signing a report', () => {
  const district = inADistrict({ openQuarters: [1, 2, 3, 4] });
  const key = () => ({ unitId: district().rootId, year: district().year, scope: 'consolidated' as const });
  const page = (person = district().admin) => loadReportPage(district().store.read, person.actor, key(), null);
  const signPage = (person: CommandContext) => loadSignPage(district().store.read, person.actor, key(), null);
  const sign = async (person: CommandContext, step: string, changeId = person.newId()) =>
    signReport(person, { ...key(), step, changeId, seenHash: (await page()).signing.hash, note: '' });
  const states = async () => (await page()).signing.steps.map(({ step, state }) => `${step.key} ${state}`);
  const finalise = async (person = district().admin, correction?: string) =>
    finaliseReport(person, {
      ...{ ...key(), changeId: person.newId(), seenHash: (await page()).hash },
      ...(correction === undefined ? {} : { reason: correction }),
    });
  const setSteps = async (steps: readonly SigningStep[]) => setSigningSteps(district().admin, { steps, seen: [] });

  let minute = 0;
  const later = () => {
    minute += 1;
    district().setClock(new Date(Date.parse(`${district().year + 1}-01-20T02:00:00Z`) + minute * 60_000).toISOString());
  };

  /** A finished report under the usual steps, sent round. Office and legal are two reviewers, the leader is the head at the root. */
  async function aReportGoingRound(): Promise<{ leader: CommandContext }> {
    minute = 0;
    await district.allApproved({ 's3.new_received.natural_person': 2, [cell]: 2 });
    await settleReport(district(), key(), texts, () => reason);
    await setSteps(usualSteps);
    const leader = await district().withPost(district().auditor, 'head', district().rootId);
    later();
    await sendForSigning(district().admin, { ...key(), changeId: 'send', seenHash: (await page()).signing.hash });
    return { leader };
  }

  async function signedByAll(): Promise<{ leader: CommandContext }> {
    const { leader } = await aReportGoingRound();
    for (const [person, step] of [
      [district().reviewer, 'office'],
      [district().secondReviewer, 'legal'],
      [leader, 'leader'],
    ] as const) {
      later();
      await sign(person, step);
    }
    return { leader };
  }

  /** What a late change of each kind is made with. */
  const writeText = async () => {
    const stored = (await page()).texts['5'];
    await saveReportText(district().admin, { ...key(), key: '5', text: '问题与改进，另有一项。', baseVersion: stored?.version ?? 0 });
  };

  it('tells whoever holds the post of the next step, and is over for those before', async () => {
    const { leader } = await aReportGoingRound();
    const told = async (person: CommandContext) =>
      (await loadInbox(district().store.read, person.actor)).notices.map((one) => one.isSettled);
    const { reviewer, secondReviewer } = district();
    expect([await told(reviewer), await told(secondReviewer), await told(leader)]).toEqual([[false], [false], []]);
    later();
    await sign(reviewer, 'office');
    expect([await told(reviewer), await told(secondReviewer), await told(leader)]).toEqual([[true], [false, true], []]);
    later();
    await sign(secondReviewer, 'legal');
    expect([await told(secondReviewer), await told(leader)]).toEqual([[true, true], [false]]);
    const [row] = (await loadInbox(district().store.read, leader.actor)).notices;
    expect([row?.sentence.zh, row?.path]).toEqual([
      `示例区人民政府 ${district().year} 年：年报待您签字`,
      `/reports/${district().rootId}/${district().year}/consolidated/sign`,
    ]);
    later();
    await sign(leader, 'leader');
    expect(await told(leader)).toEqual([true]);
  });

  it('tells who holds the post of the next step beside another, and nobody who has signed another step', async () => {
    await aReportGoingRound();
    const { admin, reviewer, secondReviewer, rootId, withPost } = district();
    await withPost(admin, 'head', rootId);
    await withPost(reviewer, 'head', rootId);
    const told = async (person: CommandContext) =>
      (await loadInbox(district().store.read, person.actor)).notices.flatMap((one) => (one.isSettled ? [] : one.path));
    later();
    await sign(reviewer, 'office');
    expect([await told(admin), await told(reviewer), await told(secondReviewer)]).toEqual([[], [], [expect.stringMatching('/sign$')]]);
    later();
    await sign(secondReviewer, 'legal');
    expect([await told(admin), await told(reviewer), await told(secondReviewer)]).toEqual([[expect.stringMatching('/sign$')], [], []]);
  });

  it('tells of the first step that is not signed, past those that still stand', async () => {
    const { leader } = await aReportGoingRound();
    const { reviewer, secondReviewer, store } = district();
    const told = async (person: CommandContext) =>
      (await loadInbox(store.read, person.actor)).notices.filter((one) => !one.isSettled).length;
    later();
    const { id: signatureId } = await sign(reviewer, 'office');
    later();
    await sign(secondReviewer, 'legal');
    later();
    await withdrawReportSignature(reviewer, { ...key(), signatureId, reason: '表三数据须与台账再核对一遍。' });
    later();
    await sign(reviewer, 'office');
    expect([await told(secondReviewer), await told(leader)]).toEqual([0, 1]);
  });

  it('goes in order, each step by its own post, and not before it is sent', async () => {
    const { leader } = await aReportGoingRound();
    expect(await states()).toEqual(['office waiting', 'legal waiting', 'leader waiting']);
    await expectRefused(sign(district().secondReviewer, 'legal'), 'invalid');
    await expectRefused(sign(district().admin, 'office'), 'forbidden');
    await expectRefused(sign(district().clerk(), 'office'), 'not_found');
    await sign(district().reviewer, 'office');
    expect(await states()).toEqual(['office signed', 'legal waiting', 'leader waiting']);
    await expectRefused(sign(leader, 'leader'), 'invalid');
  });

  it('is not signed before it is sent, nor by steps that nobody set', async () => {
    await district.allApproved({});
    await settleReport(district(), key(), texts, () => reason);
    await expectRefused(sendForSigning(district().admin, { ...key(), changeId: 'c', seenHash: (await page()).signing.hash }), 'invalid');
    await setSteps(usualSteps);
    await expectRefused(sign(district().reviewer, 'office'), 'invalid');
  });

  it('four eyes: one person signs one step only', async () => {
    await aReportGoingRound();
    await sign(district().reviewer, 'office');
    await expectRefused(sign(district().reviewer, 'legal'), 'own_work');
  });

  it('pain 22: 20 signatures at once are one, and one event', async () => {
    await aReportGoingRound();
    const kinds = await kindsOf(district().store, async () => {
      const answers = await Promise.all(Array.from({ length: 20 }, () => sign(district().reviewer, 'office', 'once')));
      expect(new Set(answers.map((answer) => answer.id)).size).toBe(1);
      await sign(district().reviewer, 'office', 'another tab');
    });
    expect(kinds).toEqual(['report.signed']);
  });

  it('R2: is refused when something changed since it was shown', async () => {
    await aReportGoingRound();
    const { hash } = (await page()).signing;
    await writeText();
    const input = { ...key(), step: 'office', changeId: 'c', seenHash: hash, note: '' };
    await expectRefused(signReport(district().reviewer, input), 'conflict');
  });

  it('nobody signs an unfinished report', async () => {
    await aReportGoingRound();
    await adjustReport(district().admin, { ...key(), changeId: 'a', cell, raw: '+1', reason });
    await expectRefused(sign(district().reviewer, 'office'), 'obstacles');
  });

  it('A8: is finalised only when all have signed, and each that is missing is named', async () => {
    await aReportGoingRound();
    await sign(district().reviewer, 'office');
    const refused = await expectRefused(finalise(), 'obstacles');
    expect(refused.details).toMatchObject({
      obstacles: [
        { kind: 'signature', step: 'legal', state: 'waiting' },
        { kind: 'signature', step: 'leader', state: 'waiting' },
      ],
    });
  });

  it('A7: a late text voids the signatures over texts and no other, and finalising is refused', async () => {
    await signedByAll();
    expect(await states()).toEqual(['office signed', 'legal signed', 'leader signed']);
    await writeText();
    expect(await states()).toEqual(['office signed', 'legal lapsed', 'leader lapsed']);
    const refused = await expectRefused(finalise(), 'obstacles');
    expect(refused.details).toMatchObject({
      obstacles: [
        { step: 'legal', state: 'lapsed' },
        { step: 'leader', state: 'lapsed' },
      ],
    });
    const { since, signing } = await signPage(district().secondReviewer);
    expect([since?.what, since?.difference.texts.map((text) => text.key), since?.difference.cells]).toEqual(['signature', ['5'], []]);
    expect([signing.mine, (await signPage(district().reviewer)).since?.isSame]).toEqual(['legal', false]);
  });

  it('A7: a late note below a table voids the signatures over tables and no other, and the signer is shown its words', async () => {
    const note = (text: string, baseVersion: number) => saveReportText(district().admin, { ...key(), key: 't3', text, baseVersion });
    await note('以受理日期统计。', 0);
    await signedByAll();
    await note('以答复日期统计。', 1);
    expect(await states()).toEqual(['office lapsed', 'legal signed', 'leader lapsed']);
    const difference = (await signPage(district().reviewer)).since?.difference;
    expect([difference?.texts.map((text) => text.key), difference?.lists]).toEqual([['t3'], []]);
    await note('以受理日期统计。', 2);
    expect(await states()).toEqual(['office signed', 'legal signed', 'leader signed']);
  });

  it('A7: a late figure voids the signatures over tables, and stands again once the figure is back', async () => {
    await signedByAll();
    const { id } = await adjustReport(district().admin, { ...key(), changeId: 'a', cell, raw: '+1', reason });
    await countersignAdjustment(district().secondReviewer, { ...key(), adjustmentId: id });
    expect(await states()).toEqual(['office lapsed', 'legal signed', 'leader lapsed']);
    const difference = (await signPage(district().reviewer)).since?.difference;
    expect(difference?.cells.find((one) => one.cell === cell)).toMatchObject({ before: '16', after: '17' });
    await withdrawAdjustment(district().admin, { ...key(), adjustmentId: id });
    expect(await states()).toEqual(['office signed', 'legal signed', 'leader signed']);
  });

  it('is withdrawn by its signer with a reason, until the edition is made', async () => {
    const { leader } = await signedByAll();
    const [signature] = (await page()).signing.steps.flatMap((one) => one.signature ?? []);
    const asked = { ...key(), signatureId: signature?.id ?? '', reason: '签错了年份，重新核对后再签。' };
    await expectRefused(withdrawReportSignature(district().secondReviewer, asked), 'own_work');
    await expectRefused(withdrawReportSignature(district().reviewer, { ...asked, reason: '已核实' }), 'invalid');
    expect(await kindsOf(district().store, () => withdrawReportSignature(district().reviewer, asked))).toEqual([
      'report.signature_withdrawn',
    ]);
    expect(await states()).toEqual(['office waiting', 'legal signed', 'leader signed']);
    later();
    await sign(district().reviewer, 'office');
    later();
    await finalise();
    const leaders = (
      await listReportSignatures(
        district().store.read,
        (await findReport(district().store.read, key().unitId, key().year, 'consolidated'))?.id ?? '',
      )
    ).find((one) => one.step === 'leader');
    await expectRefused(withdrawReportSignature(leader, { ...asked, signatureId: leaders?.id ?? '' }), 'conflict');
  });

  it('the edition keeps who signed which step, under which content', async () => {
    await signedByAll();
    const { hash } = (await page()).signing;
    await finalise();
    const edition = await latestEditionOf(district().store.read, key().unitId, key().year, 'consolidated');
    const { signatures, corrects } = readEdition(edition?.content ?? '');
    expect(signatures?.map((one) => [one.name, one.signedBy, one.hash])).toEqual([
      ['办公室审核', district().reviewer.actor.name, hash],
      ['法制与保密审查', district().secondReviewer.actor.name, hash],
      ['领导签发', district().auditor.actor.name, hash],
    ]);
    expect(corrects).toBeUndefined();
  });

  it('A8: the next edition says what it corrects, needs its own leader, and what did not move stays signed', async () => {
    const { leader } = await signedByAll();
    later();
    await finalise();
    expect(await states()).toEqual(['office signed', 'legal signed', 'leader waiting']);
    later();
    await writeText();
    expect(await states()).toEqual(['office signed', 'legal lapsed', 'leader waiting']);
    await expectRefused(sign(district().secondReviewer, 'legal'), 'invalid');
    await sendForSigning(district().admin, { ...key(), changeId: 'again', seenHash: (await page()).signing.hash });
    later();
    await sign(district().secondReviewer, 'legal');
    later();
    await sign(leader, 'leader');
    later();
    expect((await finalise(district().admin, reason)).number).toBe(2);
    const edition = await latestEditionOf(district().store.read, key().unitId, key().year, 'consolidated');
    expect(readEdition(edition?.content ?? '').corrects).toMatchObject({ edition: 1, reason, slips: [] });
  });

  it('who finalises is not the only one who signed', async () => {
    await aReportGoingRound();
    const [office] = usualSteps as [SigningStep];
    await setSigningSteps(district().admin, { steps: [{ ...office, role: 'admin' }], seen: usualSteps });
    await sign(district().admin, 'office');
    await expectRefused(finalise(), 'own_work');
  });

  it('stands in the list of whoever is to sign next, and of nobody else', async () => {
    const { leader } = await aReportGoingRound();
    const waiting = (person: CommandContext) => countReportsToSign(district().store.read, person.actor, null);
    const everybody = async () => [await waiting(district().reviewer), await waiting(leader), await waiting(district().clerk())];
    expect(await everybody()).toEqual([1, 0, 0]);
    await sign(district().reviewer, 'office');
    await sign(district().secondReviewer, 'legal');
    expect(await everybody()).toEqual([0, 1, 0]);
    await sign(leader, 'leader');
    expect(await everybody()).toEqual([0, 0, 0]);
    later();
    await writeText();
    const [row] = await listReportsToSign(district().store.read, district().secondReviewer.actor, null);
    expect(row).toMatchObject({ signed: 1, lapsed: 2, of: 3, mine: '法制与保密审查', isAgain: true });
    await expectRefused(loadSignPage(district().store.read, district().clerk().actor, key(), null), 'not_found');
  });
});

describe('the steps', () => {
  const district = inADistrict();

  it('are set by an administrator, once for everybody, against the list that was on the screen', async () => {
    const set = (person: CommandContext, steps: readonly SigningStep[], seen: readonly SigningStep[]) =>
      setSigningSteps(person, { steps, seen });
    await expectRefused(set(district().reviewer, usualSteps, []), 'forbidden');
    await expectRefused(set(district().admin, [{ ...(usualSteps[0] as SigningStep), name: ' ' }], []), 'invalid');
    expect(await kindsOf(district().store, () => set(district().admin, usualSteps, []))).toEqual(['report.steps_set']);
    expect(await kindsOf(district().store, () => set(district().admin, usualSteps, []))).toEqual([]);
    expect(await kindsOf(district().store, () => set(district().admin, [], []))).toEqual([]);
  });

  it('of two administrators are both kept; the same step set twice is refused with both values and the person', async () => {
    const { admin, reviewer, rootId, store } = district();
    const other = await district().withPost(reviewer, 'admin', rootId);
    const set = (person: CommandContext, steps: readonly SigningStep[], seen = usualSteps) => setSigningSteps(person, { steps, seen });
    await set(admin, usualSteps, []);
    const [office, legal, leader] = usualSteps as [SigningStep, SigningStep, SigningStep];
    const archive: SigningStep = { ...legal, key: 'archive', name: '档案核对' };
    await set(admin, [leader, { ...office, name: '办公室初审' }, legal]);
    await set(other, [office, { ...legal, role: 'admin' }, leader, archive]);
    expect((await signingSteps(store.read)).map((step) => [step.name, step.role])).toEqual([
      ['领导签发', 'head'],
      ['办公室初审', 'reviewer'],
      ['法制与保密审查', 'admin'],
      ['档案核对', 'reviewer'],
    ]);
    const clash = await expectRefused(set(other, [{ ...office, name: '办公室复审' }, legal, leader]), 'conflict');
    for (const part of ['办公室初审', '办公室复审', admin.actor.name]) expect(clash.sentence.zh).toContain(part);
    const order = await expectRefused(set(other, [legal, office, leader]), 'conflict');
    for (const part of ['顺序', '领导签发 → 办公室初审', '法制与保密审查 → 办公室审核']) expect(order.sentence.zh).toContain(part);
    const gone = await expectRefused(set(other, [legal, leader]), 'conflict');
    expect(gone.sentence.zh).toContain('没有这一步');
  });
});
