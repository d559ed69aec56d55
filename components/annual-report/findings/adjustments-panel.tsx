'use client';

import { type CellId, cellName, type Format, getCell } from '@/server/domain/formats';
import type { AdjustmentLine } from '@/server/queries/adjustment-lines';
import type { ReportPage } from '@/server/queries/report';
import { useWritingMessages } from '../../messages/writing-words';
import { ActAnswer } from '../../shell/act-answer';
import { useAct } from '../../shell/use-act';
import { ImpactPreview } from '../../signing/impact-preview';
import { useTRPCClient } from '../../trpc-client';
import { BindingButton } from '../../ui/binding-button';
import { Button } from '../../ui/button';
import { Badge } from '../../ui/notice';
import { Sheet } from '../../ui/page';
import { AdjustmentLineView } from '../paper/adjustment-line-view';
import { keyOf } from '../report-key';
import { WithdrawAdjustment } from './withdraw-adjustment';

const tones = { counted: 'done', unsigned: 'confirm', impossible: 'wrong', withdrawn: 'plain' } as const;

/** The signed lines between what the quarters add up to and what is printed; another person signs, the writer may take back. */
export function AdjustmentsPanel({
  page,
  format,
  onShow,
}: {
  page: ReportPage;
  format: Format;
  onShow: (cells: readonly CellId[]) => void;
}) {
  const { adjust } = useWritingMessages();
  const { run, isBusy, answer } = useAct();
  const mayAdjust = page.verdicts['report.adjust'] === 'allowed';
  const standing = page.adjustments.filter((line) => line.state !== 'withdrawn');
  const withdrawn = page.adjustments.filter((line) => line.state === 'withdrawn');
  if (page.adjustments.length === 0 && !mayAdjust) return null;
  const draw = (line: AdjustmentLine) => (
    <li key={line.id} className="py-2 text-body leading-6">
      <p className="flex flex-wrap items-baseline gap-x-2">
        {line.state !== 'withdrawn' && <Badge tone={tones[line.state]}>{adjust.states[line.state]}</Badge>}
        <Button look="way" onClick={() => onShow([line.cell])}>
          {cellName(getCell(format, line.cell))}
        </Button>
      </p>
      <AdjustmentLineView line={line} format={format} />
      {line.state === 'impossible' && <p className="text-wrong">{adjust.impossible}</p>}
      <LineActs page={page} line={line} format={format} act={{ run, isBusy }} />
    </li>
  );
  return (
    <Sheet title={adjust.title}>
      {standing.length === 0 && <p className="text-body leading-6 text-muted">{adjust.none}</p>}
      {mayAdjust && <p className="text-note leading-5 text-muted">{adjust.howTo}</p>}
      <ul className="divide-y divide-hairline">{standing.map(draw)}</ul>
      <ActAnswer answer={answer} />
      {withdrawn.length > 0 && (
        <details className="text-note leading-6 text-muted">
          <summary className="min-h-6 cursor-pointer">{adjust.withdrawnLines(withdrawn.length)}</summary>
          <ul className="divide-y divide-hairline">{withdrawn.map(draw)}</ul>
        </details>
      )}
    </Sheet>
  );
}

function LineActs({
  page,
  line,
  format,
  act: { run, isBusy },
}: {
  page: ReportPage;
  line: AdjustmentLine;
  format: Format;
  act: Pick<ReturnType<typeof useAct>, 'run' | 'isBusy'>;
}) {
  const { adjust } = useWritingMessages();
  const client = useTRPCClient();
  if (line.state === 'withdrawn') return null;
  const asked = { ...keyOf(page), adjustmentId: line.id };
  const name = cellName(getCell(format, line.cell));
  const maySign = page.verdicts['report.sign_adjustment'] === 'allowed' && line.state === 'unsigned';
  const isSigned = page.signing.steps.some((one) => one.state === 'signed');
  return (
    <div className="flex flex-wrap items-center gap-2 pt-1">
      {maySign && !line.isOwn && isSigned && <ImpactPreview change={line.id} ask={() => client.report.countersignImpact.query(asked)} />}
      {maySign && !line.isOwn && (
        <BindingButton
          look="primary"
          isSmall
          aria-label={adjust.signOf(name)}
          disabled={isBusy}
          onClick={() => run(() => client.report.signAdjustment.mutate(asked), adjust.signedDone)}
        >
          {adjust.sign}
        </BindingButton>
      )}
      {line.state === 'unsigned' && !(maySign && !line.isOwn) && <span className="text-note text-muted">{adjust.waits}</span>}
      {page.verdicts['report.adjust'] === 'allowed' && <WithdrawAdjustment page={page} line={line} name={name} act={{ run, isBusy }} />}
    </div>
  );
}
