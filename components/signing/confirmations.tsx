'use client';

import { useEffect, useState } from 'react';
import { cellName, type Format, getCell } from '@/server/domain/formats';
import type { Settled } from '@/server/domain/workflow';
import type { SignPage } from '@/server/queries/signing';
import { FindingBadge } from '../checks/finding-badge';
import { useLanguage } from '../messages/messages-provider';
import { useWritingMessages } from '../messages/writing-words';
import { Button } from '../ui/button';
import { missingKit } from './late-missing';
import type { RestMissing } from './rest-missing';

/** What whoever signs confirms besides the print: findings with what was said of them, lines beside the figures, missing units. */
export function Confirmations({ page, format }: { page: SignPage; format: Format }) {
  const { signing: words, review } = useWritingMessages();
  const language = useLanguage();
  const { confirmations, adjustments, missing } = page;
  if (confirmations.length + adjustments.length + missing.count === 0) return <p className="text-note text-muted">{words.openNone}</p>;
  return (
    <ul className="flex flex-col gap-2 text-body leading-6">
      {missing.first.map((unit) => (
        <li key={unit} lang="zh-CN">
          {words.missingLine(unit)}
        </li>
      ))}
      {missing.count > missing.first.length && (
        <li>
          <MissingButton page={page} />
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

function MissingButton({ page }: { page: SignPage }) {
  const { report } = useWritingMessages();
  const [asked, setAsked] = useState<{ Rest: typeof RestMissing } | null>(null);
  const { count } = page.missing;
  useEffect(() => missingKit.preload(), []);
  return (
    <>
      <Button isSmall onClick={() => missingKit.use((kit) => setAsked({ Rest: kit.RestMissing }))}>
        {report.missingAll(count)}
      </Button>
      {asked && <asked.Rest page={page} count={count} onClose={() => setAsked(null)} />}
    </>
  );
}

function settledOf({ severity, said }: SignPage['confirmations'][number]): Settled | null {
  if (severity === 'must_fix') return said.some((one) => one.countersignedBy !== '') ? 'excepted' : null;
  return severity === 'confirm' && said.length > 0 ? 'explained' : null;
}
