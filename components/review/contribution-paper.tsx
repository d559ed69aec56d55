'use client';

import { anchorOfParagraph, paragraphsOf, textAnchor } from '@/server/domain/workflow';
import { useWritingMessages } from '../messages/writing-words';
import { Button } from '../ui/button';
import { Icon } from '../ui/icon';
import { Sheet } from '../ui/page';

/** The unit's text as it was submitted. Each paragraph takes remarks of its own, and the text as a whole. */
export function ContributionPaper({
  text,
  onRemark,
  onTalk,
}: {
  text: string;
  onRemark: ((anchor: string) => void) | undefined;
  onTalk: (() => void) | undefined;
}) {
  const { review, talk } = useWritingMessages();
  const paragraphs = paragraphsOf(text);
  return (
    <Sheet
      title={review.contributionTitle}
      actions={
        <div className="flex gap-2 print:hidden">
          {onTalk && (
            <Button isSmall look="quiet" onClick={onTalk}>
              <span aria-hidden="true">※</span> {talk.title}
            </Button>
          )}
          {onRemark && (
            <Button isSmall onClick={() => onRemark(textAnchor)}>
              <Icon name="edit" />
              {review.remarkText}
            </Button>
          )}
        </div>
      }
    >
      {paragraphs.length === 0 ? (
        <p className="text-body text-muted">{review.contributionEmpty}</p>
      ) : (
        <div className="max-w-read font-serif text-body leading-8">
          {paragraphs.map((paragraph, index) => (
            <div key={paragraph.start} className="flex items-start gap-2">
              <p className="min-w-0 flex-1 indent-[2em]">{paragraph.text}</p>
              {onRemark && (
                <Button
                  isSmall
                  look="quiet"
                  className="font-sans print:hidden"
                  aria-label={review.remarkParagraph(index + 1)}
                  title={review.remarkParagraph(index + 1)}
                  onClick={() => onRemark(anchorOfParagraph(index + 1))}
                >
                  <Icon name="edit" />
                </Button>
              )}
            </div>
          ))}
        </div>
      )}
    </Sheet>
  );
}
