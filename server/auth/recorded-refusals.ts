import { findGuessCounts, writeGuessCount } from '@/db/store';
import { type CommandContext, type CommandTx, runCommand } from '@/server/commands/command';
import { sha256Hex } from '@/server/domain/audit';

/** How many refusals that cost nothing to ask for are written down one by one in an hour: of one address or session, and of all. */
export const recordedInAnHour = { oneSource: 100, all: 1000 };
const hourMs = 3_600_000;

/** What is counted apart: tries at the doors, and pages. `one` and `all` are what the log calls the source and everybody, where it says that it stops. */
const countedApart = {
  guesses: { act: 'session.start', place: 'refusals', one: 'one', all: 'all' },
  pages: { act: 'page.open', place: 'page refusals', one: 'pages', all: 'all_pages' },
} as const;

/**
 * Counts one more refusal of this hour, of its source and of all. Refusals that anybody can have by the thousand would fill a log that is kept for ever;
 * it says when it stops to tell of each.
 *
 * @param told.from the address or session that was refused
 * @returns whether it is still one of those that are written down
 */
export async function isToBeRecorded(context: CommandContext, told: { of: keyof typeof countedApart; from: string }): Promise<boolean> {
  const { act, place, one, all } = countedApart[told.of];
  return runCommand(context, { act, only: place }, async (tx) => {
    const ofSource = { of: one, place: `${place}:${sha256Hex(told.from)}`, limit: recordedInAnHour.oneSource };
    const isOfSource = await isWithin(tx, context.now(), ofSource);
    return isOfSource && isWithin(tx, context.now(), { of: all, place: `${place}:all`, limit: recordedInAnHour.all });
  });
}

async function isWithin(tx: CommandTx, now: Date, { of, place, limit }: { of: string; place: string; limit: number }): Promise<boolean> {
  const before = (await findGuessCounts(tx, [place])).get(place);
  const isOver = !before || before.forgetAt <= now;
  const tries = isOver ? 1 : before.tries + 1;
  const forgetAt = isOver ? new Date(now.getTime() + hourMs) : before.forgetAt;
  if (tries > limit + 1) return false;
  await writeGuessCount(tx, { place, account: place, tries, heldUntil: null, forgetAt });
  if (tries <= limit) return true;
  tx.about({ type: 'session', id: of, unitId: null, period: null });
  tx.record('session.refusals_not_recorded', { from: of, limit, until: forgetAt.toISOString() });
  return false;
}
