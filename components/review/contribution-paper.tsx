'use client';

import { useMessages } from '../messages/messages-provider';
import { Button } from '../ui/button';
import { Sheet } from '../ui/page';

/** The unit's text as it was submitted. */
export function ContributionPaper({ text, onRemark }: { text: string; onRemark: (() => void) | undefined }) {
  const { review } = useMessages();
  return (
    <Sheet
      title={review.contributionTitle}
      actions={
        onRemark && (
          <Button isSmall onClick={onRemark}>
            ✎ {review.remarkText}
          </Button>
        )
      }
    >
      {text === '' ? (
        <p className="text-[15px] text-muted">{review.contributionEmpty}</p>
      ) : (
        <p className="max-w-[42em] font-serif text-[16px] leading-8 whitespace-pre-wrap">{text}</p>
      )}
    </Sheet>
  );
}
