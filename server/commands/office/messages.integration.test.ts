import { describe, expect, it } from 'vitest';
import { findNoticeChoice, insertMessage, listDueMessages, markTrouble } from '@/db/store';
import { loadMessages } from '@/server/queries/messages';
import { loadInbox } from '@/server/queries/notices';
import { inADistrict } from '../../testing/in-a-district';
import { kindsOf } from '../../testing/log-of';
import { expectRefused } from '../../testing/refusal-of';
import { chooseNotices } from '../account/choose-notices';
import { retryMessage } from './retry-message';

const night = { quietFrom: 20, quietTo: 8 };

describe('what a person wants to be sent', () => {
  const district = inADistrict();

  it('is kept as theirs; from when on they are sent it begins with the first choice, and the log holds no address', async () => {
    const { clerk, setClock, store } = district();
    const kept = () => findNoticeChoice(store.read, clerk().actor.userId);
    await chooseNotices(clerk(), { address: ' zhang@office.example ', pace: 'daily', ...night });
    const first = await kept();
    expect(first).toMatchObject({ address: 'zhang@office.example', pace: 'daily' });
    setClock('2026-05-01T02:00:00Z');
    const kinds = await kindsOf(store, () => chooseNotices(clerk(), { address: 'zhang@office.example', pace: 'weekly', ...night }));
    expect([kinds, (await kept())?.since]).toEqual([['person.notices_chosen'], first?.since]);
    await chooseNotices(clerk(), { address: '', pace: 'never', ...night });
    await chooseNotices(clerk(), { address: 'zhang@office.example', pace: 'at_once', ...night });
    expect((await kept())?.since).toEqual(new Date('2026-05-01T02:00:00Z'));
    expect((await loadInbox(store.read, clerk().actor, true)).mail).toEqual({ address: 'zhang@office.example', pace: 'at_once', ...night });
    expect((await loadInbox(store.read, clerk().actor)).mail).toBeNull();
  });

  it.each(['', 'nobody', 'a@b', 'a@b.example, c@d.example', 'a@b.example\r\nBcc: c@d.example', '张三@office.example\u0000'])(
    'is never sent to %j',
    async (address) => {
      await expectRefused(chooseNotices(district().clerk(), { address, pace: 'daily', ...night }), 'invalid');
      expect(await findNoticeChoice(district().store.read, district().clerk().actor.userId)).toBeNull();
    },
  );
});

describe('what could not be sent', () => {
  const district = inADistrict();

  it('is shown to the administrator without its address, and is sent anew when they ask for it, once', async () => {
    const { admin, clerk, reviewer, store } = district();
    const at = new Date('2026-04-08T02:00:00Z');
    const message = { id: 'm1', channel: 'mail', receiver: clerk().actor.userId, noticeIds: ['n'], madeAt: at } as const;
    await store.tx((tx) => insertMessage(tx, message));
    await store.tx((tx) => markTrouble(tx, 'm1', { trouble: 'receiver', nextAt: null }));
    const page = await loadMessages(store.read, admin.actor, null);
    expect(page).toMatchObject({ mailServer: null, robots: [], troubled: 1, waiting: 0 });
    expect(page.messages).toEqual([
      { id: 'm1', channel: 'mail', receiver: clerk().actor.name, madeAt: at.toISOString(), tries: 0, trouble: 'receiver', nextAt: null },
    ]);
    await expectRefused(retryMessage(reviewer, { id: 'm1' }), 'forbidden');
    expect(await kindsOf(store, () => retryMessage(admin, { id: 'm1' }))).toEqual(['message.retried']);
    expect((await listDueMessages(store.read, { channel: 'mail', now: admin.now(), limit: 5 })).map(({ id }) => id)).toEqual(['m1']);
    await expectRefused(retryMessage(admin, { id: 'm2' }), 'conflict');
  });
});
