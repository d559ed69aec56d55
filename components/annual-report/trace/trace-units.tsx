'use client';

import { useQuery } from '@tanstack/react-query';
import clsx from 'clsx';
import { useState } from 'react';
import type { Cell } from '@/server/domain/formats';
import { isPlainZero, type QuarterTrace, type UnitTrace, unpackUnit } from '@/server/domain/roll-up';
import type { ReportKey } from '@/server/domain/subject';
import type { ToldTrace, ToldUnits } from '@/server/queries/told-trace';
import { useLanguage } from '../../messages/messages-provider';
import { useWritingMessages } from '../../messages/writing-words';
import { answerOf } from '../../shell/answer';
import { useTRPC } from '../../trpc-queries';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { denseCell, denseHeadCell } from '../../ui/list-table';
import { printKnown } from '../paper/print-known';

/** Rows that are drawn before anybody asks for more. */
const firstUnits = 60;

/**
 * A typed cell as units × quarters: what was counted, what only stands there, what is missing; the sum under the line. Of many units the first
 * come with the cell, the others and the lists of names when somebody asks.
 */
export function TraceUnits({
  trace,
  cell,
  reportKey,
  unitNames: firstNames,
  onUnit,
}: {
  trace: Extract<ToldTrace['trace'], { kind: 'units' }>;
  cell: Cell;
  reportKey: ReportKey;
  unitNames: Readonly<Record<string, string>>;
  onUnit: (unitId: string) => void;
}) {
  const { report } = useWritingMessages();
  const trpc = useTRPC();
  const [isAsked, setIsAsked] = useState(trace.units.isWhole);
  const whole = useQuery({
    ...trpc.report.traceUnits.queryOptions({ ...reportKey, cell: cell.id }),
    enabled: isAsked && !trace.units.isWhole,
  });
  const { units: told, unitNames } = whole.data ?? { units: trace.units, unitNames: firstNames };
  const units = told.packed.map(unpackUnit);
  const telling = units.filter((unit) => !isPlainZero(unit));
  const [isAll, setIsAll] = useState(false);
  const shown = isAll ? telling : telling.slice(0, firstUnits);
  const further = told.all - told.zeros - shown.length;
  const ask = () => setIsAsked(true);
  const language = useLanguage();
  const problem = whole.error && answerOf(whole.error, language).text;
  return (
    <div>
      <WhoIsIn units={units} told={told} problem={problem} unitNames={unitNames} onAsk={ask} />
      <table className="w-full border-collapse text-body">
        <caption className="pb-1 text-left font-semibold">{report.traceUnits}</caption>
        <thead>
          <tr>
            <th scope="col" className={denseHeadCell}>
              {report.traceUnit}
            </th>
            {[1, 2, 3, 4].map((quarter) => (
              <th key={quarter} scope="col" className={`${denseHeadCell} text-right`}>
                {report.shortQuarter(quarter)}
              </th>
            ))}
            <th scope="col" className={`${denseHeadCell} text-right`}>
              {report.traceYear}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((unit) => (
            <UnitRow key={unit.unit} unit={unit} cell={cell} unitNames={unitNames} onUnit={onUnit} />
          ))}
          {further > 0 && (
            <tr>
              <td colSpan={6} className={denseCell}>
                <Button
                  look="way"
                  onClick={() => {
                    ask();
                    setIsAll(true);
                  }}
                >
                  {report.traceMoreUnits(further)}
                </Button>
              </td>
            </tr>
          )}
          {trace.leftOut.map((transfer) => (
            <tr key={`${transfer.fromUnit} ${transfer.quarter}`} className="text-muted">
              <th scope="row" colSpan={5} className={`${denseCell} font-normal`}>
                {report.traceLeftOut(firstNames[transfer.fromUnit] ?? '', firstNames[transfer.toUnit] ?? '')}
              </th>
              <td className={`${denseCell} text-right`}>−{transfer.value}</td>
            </tr>
          ))}
          <tr className="border-t-2 border-ink font-semibold">
            <th scope="row" colSpan={5} className={denseCell}>
              {report.traceTotal}
            </th>
            <td className={`${denseCell} text-right`}>{printKnown(trace.figure, cell, report.traceUnknown)}</td>
          </tr>
        </tbody>
      </table>
      {told.zeros > 0 && (
        <details className="pt-1 text-note leading-6 text-muted" onToggle={ask}>
          <summary className="min-h-6 cursor-pointer">{report.traceZeros(told.zeros)}</summary>
          <Names told={told} problem={problem}>
            {units
              .filter(isPlainZero)
              .map((unit) => unitNames[unit.unit])
              .join(report.comma)}
          </Names>
        </details>
      )}
      <p className="pt-1 text-note leading-5 text-muted">{report.traceLegend}</p>
    </div>
  );
}

/** Names that are asked for when somebody wants to see them. */
function Names({ told, problem, children }: { told: ToldUnits; problem: string | null; children: string }) {
  const { common } = useWritingMessages();
  if (told.isWhole) return children;
  return problem === null ? <p role="status">{common.loading}</p> : <p role="alert">{problem}</p>;
}

/** How many units are wholly in the figure, and the others by name. */
function WhoIsIn({
  units,
  told,
  problem,
  unitNames,
  onAsk,
}: {
  units: readonly UnitTrace[];
  told: ToldUnits;
  problem: string | null;
  unitNames: Readonly<Record<string, string>>;
  onAsk: () => void;
}) {
  const { report } = useWritingMessages();
  const others = told.all - told.in;
  return (
    <div className="pb-2 text-body leading-6">
      <p className={others > 0 ? 'text-confirm' : 'text-muted'}>
        {others > 0 && <Icon name="confirm" className="mr-1" />}
        {report.traceIn(told.in, told.all)}
      </p>
      {others > 0 && (
        <details className="text-note leading-6" onToggle={onAsk}>
          <summary className="min-h-6 cursor-pointer text-act">{report.traceNotIn(others)}</summary>
          <Names told={told} problem={problem}>
            {units
              .filter((unit) => unit.lacks.length > 0)
              .map((unit) => report.traceLacks(unitNames[unit.unit] ?? '', unit.lacks.map(report.shortQuarter).join(report.comma)))
              .join(report.comma)}
          </Names>
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
    <tr>
      <th scope="row" className={`${denseCell} font-normal`}>
        <Button look="way" onClick={() => onUnit(unit.unit)}>
          {unitNames[unit.unit] ?? unit.unit}
        </Button>
        {unit.takenOver.map((transfer) => (
          <span key={transfer.fromUnit} className="block text-note leading-5 text-muted">
            {report.traceTakenOver(unitNames[transfer.fromUnit] ?? '', transfer.value)}
          </span>
        ))}
      </th>
      {unit.quarters.map((quarter) => (
        <td
          key={quarter.quarter}
          title={report.tracePart[quarter.part]}
          className={clsx(
            denseCell,
            'text-right whitespace-nowrap',
            quarter.part === 'missing' && 'text-wrong',
            (quarter.part === 'level' || quarter.part === 'outside') && 'text-muted',
          )}
        >
          <QuarterFigure quarter={quarter} cell={cell} />
        </td>
      ))}
      <td className={`${denseCell} text-right font-semibold whitespace-nowrap`}>{printKnown(unit.figure, cell, report.traceUnknown)}</td>
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
