import { describe, expect, it } from 'vitest';
import { readSetting } from '@/db/store';
import { inADistrict } from '../../testing/in-a-district';
import { kindsOf } from '../../testing/log-of';
import { expectRefused } from '../../testing/refusal-of';
import { setContact } from './set-contact';

describe('how the office is reached', () => {
  const district = inADistrict();

  it('is set with an event, trimmed; set to the same, nothing happens; six at once are one', async () => {
    const contact = ' 政务公开科 电话 0000-1234567 ';
    const kinds = await kindsOf(district().store, async () => {
      await Promise.all(Array.from({ length: 6 }, () => setContact(district().admin, { contact, seen: '' })));
    });
    expect(kinds).toEqual(['office.contact_set']);
    expect(await readSetting(district().store.read, 'contact')).toBe(contact.trim());
  });

  it('is not overwritten unseen, and a reviewer cannot set it', async () => {
    await setContact(district().admin, { contact: '甲', seen: '' });
    const refused = await expectRefused(setContact(district().admin, { contact: '乙', seen: '' }), 'conflict');
    expect(refused.sentence.zh).toContain('“甲”');
    await expectRefused(setContact(district().reviewer, { contact: '乙', seen: '甲' }), 'forbidden');
  });
});
