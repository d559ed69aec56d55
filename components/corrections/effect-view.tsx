'use client';

import type { PrintedEffect, SlipEffect } from '@/server/domain/corrections';
import { formatOf } from '@/server/domain/corrections';
import { cellName, type Format, getCell } from '@/server/domain/formats';
import { useLanguage } from '../messages/messages-provider';
import { useWritingMessages } from '../messages/writing-words';
import { Notice } from '../ui/notice';
import { ChangeCompare } from './change-compare';
import { periodInReach } from './period-in-reach';

/** The quarters that follow by themselves, and the years. */
export function EffectView({ effect, format, withNamed = false }: { effect: PrintedEffect; format: Format; withNamed?: boolean }) {
  const { slips, common, review } = useWritingMessages();
  const quarters = effect.quarters.filter((one) => withNamed || !one.isNamed);
  return (
    <div className="flex flex-col gap-5">
      {quarters.map(({ year, quarter, successor, isNamed, isSettled, cells }) => {
        const period = periodInReach(successor, common.period(year, quarter));
        return (
          <ChangeCompare
            key={`${year}Q${quarter}`}
            caption={isNamed ? slips.named(period) : `${slips.follow(period)}${isSettled ? '' : slips.openFollow}`}
            format={format}
            cells={cells}
          />
        );
      })}
      {effect.years.map(({ year, cells }) =>
        cells.length > 0 ? (
          <ChangeCompare key={year} caption={slips.yearOf(common.year(year))} format={format} cells={cells} />
        ) : (
          <p key={year} className="text-note text-muted">
            {slips.yearOf(common.year(year))}
            {review.colon}
            {slips.yearNone}
          </p>
        ),
      )}
    </div>
  );
}

/** What the rules say of the touched quarters afterwards. */
export function RulesAfter({ effect }: { effect: SlipEffect }) {
  const { slips, common, clerk } = useWritingMessages();
  const language = useLanguage();
  const broken = effect.quarters.flatMap(({ quarter, successor, obstacles }) =>
    obstacles.map((obstacle) => ({ quarter, obstacle, period: periodInReach(successor, common.period(quarter.year, quarter.quarter)) })),
  );
  const unlocked = effect.quarters.filter((one) => one.obstacles.length > 0 && one.quarter.status !== 'locked');
  if (effect.quarters.length === 0) return null;
  if (broken.length === 0) return <Notice tone="done">{slips.rulesHold}</Notice>;
  return (
    <Notice tone="wrong" title={slips.rulesBroken(broken.length)}>
      <ul className="list-disc pl-5">
        {broken.map(({ quarter, obstacle, period }) => {
          const cell = 'cell' in obstacle ? formatOf(quarter).cells.get(obstacle.cell) : undefined;
          const text =
            obstacle.kind === 'must_fix'
              ? obstacle.finding.message[language]
              : obstacle.kind === 'left_to_nobody'
                ? clerk.check.leftToNobody(obstacle.cells.map((id) => cellName(getCell(formatOf(quarter), id))).join(common.listComma))
                : slips.blankCell(cell ? cellName(cell) : obstacle.kind);
          return (
            <li key={`${period} ${text}`}>
              {slips.brokenIn(period)}
              {text}
            </li>
          );
        })}
      </ul>
      {unlocked.map(({ quarter, successor }) => (
        <p key={quarter.filingId} className="pt-1">
          {slips.unlockFirst(periodInReach(successor, common.period(quarter.year, quarter.quarter)))}
        </p>
      ))}
    </Notice>
  );
}
