import { describe, expect, it } from 'vitest';
import { listPhraseLines } from '@/server/queries/phrases';
import { inADistrict } from '../../testing/in-a-district';
import { kindsOf } from '../../testing/log-of';
import { expectRefused } from '../../testing/refusal-of';
import { addPhrase } from './add-phrase';
import { changePhrase } from './change-phrase';
import { movePhrase } from './move-phrase';
import { retirePhrase } from './retire-phrase';

describe('the office’s phrase list', () => {
  const district = inADistrict();
  const texts = async () => (await listPhraseLines(district().store.read, district().reviewer.actor)).map((line) => line.text);

  it('is added to, put in order, changed and retired from', async () => {
    const { admin, reviewer, store } = district();
    const kinds = await kindsOf(store, async () => {
      const { id: first } = await addPhrase(admin, { text: '请核对结转数。' });
      const { id: second } = await addPhrase(reviewer, { text: ' 请写明原因。 ' });
      await addPhrase(reviewer, { text: '请统一口径。' });
      await movePhrase(admin, { phraseId: second, to: 'up' });
      await movePhrase(admin, { phraseId: second, to: 'up' });
      expect(await texts()).toEqual(['请写明原因。', '请核对结转数。', '请统一口径。']);
      await changePhrase(admin, { phraseId: first, text: '请核对期初结转数。' });
      await retirePhrase(admin, { phraseId: second });
    });
    expect(await texts()).toEqual(['请核对期初结转数。', '请统一口径。']);
    expect(kinds).toEqual(['phrase.added', 'phrase.added', 'phrase.added', 'phrase.moved', 'phrase.changed', 'phrase.retired']);
  });

  it('has each phrase once, with words in it, no longer than a line or two', async () => {
    const { admin } = district();
    const { id: phraseId } = await addPhrase(admin, { text: '请核对。' });
    await addPhrase(admin, { text: '请写明原因。' });
    await expectRefused(addPhrase(admin, { text: ' 请核对。' }), 'invalid');
    await expectRefused(changePhrase(admin, { phraseId, text: '请写明原因。' }), 'invalid');
    await expectRefused(addPhrase(admin, { text: '' }), 'invalid');
    await expectRefused(addPhrase(admin, { text: '长'.repeat(201) }), 'invalid');
    await expectRefused(retirePhrase(admin, { phraseId: 'no such phrase' }), 'not_found');
    expect(await texts()).toEqual(['请核对。', '请写明原因。']);
  });

  it('is not kept by an auditor, nor known to a clerk', async () => {
    await expectRefused(addPhrase(district().auditor, { text: '请核对。' }), 'forbidden');
    await expectRefused(addPhrase(district().clerk(), { text: '请核对。' }), 'not_found');
    await expectRefused(listPhraseLines(district().store.read, district().clerk().actor), 'not_found');
  });
});
