'use client';

import { useMemo, useState } from 'react';
import { printFact } from '@/server/domain/prose';
import type { TextPlace } from '@/server/domain/subject';
import type { ReportPage } from '@/server/queries/report';
import { Attachments } from '../../attachments/attachments';
import { useWritingMessages } from '../../messages/writing-words';
import { ActAnswer } from '../../shell/act-answer';
import { useAct } from '../../shell/use-act';
import { useTRPCClient } from '../../trpc-client';
import { Button } from '../../ui/button';
import { Badge } from '../../ui/notice';
import { Sheet } from '../../ui/page';
import { keyOf } from '../report-key';
import { FactForm } from './fact-form';
import { SettleNumbersDialog } from './settle-numbers-dialog';

/** The numbers of the texts nobody has said anything of, each led to; the act that settles them together; the local facts. */
export function NumbersPanel({ page, onShowText }: { page: ReportPage; onShowText: (place: TextPlace) => void }) {
  const { prose, report } = useWritingMessages();
  const [isOpen, setIsOpen] = useState(false);
  const [showsFacts, setShowsFacts] = useState(false);
  const places = useMemo(
    () => ({
      untyped: page.obstacles.flatMap((one) => (one.kind === 'untyped_number' ? [one.place] : [])),
      broken: page.obstacles.flatMap((one) => (one.kind === 'broken_number' ? [one] : [])),
    }),
    [page.obstacles],
  );
  if (page.verdicts['report.edit'] !== 'allowed') return null;
  const facts = page.facts.filter((fact) => !fact.isRetired);
  const lead = (place: TextPlace) => (
    <Button
      look="place"
      className="min-w-6"
      aria-label={prose.panel.lead(place.snippet, report.textLabels[place.text])}
      onClick={() => onShowText(place)}
    >
      {place.snippet}
    </Button>
  );
  return (
    <Sheet title={prose.panel.title}>
      <div className="flex flex-col gap-3 text-body leading-6">
        {places.untyped.length + places.broken.length === 0 && <p className="text-muted">{prose.panel.settled}</p>}
        {places.broken.length > 0 && (
          <div>
            <Badge tone="wrong">{prose.panel.broken(places.broken.length)}</Badge>
            <ul>
              {places.broken.map(({ place, problem }) => (
                <li key={`${place.text} ${place.start}`}>
                  {lead(place)} {prose.problems[problem]}
                </li>
              ))}
            </ul>
          </div>
        )}
        {places.untyped.length > 0 && (
          <>
            <Badge tone="confirm" className="self-start">
              {prose.panel.untyped(places.untyped.length)}
            </Badge>
            <ul className="flex max-h-40 flex-wrap gap-1 overflow-y-auto">
              {places.untyped.map((place) => (
                <li key={`${place.text} ${place.start}`}>{lead(place)}</li>
              ))}
            </ul>
            <Button isSmall className="self-start" onClick={() => setIsOpen(true)}>
              {prose.panel.settle}
            </Button>
          </>
        )}
        {facts.length > 0 && (
          <details onToggle={(event) => setShowsFacts(event.currentTarget.open)}>
            <summary className="min-h-7 cursor-pointer text-act">{prose.panel.facts(facts.length)}</summary>
            <ul className="flex flex-col gap-2 pt-2">
              {facts.map((fact) => (
                <FactItem key={fact.id} page={page} fact={fact} isShown={showsFacts} />
              ))}
            </ul>
          </details>
        )}
      </div>
      {isOpen && <SettleNumbersDialog page={page} onClose={() => setIsOpen(false)} />}
    </Sheet>
  );
}

function FactItem({ page, fact, isShown }: { page: ReportPage; fact: ReportPage['facts'][number]; isShown: boolean }) {
  const { prose, common } = useWritingMessages();
  const client = useTRPCClient();
  const { run, isBusy, answer } = useAct();
  const [isChanging, setIsChanging] = useState(false);
  return (
    <li className="flex flex-col gap-1 border-t border-hairline pt-2">
      <span>
        {fact.name} <strong className="font-semibold">{printFact(fact)}</strong>
      </span>
      <span className="text-note text-muted">
        {prose.fact.by(fact.owner ?? prose.fact.office)} · {fact.evidence}
      </span>
      {isShown && <Attachments about="fact" aboutId={fact.id} />}
      <div className="flex gap-2">
        <Button
          isSmall
          look="quiet"
          aria-expanded={isChanging}
          aria-label={prose.fact.change(fact.name)}
          onClick={() => setIsChanging(!isChanging)}
        >
          {isChanging ? common.cancel : prose.fact.change('').replace(/[:：]\s*$/, '')}
        </Button>
        <Button
          isSmall
          look="quiet"
          disabled={isBusy}
          aria-label={prose.fact.retire(fact.name)}
          onClick={() => run(() => client.report.retireFact.mutate({ ...keyOf(page), id: fact.id }), prose.fact.retired)}
        >
          {prose.fact.retire('').replace(/[:：]\s*$/, '')}
        </Button>
      </div>
      <ActAnswer answer={answer} />
      {isChanging && <FactForm page={page} fact={fact} known={fact} onSaved={() => setIsChanging(false)} />}
    </li>
  );
}
