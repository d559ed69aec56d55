import { createHash, randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  dropUpload,
  fileBytes,
  findContribution,
  findExplanation,
  findReportFact,
  insertEdition,
  listExplanations,
  listFilePieces,
  listUploads,
} from '@/db/store';
import { forgetUploads } from '@/server/boot/forget-answers';
import { type AttachmentPlace, maxAttachments, maxUploads, pieceBytes, uploadKeptMs } from '@/server/domain/attachments';
import { attachedFile } from '@/server/files/attached-file';
import { loadAttachments } from '@/server/queries/attachments';
import { loadFilingView } from '@/server/views/filing-view';
import { type MadeOf, reportEvidence } from '@/server/views/report-evidence';
import { reportFace } from '@/server/work/jobs/report-face';
import { aDocx, aPdf, aPng } from '../../testing/evidence-files';
import { inADistrict } from '../../testing/in-a-district';
import { kindsOf } from '../../testing/log-of';
import { expectRefused, refusalOf } from '../../testing/refusal-of';
import type { CommandContext } from '../command';
import { countersignException } from '../filing/countersign-exception';
import { explainFinding } from '../filing/explain-finding';
import { answerContribution } from '../report/answer-contribution';
import { askContributions } from '../report/ask-contributions';
import { retireReportFact } from '../report/retire-report-fact';
import { saveReportFact } from '../report/save-report-fact';
import { withdrawContribution } from '../report/withdraw-contribution';
import { addAttachment } from './add-attachment';
import { removeAttachment } from './remove-attachment';
import { sendPiece } from './send-piece';

describe('files that are evidence', () => {
  const district = inADistrict();
  const key = () => ({ unitId: district().rootId, year: district().year, scope: 'consolidated' as const });

  /** An explanation of the first unit's quarter, still the unit's to fill in. */
  async function anExplanation(): Promise<AttachmentPlace> {
    const filing = await district().type({ 's2.normative_documents.in_force': 1 });
    const [finding] = (await loadFilingView(district().store.read, filing, null)).checkRun.findings;
    const bound = { rule: finding?.rule ?? '', boundTo: finding?.boundTo ?? '' };
    const { id } = await explainFinding(district().clerk(0), { filingId: filing.id, ...bound, text: '清理时并入上级文件，见批文。' });
    return { about: 'explanation', aboutId: id };
  }
  async function anAnswer(): Promise<AttachmentPlace> {
    const { reviewer, clerk, year, unitIds } = district();
    const question = { topic: 'safeguards' as const, question: '几场培训？', dueOn: '2027-01-10' };
    const [requestId = ''] = (await askContributions(reviewer, { ...question, year, unitIds: unitIds.slice(0, 1) })).ids;
    await answerContribution(clerk(0), { requestId, baseVersion: 0, number: '', evidence: '', sentence: '组织培训三场。' });
    return { about: 'contribution', aboutId: requestId };
  }
  async function aFact(): Promise<AttachmentPlace> {
    const fact = { name: '培训', value: '3', unit: '场', exactness: 'exact' as const, ownerUnitId: null, evidence: '签到表' };
    return { about: 'fact', aboutId: (await saveReportFact(district().admin, { ...key(), id: null, seen: null, fact })).id };
  }
  const add = (
    context: CommandContext,
    place: AttachmentPlace,
    { name = '批文.pdf', bytes = aPdf(), upload = randomUUID() as string } = {},
  ) => addAttachment(context, { ...place, upload, file: { name, size: bytes.length, bytes } });
  const listed = async (context: CommandContext, place: AttachmentPlace) => loadAttachments(district().store.read, context.actor, place);
  const kept = async (hash: string) => {
    const all: Buffer[] = [];
    for await (const bytes of fileBytes(district().store.read, hash)) all.push(bytes);
    return Buffer.concat(all);
  };
  const refuses = async (work: Promise<unknown>, code: string, words: RegExp) => {
    const refused = await refusalOf(work);
    expect([refused.code, refused.sentence.zh]).toEqual([code, expect.stringMatching(words)]);
  };
  const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

  it('come in pieces and are kept whole under their hash; the event says hash, name and size', async () => {
    const { store, clerk, reviewer } = district();
    const place = await anExplanation();
    const bytes = aPdf('大文件', 2 * pieceBytes + 1_000);
    const [upload, name] = [randomUUID(), '..\\会议\u202e纪要.exe'];
    const events = await kindsOf(store, async () => {
      for (const piece of [0, 1])
        await sendPiece(clerk(0), {
          ...{ ...place, upload, piece },
          file: { name, size: bytes.length, bytes: bytes.subarray(piece * pieceBytes, (piece + 1) * pieceBytes) },
        });
      const last = bytes.subarray(2 * pieceBytes);
      await addAttachment(clerk(0), { ...place, upload, file: { name, size: bytes.length, bytes: last } });
    });
    expect(events).toEqual(['attachment.added']);
    expect(hashOf(await kept(hashOf(bytes)))).toBe(hashOf(bytes));
    expect(await listUploads(store.read, clerk(0).actor.userId)).toEqual([]);
    const file = { name: '会议纪要.exe.pdf', type: 'pdf', size: bytes.length, addedBy: 'clerk clerk0' };
    expect(await listed(clerk(0), place)).toMatchObject({ files: [{ ...file, mayRemove: true }], mayAdd: true });
    expect(await listed(reviewer, place)).toMatchObject({ files: [{ ...file, mayRemove: false }], mayAdd: false });
  });

  it('are one when the same is sent six times at once, and one in the database wherever they are attached', async () => {
    const { store, clerk } = district();
    const [place, other] = [await anExplanation(), await anAnswer()];
    const upload = randomUUID();
    const events = await kindsOf(store, async () => {
      const answers = await Promise.all(Array.from({ length: 6 }, () => add(clerk(0), place, { upload })));
      expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
      // The same file once more, under another number: still one.
      expect((await add(clerk(0), place, { name: '另一个名字.pdf' })).id).toBe(answers[0]?.id);
      await add(clerk(0), other);
    });
    expect(events).toEqual(['attachment.added', 'attachment.added']);
    expect(await listFilePieces(store.read, hashOf(aPdf()))).toHaveLength(1);
    await refuses(add(clerk(0), other, { upload, bytes: aPng() }), 'invalid', /编号已被另一次操作使用/);
  });

  it('in disguise, too large, broken off or changed on their way are refused by a sentence, and leave nothing', async () => {
    const { store, clerk } = district();
    const place = await anExplanation();
    const [program, upload] = [Buffer.from('MZ\x90 a program'), randomUUID()];
    const piece = (over: object) => ({ ...place, upload, piece: 0, file: { name: '批文.pdf', size: 2_000_000, bytes: aPdf(), ...over } });
    await refuses(add(clerk(0), place, { bytes: program }), 'invalid', /程序文件.*没有添加.*只能添加/);
    await refuses(add(clerk(0), place, { bytes: aDocx({ 'word/vbaProject.bin': '' }) }), 'invalid', /宏/);
    await refuses(add(clerk(0), place, { bytes: new Uint8Array() }), 'invalid', /空文件/);
    await refuses(sendPiece(clerk(0), piece({ bytes: program })), 'invalid', /程序文件/);
    await refuses(sendPiece(clerk(0), piece({ size: 10_000_001 })), 'invalid', /超过每个附件 10 MB/);
    expect(await listUploads(store.read, clerk(0).actor.userId)).toEqual([]);
    // The second of two pieces never came; then it comes as another file's.
    await sendPiece(clerk(0), piece({ bytes: aPdf('半', 1_000_000).subarray(0, pieceBytes) }));
    const end = (bytes: Uint8Array) => addAttachment(clerk(0), { ...place, upload, file: { name: '批文.pdf', size: 2_000_000, bytes } });
    await refuses(end(aPdf()), 'invalid', /没有传完整.*请重新选择/);
    expect((await listed(clerk(0), place)).files).toEqual([]);
    expect(await forgetUploads(store, clerk(0).now())).toBe(0);
    expect(await forgetUploads(store, new Date(clerk(0).now().getTime() + uploadKeptMs + 1))).toBe(1);
  });

  it('on their way are few: a further one takes the place of the oldest, and nobody ends another’s', async () => {
    const { store, clerk } = district();
    const place = await anExplanation();
    const uploads = Array.from({ length: maxUploads + 2 }, () => randomUUID());
    for (const upload of uploads) {
      district().setClock(new Date(clerk(0).now().getTime() + 1_000).toISOString());
      await sendPiece(clerk(0), { ...place, upload, piece: 0, file: { name: 'a.pdf', size: 1_000_000, bytes: aPdf() } });
    }
    const left = await listUploads(store.read, clerk(0).actor.userId);
    expect(left.map((file) => file.split(' ').at(-1))).toEqual(uploads.slice(-maxUploads).reverse());
    // Another person under the same number has an upload of their own.
    const answer = await anAnswer();
    await expectRefused(add(clerk(1), answer, { upload: uploads.at(-1) ?? '' }), 'not_found');
    expect(await listUploads(store.read, clerk(0).actor.userId)).toHaveLength(maxUploads);
  });

  it('are at most so many on one thing', async () => {
    const place = await anAnswer();
    for (let at = 0; at < maxAttachments; at += 1) await add(district().clerk(0), place, { bytes: aPdf(`第 ${at} 份`) });
    await refuses(add(district().clerk(0), place), 'invalid', /已有 20 个附件.*请先移除/);
    expect((await listed(district().clerk(0), place)).mayAdd).toBe(false);
  });

  it('are written by who may write the thing, read by who may read it, and are nothing to others', async () => {
    const { admin, reviewer, auditor, clerk, rootId, withPost } = district();
    const chief = await withPost(auditor, 'clerk', rootId);
    const rootClerk = { ...chief, actor: { ...chief.actor, posts: chief.actor.posts.filter((post) => post.role === 'clerk') } };
    const people = { admin, reviewer, auditor, 'own clerk': clerk(0), 'other clerk': clerk(1), 'clerk of the office': rootClerk };
    const table: string[] = [];
    for (const [thing, place] of [
      ['explanation', await anExplanation()],
      ['contribution', await anAnswer()],
      ['fact', await aFact()],
    ] as const) {
      const writer = thing === 'fact' ? admin : clerk(0);
      const { id } = await add(writer, place, { bytes: aPdf('在先') });
      for (const [who, context] of Object.entries(people)) {
        const outcome = async (work: Promise<unknown>) =>
          work.then(
            () => 'ok',
            (error) => (error as { code: string }).code,
          );
        const done = [
          await outcome(add(context, place, { bytes: aPdf(who) })),
          await outcome(sendPiece(context, { ...place, upload: randomUUID(), piece: 0, file: { name: 'a', size: 9_999, bytes: aPdf() } })),
          await outcome(listed(context, place)),
        ];
        const [mayRemove] = (await listed(context, place).catch(() => ({ files: [] }))).files.map((one) => one.mayRemove);
        if (context !== writer) done.push(await outcome(removeAttachment(context, { id })));
        table.push(`${thing}, ${who}: ${done.join(' ')}, may remove: ${mayRemove ?? 'unknown'}`);
      }
    }
    expect(table).toMatchInlineSnapshot(`
      [
        "explanation, admin: forbidden forbidden ok forbidden, may remove: false",
        "explanation, reviewer: forbidden forbidden ok forbidden, may remove: false",
        "explanation, auditor: forbidden forbidden ok forbidden, may remove: false",
        "explanation, own clerk: ok ok ok ok, may remove: true",
        "explanation, other clerk: not_found not_found not_found not_found, may remove: unknown",
        "explanation, clerk of the office: not_found not_found not_found not_found, may remove: unknown",
        "contribution, admin: forbidden forbidden ok forbidden, may remove: false",
        "contribution, reviewer: forbidden forbidden ok forbidden, may remove: false",
        "contribution, auditor: forbidden forbidden ok forbidden, may remove: false",
        "contribution, own clerk: ok ok ok ok, may remove: true",
        "contribution, other clerk: not_found not_found not_found not_found, may remove: unknown",
        "contribution, clerk of the office: not_found not_found ok not_found, may remove: false",
        "fact, admin: ok ok ok, may remove: true",
        "fact, reviewer: forbidden forbidden ok forbidden, may remove: false",
        "fact, auditor: forbidden forbidden ok forbidden, may remove: false",
        "fact, own clerk: not_found not_found not_found not_found, may remove: unknown",
        "fact, other clerk: not_found not_found not_found not_found, may remove: unknown",
        "fact, clerk of the office: forbidden forbidden ok forbidden, may remove: false",
      ]
    `);
  });

  it('of what is not there and of what is another’s are refused in the same words', async () => {
    const { clerk } = district();
    const place = await anExplanation();
    const { id } = await add(clerk(0), place);
    const words = [];
    for (const aboutId of [place.aboutId, 'nothing']) {
      words.push(
        (await refusalOf(add(clerk(1), { ...place, aboutId }))).sentence,
        (await refusalOf(listed(clerk(1), { ...place, aboutId }))).sentence,
      );
    }
    for (const one of [id, 'nothing']) words.push((await refusalOf(removeAttachment(clerk(1), { id: one }))).sentence);
    expect(new Set(words.map(({ zh }) => zh)).size).toBe(1);
  });

  it('stay as they are once the quarter is submitted, the request withdrawn, the fact retired', async () => {
    const { admin, reviewer, clerk, year } = district();
    const [answer, fact] = [await anAnswer(), await aFact()];
    const { filing } = await district().submit({ 's2.normative_documents.in_force': 1 });
    const owner = { ownerType: 'filing', ownerId: filing.id } as const;
    const [explained] = await listExplanations(district().store.read, owner);
    const explanation = { about: 'explanation' as const, aboutId: explained?.id ?? '' };
    await expectRefused(add(clerk(0), explanation), 'wrong_status');
    expect(await listed(clerk(0), explanation)).toEqual({ files: [], mayAdd: false, togetherWith: [explanation.aboutId] });
    const upload = randomUUID();
    const [onAnswer, onFact] = [await add(clerk(0), answer, { upload }), await add(admin, fact)];
    await withdrawContribution(reviewer, { requestId: answer.aboutId });
    await retireReportFact(admin, { ...key(), id: fact.aboutId });
    await refuses(removeAttachment(clerk(0), onAnswer), 'wrong_status', /撤回/);
    await refuses(removeAttachment(admin, onFact), 'wrong_status', /停用/);
    await expectRefused(add(clerk(0), answer, { bytes: aPng() }), 'wrong_status');
    // The answer to the first was lost.
    expect(await add(clerk(0), answer, { upload })).toEqual(onAnswer);
    // An edition may have named them: whoever read them before reads them still.
    for (const reader of [clerk(0), reviewer]) {
      expect(await listed(reader, answer)).toMatchObject({ files: [{ mayRemove: false }], mayAdd: false });
      expect((await attachedFile(reader, onAnswer.id)).length).toBe(aPdf().length);
    }
    await expectRefused(listed(clerk(1), answer), 'not_found');
    expect(await listed(admin, fact)).toMatchObject({ files: [{ mayRemove: false }], mayAdd: false });
    expect(await findContribution(district().store.read, answer.aboutId)).toMatchObject({ year });
  });

  it('are taken away with an event; the bytes stay, nobody is shown them, and what was signed keeps its own', async () => {
    const { store, admin, clerk, reviewer } = district();
    const [answer, fact] = [await anAnswer(), await aFact()];
    const [first, onFact] = [await add(clerk(0), answer), await add(admin, fact, { bytes: aPng(), name: '照片.png' })];
    expect(
      await kindsOf(store, async () => {
        await removeAttachment(clerk(0), first);
        await removeAttachment(clerk(0), first);
      }),
    ).toEqual(['attachment.removed']);
    expect([(await listed(reviewer, answer)).files, (await kept(hashOf(aPdf()))).length]).toEqual([[], aPdf().length]);
    // Put on again it is another one; an edition then rests on it, and on the fact's.
    const again = await add(clerk(0), answer);
    const reportId = (await findReportFact(store.read, fact.aboutId))?.reportId ?? '';
    const finalised = { number: 1, origin: 'assembled' as const, content: '{}', hash: 'e'.repeat(64), finalisedBy: admin.actor.userId };
    await store.tx((tx) => insertEdition(tx, { id: randomUUID(), reportId, ...finalised, finalisedAt: admin.now() }));
    await refuses(removeAttachment(clerk(0), again), 'wrong_status', /已经定稿.*另外添加/);
    await refuses(removeAttachment(admin, onFact), 'wrong_status', /已经定稿/);
    expect((await listed(admin, fact)).files).toMatchObject([{ mayRemove: false }]);
    district().setClock(new Date(admin.now().getTime() + 60_000).toISOString());
    await removeAttachment(clerk(0), await add(clerk(0), answer, { bytes: aPdf('更正') }));
  });

  it('are named by the bundle as they stood when the edition was finalised', async () => {
    const { store, admin, clerk } = district();
    const [answer, fact, explanation] = [await anAnswer(), await aFact(), await anExplanation()];
    const [gone] = [await add(clerk(0), answer, { bytes: aPdf('先') }), await add(admin, fact), await add(clerk(0), explanation)];
    const reportId = (await findReportFact(store.read, fact.aboutId))?.reportId ?? '';
    const { filing } = await district().approve({ 's2.normative_documents.in_force': 1 });
    const madeOf = {
      reportId,
      year: key().year,
      origin: 'assembled',
      parts: [{ filingId: filing.id }],
      unitIds: district().unitIds,
    } as const;
    const named = async (at: Date | null, of: Partial<MadeOf> = {}) =>
      (await reportEvidence(store.read, { ...madeOf, ...of, at }))
        .map(({ about, bytes, sha256 }) => `${about} ${bytes} ${sha256.slice(0, 8)}`)
        .sort();
    const then = admin.now();
    const before = await named(then);
    expect(before).toEqual(await named(null));
    expect(before.map((line) => line.split(' ')[0])).toEqual(['contribution', 'explanation', 'fact']);
    // Without the quarter its files; without the unit what it answered; and nothing behind what was made elsewhere.
    expect(await named(then, { parts: [] })).toEqual(before.filter((line) => !line.startsWith('explanation')));
    expect(await named(then, { parts: [], unitIds: [] })).toEqual(before.filter((line) => line.startsWith('fact')));
    expect(await named(then, { origin: 'imported' })).toEqual([]);
    district().setClock(new Date(then.getTime() + 60_000).toISOString());
    await removeAttachment(clerk(0), gone);
    await add(clerk(0), answer, { bytes: aPdf('后') });
    expect(await named(then)).toEqual(before);
    expect(await named(null)).not.toEqual(before);
  });

  it('of a quarter that is not approved yet are named by no draft', async () => {
    const { store, admin, clerk } = district();
    const [fact, explanation] = [await aFact(), await anExplanation()];
    await add(clerk(0), explanation);
    const reportId = (await findReportFact(store.read, fact.aboutId))?.reportId ?? '';
    const named = async () => {
      const asked = { key: key(), reportId, edition: 'draft', kind: 'bundle', overlay: null } as const;
      return (await reportFace.load(store.read, asked)).evidence.map(({ about }) => about);
    };
    await add(admin, fact, { bytes: aPng() });
    expect(await named()).toEqual(['fact']);
    await district().approve({ 's2.normative_documents.in_force': 1 });
    expect((await named()).sort()).toEqual(['explanation', 'fact']);
  });

  it('of which a piece is missing end as an error, never as a shorter file', async () => {
    const { store, clerk } = district();
    const { id } = await add(clerk(0), await anAnswer());
    await store.tx((tx) => dropUpload(tx, hashOf(aPdf())));
    const { stream } = await attachedFile(clerk(0), id);
    const sent = async () => {
      for await (const _ of stream);
    };
    await expect(sent()).rejects.toThrow(/should have/);
  });

  it('behind a countersigned exception stay', async () => {
    const { clerk, reviewer } = district();
    const filing = await district().type({ 's3.granted.natural_person': 1 });
    const finding = (await loadFilingView(district().store.read, filing, null)).checkRun.findings.find(
      (one) => one.severity === 'must_fix',
    );
    const bound = { rule: finding?.rule ?? '', boundTo: finding?.boundTo ?? '' };
    const { id } = await explainFinding(clerk(0), { filingId: filing.id, ...bound, text: '系统切换遗留一件，台账已登记。' });
    const attached = await add(clerk(0), { about: 'explanation', aboutId: id });
    await countersignException(reviewer, { filingId: filing.id, exceptionId: id });
    await refuses(removeAttachment(clerk(0), attached), 'wrong_status', /已经会签/);
  });

  it('stay beside what is said anew of the same finding once its figures have changed, and beside nothing else', async () => {
    const { store, clerk, reviewer } = district();
    const said: AttachmentPlace[] = [];
    for (const value of [1, 2]) {
      const filing = await district().type({ 's3.granted.natural_person': value });
      const { findings } = (await loadFilingView(store.read, filing, null)).checkRun;
      const finding = findings.find((one) => one.severity === 'must_fix');
      const bound = { rule: finding?.rule ?? '', boundTo: finding?.boundTo ?? '' };
      const { id } = await explainFinding(clerk(0), { filingId: filing.id, ...bound, text: '系统切换遗留，台账已登记。' });
      said.push({ about: 'explanation', aboutId: id });
      if (value === 1) await add(clerk(0), said[0] as AttachmentPlace);
    }
    const [before, now] = said as [AttachmentPlace, AttachmentPlace];
    const elsewhere = await anExplanation();
    // By name: they come at one moment here.
    const names = async (place: AttachmentPlace) =>
      (await listed(reviewer, place)).files.map((one) => [one.name, one.isEarlier]).toSorted();
    expect(now.aboutId).not.toBe(before.aboutId);
    expect([await names(now), await names(elsewhere)]).toEqual([[['批文.pdf', true]], []]);
    expect((await listed(clerk(0), now)).togetherWith.toSorted()).toEqual([before.aboutId, now.aboutId].toSorted());
    // The same file put on it again is that one; a further one is there too when the figures are again as they were.
    await add(clerk(0), now);
    const further = await add(clerk(0), now, { name: '台账.pdf', bytes: aPdf('台账') });
    expect(await names(before)).toEqual([
      ['台账.pdf', true],
      ['批文.pdf', false],
    ]);
    await removeAttachment(clerk(0), further);
    expect(await names(before)).toEqual([['批文.pdf', false]]);
    // What the second signature was given on stays, whenever it was put there.
    const { ownerId } = (await findExplanation(store.read, now.aboutId)) ?? { ownerId: '' };
    await countersignException(reviewer, { filingId: ownerId, exceptionId: now.aboutId });
    const [kept] = (await listed(clerk(0), now)).files;
    expect(kept?.mayRemove).toBe(false);
    await refuses(removeAttachment(clerk(0), { id: kept?.id ?? '' }), 'wrong_status', /已经会签/);
  });
});
