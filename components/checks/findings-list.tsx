'use client';

import type { ReactNode } from 'react';
import type { Finding } from '@/server/domain/checks/check';
import { findingKey } from '@/server/domain/checks/gather-repeated';
import type { Format } from '@/server/domain/formats';
import type { Severity } from '@/server/domain/subject';
import { useWritingMessages } from '../messages/writing-words';
import { FindingItem } from './finding-item';

export interface FindingsListProps {
  findings: readonly Finding[];
  format: Format;
  /** Leads to the place of a finding: its first cell, or its snippet. */
  onShow: (finding: Finding) => void;
  chosen?: Finding | null;
  /** What belongs to one finding, such as its explanation. */
  below?: (finding: Finding) => ReactNode;
}

const severities = ['must_fix', 'confirm'] as const satisfies readonly Severity[];

/** Findings by severity, the gravest first; hints folded. Says nothing when there are none: the verdict does. */
export function FindingsList({ findings, format, onShow, chosen = null, below }: FindingsListProps) {
  const { checks, common } = useWritingMessages();
  const of = (severity: Severity) => findings.filter((finding) => finding.severity === severity);
  const list = (some: readonly Finding[]) => (
    <ul className="flex flex-col gap-3">
      {some.map((finding) => (
        <FindingItem key={findingKey(finding)} finding={finding} format={format} onShow={onShow} isChosen={chosen === finding}>
          {below?.(finding)}
        </FindingItem>
      ))}
    </ul>
  );
  const hints = of('hint');
  const isOpen = chosen?.severity === 'hint';
  return (
    <div className="flex flex-col gap-4">
      {severities.map((severity) => {
        const some = of(severity);
        if (some.length === 0) return null;
        return (
          <section key={severity}>
            <h3 className="pb-2 text-body font-semibold">{checks.group(common.severities[severity], some.length)}</h3>
            {list(some)}
          </section>
        );
      })}
      {hints.length > 0 && (
        <details key={isOpen ? 'chosen' : 'folded'} open={isOpen || findings.length === hints.length}>
          <summary className="min-h-7 cursor-pointer pb-2 text-body font-semibold text-act">{checks.hints(hints.length)}</summary>
          {list(hints)}
        </details>
      )}
    </div>
  );
}
