import { describe, expect, it } from 'vitest';
import { loadReportPage } from '@/server/queries/report';
import { loadTextVersions } from '@/server/queries/report-writing';
import { inADistrict } from '../../testing/in-a-district';
import { kindsOf } from '../../testing/log-of';
import { expectRefused } from '../../testing/refusal-of';
import type { CommandContext } from '../command';
import { commentOnReport } from './comment-on-report';
import { declineSuggestion } from './decline-suggestion';
import { resolveReportThread } from './resolve-report-thread';
import { restoreReportText } from './restore-report-text';
import { saveReportText } from './save-report-text';
import { suggestReportText } from './suggest-report-text';
import { takeSuggestion } from './take-suggestion';
import { withdrawSuggestion } from './withdraw-suggestion';

const minute = 60_000;

describe('the writing of a report', () => {
  const district = inADistrict();
  const key = () => ({ unitId: district().rootId, year: district().year, scope: 'consolidated' as const });
  const page = () => loadReportPage(district().store.read, district().admin.actor, key(), null);
  const stored = async () => (await page()).texts['5'];
  const save = (text: string, baseVersion: number, by: CommandContext = district().admin) =>
    saveReportText(by, { ...key(), key: '5', text, baseVersion });
  const at = (context: CommandContext, minutes: number): CommandContext => ({
    ...context,
    now: () => new Date(district().admin.now().getTime() + minutes * minute),
  });
  /** A second administrator: another person with the same posts. */
  const second = (): CommandContext => {
    const { admin, secondReviewer } = district();
    return { ...admin, actor: { ...admin.actor, userId: secondReviewer.actor.userId, name: secondReviewer.actor.name } };
  };
  const versions = () => loadTextVersions(district().store.read, district().admin.actor, { ...key(), key: '5' });

  describe('two writers', () => {
    it('of different paragraphs lose nothing, and the second hears what the text is now', async () => {
      await save('问题一。\n问题二。', 0);
      await save('问题一，已改。\n问题二。', 1, second());
      expect(await save('问题一。\n问题二，也改了。', 1)).toEqual({
        outcome: 'merged',
        version: 3,
        text: '问题一，已改。\n问题二，也改了。',
      });
      expect(await stored()).toMatchObject({ text: '问题一，已改。\n问题二，也改了。', version: 3 });
    });

    it('of one paragraph are both shown, and nothing is saved until somebody decides', async () => {
      await save('问题一。\n问题二。', 0);
      await save('问题一，他改。\n问题二。', 1, second());
      expect(await save('问题一，我改。\n问题二。', 1)).toMatchObject({
        outcome: 'conflict',
        version: 2,
        base: '问题一。\n问题二。',
        text: '问题一，他改。\n问题二。',
      });
      expect(await stored()).toMatchObject({ text: '问题一，他改。\n问题二。', version: 2 });
      expect(await save('问题一，他改。\n问题一，我改。\n问题二。', 2)).toMatchObject({ outcome: 'saved', version: 3 });
    });

    it('work on from a version that left the list of versions, because the log has every save', async () => {
      await save('甲。\n乙。', 0);
      await save('甲。\n乙一。', 1);
      await save('甲。\n乙二。', 2);
      expect((await versions()).map((one) => one.version)).toEqual([3]);
      expect(await save('甲，改。\n乙一。', 2, second())).toMatchObject({ outcome: 'merged', text: '甲，改。\n乙二。' });
    });

    it('who began with nothing while somebody else wrote is told, whatever version they name', async () => {
      await save('甲。', 0);
      for (const baseVersion of [0, 99]) expect(await save('乙。', baseVersion, second())).toMatchObject({ outcome: 'conflict', base: '' });
    });
  });

  describe('versions', () => {
    it('one a stretch of work: ten minutes of one person, and another person begins anew', async () => {
      await save('甲', 0);
      await save('甲乙', 1, at(district().admin, 9));
      await save('甲乙丙', 2, at(district().admin, 11));
      await save('甲乙丙丁', 3, at(second(), 12));
      expect((await versions()).map(({ version, text }) => [version, text])).toEqual([
        [4, '甲乙丙丁'],
        [3, '甲乙丙'],
        [2, '甲乙'],
      ]);
    });

    it('restored, an earlier one is a new one; nothing is deleted', async () => {
      await save('甲', 0);
      await save('乙', 1, at(second(), 1));
      const restore = (version: number, baseVersion: number, by = district().admin) =>
        restoreReportText(by, { ...key(), key: '5', version, baseVersion });
      await expectRefused(restore(1, 1), 'conflict');
      await expectRefused(restore(7, 2), 'not_found');
      await expectRefused(restore(1, 2, district().reviewer), 'forbidden');
      expect(await kindsOf(district().store, () => restore(1, 2))).toEqual(['report.text_saved', 'report.text_restored']);
      expect(await stored()).toMatchObject({ text: '甲', version: 3 });
      expect((await versions()).map((one) => one.text)).toEqual(['甲', '乙', '甲']);
    });

    it('restored by whoever wrote the newest a moment ago, that one stays among them too', async () => {
      await save('甲', 0);
      await save('乙', 1, at(second(), 1));
      await restoreReportText(at(second(), 2), { ...key(), key: '5', version: 1, baseVersion: 2 });
      expect((await versions()).map((one) => one.text)).toEqual(['甲', '乙', '甲']);
    });
  });

  describe('suggestions', () => {
    const suggest = async (text: string, reason = '', by = district().reviewer) =>
      suggestReportText(by, { ...key(), key: '5', text, baseVersion: (await stored())?.version ?? 0, reason });
    const take = (suggestionId: string, over: string | null = null, by = district().admin) =>
      takeSuggestion(by, { ...key(), suggestionId, over });

    it('are one a paragraph, change nothing by themselves, and are taken with their live numbers', async () => {
      await save('公开{{s3.granted.total}}件。\n不足。', 0);
      await expectRefused(suggest('公开{{s3.granted.total}}件。\n不足。'), 'invalid');
      await expectRefused(suggest('别的', '', district().clerk(0)), 'not_found');
      const { ids } = await suggest('予以公开{{s3.granted.total}}件。\n不足之处有二。', '更准确');
      expect(await stored()).toMatchObject({ version: 1 });
      const { suggestions } = await page();
      expect(ids.map((id) => suggestions.find((one) => one.id === id))).toMatchObject([
        { before: '公开{{s3.granted.total}}件。', after: '予以公开{{s3.granted.total}}件。', reason: '更准确', decision: null },
        { before: '不足。', after: '不足之处有二。', reason: '更准确', decision: null },
      ]);
      await expectRefused(take(ids[0] ?? '', null, district().reviewer), 'forbidden');
      expect(await kindsOf(district().store, () => take(ids[0] ?? ''))).toEqual(['report.suggestion_decided', 'report.text_saved']);
      expect((await stored())?.text).toBe('予以公开{{s3.granted.total}}件。\n不足。');
      await expectRefused(take(ids[0] ?? ''), 'conflict');
    });

    it('one whose paragraph changed since is not taken before the writer has seen both', async () => {
      await save('问题一。', 0);
      const { ids } = await suggest('问题一，措施二。');
      await save('问题一，已改。', 1);
      await expectRefused(take(ids[0] ?? ''), 'conflict');
      expect((await page()).suggestions[0]?.decision).toBeNull();
      await expectRefused(take(ids[0] ?? '', '问题一。'), 'conflict');
      await take(ids[0] ?? '', '问题一，已改。');
      expect((await stored())?.text).toBe('问题一，措施二。');
    });

    it('are declined with a reason, and withdrawn by their author only', async () => {
      await save('问题一。', 0);
      const [first] = (await suggest('问题一，甲。')).ids;
      const [other] = (await suggest('问题一，乙。')).ids;
      const decline = (text: string) => declineSuggestion(district().admin, { ...key(), suggestionId: first ?? '', text });
      await expectRefused(decline(' '), 'invalid');
      await decline('以原文为准。');
      const withdraw = (by: CommandContext) => withdrawSuggestion(by, { ...key(), suggestionId: other ?? '' });
      await expectRefused(withdraw(district().admin), 'own_work');
      await withdraw(district().reviewer);
      await expectRefused(withdraw(district().reviewer), 'conflict');
      expect((await page()).suggestions.map((one) => [one.id, one.decision, one.decisionText])).toEqual(
        expect.arrayContaining([
          [first, 'declined', '以原文为准。'],
          [other, 'withdrawn', ''],
        ]),
      );
      expect((await stored())?.text).toBe('问题一。');
    });
  });

  describe('comments', () => {
    const comment = (text: string, repliesTo: string | null = null, by = district().reviewer) =>
      commentOnReport(by, { ...key(), key: '5', quote: '问题一。', repliesTo, text });
    const resolve = (commentId: string) => resolveReportThread(district().admin, { ...key(), commentId });

    it('keep the words they are about when these change, are answered and resolved once all was read', async () => {
      await save('问题一。', 0);
      const { id } = await comment('请补充数据。');
      const { id: reply } = await comment('已补。', id, at(district().admin, 1));
      await expectRefused(comment('再回', reply), 'not_found');
      await expectRefused(comment('  '), 'invalid');
      await save('问题一，共三条。', 1);
      expect((await page()).comments.map(({ quote, repliesTo, text }) => [quote, repliesTo, text])).toEqual([
        ['问题一。', null, '请补充数据。'],
        ['问题一。', id, '已补。'],
      ]);
      await expectRefused(resolve(id), 'conflict');
      expect(await kindsOf(district().store, () => resolve(reply))).toEqual(['report.comment_resolved']);
      expect(await kindsOf(district().store, () => resolve(reply))).toEqual([]);
      expect((await page()).comments.every((one) => one.resolvedBy === district().admin.actor.name)).toBe(true);
    });
  });
});
