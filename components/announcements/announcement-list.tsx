import type { OwnAnnouncement } from '@/server/queries/announcements';
import type { AllMessages } from '../messages/zh';
import { momentText } from '../ui/moment';
import { EmptyState, PageHead } from '../ui/page';

/** All that the office tells the person now, what they have put away too. */
export function AnnouncementList({ announcements, common }: { announcements: readonly OwnAnnouncement[]; common: AllMessages['common'] }) {
  const words = common.announcements;
  return (
    <>
      <PageHead title={words.title} context={words.context} />
      {announcements.length === 0 ? (
        <EmptyState title={words.none}>{words.noneHint}</EmptyState>
      ) : (
        <ul aria-label={words.title} className="divide-y divide-hairline rounded border border-hairline bg-paper">
          {announcements.map((one) => (
            <li key={one.id} className="px-4 py-3">
              <p className="max-w-read text-body leading-7 break-words whitespace-pre-line">{one.text}</p>
              <p className="text-note leading-5 text-muted tabular-nums">
                {momentText(one.at)} {words.from(one.by, one.endsOn)}
              </p>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
