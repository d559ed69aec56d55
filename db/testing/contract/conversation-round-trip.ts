import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  deleteFollowUp,
  deleteRemarkDraft,
  deleteRemarkDraftsOf,
  giveRemarkDrafts,
  insertComment,
  insertFollowUp,
  insertPhrase,
  insertRemark,
  insertRemarkDraft,
  insertRemarkReply,
  listComments,
  listFollowUps,
  listPhrases,
  listRemarkDrafts,
  listRemarkReplies,
  resolveComments,
  type Store,
  updatePhrase,
} from '../../store';
import { aFiling, aUnit, someDay } from '../rows';

const later = new Date('2026-04-09T08:00:00.000Z');
const year = 2033;

/** What people say about a filing reads back as it was said, on either engine. */
export function conversationContract(store: () => Store): void {
  let filingId: string;
  let another: string;
  beforeAll(async () => {
    const unit = await aUnit(store());
    filingId = await aFiling(store(), { unitId: unit.id, year, quarter: 1 });
    another = await aFiling(store(), { unitId: unit.id, year, quarter: 2 });
  });

  describe('what is said about a filing', () => {
    it('keeps drafts of remarks by their writer, gives them to another, and takes away only that writer’s', async () => {
      const mine = { id: randomUUID(), filingId, anchor: 'text:2', text: '请补充依据。', writtenBy: 'r', writtenAt: someDay };
      const theirs = { ...mine, id: randomUUID(), anchor: 'text', writtenBy: 's', writtenAt: later };
      const all = () => listRemarkDrafts(store().read, filingId);
      for (const one of [theirs, mine, { ...mine, text: '又一次' }]) await store().tx((tx) => insertRemarkDraft(tx, one));
      expect(await all()).toEqual([mine, theirs]);
      await store().tx((tx) => deleteRemarkDraft(tx, { filingId, id: theirs.id, writtenBy: 'r' }));
      await store().tx((tx) => deleteRemarkDraftsOf(tx, { filingId, writtenBy: 'r' }));
      expect(await all()).toEqual([theirs]);
      await store().tx((tx) => giveRemarkDrafts(tx, { filingId, from: 's', to: 'r' }));
      expect(await all()).toEqual([{ ...theirs, writtenBy: 'r' }]);
      await store().tx((tx) => deleteRemarkDraft(tx, { filingId, id: theirs.id, writtenBy: 'r' }));
      expect(await all()).toEqual([]);
    });

    it('keeps comments in their order and resolves what is open on one place only', async () => {
      const first = { id: randomUUID(), filingId, anchor: 'text', text: '文字已核对。', writtenBy: 'u', writtenAt: someDay };
      const second = { ...first, id: randomUUID(), text: '谢谢。', writtenBy: 'r', writtenAt: later };
      const elsewhere = { ...second, id: randomUUID(), anchor: 's3.granted.natural_person', writtenAt: new Date(later.getTime() + 1) };
      for (const one of [elsewhere, second, first, { ...first, id: randomUUID(), filingId: another }])
        await store().tx((tx) => insertComment(tx, one));
      const open = { resolvedBy: null, resolvedAt: null };
      expect(await listComments(store().read, filingId)).toEqual([first, second, elsewhere].map((one) => ({ ...one, ...open })));
      await store().tx((tx) => resolveComments(tx, { filingId, anchor: 'text', by: 'r', at: later }));
      await store().tx((tx) => resolveComments(tx, { filingId, anchor: 'text', by: 'x', at: new Date(later.getTime() + 9) }));
      const done = { resolvedBy: 'r', resolvedAt: later };
      expect(await listComments(store().read, filingId)).toEqual([
        { ...first, ...done },
        { ...second, ...done },
        { ...elsewhere, ...open },
      ]);
      expect((await listComments(store().read, another)).map((one) => one.resolvedAt)).toEqual([null]);
    });

    it('keeps the first follow-up mark of a place until it is taken off', async () => {
      const mark = { anchor: 'text', markedBy: 'u', markedAt: someDay };
      await store().tx((tx) => insertFollowUp(tx, filingId, mark));
      await store().tx((tx) => insertFollowUp(tx, filingId, { ...mark, markedBy: 'v', markedAt: later }));
      await store().tx((tx) => insertFollowUp(tx, another, mark));
      expect(await listFollowUps(store().read, filingId)).toEqual([mark]);
      await store().tx((tx) => deleteFollowUp(tx, filingId, 'text'));
      expect([await listFollowUps(store().read, filingId), await listFollowUps(store().read, another)]).toEqual([[], [mark]]);
    });

    it('keeps the replies under the remarks of a filing, oldest first', async () => {
      const remark = {
        id: randomUUID(),
        filingId,
        submissionNumber: 1,
        anchor: 'text',
        text: '请核对',
        writtenBy: 'r',
        writtenAt: someDay,
      };
      const foreign = { ...remark, id: randomUUID(), filingId: another };
      const reply = { id: randomUUID(), remarkId: remark.id, text: '哪一段？', writtenBy: 'u', writtenAt: someDay };
      const next = { ...reply, id: randomUUID(), text: '第二段。', writtenBy: 'r', writtenAt: later };
      await store().tx(async (tx) => {
        for (const one of [remark, foreign]) await insertRemark(tx, one);
        for (const one of [next, reply, { ...reply, id: randomUUID(), remarkId: foreign.id }]) await insertRemarkReply(tx, one);
      });
      expect(await listRemarkReplies(store().read, filingId)).toEqual([reply, next]);
    });
  });

  describe('the phrase list', () => {
    it('keeps the phrases in use in the office’s order', async () => {
      const first = { id: randomUUID(), text: '请核对。', sort: 1, writtenBy: 'a', writtenAt: later };
      const second = { ...first, id: randomUUID(), text: '请写明原因。', sort: 2, writtenAt: someDay };
      for (const one of [second, first]) await store().tx((tx) => insertPhrase(tx, one));
      expect(await listPhrases(store().read)).toEqual([first, second]);
      await store().tx((tx) => updatePhrase(tx, first.id, { sort: 3, text: '请核对后更正。' }));
      expect(await listPhrases(store().read)).toEqual([second, { ...first, sort: 3, text: '请核对后更正。' }]);
      await store().tx((tx) => updatePhrase(tx, second.id, { retiredAt: later }));
      expect((await listPhrases(store().read)).map((one) => one.id)).toEqual([first.id]);
    });
  });
}
