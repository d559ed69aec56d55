/** A session ends after half an hour without an act, and twelve hours after it began. @source 等级保护 身份鉴别; ASVS 7.3 */
export const idleLimitMs = 30 * 60_000;
export const absoluteLimitMs = 12 * 3_600_000;
/** How often the last act is written down; a request in between costs no write. */
export const touchEveryMs = 60_000;

/** Clocks are put right by less than this. A session from further ahead is of a clock that went back since: how long it was idle, nobody knows. */
export const clockToleranceMs = 5 * 60_000;

export function isSessionAlive(
  session: { createdAt: Date; lastSeenAt: Date; endedAt: Date | null; isActive: boolean },
  now: Date,
): boolean {
  return session.endedAt === null && session.isActive && !isSessionOver(session, now);
}

/** Whether its time is over. Whoever finds so writes it down, or a clock that is set back would bring the session to life again. */
export function isSessionOver({ createdAt, lastSeenAt }: { createdAt: Date; lastSeenAt: Date }, now: Date): boolean {
  const [idleMs, ageMs] = [now.getTime() - lastSeenAt.getTime(), now.getTime() - createdAt.getTime()];
  return idleMs > idleLimitMs || ageMs > absoluteLimitMs || Math.min(idleMs, ageMs) < -clockToleranceMs;
}
