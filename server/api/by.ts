import type { Overlay } from '@/server/domain/checks';
import type { Actor } from '@/server/views/access';

/** For whom and when a page is asked for that is made elsewhere, and by which rules. */
export function by({ actor, command }: { actor: Actor; command: { overlay: Overlay | null; now: () => Date } }) {
  return { actor, overlay: command.overlay, now: command.now() };
}
