'use client';

import { useMessages } from '../messages/messages-provider';
import { useWhoIsHere } from './use-who-is-here';

/** Who else has it open, by name. Nothing is locked by it. */
export function WhoIsHere({ room, filingId }: { room: 'review' | 'form'; filingId: string }) {
  const { talk, common } = useMessages();
  const others = useWhoIsHere(room, filingId);
  return (
    <p role="status" className="text-note leading-5 text-confirm empty:hidden">
      {others.length > 0 && `◉ ${talk.here[room](others.join(common.listComma))}`}
    </p>
  );
}
