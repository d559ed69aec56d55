import { eventLog, findFiling } from '@/db/store';
import { type CommandContext, type EventObject, runCommand } from '@/server/commands/command';
import { filingObject } from '@/server/commands/filing/filing-access';
import type { Refused } from '@/server/errors';
import { isToBeRecorded } from './recorded-refusals';

const longestPage = 200;

/**
 * Writes down that somebody came to a page that is not theirs, as a procedure does that is refused. Pages cost nothing to ask for, so that only so many
 * are written one by one.
 *
 * @param page its address, without what is asked of it
 */
export async function recordRefusedPage(context: CommandContext, page: string, refused: Pick<Refused, 'code' | 'sentence'>): Promise<void> {
  const { actor } = context;
  if (!(await isToBeRecorded(context, { of: 'pages', from: actor.sessionId ?? actor.userId }))) return;
  const object = await objectOf(context, page);
  const { code, sentence } = refused;
  await runCommand(context, { act: 'page.open', only: eventLog }, async (tx) => {
    tx.about(object);
    tx.record('refused', { act: 'page.open', code, sentence: sentence.zh, page: page.slice(0, longestPage) });
  });
}

/** The filing whose page it is, so that it is found with the rest that happened to it; else the person who came. */
async function objectOf({ store, actor }: CommandContext, page: string): Promise<EventObject> {
  const [, filingId] = /^\/(?:filings|review)\/([^/]{1,80})/.exec(page) ?? [];
  const filing = filingId ? await findFiling(store.read, filingId) : null;
  if (!filing) return { type: 'person', id: actor.userId, unitId: null, period: null };
  return filingObject(filing);
}
