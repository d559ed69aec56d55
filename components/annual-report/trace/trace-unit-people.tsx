'use client';

import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { CellId, Format } from '@/server/domain/formats';
import type { ReportKey } from '@/server/domain/subject';
import { useLanguage } from '../../messages/messages-provider';
import { useWritingMessages } from '../../messages/writing-words';
import { answerOf } from '../../shell/answer';
import { useTRPC } from '../../trpc-queries';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { TracePeople } from './trace-people';

/** The people behind one unit's part of a figure. It takes the focus: it was asked for. */
export function TraceUnitPeople({
  reportKey,
  cell,
  unit,
  unitNames,
  format,
  onBack,
}: {
  reportKey: ReportKey;
  cell: CellId;
  unit: string;
  unitNames: Readonly<Record<string, string>>;
  format: Format;
  onBack: () => void;
}) {
  const { report, common } = useWritingMessages();
  const language = useLanguage();
  const trpc = useTRPC();
  const box = useRef<HTMLDivElement>(null);
  const { data, error } = useQuery(trpc.report.trace.queryOptions({ ...reportKey, cell, partOf: unit }));
  useEffect(() => {
    box.current?.focus();
    box.current?.scrollIntoView({ block: 'start' });
  }, []);
  return (
    <div ref={box} tabIndex={-1} className="outline-none">
      <Button look="quiet" isSmall onClick={onBack}>
        <Icon name="back" />
        {report.traceUnits}
      </Button>
      {!data && !error && <p role="status">{common.loading}</p>}
      {error && <p role="alert">{answerOf(error, language).text}</p>}
      {data && (
        <TracePeople
          keystrokes={data.keystrokes}
          unitNames={unitNames}
          format={format}
          isOneCell
          title={report.tracePeopleOf(unitNames[unit] ?? '')}
        />
      )}
    </div>
  );
}
