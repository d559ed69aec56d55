'use client';

import { useState } from 'react';
import { type DeclarableSection, declarationObstacles } from '@/server/domain/workflow';
import { useLanguage, useMessages } from '../../messages/messages-provider';
import { ActAnswer } from '../../shell/act-answer';
import { type Answer, answerOf } from '../../shell/answer';
import { useTRPCClient } from '../../trpc-client';
import { Button } from '../../ui/button';
import { Badge } from '../../ui/notice';
import { useFiling } from '../filing-context';
import { useValue } from '../store/value';

/** 本期无 for a whole section, in the name of who declares it; or why it cannot be declared. */
export function DeclareNothing({ section }: { section: DeclarableSection }) {
  const { store, refresh } = useFiling();
  const { declare: words, sections } = useMessages().clerk;
  const language = useLanguage();
  const client = useTRPCClient();
  const form = useValue(store.form);
  useValue(store.checked);
  const [isBusy, setIsBusy] = useState(false);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const declaredBy = form.declared[section];
  const mayDeclare = form.verdicts['filing.declare'] === 'allowed';
  const obstacles = declaredBy === undefined && mayDeclare ? declarationObstacles(store.facts(), section) : [];

  async function send(declare: boolean): Promise<void> {
    setIsBusy(true);
    setAnswer(null);
    try {
      store.commit();
      await client.filing.declare.mutate({ filingId: form.filingId, section, declare });
      await refresh();
    } catch (error) {
      setAnswer(answerOf(error, language));
    } finally {
      setIsBusy(false);
    }
  }

  const reasonId = `declare-${section}-reason`;
  return (
    <div className="flex flex-wrap items-center gap-2">
      {declaredBy !== undefined && <Badge tone="done">{words.declared(declaredBy)}</Badge>}
      {mayDeclare && (
        <Button
          isSmall
          disabled={isBusy || obstacles.length > 0}
          aria-label={declaredBy === undefined ? words.title(sections[section]) : words.withdrawTitle(sections[section])}
          aria-describedby={obstacles.length > 0 ? reasonId : undefined}
          onClick={() => send(declaredBy === undefined)}
        >
          {declaredBy === undefined ? words.act : words.withdraw}
        </Button>
      )}
      {obstacles.length > 0 && (
        <span id={reasonId} className="text-note text-muted">
          {words.blocked(obstacles.length)}
        </span>
      )}
      <ActAnswer answer={answer} />
    </div>
  );
}
