import { describe, expect, it } from 'vitest';
import { contactsOf, latestEvents } from '@/db/store';
import { loadAccountPage } from '@/server/queries/account';
import { inADistrict } from '@/server/testing/in-a-district';
import { refusalOf } from '@/server/testing/refusal-of';
import { setOwnTelephone, setTelephoneOf } from './set-telephone';

describe('a telephone number', () => {
  const district = inADistrict();
  const stored = async () => {
    const { userId } = district().clerk().actor;
    return (await contactsOf(district().store.read, [userId])).get(userId)?.telephone;
  };

  it('is given by its person or by who runs the account, and the log never says it', async () => {
    const { admin, clerk, store, unitIds } = district();
    const { userId } = clerk().actor;
    await setOwnTelephone(clerk(), { telephone: ' 0000－1234567 ' });
    expect([await stored(), (await loadAccountPage(store.read, clerk().actor, admin.now())).telephone]).toEqual([
      '0000-1234567',
      '0000-1234567',
    ]);
    const of = { userId, unitId: unitIds[0] ?? '' };
    await setTelephoneOf(admin, { ...of, telephone: '0000-7654321', seen: '0000-1234567' });
    expect((await refusalOf(setTelephoneOf(admin, { ...of, telephone: '110', seen: '0000-1234567' }))).code).toBe('conflict');
    await setTelephoneOf(admin, { ...of, telephone: '', seen: '0000-7654321' });
    expect(await stored()).toBeNull();
    const events = await latestEvents(store.read, { objectType: 'person', objectId: userId, kindPrefix: 'person.telephone', limit: 9 });
    expect(events.map(({ payload }) => payload)).toEqual(['removed', 'changed', 'set'].map((change) => ({ userId, change })));
  });

  it('that is none is refused, and so is another’s by a clerk', async () => {
    const { clerk, unitIds } = district();
    expect((await refusalOf(setOwnTelephone(clerk(), { telephone: '=HYPERLINK(1)' }))).code).toBe('invalid');
    const of = { userId: clerk(1).actor.userId, unitId: unitIds[1] ?? '', telephone: '110', seen: '' };
    expect((await refusalOf(setTelephoneOf(clerk(), of))).code).toBe('not_found');
  });
});
