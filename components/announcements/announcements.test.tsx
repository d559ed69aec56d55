import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { en } from '../messages/en';
import { InboxView } from '../notices/inbox-view';
import { shown } from '../testing/shown';
import { AnnouncementBar } from './announcement-bar';

describe('announcements', () => {
  // /office leads on to the first of a person's pages, so what stands on top there stands in the layout around them.
  const standsIn = (home: string) => (home === '/office' ? 'app/(desk)/office/layout.tsx' : `app/(desk)${home}/page.tsx`);

  it('stand wherever somebody starts', async () => {
    const homes = new Set((await readFile('app/home-of.ts', 'utf8')).match(/(?<=')\/[a-z]+(?=')/g));
    expect([...homes]).toEqual(expect.arrayContaining(['/tasks', '/office']));
    for (const home of homes) expect(await readFile(standsIn(home), 'utf8'), home).toContain('<Announcements />');
  });

  it('are named by their first characters, none cut in half, and the way to all of them is there with one too', async () => {
    const text = `${'系'.repeat(19)}𠮷维护`;
    const bar = await shown(
      <AnnouncementBar announcements={[{ id: 'a', text, endsOn: '2026-12-01', by: '周岚', at: '', isDismissed: false }]} />,
    );
    expect(bar.names('button')).toEqual([`收起：${'系'.repeat(19)}𠮷`]);
    expect(bar.the('link', '全部公告').href).toBe('/announcements');
    expect(en.common.announcements.putAwayOf('one')).toBe('Put away: one');
  });

  it('that were put away are found from the notices, and so is everybody’s calendar', async () => {
    const mail = { isOn: false, address: '', pace: 'never', quietFrom: 0, quietTo: 0 } as never;
    const inbox = await shown(<InboxView page={{ notices: [], mail }} />);
    expect(inbox.the('link', '全部公告').href).toBe('/announcements');
    expect(inbox.the('link', '↓ 期限存入日历').href).toBe('/files/deadlines/own.ics');
  });
});
