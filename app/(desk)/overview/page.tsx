import type { Metadata } from 'next';
import { Announcements } from '@/app/announcements';
import { load } from '@/app/caller';
import { titled } from '@/app/titled';
import { isReadyToSign } from '@/components/filing-form/tasks/ready-to-sign';
import { WritingWords } from '@/components/messages/writing-words';
import { mustFixOf } from '@/components/overview/odd-lines';
import { OverviewView } from '@/components/overview/overview-view';
import { askedYear } from '@/components/shell/asked-year';
import { askedUnit } from '@/components/trends/asked-unit';

export function generateMetadata(): Promise<Metadata> {
  return titled(({ common }) => common.nav.overview);
}

/** Where 分管领导 and administrators start: a year of what they answer for. */
export default async function OverviewPage({
  searchParams,
}: {
  searchParams: Promise<Partial<Record<'year' | 'unit', string | string[]>>>;
}) {
  const asked = await searchParams;
  const unitId = askedUnit(asked.unit) ?? undefined;
  const { overview, toSign, reports, slips } = await load(async (api) => {
    const [overview, toSign, reports, slips] = await Promise.all([
      api.office.overview({ year: askedYear(asked.year), ...(unitId === undefined ? {} : { unitId }) }),
      api.filing.toSign(),
      api.report.toSign(),
      api.slip.waiting(),
    ]);
    const { hasBoard, years, year } = overview;
    if (!hasBoard || year === null || !years.includes(year)) return { overview, toSign, reports, slips };
    const board = await api.office.board({ year, order: 'risk' });
    // A board is of all that the person has one of; of several wholes it cannot be told here which one a unit is in.
    const mine = overview.tops.length === 1 ? board.rows : board.rows.filter((row) => row.unitId === overview.unitId);
    return { overview: { ...overview, mustFix: mustFixOf({ rows: mine }) }, toSign, reports, slips };
  });
  return (
    <>
      <div className="print:hidden">
        <Announcements />
      </div>
      <WritingWords>
        <OverviewView
          overview={overview}
          reports={reports.filter((one) => one.mine !== null)}
          quarters={toSign.quarters.filter((one) => isReadyToSign(one) && !one.isPractice)}
          slips={slips}
        />
      </WritingWords>
    </>
  );
}
