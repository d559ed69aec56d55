import { expect, it } from 'vitest';
import { saveFilingText } from '@/server/commands/filing/save-filing-text';
import type { Overlay } from '@/server/domain/checks';
import { inADistrict } from '@/server/testing/in-a-district';
import type { Actor } from '@/server/views/access';
import { workOf } from './index';
import { whileNothingHappens } from './while-nothing-happens';

const district = inADistrict({ units: 1 });

it('a page is asked for once until something happens, the day ends, another asks, another page is asked for, or the rules are others', async () => {
  const { store, reviewer, admin, clerk, filing } = district();
  const pages = whileNothingHappens<string>();
  let made = 0;
  const ask = ({ actor = reviewer.actor, asked = {}, overlay = null as Overlay | null, now = reviewer.now, hasRoom = true } = {}) =>
    pages({ store, actor, command: { work: hasRoom ? workOf(reviewer) : undefined, overlay, now } }, asked, async () => {
      made += 1;
      return `page ${made}`;
    });
  expect([await ask(), await ask()]).toEqual(['page 1', 'page 1']);
  await saveFilingText(clerk(), { filingId: (await filing()).id, changeId: 'c-1', text: '本季度无。', baseVersion: 0 });
  expect([await ask(), await ask()]).toEqual(['page 2', 'page 2']);
  const tomorrow = () => new Date(reviewer.now().getTime() + 24 * 3_600_000);
  const postless: Actor = { ...reviewer.actor, posts: [] };
  const others = [
    { now: tomorrow },
    { actor: admin.actor },
    { actor: postless },
    { asked: { page: 2 } },
    { overlay: { text: '{}' } as Overlay },
  ];
  for (const [index, other] of others.entries()) expect(await ask(other)).toBe(`page ${index + 3}`);
  expect([await ask({ hasRoom: false }), await ask({ hasRoom: false })]).toEqual(['page 8', 'page 9']);
});
