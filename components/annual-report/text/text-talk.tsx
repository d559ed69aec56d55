'use client';

import { useState } from 'react';
import type { ProseKey } from '@/server/domain/formats';
import { fitChange } from '@/server/domain/writing';
import type { ReportPage } from '@/server/queries/report';
import type { CommentLine } from '@/server/queries/report-writing';
import { useWritingMessages } from '../../messages/writing-words';
import { ActAnswer } from '../../shell/act-answer';
import type { Answer } from '../../shell/answer';
import { useAct } from '../../shell/use-act';
import { CommentThread } from './comments';
import { SuggestionCard } from './suggestion-card';
import { WordDiff } from './word-diff';

/** What others say to a text: suggestions in the order of their paragraphs, then comments; what is settled is folded. */
export function TextTalk({
  page,
  textKey,
  text,
  print,
  isSettled,
  onShow,
}: {
  page: ReportPage;
  textKey: ProseKey;
  /** As stored. */
  text: string;
  print: (stored: string) => string;
  /** Whether all that stands in the box is saved. */
  isSettled: () => boolean;
  onShow: ((place: { start: number; end: number; snippet: string }) => void) | null;
}) {
  const { editor, report } = useWritingMessages();
  const label = report.textLabels[textKey];
  const [answer, setAnswer] = useState<Answer | null>(null);
  const act = useAct({ onAnswer: setAnswer });
  const suggestions = page.suggestions.filter((one) => one.key === textKey);
  const place = (one: (typeof suggestions)[number]) => {
    const fit = fitChange(text, one);
    return fit.kind === 'fits' ? fit.at : Number.POSITIVE_INFINITY;
  };
  const open = suggestions.filter((one) => one.decision === null).sort((a, b) => place(a) - place(b));
  const decided = suggestions.filter((one) => one.decision !== null);
  const threads = threadsOf(page.comments.filter((one) => one.key === textKey));
  const openThreads = threads.filter((thread) => thread.at(-1)?.resolvedAt === null);
  const resolved = threads.length - openThreads.length;
  return (
    <div className="flex flex-col gap-2 font-sans empty:hidden print:hidden">
      <ActAnswer answer={answer} className="empty:hidden" />
      {open.length > 0 && (
        <section
          aria-label={`${editor.suggestions.title(open.length)}：${label}`}
          className="rounded border border-hairline bg-desk/50 px-3 py-1"
        >
          <h4 className="pt-1 text-note font-semibold">{editor.suggestions.title(open.length)}</h4>
          <ul>
            {open.map((line) => (
              <SuggestionCard
                key={line.id}
                page={page}
                line={line}
                text={text}
                print={print}
                act={act}
                isSettled={isSettled}
                onAnswer={setAnswer}
                onShow={onShow ?? (() => undefined)}
              />
            ))}
          </ul>
        </section>
      )}
      {openThreads.length > 0 && (
        <section
          aria-label={`${editor.comments.title(openThreads.length)}：${label}`}
          className="rounded border border-hairline bg-desk/50 px-3 py-1"
        >
          <h4 className="pt-1 text-note font-semibold">{editor.comments.title(openThreads.length)}</h4>
          <ul>
            {openThreads.map((thread) => (
              <CommentThread key={thread[0]?.id} page={page} thread={thread} text={text} print={print} onShow={onShow} />
            ))}
          </ul>
        </section>
      )}
      {decided.length > 0 && (
        <details>
          <summary className="min-h-6 cursor-pointer text-note text-muted">{editor.suggestions.decided(decided.length)}</summary>
          <ul className="pl-3">
            {decided.map((one) => (
              <li key={one.id} className="border-t border-hairline py-1 text-body leading-7 first:border-t-0">
                <span className="block text-note leading-5 text-muted">
                  {editor.suggestions.decidedBy(editor.suggestions.decisions[one.decision ?? 'withdrawn'], one.decidedBy ?? '')}
                  {one.decisionText && ` · ${one.decisionText}`}
                </span>
                <WordDiff before={one.before} after={one.after} print={print} />
              </li>
            ))}
          </ul>
        </details>
      )}
      {resolved > 0 && (
        <details>
          <summary className="min-h-6 cursor-pointer text-note text-muted">{editor.comments.resolved(resolved)}</summary>
          <ul className="pl-3">
            {threads
              .filter((thread) => thread.at(-1)?.resolvedAt !== null)
              .map((thread) => (
                <CommentThread key={thread[0]?.id} page={page} thread={thread} text={text} print={print} onShow={onShow} />
              ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function threadsOf(comments: readonly CommentLine[]): CommentLine[][] {
  return comments.filter((one) => one.repliesTo === null).map((first) => [first, ...comments.filter((one) => one.repliesTo === first.id)]);
}
