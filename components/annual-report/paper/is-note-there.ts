import type { NoteKey } from '@/server/domain/formats';
import type { ReportPage } from '@/server/queries/report';

/** A chapter is always expected. A note is there while it has words, or somebody proposes or says something about it. */
export function isNoteThere(
  { texts, suggestions, comments }: Pick<ReportPage, 'texts' | 'suggestions' | 'comments'>,
  key: NoteKey,
): boolean {
  return (
    (texts[key]?.text ?? '').trim() !== '' ||
    suggestions.some((one) => one.key === key && one.decision === null) ||
    comments.some((one) => one.key === key && one.repliesTo === null && one.resolvedAt === null)
  );
}
