'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type CellId, cellName, type Format, getCell } from '@/server/domain/formats';
import type { ReportPage } from '@/server/queries/report';
import type { ToldTrace } from '@/server/queries/told-trace';
import { useWritingMessages } from '../../messages/writing-words';
import type { Messages } from '../../messages/zh';
import { BeingAsked } from '../../shell/being-asked';
import { useTRPC } from '../../trpc-queries';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Icon } from '../../ui/icon';
import { printKnown } from '../paper/print-known';
import { keyOf } from '../report-key';
import { TraceAdjustments } from './trace-adjustments';
import { TracePeople } from './trace-people';
import { TraceTerms } from './trace-terms';
import { TraceUnitPeople } from './trace-unit-people';
import { TraceUnits } from './trace-units';

/** A printed number followed back to units, quarters, people and times. A sum opens term by term. */
export function TraceDrawer({ page, format, cell, onClose }: { page: ReportPage; format: Format; cell: CellId; onClose: () => void }) {
  const { report, review } = useWritingMessages();
  const trpc = useTRPC();
  const [path, setPath] = useState<readonly CellId[]>([cell]);
  const shown = getCell(format, path.at(-1) ?? cell);
  const [unit, setUnit] = useState<string | null>(null);
  const openCell = (next: readonly CellId[]) => {
    setPath(next);
    setUnit(null);
  };
  const query = useQuery(trpc.report.trace.queryOptions({ ...keyOf(page), cell: shown.id }));
  const { data, refetch } = query;
  return (
    <Dialog isOpen onClose={onClose} side="right" title={report.trace(cellName(shown))}>
      <div className="flex flex-col gap-4">
        {path.length > 1 && (
          <Button look="quiet" isSmall className="self-start" onClick={() => openCell(path.slice(0, -1))}>
            <Icon name="back" />
            {report.traceBack}
          </Button>
        )}
        <BeingAsked query={query} />
        {data && (
          <>
            <p className="text-body leading-6">
              {report.traceValue}
              {review.colon}
              <strong className="font-serif text-title">{printKnown(data.printed, shown, report.traceUnknown)}</strong> {shown.measuredIn}
              <span className="block text-note text-muted">
                {report.traceKinds[shown.addsUp]} · {shown.definition} · {shown.source}
              </span>
            </p>
            {data.trace.kind === 'terms' ? (
              <TraceTerms trace={data.trace} format={format} onOpen={(term) => openCell([...path, term])} />
            ) : (
              <TraceUnits
                key={shown.id}
                trace={data.trace}
                cell={shown}
                reportKey={keyOf(page)}
                unitNames={data.unitNames}
                onUnit={setUnit}
              />
            )}
            <TraceAdjustments page={page} format={format} cell={shown} data={data} onSaved={refetch} />
            {unit === null ? (
              <TracePeople
                keystrokes={data.keystrokes}
                unitNames={data.unitNames}
                format={format}
                isOneCell={data.trace.kind === 'units'}
                further={furtherWords(data, report)}
              />
            ) : (
              <TraceUnitPeople
                key={unit}
                reportKey={keyOf(page)}
                cell={shown.id}
                unit={unit}
                unitNames={data.unitNames}
                format={format}
                onBack={() => setUnit(null)}
              />
            )}
          </>
        )}
      </div>
    </Dialog>
  );
}

function furtherWords({ furtherFigures, keystrokes }: ToldTrace, report: Messages['report']): string | null {
  if (furtherFigures === 0) return null;
  return keystrokes.length === 0 ? report.tracePeopleTerms : report.tracePeopleFurther(furtherFigures);
}
