'use client';

import { isNoteKey, proseKeys } from '@/server/domain/formats';
import type { ReportPage } from '@/server/queries/report';
import { useWritingMessages } from '../../messages/writing-words';
import { Badge } from '../../ui/notice';
import { Sheet } from '../../ui/page';
import { isNoteThere } from '../paper/is-note-there';
import { countCharacters } from './count-characters';
import { textElementId } from './show-text';

/** The chapters and the notes there are, each with what waits in it, and the way there: what stands under each on the paper, at a glance. */
export function ChaptersPanel({ page, onLead }: { page: ReportPage; onLead: (place: string) => void }) {
  const { report, editor } = useWritingMessages();
  return (
    <Sheet title={report.chapters.title}>
      <ul className="flex flex-col gap-1 text-body leading-6">
        {proseKeys
          .filter((key) => !isNoteKey(key) || isNoteThere(page, key))
          .map((key) => {
            const isMissing = page.obstacles.some((one) => one.kind === 'empty_chapter' && one.key === key);
            const characters = countCharacters(page.texts[key]?.printed ?? '');
            const suggestions = page.suggestions.filter((one) => one.key === key && one.decision === null).length;
            const comments = page.comments.filter((one) => one.key === key && one.repliesTo === null && one.resolvedAt === null).length;
            const carried = page.carried.filter((one) => one.key === key).length;
            const place = textElementId(key);
            return (
              <li key={key} className="flex flex-wrap items-baseline justify-between gap-x-3">
                <a
                  href={`#${place}`}
                  className="min-h-6 text-act underline-offset-4 hover:underline"
                  onClick={(event) => {
                    event.preventDefault();
                    onLead(place);
                  }}
                >
                  {report.textLabels[key]}
                </a>
                <span className="flex flex-wrap items-center gap-1 text-note text-muted">
                  {isMissing ? <Badge tone="confirm">{report.chapters.missing}</Badge> : report.characters(characters)}
                  {carried > 0 && <Badge tone="confirm">{report.chapters.carried(carried)}</Badge>}
                  {suggestions > 0 && <Badge tone="act">{editor.tab.suggestions(suggestions)}</Badge>}
                  {comments > 0 && <Badge tone="act">{editor.tab.comments(comments)}</Badge>}
                </span>
              </li>
            );
          })}
      </ul>
    </Sheet>
  );
}
