'use client';

import type { ProseKey } from '@/server/domain/formats';
import { answersForPart, partOfProse } from '@/server/domain/signing';
import type { ReportPage } from '@/server/queries/report';
import { useWritingMessages } from '../messages/writing-words';

/** Beside the save mark, before the first key: which signatures a change of this text voids. It stops nobody. */
export function TypingNotice({ page, textKey }: { page: Pick<ReportPage, 'signing'>; textKey: ProseKey }) {
  const { signing, common } = useWritingMessages();
  const standing = page.signing.steps.filter((one) => one.state === 'signed' && answersForPart(one.step, partOfProse(textKey)));
  if (standing.length === 0) return null;
  return (
    <span className="text-confirm">
      {'！ '}
      {signing.impact.typing(
        standing.length,
        standing.map((one) => `${one.step.name}${one.signature ? ` ${one.signature.by}` : ''}`).join(common.listComma),
      )}
    </span>
  );
}
