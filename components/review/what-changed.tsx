'use client';

import { type CellId, cellName, type Format, getCell } from '@/server/domain/formats';
import type { SubmissionReview } from '@/server/queries/review';
import { useWritingMessages } from '../messages/writing-words';
import { Button } from '../ui/button';
import { denseCell, denseHeadCell } from '../ui/list-table';
import { Badge } from '../ui/notice';
import { Sheet } from '../ui/page';
import { TextChange } from './text-change';

/** What is other than in the submission before: cells by name, before and after; and the text. */
export function WhatChanged({
  review,
  changes,
  format,
  onShow,
}: {
  review: SubmissionReview;
  changes: NonNullable<SubmissionReview['changes']>;
  format: Format;
  onShow: (cell: CellId) => void;
}) {
  const { review: words } = useWritingMessages();
  return (
    <Sheet
      title={words.changesTitle}
      actions={<Badge tone={changes.length > 0 ? 'confirm' : 'plain'}>{words.changedCount(changes.length)}</Badge>}
    >
      {changes.length === 0 ? (
        <p className="text-body text-muted">{words.noChange}</p>
      ) : (
        <table className="w-full border-collapse text-body">
          <caption className="sr-only">{words.changesTitle}</caption>
          <thead>
            <tr>
              <th scope="col" className={denseHeadCell}>
                {words.change.cell}
              </th>
              <th scope="col" className={`${denseHeadCell} w-32 text-right`}>
                {words.change.before}
              </th>
              <th scope="col" className={`${denseHeadCell} w-32 text-right`}>
                {words.change.after}
              </th>
            </tr>
          </thead>
          <tbody>
            {changes.map((change) => {
              const name = cellName(getCell(format, change.cell));
              return (
                <tr key={change.cell}>
                  <th scope="row" className={`${denseCell} font-normal`}>
                    <Button look="way" onClick={() => onShow(change.cell)}>
                      {name}
                    </Button>
                  </th>
                  <td className={`${denseCell} text-right text-muted`}>{change.before || words.blank}</td>
                  <td className={`${denseCell} text-right font-semibold`}>{change.after || words.blank}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      {review.textChanged && review.contributionBefore !== null ? (
        <TextChange before={review.contributionBefore} after={review.contribution} />
      ) : (
        <p className="pt-2 text-note text-muted">{words.textSame}</p>
      )}
    </Sheet>
  );
}
