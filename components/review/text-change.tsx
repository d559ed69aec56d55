'use client';

import { useWritingMessages } from '../messages/writing-words';
import { changedPart } from '../ui/changed-part';

/** A text before and after, side by side, with what differs marked in both. */
export function TextChange({ before, after }: { before: string; after: string }) {
  const { review } = useWritingMessages();
  const part = changedPart(before, after);
  return (
    <div className="pt-3">
      <h3 className="pb-1 text-body font-semibold">{review.textChanged}</h3>
      <div className="grid gap-3 font-serif text-body leading-7 whitespace-pre-wrap md:grid-cols-2">
        <div className="rounded border border-hairline p-3">
          <p className="font-sans text-note text-muted">{review.textBefore}</p>
          {before === '' && <span className="text-muted">{review.contributionEmpty}</span>}
          {part.head}
          {part.before && <del className="bg-wrong-soft text-wrong">{part.before}</del>}
          {part.tail}
        </div>
        <div className="rounded border border-hairline p-3">
          <p className="font-sans text-note text-muted">{review.textAfter}</p>
          {after === '' && <span className="text-muted">{review.contributionEmpty}</span>}
          {part.head}
          {part.after && <ins className="bg-done-soft text-done no-underline">{part.after}</ins>}
          {part.tail}
        </div>
      </div>
    </div>
  );
}
