/** A session ends after half an hour without an act, and twelve hours after it began. @source 等级保护 身份鉴别; ASVS 7.3 */
export const idleLimitMs = 30 * 60_000;
export const absoluteLimitMs = 12 * 3_600_000;
/** How often the last act is written down; a request in between costs no write. */
export const touchEveryMs = 60_000;

export function isSessionAlive(
  session: { createdAt: Date; lastSeenAt: Date; endedAt: Date | null; isActive: boolean },
  now: Date,
): boolean {
  return (
    session.endedAt === null &&
    session.isActive &&
    now.getTime() - session.lastSeenAt.getTime() <= idleLimitMs &&
    now.getTime() - session.createdAt.getTime() <= absoluteLimitMs
  );
}
