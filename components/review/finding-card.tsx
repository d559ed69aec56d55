'use client';

import clsx from 'clsx';
import type { ReactNode } from 'react';
import type { Finding } from '@/server/domain/checks/check';
import { findingKey } from '@/server/domain/checks/gather-repeated';
import { type CellId, cellName, type Format } from '@/server/domain/formats';
import type { Severity } from '@/server/domain/subject';
import type { Settled } from '@/server/domain/workflow';
import { FindingBadge } from '../checks/finding-badge';
import { useLanguage } from '../messages/messages-provider';
import { useWritingMessages } from '../messages/writing-words';
import { Button } from '../ui/button';

const edges: Record<Severity, string> = { must_fix: 'border-l-wrong', confirm: 'border-l-confirm', hint: 'border-l-act' };

/** One finding: what is wrong with both numbers, the cells it is about, what follows from it, and below what people did about it. */
export function FindingCard({
  id,
  finding,
  settled = null,
  format,
  onShow,
  onShowText,
  children,
}: {
  /** Where links lead to it. */
  id?: string;
  finding: Finding;
  /** What was done about it. */
  settled?: Settled | null;
  format: Format;
  onShow: (cells: readonly CellId[]) => void;
  /** For a finding about a text: leads to the snippet. */
  onShowText?: ReactNode;
  children?: ReactNode;
}) {
  const { review } = useWritingMessages();
  const language = useLanguage();
  const cells = finding.cells.filter((cell) => format.cells.has(cell));
  return (
    <li
      id={id}
      tabIndex={id === undefined ? undefined : -1}
      className={clsx('scroll-mt-1 border-l-4 py-1 pl-3', settled ? 'border-l-done' : edges[finding.severity])}
    >
      <p className="flex flex-wrap items-center gap-x-2 text-note text-muted">
        <FindingBadge severity={finding.severity} settled={settled} />
        {review.rule(finding.rule)}
      </p>
      <p className="pt-1 text-body leading-6">{finding.message[language]}</p>
      {(cells.length > 0 || onShowText) && (
        <p className="flex flex-wrap items-center gap-1 pt-1">
          {cells.slice(0, maxCells).map((cell) => (
            <CellLink key={cell} cell={cell} format={format} onClick={() => onShow([cell, ...cells.filter((other) => other !== cell)])} />
          ))}
          {cells.length > maxCells && <span className="text-note text-muted">…+{cells.length - maxCells}</span>}
          {onShowText}
        </p>
      )}
      {finding.repair.length > 0 && (
        <details className="pt-1 text-note leading-5">
          <summary className="min-h-6 cursor-pointer text-act">{review.repairs}</summary>
          <ul className="list-disc pl-5">
            {finding.repair.map((repair) => (
              <li key={repair.message.zh}>{repair.message[language]}</li>
            ))}
          </ul>
        </details>
      )}
      {finding.consequences.length > 0 && (
        <details className="pt-1 text-note leading-5">
          <summary className="min-h-6 cursor-pointer text-act">{review.consequences(finding.consequences.length)}</summary>
          <ul className="list-disc pl-5">
            {finding.consequences.map((one) => (
              <li key={findingKey(one)}>{one.message[language]}</li>
            ))}
          </ul>
        </details>
      )}
      <p className="pt-1 text-note leading-5 text-muted">{review.source(finding.source)}</p>
      {children}
    </li>
  );
}

const maxCells = 8;

function CellLink({ cell, format, onClick }: { cell: CellId; format: Format; onClick: () => void }) {
  const { review } = useWritingMessages();
  const found = format.cells.get(cell);
  const name = found ? cellName(found) : cell;
  return (
    <Button look="place" aria-label={review.showCell(name)} onClick={onClick}>
      {name}
    </Button>
  );
}
