import { sha256Hex } from '@/server/domain/audit';

/** By what a session is named outside: its id is what a cookie is worth, and is told to nobody. */
export function sessionKey(sessionId: string): string {
  return sha256Hex(sessionId).slice(0, 16);
}
