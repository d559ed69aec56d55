import { eventLog, findGuessCounts, writeGuessCount } from '@/db/store';
import { type CommandContext, type CommandTx, runCommand } from '@/server/commands/command';
import { sha256Hex } from '@/server/domain/audit';
import { secondsUntil } from '@/server/domain/guessing';
import type { Sentence } from '@/server/domain/sentence';
import { Refused } from '@/server/errors';
import type { CountedGuess } from './guesses';

/** How many refusals of the doors are written down one by one in an hour: of one address or session, and of all. */
export const recordedInAnHour = { oneSource: 100, all: 1000 };
const hourMs = 3_600_000;

/**
 * Refuses a guess, and writes it down. Guesses cost nothing and the log is kept for ever, so that only so many are written one by one; the log says
 * when it stops. That somebody's account begins to be held off is always written: the rules bound how often that can be.
 *
 * @param told.from the address or session that guesses, as the refusals are counted
 * @param told.guess the try that was looked at; null: none was, because the place is held off
 * @param told.isPerson whether the account exists
 */
export async function refuseGuess(
  context: CommandContext,
  told: { act: string; username: string; from: string; guess: CountedGuess | null; isPerson: boolean },
  refused: Refused,
): Promise<never> {
  const about = { type: 'session', id: told.username.slice(0, 80), unitId: null, period: null } as const;
  const isRecorded = await isToBeRecorded(context, told.from);
  const begun = (told.guess?.places ?? []).filter((place) => place.heldUntil !== null);
  if (begun.length > 0 && (told.isPerson || isRecorded))
    await runCommand(context, { act: told.act, only: eventLog }, async (tx) => {
      tx.about(about);
      for (const { kind, heldUntil } of begun)
        tx.record('session.held_off', { username: about.id, by: kind, until: heldUntil?.toISOString() ?? '' });
    });
  if (!isRecorded) throw refused;
  return runCommand(context, { act: told.act, only: eventLog }, async (tx) => {
    tx.about(about);
    throw refused;
  });
}

/** The refusal of a try that is not looked at. The wait is told in words by the sentence, and in seconds to whoever asks by HTTP. */
export function heldOff(until: Date, now: Date, sentence: (seconds: number) => Sentence): Refused {
  const retryAfterSeconds = secondsUntil(until, now);
  return new Refused('too_many', sentence(retryAfterSeconds), { retryAfterSeconds });
}

/** Counts one more refusal of this hour, of its source and of all. @returns whether it is still one of those that are written down */
async function isToBeRecorded(context: CommandContext, from: string): Promise<boolean> {
  return runCommand(context, { act: 'session.start', only: 'refusals' }, async (tx) => {
    const ofSource = await isWithin(tx, context.now(), {
      of: 'one',
      place: `refusals:${sha256Hex(from)}`,
      limit: recordedInAnHour.oneSource,
    });
    return ofSource && isWithin(tx, context.now(), { of: 'all', place: 'refusals:all', limit: recordedInAnHour.all });
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
