import { chownSync, statSync } from 'node:fs';

/** What the superuser makes beside an office's data belongs to whoever the data belongs to, or the service could not open it afterwards. */
export function ownLike(standing: string, made: string): void {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = statSync(standing);
  chownSync(made, uid, gid);
}
