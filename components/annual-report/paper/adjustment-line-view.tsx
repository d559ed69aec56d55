'use client';

import { type Format, getCell } from '@/server/domain/formats';
import type { AdjustmentLine } from '@/server/queries/adjustment-lines';
import { useWritingMessages } from '../../messages/writing-words';
import { momentText } from '../../ui/moment';

/** What a line says: the sum, the change, the print, why, and both names. */
export function AdjustmentLineView({ line, format }: { line: AdjustmentLine; format: Format }) {
  const { adjust } = useWritingMessages();
  const { measuredIn } = getCell(format, line.cell);
  return (
    <>
      <p>
        {adjust.line(line.sum, line.change)}
        {line.state === 'counted' && ` → ${adjust.printed(line.printed)}`} {measuredIn}
      </p>
      <p lang="zh-CN">{line.reason}</p>
      <p className="text-note text-muted">
        {[
          adjust.written(line.writtenBy, momentText(line.writtenAt)),
          ...(line.countersignedBy && line.countersignedAt ? [adjust.signed(line.countersignedBy, momentText(line.countersignedAt))] : []),
          ...(line.withdrawnBy ? [adjust.withdrawnBy(line.withdrawnBy)] : []),
        ].join(' · ')}
      </p>
    </>
  );
}
