'use client';

import clsx from 'clsx';
import type { ReactNode } from 'react';
import type { Finding } from '@/server/domain/checks/check';
import { findingKey } from '@/server/domain/checks/gather-repeated';
import { cellName, type Format } from '@/server/domain/formats';
import type { Severity } from '@/server/domain/subject';
import { useLanguage } from '../messages/messages-provider';
import { useWritingMessages } from '../messages/writing-words';
import { Button } from '../ui/button';
import { firstCharacters } from '../ui/first-characters';
import { Badge, type Tone } from '../ui/notice';
import { RepairHints } from './repair-hints';

const tones: Record<Severity, Tone> = { must_fix: 'wrong', confirm: 'confirm', hint: 'act' };
const edges: Record<Severity, string> = { must_fix: 'border-l-wrong', confirm: 'border-l-confirm', hint: 'border-l-act' };

export function findingElementId(finding: Finding): string {
  return `finding-${findingKey(finding)}`;
}

/** One finding: what is wrong with both sides, where, how it could be mended, what follows from it, and the law. */
export function FindingItem({
  finding,
  format,
  onShow,
  isChosen,
  children,
}: {
  finding: Finding;
  format: Format;
  onShow: (finding: Finding) => void;
  isChosen: boolean;
  children?: ReactNode;
}) {
  const { checks, common } = useWritingMessages();
  const language = useLanguage();
  const place = placeOf(finding, format);
  return (
    <li
      id={findingElementId(finding)}
      tabIndex={-1}
      aria-current={isChosen ? 'true' : undefined}
      className={clsx('scroll-mt-24 border-l-4 py-1 pl-3', edges[finding.severity], isChosen && 'bg-act-soft')}
    >
      <p className="flex flex-wrap items-center gap-x-2 text-note text-muted">
        <Badge tone={tones[finding.severity]}>{common.severities[finding.severity]}</Badge>
        <a href={`/rules#${finding.rule}`} className="inline-flex min-h-6 items-center text-act underline-offset-2 hover:underline">
          {checks.rule(finding.rule)}
        </a>
      </p>
      <p className="pt-1 text-body leading-6 break-words">{finding.message[language]}</p>
      {place && (
        <Button look="place" className="mt-1" aria-label={checks.showPlaceOf(place)} onClick={() => onShow(finding)}>
          {checks.showPlace}
        </Button>
      )}
      <RepairHints repair={finding.repair} />
      {finding.consequences.length > 0 && (
        <details className="pt-1 text-note leading-5">
          <summary className="min-h-6 cursor-pointer text-act">{checks.consequences(finding.consequences.length)}</summary>
          <ul className="list-disc pl-5">
            {finding.consequences.map((one) => (
              <li key={findingKey(one)}>{one.message[language]}</li>
            ))}
          </ul>
        </details>
      )}
      <p className="pt-1 text-note leading-5 text-muted">{checks.sourceIs(finding.source)}</p>
      {children}
    </li>
  );
}

/** What the button leads to, in words; null when the finding has no place. */
function placeOf({ cells, place }: Finding, format: Format): string | null {
  if (place) return firstCharacters(place.snippet, 30);
  const cell = cells.map((id) => format.cells.get(id)).find((found) => found !== undefined);
  return cell ? cellName(cell) : null;
}
