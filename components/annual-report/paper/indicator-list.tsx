'use client';

import type { Figure } from '@/server/domain/figures';
import { type CellId, indicatorCell } from '@/server/domain/formats';
import type { ReportIndicator } from '@/server/queries/report';
import { namesInWords } from '../../messages/some-names';
import { useWritingMessages } from '../../messages/writing-words';
import { Button } from '../../ui/button';
import { Badge } from '../../ui/notice';
import { Sheet } from '../../ui/page';
import { printKnown } from './print-known';

/** The year's local figures beside the report; each opens its source like any other. Nothing of it goes on paper. */
export function IndicatorList({ indicators, onTrace }: { indicators: readonly ReportIndicator[]; onTrace: (cell: CellId) => void }) {
  const words = useWritingMessages().report.indicators;
  if (indicators.length === 0) return null;
  return (
    <Sheet title={words.title} actions={<Badge>{words.notStatutory}</Badge>} className="print:hidden">
      <table className="w-full border-collapse text-body">
        <caption className="sr-only">{words.title}</caption>
        <thead>
          <tr className="border-b border-hairline text-note text-muted">
            {[words.name, words.unit, words.units].map((head) => (
              <th key={head} scope="col" className="px-1 py-1 text-left font-medium">
                {head}
              </th>
            ))}
            <th scope="col" className="px-1 py-1 text-right font-medium">
              {words.figure}
            </th>
          </tr>
        </thead>
        <tbody>
          {indicators.map((one) => (
            <Row key={one.cell} of={one} onTrace={onTrace} />
          ))}
        </tbody>
      </table>
      <p className="pt-2 text-note leading-5 text-muted">{words.note}</p>
    </Sheet>
  );
}

function Row({
  of: { indicator, cell, figure, saidCount, units, waiting, owner, isRetired },
  onTrace,
}: {
  of: ReportIndicator;
  onTrace: (cell: CellId) => void;
}) {
  const { common, report } = useWritingMessages();
  const words = report.indicators;
  const of = saidCount + waiting.count;
  const print = (one: Figure) => printKnown(one, indicatorCell(indicator), report.traceUnknown);
  const isByUnit = indicator.overUnits === 'none' && of > 1;
  const shown = isByUnit ? words.byUnit : print(figure);
  return (
    <tr className="border-b border-hairline align-top">
      <th scope="row" className="px-1 py-1.5 text-left font-normal">
        {indicator.name} {isRetired && <Badge>{words.retired}</Badge>}
        <span className="block text-note leading-5 text-muted">
          {owner ? words.owner(owner) : ''}
          {indicator.definition}
        </span>
      </th>
      <td className="px-1 py-1.5 whitespace-nowrap">{indicator.unit}</td>
      <td className="px-1 py-1.5 text-note leading-6 text-muted">
        {words.said(saidCount, of)}
        {waiting.count > 0 && <span className="block">{words.waiting(namesInWords(waiting, common))}</span>}
      </td>
      <td className="px-1 py-0.5 text-right font-serif text-head">
        <Button look="way" className="min-w-8 px-1" aria-label={`${report.trace(indicator.name)}，${shown}`} onClick={() => onTrace(cell)}>
          {shown}
        </Button>
        {isByUnit &&
          units.map((unit) => (
            <span key={unit.unitId} className="block font-sans text-note leading-6 text-muted">
              {unit.unitName} {print(unit.figure)}
            </span>
          ))}
        {isByUnit && saidCount > units.length && (
          <span className="block font-sans text-note leading-6 text-muted">{words.further(saidCount - units.length)}</span>
        )}
      </td>
    </tr>
  );
}
