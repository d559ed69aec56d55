'use client';

import { useState } from 'react';
import { cellName, type Format, getCell } from '@/server/domain/formats';
import type { Settled } from '@/server/domain/workflow';
import type { SignPage } from '@/server/queries/signing';
import { AllMissing } from '../annual-report/paper/missing-units';
import { FindingBadge } from '../checks/finding-badge';
import { useLanguage } from '../messages/messages-provider';
import { useWritingMessages } from '../messages/writing-words';
import { QueriesProvider } from '../trpc-queries';
import { Button } from '../ui/button';

/** What whoever signs confirms besides the print: findings with what was said of them, lines beside the figures, missing units. */
export function Confirmations({ page, format }: { page: SignPage; format: Format }) {
  const { signing: words, review } = useWritingMessages();
  const language = useLanguage();
  const { confirmations, adjustments, missing } = page;
  if (confirmations.length + adjustments.length + missing.count === 0) return <p className="text-[14px] text-muted">{words.openNone}</p>;
  return (
    <ul className="flex flex-col gap-2 text-[14px] leading-6">
      {missing.first.map((unit) => (
        <li key={unit} lang="zh-CN">
          {words.missingLine(unit)}
        </li>
      ))}
      {missing.count > missing.first.length && (
        <li>
          <RestMissing page={page} />
        </li>
      )}
      {adjustments.map((line) => (
        <li key={`${line.cell} ${line.change} ${line.reason}`}>
          {words.adjustmentLine(cellName(getCell(format, line.cell)), line.change, line.reason)}
          {line.countersignedBy && <span className="text-muted"> {words.countersigned(line.countersignedBy)}</span>}
        </li>
      ))}
      {confirmations.map((finding) => (
        <li key={`${finding.rule} ${finding.message.zh}`}>
          <FindingBadge severity={finding.severity} settled={settledOf(finding)} /> {finding.message[language]}
          {finding.said.length === 0 && <p className="text-confirm">{words.notSaid}</p>}
          {finding.said.map((one) => (
            <p key={one.text} className="text-muted">
              {words.said(one.text, one.by)}
              {one.countersignedBy && `${review.colon}${words.countersigned(one.countersignedBy)}`}
            </p>
          ))}
        </li>
      ))}
    </ul>
  );
}

function RestMissing({ page }: { page: SignPage }) {
  const { report } = useWritingMessages();
  const [isOpen, setIsOpen] = useState(false);
  const { count } = page.missing;
  return (
    <>
      <Button isSmall onClick={() => setIsOpen(true)}>
        {report.missingAll(count)}
      </Button>
      {isOpen && (
        <QueriesProvider>
          <AllMissing page={page} count={count} onClose={() => setIsOpen(false)} />
        </QueriesProvider>
      )}
    </>
  );
}

function settledOf({ severity, said }: SignPage['confirmations'][number]): Settled | null {
  if (severity === 'must_fix') return said.some((one) => one.countersignedBy !== '') ? 'excepted' : null;
  return severity === 'confirm' && said.length > 0 ? 'explained' : null;
}
