import { expect } from 'vitest';
import { type RefusalCode, Refused } from '@/server/errors';

/** The refusal a command ends with. Anything else, also success, fails the test. */
export async function refusalOf(attempt: Promise<unknown>): Promise<Refused> {
  const outcome = await attempt.then(
    (value) => ({ answered: value }),
    (error: unknown) => error,
  );
  expect(outcome).toBeInstanceOf(Refused);
  return outcome as Refused;
}

export async function expectRefused(attempt: Promise<unknown>, code: RefusalCode): Promise<Refused> {
  const refused = await refusalOf(attempt);
  expect([refused.code, refused.sentence.zh.length > 5, refused.sentence.en.length > 5]).toEqual([code, true, true]);
  return refused;
}
