'use client';

import clsx from 'clsx';
import { useState } from 'react';
import type { Cell } from '@/server/domain/formats';
import type { QuarterTrace, Trace, UnitTrace } from '@/server/domain/roll-up';
import { useWritingMessages } from '../../messages/writing-words';
import { printKnown } from '../paper/print-known';

/** Rows that are drawn before anybody asks for more. */
const firstUnits = 60;

/** A typed cell as units × quarters: what was counted, what only stands there, what is missing; the sum under the line. */
export function TraceUnits({
  trace,
  cell,
  unitNames,
  onUnit,
}: {
  trace: Extract<Trace, { kind: 'units' }>;
  cell: Cell;
  unitNames: Readonly<Record<string, string>>;
  onUnit: (unitId: string) => void;
}) {
  const { report } = useWritingMessages();
  const [isWhole, setIsWhole] = useState(false);
  const telling = trace.units.filter((unit) => !isPlainZero(unit));
  const shown = isWhole ? telling : telling.slice(0, firstUnits);
  const zeros = trace.units.filter(isPlainZero);
  return (
    <div>
      <WhoIsIn units={trace.units} unitNames={unitNames} />
      <table className="w-full border-collapse text-[15px]">
        <caption className="pb-1 text-left font-semibold">{report.traceUnits}</caption>
        <thead>
          <tr className="border-b border-hairline text-[13px] text-muted">
            <th scope="col" className="py-1 text-left font-medium">
              {report.traceUnit}
            </th>
            {[1, 2, 3, 4].map((quarter) => (
              <th key={quarter} scope="col" className="px-1 py-1 text-right font-medium">
                {report.shortQuarter(quarter)}
              </th>
            ))}
            <th scope="col" className="py-1 pl-1 text-right font-medium">
              {report.traceYear}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((unit) => (
            <UnitRow key={unit.unit} unit={unit} cell={cell} unitNames={unitNames} onUnit={onUnit} />
          ))}
          {shown.length < telling.length && (
            <tr className="border-b border-hairline">
              <td colSpan={6}>
                <button type="button" onClick={() => setIsWhole(true)} className="min-h-7 text-act underline underline-offset-2">
                  {report.traceMoreUnits(telling.length - shown.length)}
                </button>
              </td>
            </tr>
          )}
          {trace.leftOut.map((transfer) => (
            <tr key={`${transfer.fromUnit} ${transfer.quarter}`} className="border-b border-hairline text-muted">
              <th scope="row" colSpan={5} className="py-1 text-left font-normal">
                {report.traceLeftOut(unitNames[transfer.fromUnit] ?? '', unitNames[transfer.toUnit] ?? '')}
              </th>
              <td className="py-1 text-right">−{transfer.value}</td>
            </tr>
          ))}
          <tr className="border-t-2 border-ink font-semibold">
            <th scope="row" colSpan={5} className="py-1 text-left">
              {report.traceTotal}
            </th>
            <td className="py-1 text-right">{printKnown(trace.figure, cell, report.traceUnknown)}</td>
          </tr>
        </tbody>
      </table>
      {zeros.length > 0 && (
        <details className="pt-1 text-[13px] leading-6 text-muted">
          <summary className="min-h-6 cursor-pointer">{report.traceZeros(zeros.length)}</summary>
          {zeros.map((unit) => unitNames[unit.unit]).join(report.comma)}
        </details>
      )}
      <p className="pt-1 text-[13px] leading-5 text-muted">{report.traceLegend}</p>
    </div>
  );
}

/** How many units are wholly in the figure, and the others by name. */
function WhoIsIn({ units, unitNames }: { units: readonly UnitTrace[]; unitNames: Readonly<Record<string, string>> }) {
  const { report } = useWritingMessages();
  const others = units.filter((unit) => unit.lacks.length > 0);
  return (
    <div className="pb-2 text-[15px] leading-6">
      <p className={others.length > 0 ? 'text-confirm' : 'text-muted'}>
        {others.length > 0 && <span aria-hidden="true">! </span>}
        {report.traceIn(units.length - others.length, units.length)}
      </p>
      {others.length > 0 && (
        <details className="text-[13px] leading-6">
          <summary className="min-h-6 cursor-pointer text-act">{report.traceNotIn(others.length)}</summary>
          {others
            .map((unit) => report.traceLacks(unitNames[unit.unit] ?? '', unit.lacks.map(report.shortQuarter).join(report.comma)))
            .join(report.comma)}
        </details>
      )}
    </div>
  );
}

function UnitRow({
  unit,
  cell,
  unitNames,
  onUnit,
}: {
  unit: UnitTrace;
  cell: Cell;
  unitNames: Readonly<Record<string, string>>;
  onUnit: (unitId: string) => void;
}) {
  const { report } = useWritingMessages();
  return (
    <tr className="border-b border-hairline">
      <th scope="row" className="py-1 text-left font-normal">
        <button type="button" onClick={() => onUnit(unit.unit)} className="min-h-6 text-left text-act underline-offset-2 hover:underline">
          {unitNames[unit.unit] ?? unit.unit}
        </button>
        {unit.takenOver.map((transfer) => (
          <span key={transfer.fromUnit} className="block text-[13px] leading-5 text-muted">
            {report.traceTakenOver(unitNames[transfer.fromUnit] ?? '', transfer.value)}
          </span>
        ))}
      </th>
      {unit.quarters.map((quarter) => (
        <td
          key={quarter.quarter}
          title={report.tracePart[quarter.part]}
          className={clsx(
            'px-1 py-1 text-right whitespace-nowrap',
            quarter.part === 'missing' && 'text-seal',
            (quarter.part === 'level' || quarter.part === 'outside') && 'text-muted',
          )}
        >
          <QuarterFigure quarter={quarter} cell={cell} />
        </td>
      ))}
      <td className="py-1 pl-1 text-right font-semibold whitespace-nowrap">{printKnown(unit.figure, cell, report.traceUnknown)}</td>
    </tr>
  );
}

function QuarterFigure({ quarter, cell }: { quarter: QuarterTrace; cell: Cell }) {
  const { report } = useWritingMessages();
  switch (quarter.part) {
    case 'missing':
      return report.tracePart.missing;
    case 'outside':
      return '—';
    case 'level':
      return `(${printKnown(quarter.figure, cell, report.traceUnknown)})`;
    case 'counted':
      return printKnown(quarter.figure, cell, report.traceUnknown);
    default:
      return quarter.part satisfies never;
  }
}

/** Says nothing but 0: every quarter is in, and every quarter is 0 or 不适用. */
function isPlainZero({ quarters, takenOver }: UnitTrace): boolean {
  return (
    takenOver.length === 0 &&
    quarters.every(
      ({ part, figure }) => part === 'outside' || figure.state === 'not_applicable' || (figure.state === 'number' && figure.value === 0),
    )
  );
}
