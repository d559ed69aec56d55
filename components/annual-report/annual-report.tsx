'use client';

import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import { type CellId, getFormat, withIndicators } from '@/server/domain/formats';
import { resolveProse, storedRange } from '@/server/domain/prose';
import { printedRemark } from '@/server/domain/report/notes';
import type { TextPlace } from '@/server/domain/subject';
import { settledBy } from '@/server/domain/workflow';
import type { ReportPage } from '@/server/queries/report';
import { useWritingMessages } from '../messages/writing-words';
import { type CellMarks, markCells, mergeMarks } from '../statutory-table/cell-mark';
import { showCell } from '../statutory-table/show-cell';
import { QueriesProvider } from '../trpc-queries';
import { Breadcrumb } from '../ui/breadcrumb';
import { Badge, Notice } from '../ui/notice';
import { PageHead } from '../ui/page';
import { Segment } from '../ui/segment';
import { VerdictStrip } from './findings/verdict-strip';
import { sourcesOf } from './numbers/prose-of';
import { IndicatorList } from './paper/indicator-list';
import { ReportPaper } from './paper/report-paper';
import { restatedMarks } from './paper/restated-openings';
import { ReportAside } from './report-aside';
import { figureAt } from './report-places';
import { showText } from './text/show-text';
import { TraceDrawer } from './trace/trace-drawer';
import { useReportTab } from './use-report-tab';
import { useSeen } from './use-seen';
import { ReportWay } from './way/report-way';

/** The annual report as it will be printed, with what it rests on and what stands in its way beside it. */
export function AnnualReport({ page }: { page: ReportPage }) {
  const messages = useWritingMessages();
  const { report, common, adjust } = messages;
  const format = useMemo(() => getFormat(page.format, page.rowVariant), [page.format, page.rowVariant]);
  const traceable = useMemo(
    () =>
      withIndicators(
        format,
        page.indicators.map((one) => one.indicator),
      ),
    [format, page.indicators],
  );
  const [traced, setTraced] = useState<CellId | null>(null);
  const [chosen, setChosen] = useState<readonly CellId[]>([]);
  const [place, setPlace] = useState<TextPlace | null>(null);
  const { seen, kit, look } = useSeen();
  const beside = useReportTab(page, () => look('paper'));
  const follow = useEffectEvent(() => {
    const named = figureAt(decodeURIComponent(location.hash.slice(1)));
    if (!named || !format.cells.has(named.cell)) return;
    if (named.isTraced) setTraced(named.cell);
    else showCell(named.cell);
  });
  useEffect(() => {
    // Once the page stands, as its tabs do.
    const timer = setTimeout(follow, 0);
    return () => clearTimeout(timer);
  }, []);
  const marks = useMemo(
    (): CellMarks =>
      mergeMarks(
        ...page.findings
          .filter((finding) => finding.severity !== 'hint' && finding.rule !== 'b-blank' && settledBy(finding, page.explanations) === null)
          .map((finding) => markCells(finding.cells, { tone: finding.severity, label: common.severities[finding.severity] })),
        ...page.adjustments
          .filter((line) => line.state === 'counted')
          .map((line) => markCells([line.cell], { tone: 'changed', label: adjust.mark(line.change) })),
        ...Object.entries(page.remarks)
          .filter(([, remark]) => remark.text !== '')
          .map(([cell, remark]) => markCells([cell], { tone: 'comment', label: printedRemark(remark.text) })),
        restatedMarks(format, page.restatements, messages),
        markCells(chosen, { tone: 'chosen', label: report.markFinding }),
      ),
    [page.findings, page.explanations, page.restatements, format, messages, page.adjustments, page.remarks, chosen, common, report, adjust],
  );
  const show = (cells: readonly CellId[]) => {
    setChosen(cells);
    if (cells[0]) showCell(cells[0]);
  };
  const mayEdit = page.verdicts['report.edit'] === 'allowed';
  const maySuggest = page.verdicts['report.suggest'] === 'allowed';
  const showWords = (next: TextPlace) => {
    setPlace(next);
    showText(mayEdit || maySuggest ? storedPlace(page, next) : next);
  };
  return (
    <QueriesProvider>
      <Breadcrumb places={[{ words: report.listTitle, href: `/reports?year=${page.year}` }]} />
      <PageHead title={`${page.organ} ${report.reportOf(page.year)}`} context={report.hash(page.hash.slice(0, 12))}>
        <Badge tone="act">{common.scopes[page.scope]}</Badge>
        <Segment
          label={report.digest.look}
          choices={(['paper', 'digest'] as const).map((key) => ({ key, words: report.digest.looks[key] }))}
          chosen={seen}
          onChoose={look}
        />
      </PageHead>
      {!mayEdit && (
        <Notice tone="act" className="mb-4">
          {page.verdicts['board.read'] === 'allowed' ? report.readOnly : report.readOnlyOwn}
        </Notice>
      )}
      <div className="flex flex-col gap-2">
        <ReportWay of={page} way={page.way} mayReadBoard={page.verdicts['board.read'] === 'allowed'} />
        <VerdictStrip page={page} onLead={beside.lead} />
      </div>
      {kit && (
        <div hidden={seen !== 'digest'} className="pt-4">
          <kit.ShownDigest page={page} />
        </div>
      )}
      <div hidden={seen !== 'paper'} className="drawn-apart grid items-start gap-4 pt-4 lg:grid-cols-[minmax(0,1fr)_23rem]">
        <div className="flex min-w-0 flex-col gap-4">
          <ReportPaper page={page} format={format} marks={marks} place={place} onTrace={setTraced} />
          <IndicatorList indicators={page.indicators} onTrace={setTraced} />
        </div>
        <ReportAside
          page={page}
          format={format}
          tab={beside.tab}
          onTab={beside.choose}
          onLead={beside.lead}
          onShow={show}
          onShowText={showWords}
        />
      </div>
      {traced !== null && <TraceDrawer page={page} format={traceable} cell={traced} onClose={() => setTraced(null)} />}
    </QueriesProvider>
  );
}

/** A place of the printed text in the text that is being edited, where a live number stands as its token. */
function storedPlace(page: ReportPage, place: TextPlace): TextPlace {
  const stored = page.texts[place.text]?.text ?? '';
  const range = storedRange(resolveProse(stored, sourcesOf(page)), place.start, place.end);
  return { text: place.text, ...range, snippet: stored.slice(range.start, range.end) };
}
