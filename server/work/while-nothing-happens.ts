import { eventHead, type Store } from '@/db/store';
import type { Overlay } from '@/server/domain/checks';
import { keepNewest } from '@/server/domain/keep-newest';
import { dayAt } from '@/server/domain/periods';
import type { Actor } from '@/server/views/access';
import type { Work } from './index';

const most = 24;

interface Asking {
  store: Store;
  actor: Actor;
  command: { work?: Work | undefined; overlay: Overlay | null; now: () => Date };
}

/**
 * Pages that the room made, given again as long as the log says that nothing has happened since; then no thread is asked. Only for pages of which the log
 * tells everything, as their threads keep them too (`selfKeptPage`).
 */
export function whileNothingHappens<Page>() {
  const made = new WeakMap<Store, Map<string, { head: string; overlay: Overlay | null; page: Page }>>();
  return async ({ store, actor, command }: Asking, asked: unknown, make: () => Promise<Page>): Promise<Page> => {
    // Where there is no room nobody is spared anything.
    if (!command.work) return make();
    const { overlay, now } = command;
    const pages = made.get(store) ?? new Map<string, { head: string; overlay: Overlay | null; page: Page }>();
    made.set(store, pages);
    const name = JSON.stringify([asked, actor.userId, actor.posts, dayAt(now())]);
    // Asked first: what happens meanwhile makes a page newer than it is said to be, and never older.
    const { seq, hash } = await eventHead(store.read);
    const head = `${seq} ${hash}`;
    const before = pages.get(name);
    const page = before?.head === head && before.overlay === overlay ? before.page : await make();
    keepNewest(pages, name, { head, overlay, page }, most);
    return page;
  };
}
