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

  it('is refused line by line, when somebody else changed it, and to whoever does not run the year', async () => {
    await expectRefused(setWording(district().admin, { ...nothing, words: '示列区=示例区\n的=地', seen: nothing }), 'invalid');
    await setWording(district().admin, { ...nothing, words: '示列区', seen: nothing });
    await expectRefused(setWording(district().admin, { ...nothing, words: '甲乙', seen: nothing }), 'conflict');
    await expectRefused(setWording(district().reviewer, { ...nothing, words: '甲乙', seen: nothing }), 'forbidden');
  });
});
