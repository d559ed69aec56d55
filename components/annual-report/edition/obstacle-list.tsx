'use client';

import type { ReactNode } from 'react';
import { findingKey } from '@/server/domain/checks/gather-repeated';
import { cellName, type Format, getCell } from '@/server/domain/formats';
import type { ReportKey } from '@/server/domain/subject';
import type { ReportObstacle } from '@/server/domain/workflow';
import type { ShownSigning } from '@/server/queries/signing';
import { useLanguage } from '../../messages/messages-provider';
import { useWritingMessages } from '../../messages/writing-words';
import { Badge, type Tone } from '../../ui/notice';
import { addressOfPlace, placeOfObstacle } from '../report-places';

const maxNames = 6;
const maxNumbers = 20;

/** One line of the list: what it is, and the place where it is settled. */
interface Line {
  key: string;
  /** The first of those it is about; all of them are in one place. */
  one: ReportObstacle;
  tone: Tone;
  badge: string;
  words?: ReactNode;
  /** Said of the link to somebody who does not see the line. */
  name: string;
}

/**
 * What stands between the report and its edition, each with the place where it is settled: unknown cells in one line, untyped
 * numbers in another, then each finding, chapter, paragraph and signature.
 *
 * @param onLead goes there on this page; without it the link leads to the report
 */
export function ObstacleList({
  of,
  obstacles,
  format,
  signing,
  onLead,
}: {
  of: ReportKey;
  obstacles: readonly ReportObstacle[];
  format: Format;
  /** Who is to sign what is not signed. */
  signing?: ShownSigning;
  onLead?: (place: string) => void;
}) {
  const { report } = useWritingMessages();
  const lines = useLines(obstacles, format, signing);
  return (
    <ul className="flex flex-col gap-2 text-body leading-6">
      {lines.map(({ key, one, tone, badge, words, name }) => {
        const place = placeOfObstacle(one);
        const isEmpty = one.kind === 'empty_chapter';
        return (
          <li key={key}>
            <Badge tone={tone}>{badge}</Badge> {words}{' '}
            <a
              href={addressOfPlace(of, place)}
              aria-label={isEmpty ? report.obstacle.writeOf(name) : report.obstacle.goTo(name)}
              className="inline-block min-h-6 whitespace-nowrap text-act underline underline-offset-4"
              onClick={(event) => {
                if (!onLead) return;
                event.preventDefault();
                onLead(place);
              }}
            >
              {isEmpty ? report.obstacle.write : report.obstacle.go}
            </a>
          </li>
        );
      })}
    </ul>
  );
}

function useLines(obstacles: readonly ReportObstacle[], format: Format, signing: ShownSigning | undefined): Line[] {
  const { report, common, prose, adjust, rollOver, signing: words } = useWritingMessages();
  const language = useLanguage();
  const cells = obstacles.flatMap((one) => (one.kind === 'not_filled' || one.kind === 'unreadable' ? [one] : []));
  const untyped = obstacles.flatMap((one) => (one.kind === 'untyped_number' ? [one] : []));
  const nameOf = (cell: string) => cellName(getCell(format, cell));
  const lineOf = (one: ReportObstacle): Line[] => {
    switch (one.kind) {
      case 'not_filled':
      case 'unreadable': {
        if (one !== cells[0]) return [];
        const badge = report.obstacle.cells(cells.length);
        const names = cells
          .slice(0, maxNames)
          .map(({ cell }) => nameOf(cell))
          .join(report.comma);
        const more = cells.length > maxNames && report.obstacle.cellsMore(cells.length);
        return [{ key: 'cells', one, tone: 'wrong', badge, name: badge, words: [names, more] }];
      }
      case 'empty_chapter': {
        const name = report.textLabels[one.key];
        return [{ key: `empty ${one.key}`, one, tone: 'confirm', badge: report.obstacle.empty(name), name }];
      }
      case 'adjustment': {
        const name = nameOf(one.cell);
        return [{ key: one.adjustmentId, one, tone: 'wrong', badge: adjust.obstacle[one.state], words: name, name }];
      }
      case 'must_fix':
      case 'confirm': {
        const message = one.finding.message[language];
        const isAsked = one.kind === 'must_fix' && one.exception !== null;
        return [
          {
            key: findingKey(one.finding),
            one,
            tone: one.kind === 'must_fix' ? 'wrong' : 'confirm',
            badge: common.severities[one.kind],
            name: message,
            words: (
              <>
                {message}
                {isAsked && <span className="text-muted">{report.obstacle.unsigned}</span>}
              </>
            ),
          },
        ];
      }
      case 'carried_paragraph': {
        const badge = rollOver.mark.obstacle(report.textLabels[one.key], one.fromYear);
        return [
          {
            key: one.paragraphId,
            one,
            tone: 'confirm',
            badge,
            name: badge,
            words: (
              <>
                {one.oldYears.length > 0 && rollOver.mark.obstacleYears(one.oldYears.join(report.comma))}
                <span lang="zh-CN" className="block truncate">
                  “{one.printed}”
                </span>
              </>
            ),
          },
        ];
      }
      case 'untyped_number': {
        if (one !== untyped[0]) return [];
        const badge = prose.panel.untyped(untyped.length);
        const shown = untyped
          .slice(0, maxNumbers)
          .map(({ place }) => place.snippet)
          .join(report.comma);
        return [{ key: 'untyped', one, tone: 'confirm', badge, name: badge, words: shown }];
      }
      case 'broken_number': {
        const name = report.textLabels[one.place.text];
        return [{ key: `${one.place.text} ${one.place.start}`, one, tone: 'wrong', badge: name, words: prose.problems[one.problem], name }];
      }
      case 'signature': {
        const holders = (signing?.steps.find(({ step }) => step.key === one.step)?.holders ?? []).join(common.listComma);
        const tone = one.state === 'lapsed' ? 'confirm' : 'plain';
        return [
          { key: one.step, one, tone, badge: words.states[one.state], words: words.obstacle[one.state](one.name, holders), name: one.name },
        ];
      }
      // A quarter has these, and no report.
      case 'open_remark':
      case 'left_to_nobody':
      case 'unknown_openings':
      case 'sign_off':
        return [];
    }
    return one satisfies never;
  };
  return obstacles.flatMap(lineOf);
}
