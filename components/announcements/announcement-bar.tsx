'use client';

import type { OwnAnnouncement } from '@/server/queries/announcements';
import { useMessages } from '../messages/messages-provider';
import { ActAnswer } from '../shell/act-answer';
import { useAct } from '../shell/use-act';
import { useTRPCClient } from '../trpc-client';
import { Button } from '../ui/button';
import { firstCharacters } from '../ui/first-characters';
import { Link } from '../ui/link';
import { useFocusKept } from '../ui/use-focus-kept';

/** What the office tells the person, quietly on top of their home: the newest few, each to be put away. */
export function AnnouncementBar({ announcements }: { announcements: readonly OwnAnnouncement[] }) {
  const { common } = useMessages();
  const words = common.announcements;
  const client = useTRPCClient();
  const act = useAct();
  const { box, remember } = useFocusKept<HTMLUListElement>();
  return (
    <section aria-label={words.label} className="mb-4 rounded border border-hairline bg-act-soft px-4 py-1 print:hidden">
      <ul ref={box} className="divide-y divide-hairline">
        {announcements.map((one) => (
          <li key={one.id} className="flex flex-wrap items-start justify-between gap-x-4 py-1">
            <p className="min-w-0 flex-1 text-body leading-7 break-words whitespace-pre-line">
              {one.text} <span className="text-note text-muted">{words.from(one.by, one.endsOn)}</span>
            </p>
            <Button
              look="quiet"
              isSmall
              disabled={act.isBusy}
              aria-label={words.putAwayOf(firstCharacters(one.text, 20))}
              onClick={(event) => {
                remember(event.currentTarget);
                void act.run(() => client.announcement.dismiss.mutate({ id: one.id, seen: one.text }), '');
              }}
            >
              {words.putAway}
            </Button>
          </li>
        ))}
      </ul>
      <Link href="/announcements" className="inline-flex min-h-7 items-center text-note text-act underline underline-offset-2">
        {words.all}
      </Link>
      <ActAnswer answer={act.answer} className="pb-1 empty:pb-0" />
    </section>
  );
}
