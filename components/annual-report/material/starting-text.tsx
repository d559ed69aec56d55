'use client';

import type { Format } from '@/server/domain/formats';
import { startingText } from '@/server/domain/narrative/starting-text';
import type { ReportPage } from '@/server/queries/report';
import { useWritingMessages } from '../../messages/writing-words';
import { ActAnswer } from '../../shell/act-answer';
import { useAct } from '../../shell/use-act';
import { Button } from '../../ui/button';
import { toldFigures } from '../paper/told-figures';
import { useChangeText } from './use-change-text';

/** Writes chapter 一 from the tables, for whoever begins with an empty one; words that stand there are never touched. */
export function StartingText({ page, format, isEmpty }: { page: ReportPage; format: Format; isEmpty: boolean }) {
  const words = useWritingMessages().material.chapter;
  const act = useAct();
  const changeText = useChangeText(page);
  const start = () =>
    act.run(
      () => {
        const draft = startingText({ year: page.year, format, figures: new Map(Object.entries(toldFigures(page))) });
        return changeText('1', (text) => (text.trim() === '' && draft ? draft : text));
      },
      (change) => (change === 'changed' ? words.started : words.notEmpty),
    );
  if (!isEmpty) return <ActAnswer answer={act.answer} className="empty:hidden" />;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <Button isSmall disabled={act.isBusy} onClick={() => void start()}>
        {words.start}
      </Button>
      <span className="text-muted">{words.startHint}</span>
      <ActAnswer answer={act.answer} className="empty:hidden" />
    </div>
  );
}
