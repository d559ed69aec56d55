'use client';

import type { UnitContributions } from '@/server/queries/contributions';
import { useWritingMessages } from '../messages/writing-words';
import { Breadcrumb } from '../ui/breadcrumb';
import { Notice } from '../ui/notice';
import { EmptyState, PageHead } from '../ui/page';
import { RequestSheet } from './request-sheet';

/** What a unit is asked for a year's report; what waits stands first. */
export function UnitContributionsView({ page }: { page: UnitContributions }) {
  const { common, material } = useWritingMessages();
  const words = material.unit;
  const waiting = page.lines.filter((line) => line.answeredAt === null);
  const answered = page.lines.filter((line) => line.answeredAt !== null);
  return (
    <>
      {page.mayAnswer && <Breadcrumb places={[{ words: common.nav.tasks, href: '/tasks' }]} />}
      <PageHead title={words.title(page.unitName, page.year)} context={words.context(waiting.length, answered.length)} />
      {!page.mayAnswer && (
        <Notice tone="act" className="mb-4">
          {words.readOnly}
        </Notice>
      )}
      {page.lines.length === 0 ? (
        <EmptyState title={words.empty}>{words.emptyHint}</EmptyState>
      ) : (
        <ul className="flex max-w-form flex-col gap-3">
          {[...waiting, ...answered].map((line) => (
            <RequestSheet key={line.id} line={line} mayAnswer={page.mayAnswer} />
          ))}
        </ul>
      )}
    </>
  );
}
