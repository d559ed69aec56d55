import { describe, expect, it } from 'vitest';
import { listOfficeRules, loadOfficeRules } from '@/server/queries/office-rules';
import { loadReportPage } from '@/server/queries/report';
import { loadWording } from '@/server/queries/wording';
import { inADistrict } from '../../testing/in-a-district';
import { kindsOf } from '../../testing/log-of';
import { expectRefused } from '../../testing/refusal-of';
import { saveReportText } from './save-report-text';
import { setWording } from './set-wording';

describe('the wording of the office', () => {
  const district = inADistrict();
  const key = () => ({ unitId: district().rootId, year: district().year, scope: 'consolidated' as const });
  const page = () => loadReportPage(district().store.read, district().admin.actor, key(), null);
  const nothing = { repetitionShare: null, words: '' };

  it('holds for every report once it is set, with an event; set to the same, nothing happens', async () => {
    await saveReportText(district().admin, { ...key(), key: '5', text: '示列区公开不够及时。', baseVersion: 0 });
    expect((await page()).repetitionShare).toBe(0.5);
    const wanted = { repetitionShare: 0.3, words: '示列区=示例区' };
    const kinds = await kindsOf(district().store, async () => {
      await setWording(district().admin, { ...wanted, seen: nothing });
      await setWording(district().admin, { ...wanted, seen: nothing });
    });
    expect(kinds).toEqual(['rule.wording_changed']);
    const { repetitionShare, findings } = await page();
    expect([repetitionShare, findings.filter((one) => one.rule === 'c-words').map((one) => one.place?.snippet)]).toEqual([0.3, ['示列区']]);
    expect(await loadWording(district().store.read, district().admin.actor)).toEqual(wanted);
    // Whoever reads the rules, or checks a file in the browser, meets the same words.
    const { rules, packVersion } = await listOfficeRules(district().store.read, null);
    expect(rules.find((one) => one.id === 'c-words')).toMatchObject({ isAdded: true, failing: { lines: [{ zh: '第一部分：“示列区”' }] } });
    expect(packVersion).toContain('words-1');
    const { wording } = await loadOfficeRules(district().store.read, null);
    expect(wording.words).toEqual([{ wrong: '示列区', right: '示例区' }]);
  });

  it('is refused line by line, and to whoever does not run the year', async () => {
    await expectRefused(setWording(district().admin, { ...nothing, words: '示列区=示例区\n的=地', seen: nothing }), 'invalid');
    await setWording(district().admin, { ...nothing, words: '示列区', seen: nothing });
    await expectRefused(setWording(district().reviewer, { ...nothing, words: '甲乙', seen: nothing }), 'forbidden');
  });

  it('of two administrators is kept of both, word by word; the same word set twice is refused with both values and the person', async () => {
    const { admin, reviewer, rootId, store } = district();
    const other = await district().withPost(reviewer, 'admin', rootId);
    const seen = { repetitionShare: null, words: '示列区=示例区\n甲乙' };
    await setWording(admin, { ...seen, seen: nothing });
    await setWording(admin, { repetitionShare: 0.3, words: '示列区=示例区（本级）\n甲乙\n丙丁=丙', seen });
    const merged = { repetitionShare: 0.3, words: '示列区=示例区（本级）\n丙丁=丙\n戊己=戊' };
    expect(await setWording(other, { repetitionShare: null, words: '示列区=示例区\n戊己=戊', seen })).toEqual(merged);
    expect(await loadWording(store.read, admin.actor)).toEqual(merged);
    const word = await expectRefused(setWording(other, { ...seen, words: '示列区=示例县\n甲乙', seen }), 'conflict');
    for (const part of ['误写‘示列区’', '示例区（本级）', '示例县', admin.actor.name]) expect(word.sentence.zh).toContain(part);
    const gone = await expectRefused(setWording(admin, { ...seen, words: '示列区=示例区\n甲乙=甲', seen }), 'conflict');
    for (const part of ['误写‘甲乙’', '不在词表中', other.actor.name]) expect(gone.sentence.zh).toContain(part);
    const share = await expectRefused(setWording(other, { ...seen, repetitionShare: 0.4, seen }), 'conflict');
    for (const part of ['重复比例', '30%', '40%', admin.actor.name]) expect(share.sentence.zh).toContain(part);
    expect(await loadWording(store.read, admin.actor)).toEqual(merged);
  });
});
