'use client';

import type { RolledOverPage } from '@/server/queries/roll-over-page';
import { reportAddress } from '../../annual-report/report-key';
import { useWritingMessages } from '../../messages/writing-words';
import { Pager } from '../../shell/pager';
import { Breadcrumb } from '../../ui/breadcrumb';
import { buttonClass } from '../../ui/button';
import { Link } from '../../ui/link';
import { momentText } from '../../ui/moment';
import { PageHead, Sheet } from '../../ui/page';

const link = 'text-act underline underline-offset-2';

/** What a roll-over made, and what is left to do in the new year, each led to. */
export function RolledOver({ year }: { year: RolledOverPage }) {
  const { common, office, rollOver } = useWritingMessages();
  const words = rollOver.result;
  const { carried, unknownOpenings, unfinished, withoutEdition, notOpened } = year.left;
  const isDone = carried.of + unknownOpenings.count + unfinished.length + withoutEdition.length + notOpened.length === 0;
  return (
    <>
      <Breadcrumb places={[{ words: office.years.title, href: year.hasYearsPage ? `/office/years?year=${year.year}` : '/office' }]} />
      <PageHead title={words.title(year.year)} context={words.context(year.from)}>
        <Link href={`/office/years/roll-over?from=${year.from}`} className={buttonClass('quiet')}>
          {words.again}
        </Link>
      </PageHead>
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Sheet title={words.made}>
          <ul className="flex flex-col gap-3 text-body leading-7">
            {year.acts.map((act) => (
              <li key={act.at}>
                <p className="text-note text-muted">{words.act(momentText(act.at), act.by)}</p>
                <ul className="list-disc pl-5">
                  <li>{words.year(year.year)}</li>
                  {act.openings > 0 && <li>{words.openings(act.openings)}</li>}
                  {act.indicators > 0 && <li>{words.indicators(act.indicators)}</li>}
                  {act.paragraphs > 0 && <li>{words.paragraphs(act.paragraphs)}</li>}
                </ul>
              </li>
            ))}
          </ul>
        </Sheet>
        <Sheet title={words.left}>
          {isDone && <p>{words.nothingLeft}</p>}
          <ul className="flex list-disc flex-col gap-1 pl-5 text-body leading-7">
            {carried.lines.map((one) => (
              <li key={`${one.unitId} ${one.scope}`}>
                <Link href={reportAddress({ unitId: one.unitId, year: year.year, scope: one.scope })} className={link}>
                  {words.carried(one.name, common.scopes[one.scope], one.paragraphs)}
                </Link>
                {one.oldYears.length > 0 && words.oldYears(one.oldYears.join(common.listComma))}
              </li>
            ))}
            {unknownOpenings.count > 0 && (
              <li>
                {words.unknownOpenings(unknownOpenings.count)}
                {unknownOpenings.first.map((unit, index) => (
                  <span key={unit.unitId}>
                    {index > 0 && common.listComma}
                    <Link href={`/office/openings?unit=${encodeURIComponent(unit.unitId)}&year=${year.year}`} className={link}>
                      {unit.name}
                    </Link>
                  </span>
                ))}
                {unknownOpenings.count > unknownOpenings.first.length && common.firstOf('', unknownOpenings.count)}
              </li>
            )}
            {notOpened.map(({ quarter, dueOn }) => (
              <li key={quarter}>{words.notOpened(common.period(year.year, quarter), dueOn)}</li>
            ))}
            {unfinished.map(({ quarter, count }) => (
              <li key={quarter}>{words.unfinished(common.quarter(quarter), count)}</li>
            ))}
            {withoutEdition.map((scope) => (
              <li key={scope}>{words.withoutEdition(common.scopes[scope])}</li>
            ))}
          </ul>
          <Pager at={carried} path="/office/years/rolled-over" kept={{ year: year.year }} />
          {notOpened.length > 0 && (
            <p className="pt-3">
              <Link href={year.hasYearsPage ? `/office/years?year=${year.year}` : '/office'} className={buttonClass('plain')}>
                {words.toYears}
              </Link>
            </p>
          )}
        </Sheet>
      </div>
    </>
  );
}
