import { eventLog } from '@/db/store';
import { type CommandContext, runCommand } from '@/server/commands/command';
import { secondsUntil } from '@/server/domain/guessing';
import type { Sentence } from '@/server/domain/sentence';
import { Refused } from '@/server/errors';
import type { CountedGuess } from './guesses';
import { isToBeRecorded } from './recorded-refusals';

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
  const isRecorded = await isToBeRecorded(context, { of: 'guesses', from: told.from });
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
