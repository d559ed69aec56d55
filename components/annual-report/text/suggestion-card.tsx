'use client';

import { useState } from 'react';
import { fitChange } from '@/server/domain/writing';
import type { ReportPage } from '@/server/queries/report';
import type { SuggestionLine } from '@/server/queries/report-writing';
import { useWritingMessages } from '../../messages/writing-words';
import type { Answer } from '../../shell/answer';
import type { useAct } from '../../shell/use-act';
import { useTRPCClient } from '../../trpc-client';
import { Button } from '../../ui/button';
import { TextArea } from '../../ui/field';
import { momentText } from '../../ui/moment';
import { Notice } from '../../ui/notice';
import { keyOf } from '../report-key';
import { WordDiff } from './word-diff';

/** One suggestion that waits: what it changes and why; its writer takes or declines it, its author takes it back. */
export function SuggestionCard({
  page,
  line,
  text,
  print,
  act,
  isSettled,
  onAnswer,
  onShow,
}: {
  page: ReportPage;
  line: SuggestionLine;
  /** The text as it is stored. */
  text: string;
  print: (stored: string) => string;
  act: ReturnType<typeof useAct>;
  isSettled: () => boolean;
  onAnswer: (answer: Answer) => void;
  onShow: (place: { start: number; end: number; snippet: string }) => void;
}) {
  const { editor, common } = useWritingMessages();
  const words = editor.suggestions;
  const client = useTRPCClient();
  const [reason, setReason] = useState<string | null>(null);
  const mayDecide = page.verdicts['report.edit'] === 'allowed';
  const fit = fitChange(text, line);
  const of = { ...keyOf(page), suggestionId: line.id };
  const nearest = fit.kind === 'gone' ? fit.nearest : null;
  const take = (over: string | null) => {
    if (!isSettled()) return onAnswer({ tone: 'wrong', text: words.unsaved });
    void act.run(() => client.report.takeSuggestion.mutate({ ...of, over }), words.taken);
  };
  const show = fit.kind === 'fits' ? line.before || line.follows : nearest;
  return (
    <li className="flex flex-col gap-1 border-t border-hairline py-2 first:border-t-0">
      <p className="text-note leading-5 text-muted">
        {words.by(line.writtenBy, momentText(line.writtenAt))}
        {line.reason && ` · ${words.reason(line.reason)}`}
      </p>
      <p className="text-body leading-7">
        {line.before === '' && <span className="text-note text-muted">{words.newParagraph} </span>}
        {line.after === '' && <span className="text-note text-muted">{words.removal} </span>}
        <WordDiff before={line.before} after={line.after} print={print} />
      </p>
      {fit.kind === 'gone' && (
        <Notice tone="confirm" title={words.gone}>
          {nearest === null ? (
            <p>{words.lost}</p>
          ) : (
            <dl className="text-body leading-7">
              <dt className="text-note text-muted">{words.now}</dt>
              <dd lang="zh-CN" className="font-serif">
                {print(nearest)}
              </dd>
              <dt className="text-note text-muted">{words.proposed}</dt>
              <dd lang="zh-CN" className="font-serif">
                {print(line.after)}
              </dd>
            </dl>
          )}
        </Notice>
      )}
      <div className="flex flex-wrap items-center gap-1.5">
        {mayDecide && fit.kind === 'fits' && (
          <Button isSmall look="primary" disabled={act.isBusy} aria-label={words.takeOf(line.writtenBy)} onClick={() => take(null)}>
            {words.take}
          </Button>
        )}
        {mayDecide && nearest !== null && line.after !== '' && (
          <Button isSmall disabled={act.isBusy} onClick={() => take(nearest)}>
            {words.over}
          </Button>
        )}
        {mayDecide && (
          <Button isSmall aria-expanded={reason !== null} onClick={() => setReason(reason === null ? '' : null)}>
            {words.decline}
          </Button>
        )}
        {line.isOwn && page.verdicts['report.suggest'] === 'allowed' && (
          <Button
            isSmall
            look="quiet"
            disabled={act.isBusy}
            onClick={() => void act.run(() => client.report.withdrawSuggestion.mutate(of), words.withdrawn)}
          >
            {words.withdraw}
          </Button>
        )}
        {show && (
          <Button
            isSmall
            look="quiet"
            onClick={() => onShow({ start: text.indexOf(show), end: text.indexOf(show) + show.length, snippet: show })}
          >
            {words.show}
          </Button>
        )}
      </div>
      {reason !== null && (
        <form
          className="flex max-w-field flex-col items-start gap-1.5"
          onSubmit={(event) => {
            event.preventDefault();
            void act.run(() => client.report.declineSuggestion.mutate({ ...of, text: reason }), words.declined);
          }}
        >
          <TextArea
            className="w-full"
            label={words.declineReason}
            rows={2}
            lang="zh-CN"
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
          <div className="flex gap-2">
            <Button isSmall type="submit" disabled={act.isBusy || reason.trim() === ''}>
              {words.decline}
            </Button>
            <Button isSmall look="quiet" onClick={() => setReason(null)}>
              {common.cancel}
            </Button>
          </div>
        </form>
      )}
    </li>
  );
}
