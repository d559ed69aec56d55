'use client';

import type { TextKey } from '@/server/domain/formats';
import type { CarriedMark, ReportPage } from '@/server/queries/report';
import { useWritingMessages } from '../../messages/writing-words';
import { ActAnswer } from '../../shell/act-answer';
import { useAct } from '../../shell/use-act';
import { useTRPCClient } from '../../trpc-client';
import { Button } from '../../ui/button';
import { firstCharacters } from '../../ui/first-characters';
import { Icon } from '../../ui/icon';
import { momentText } from '../../ui/moment';
import { Badge } from '../../ui/notice';
import { keyOf } from '../report-key';
import { showText } from './show-text';

/** Under a text: the paragraphs of it that came from last year and that nobody has confirmed or changed yet. */
export function CarriedParagraphs({ page, textKey }: { page: ReportPage; textKey: TextKey }) {
  const { report, rollOver } = useWritingMessages();
  const act = useAct();
  const carried = page.carried.filter((one) => one.key === textKey);
  if (carried.length === 0 && !act.answer) return null;
  return (
    <section
      aria-label={`${report.textLabels[textKey]}${report.comma}${rollOver.mark.title(carried.length)}`}
      className="flex flex-col gap-2 font-sans text-note leading-5 print:hidden"
    >
      {carried.length > 0 && (
        <ul className="flex flex-col gap-2">
          {carried.map((one) => (
            <CarriedParagraph key={one.id} page={page} one={one} act={act} />
          ))}
        </ul>
      )}
      <ActAnswer answer={act.answer} />
    </section>
  );
}

function CarriedParagraph({ page, one, act }: { page: ReportPage; one: CarriedMark; act: ReturnType<typeof useAct> }) {
  const { report, rollOver } = useWritingMessages();
  const words = rollOver.mark;
  const trpc = useTRPCClient();
  const confirm = () => act.run(() => trpc.report.confirmCarried.mutate({ ...keyOf(page), paragraphId: one.id }), words.confirmed);
  const stored = page.texts[one.key]?.text ?? '';
  const start = stored.indexOf(one.text);
  return (
    <li className="rounded border border-confirm/40 bg-confirm-soft px-3 py-2">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Badge tone="confirm">{words.from(one.fromYear)}</Badge>
        {one.oldYears.length > 0 && (
          <span className="font-medium text-confirm">
            <Icon name="confirm" className="mr-1" />
            {words.oldYears(one.oldYears.join(report.comma))}
          </span>
        )}
        <span className="text-muted">{words.by(one.carriedBy, momentText(one.carriedAt))}</span>
      </p>
      <p lang="zh-CN" className="py-1 font-serif text-body leading-7">
        {one.printed}
      </p>
      {page.verdicts['report.edit'] === 'allowed' && (
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <Button isSmall disabled={act.isBusy} aria-label={words.confirmOf(firstCharacters(one.printed, 20))} onClick={confirm}>
            {words.confirm}
          </Button>
          {start >= 0 && (
            <Button
              isSmall
              look="quiet"
              onClick={() => showText({ text: one.key, start, end: start + one.text.length, snippet: one.text })}
            >
              {words.show}
            </Button>
          )}
          <span className="text-muted">{words.hint}</span>
        </p>
      )}
    </li>
  );
}
