import { describe, expect, it } from 'vitest';
import { listTexts } from '@/db/store';
import { submitQuarter } from '../../rehearsal/file-quarter';
import { typeCell } from '../../testing/a-district';
import { inADistrict } from '../../testing/in-a-district';
import { kindsOf } from '../../testing/log-of';
import { expectRefused } from '../../testing/refusal-of';
import { saveReportText } from '../report/save-report-text';
import { saveFilingText } from './save-filing-text';

describe('saving the text of a filing', () => {
  const district = inADistrict();
  const save = async (text: string, baseVersion: number, changeId: string = district().clerk().newId()) =>
    saveFilingText(district().clerk(), { filingId: (await district().filing()).id, changeId, text, baseVersion });

  it('stores it under a new version, and answers the same text as the same', async () => {
    expect(await save('公开 3 件。', 0)).toEqual({ outcome: 'saved', version: 1 });
    expect(await save('公开 3 件。', 0)).toEqual({ outcome: 'same', version: 1 });
    expect(await save('公开 4 件。', 1)).toEqual({ outcome: 'saved', version: 2 });
  });

  it('answers a stale version with what stands there', async () => {
    await save('公开 3 件。', 0);
    expect(await save('公开 5 件。', 0)).toMatchObject({ outcome: 'conflict', version: 1, text: '公开 3 件。' });
  });

  it('does a repeated change once', async () => {
    await save('公开 3 件。', 0, 'one-edit');
    await save('公开 4 件。', 1);
    expect(
      await kindsOf(district().store, async () =>
        expect(await save('公开 3 件。', 0, 'one-edit')).toEqual({ outcome: 'same', version: 1 }),
      ),
    ).toEqual([]);
    expect((await listTexts(district().store.read, (await district().filing()).id))[0]?.text).toBe('公开 4 件。');
  });

  it('answers a change that is repeated after its filing was submitted as the same', async () => {
    await save('公开 3 件。', 0, 'one-edit');
    const { id } = await district().type();
    await submitQuarter(district().clerk(), id);
    expect(await save('公开 3 件。', 0, 'one-edit')).toEqual({ outcome: 'same', version: 1 });
    await expectRefused(save('公开 4 件。', 1), 'wrong_status');
  });

  it('refuses a change number that somebody else, or another kind of change, has used', async () => {
    const theirs = await district().filing(1);
    await saveFilingText(district().clerk(1), { filingId: theirs.id, changeId: 'theirs', text: '文字', baseVersion: 0 });
    await expectRefused(save('公开 3 件。', 0, 'theirs'), 'invalid');
    const mine = await district().filing();
    const [figure] = [
      await typeCell({ ...district().clerk(), newId: () => 'a-figure' }, mine.id, { cell: 's3.granted.natural_person', raw: '1' }),
    ];
    expect(figure.outcome).toBe('saved');
    await expectRefused(save('公开 3 件。', 0, 'a-figure'), 'invalid');
    expect(await listTexts(district().store.read, mine.id)).toEqual([]);
  });

  it('refuses what is too long and cuts nothing off', async () => {
    const refused = await expectRefused(save('长'.repeat(20_001), 0), 'invalid');
    expect(refused.sentence.zh).toContain('20001');
    expect(await listTexts(district().store.read, (await district().filing()).id)).toEqual([]);
  });
});

describe('saving a text of a report', () => {
  const district = inADistrict();

  it('keeps versions and answers a conflict with what stands there', async () => {
    const key = { unitId: district().rootId, year: district().year, scope: 'consolidated', key: '5' } as const;
    expect(await saveReportText(district().admin, { ...key, text: '问题一。', baseVersion: 0 })).toEqual({ outcome: 'saved', version: 1 });
    expect(await saveReportText(district().admin, { ...key, text: '问题一。', baseVersion: 0 })).toEqual({ outcome: 'same', version: 1 });
    expect(await saveReportText(district().admin, { ...key, text: '问题二。', baseVersion: 0 })).toMatchObject({
      outcome: 'conflict',
      text: '问题一。',
    });
    await expectRefused(saveReportText(district().reviewer, { ...key, text: '问题二。', baseVersion: 1 }), 'forbidden');
  });
});
